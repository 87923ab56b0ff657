"""Acts in Akoma Ntoso, the XML of parliaments: version 2.0 and version 3.0 (LegalDocML)."""

import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from extraction.provisions.acts import CONSTITUTION, kind_in
from extraction.records import ActRecord, Amendment, ProvisionKind
from extraction.statutes.akoma_ntoso.addresses import part
from extraction.statutes.akoma_ntoso.divisions import (
    HEAD,
    head_words,
    is_words,
    label,
    unmarked_heading,
)
from extraction.statutes.akoma_ntoso.identity import identified
from extraction.statutes.akoma_ntoso.kinds import (
    checked,
    components,
    is_provision,
    is_schedule,
    kind_of,
    order_number,
    provisions_within,
    the_act,
    title_of,
)
from extraction.statutes.akoma_ntoso.links import Linker, Place
from extraction.statutes.akoma_ntoso.periods import Periods, assent, periods, with_versions
from extraction.statutes.akoma_ntoso.text import linked_text, notes, running_text
from extraction.statutes.naming import which_act
from extraction.statutes.printed.schedules import is_named
from extraction.statutes.rows import BETWEEN, Row, below, clean_number
from extraction.text.numerals import whole_number

_NUMBER = re.compile(
    r"\[?(?:(?i:section|article|art|sec|rule|regulation|order)\b\.?\s*|§+\s*)?"
    r"(?P<number>(?!(?:1[789]|20)\d\d\b)\d{1,4}[ -]?[A-Z]{0,4})\]?[.:)\s–—-]*"
)
"""Not "1st." or "1938.": a line that began so was taken for a section when the mark-up was made."""
_RUN_ON = re.compile(r"(?P<heading>.{6,200}?)[.:]\s*[-–—―\x97]+\s*(?P<text>\S.*)", re.DOTALL)
_WHOLE = re.compile(rf"{_RUN_ON.pattern}|(?P<named>.{{6,200}}?)\.\s+(?P<rest>[\"“(\[]?[A-Z].*)", re.DOTALL)
"""A heading in which the text stands too: "Penalty.—Whoever fouls"; of a section without more, "Penalty. Whoever"."""
_SCHEDULE = re.compile(r"\W*(?:the\s+)?(?:(?P<ordinal>\w+)\s+)?schedule\b\W*(?P<number>\w*)", re.IGNORECASE)
_ENDS = " .*:-–—―"
_LETTER = re.compile(r"[A-HJ-UWYZ]")


@dataclass(frozen=True, slots=True)
class ActFile:
    """What a file of Akoma Ntoso holds: an act, its sections and schedules in their order, the changes it lists."""

    act: ActRecord
    rows: list[Row]
    amendments: tuple[Amendment, ...]


def read_act(text: str, stem: str) -> ActFile:
    """The act that a file of Akoma Ntoso called `stem` holds.

    Raises XmlError for what is malformed, is no Akoma Ntoso, or holds another kind of document.
    """
    root = checked(text)
    element = the_act(root)
    act = identified(element, "")
    times = periods(element)
    rows = _Rows(kind_in(act), times)
    for body in element.findall("body"):
        rows.body(body, ())
    for component in components(root):
        rows.component(component)
    if act.id == CONSTITUTION and (preamble := element.find("preamble")) is not None:
        rows.found.append(Row("article", "Preamble", "Preamble", linked_text(preamble)))
    if not act.title:
        act = identified(element, which_act(rows.found, None, stem).title)
    begun, ended = max(map(times.of, (element, *element.findall("body"))), key=any)
    act = replace(act, assented=assent(element), in_force_from=begun, in_force_to=ended or times.repealed)
    linker = Linker(act, rows.places)
    found = with_versions(linker.linked(row) for row in rows.found)
    return ActFile(act, found, tuple(linker.amendments(element, found)))


@dataclass
class _Rows:
    kind: ProvisionKind
    times: Periods
    found: list[Row] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    _chapter: tuple[str, ...] = ()
    _order: str = ""

    def body(self, element: Element, path: tuple[str, ...]) -> None:
        """Read a body, chapter by chapter; words that stand in no section go on with the one before."""
        heading = unmarked_heading(element)
        for child in element:
            if child.tag in HEAD or child is heading:
                continue
            if is_schedule(child):
                self._schedule(child, title_of(child) or "Schedule", child)
            elif is_provision(child) and _numbered(child):
                self._chapter = path
                self._section(child)
            elif order := order_number(child):
                self._order = order
                self.body(child, path)
                self._order = ""
            elif is_words(child):
                self._go_on(head_words(child), " ")
                self.body(child, self._chapter)
            elif next(provisions_within(child), None) is not None or any(map(is_schedule, child)):
                self.body(child, below(path, name) if (name := label(child)) else path)
            elif (text := linked_text(child)) and not text.isupper():
                self._go_on(text)

    def component(self, component: Element) -> None:
        """Read what follows the body: a schedule, or the body going on where a line begins with that word."""
        title = title_of(component)
        for main in component.findall("doc/mainBody"):
            if is_schedule(component) and not (title == "Schedule" and self.found and is_named(self.found[-1].text)):
                self._schedule(main, title or ("Schedule" if component.tag == "component" else ""), component)
            else:
                self._go_on(title)
                self.body(main, self._chapter)

    def _section(self, element: Element) -> None:
        number = _numbered(element)
        heading = " ".join(running_text(child) for child in element.findall("heading"))
        text = linked_text(element, ("num", "heading"))
        match = _NUMBER.fullmatch(number)
        if match is None:
            self._go_on("\n".join(part for part in (f"{number} {heading}".strip(), text) if part))
            return
        kind = kind_of(element) if self.kind == "section" else self.kind
        clean = clean_number(match["number"])
        if self._order:
            kind, clean = "order-rule", f"{self._order}-rule-{clean}"
        heading, text = _parted(heading, text)
        begun, ended = self.times.of(element)
        if not (begun or ended) and any(row.number == clean and row.kind == kind for row in self.found):
            text = f"{heading}\n{text}".strip()
        self._add(element, Row(kind, clean, _plain(heading), text, in_force_from=begun, in_force_to=ended))

    def _schedule(self, main: Element, title: str, whole: Element) -> None:
        taken = {row.number for row in self.found if row.kind == "schedule"}
        number = _schedule_number(title)
        if number is None or number in taken:
            number = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
        self._chapter = ()
        self._add(whole, Row("schedule", number, title.strip(), linked_text(main, ("num", "heading", "subheading"))))

    def _add(self, element: Element, row: Row) -> None:
        chapter = "" if row.kind == "schedule" else BETWEEN.join(self._chapter)
        self.found.append(replace(row, footnotes=notes(element), chapter=chapter))
        for inside in element.iter():
            if id := inside.get("eId") or inside.get("id"):
                self.places.setdefault(id, (row.kind, row.number))

    def _go_on(self, text: str, gap: str = "\n") -> None:
        if self.found:
            last = self.found[-1]
            self.found[-1] = replace(last, text=f"{last.text}{gap}{text}".strip())


def _numbered(element: Element) -> str:
    """The number of a provision as printed, or as its id has it; empty for none."""
    printed = element.find("num")
    if printed is not None:
        return "".join(printed.itertext()).strip()
    found = part(element.get("eId") or element.get("id") or "")
    return found[1] if found else ""


def _plain(heading: str) -> str:
    """A heading without the stop and the dash that part it from the text."""
    plain = heading.strip(_ENDS)
    return f"{plain}." if plain.endswith(" etc") and f"{plain}." in heading else plain


def _parted(heading: str, text: str) -> tuple[str, str]:
    """Heading and text of a section, also where the text begins in the element of the heading."""
    match = (_RUN_ON if text else _WHOLE).fullmatch(heading)
    if match is None:
        return heading, text
    found = match.groupdict()
    return found["heading"] or found["named"], f"{found['text'] or found['rest']}\n{text}".strip()


def _schedule_number(title: str) -> str | None:
    match = _SCHEDULE.match(title)
    for written in (match["ordinal"], match["number"]) if match else ():
        if written and _LETTER.fullmatch(written):
            return str(written)
        if written and (whole := whole_number(written)):
            return str(whole)
    return None

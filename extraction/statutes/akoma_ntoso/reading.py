"""Acts in Akoma Ntoso, the XML of parliaments: version 2.0 and version 3.0 (LegalDocML)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from extraction.records import ActRecord, ProvisionKind
from extraction.statutes.akoma_ntoso.identity import identified
from extraction.statutes.akoma_ntoso.text import notes, running_text
from extraction.statutes.akoma_ntoso.xml import XmlError, parse_xml
from extraction.statutes.rows import Row, clean_number
from extraction.text.numerals import whole_number

_VERSIONS = re.compile(r"\{http://(?:www\.akomantoso\.org/2\.0|docs\.oasis-open\.org/legaldocml/ns/akn/3\.0)[^}]*\}")
_READ = "lawgraph reads acts in Akoma Ntoso 2.0 and 3.0"
_UNITS = frozenset(("section", "article"))
_NUMBER = re.compile(r"\[?(?!(?:1[789]|20)\d\d\b)\d{1,4}[ -]?[A-Z]{0,4}\]?[.:)\s]*")
"""Not "1st." or "1938.": a line that began so was taken for a section when the mark-up was made."""
_RUN_ON = re.compile(r"(?P<heading>.{6,200}?)[.:]\s*[-–—―\x97]+\s*(?P<text>\S.*)", re.DOTALL)
_WHOLE = re.compile(rf"{_RUN_ON.pattern}|(?P<named>.{{6,200}}?)\.\s+(?P<rest>[\"“(\[]?[A-Z].*)", re.DOTALL)
"""A heading in which the text stands too: "Penalty.—Whoever fouls"; of a section without more, "Penalty. Whoever"."""
_SCHEDULE = re.compile(r"\W*(?:the\s+)?(?:(?P<ordinal>\w+)\s+)?schedule\b\W*(?P<number>\w*)", re.IGNORECASE)
_LETTER = re.compile(r"[A-HJ-UWYZ]")


def read_act(text: str) -> tuple[ActRecord, list[Row]]:
    """The act that a file of Akoma Ntoso holds, and its sections and schedules in their order.

    Raises XmlError for what is malformed, is no Akoma Ntoso, or holds another kind of document.
    """
    root = checked(text)
    (act_element,) = root.findall("act")
    act = identified(act_element)
    rows = _Rows("article" if act.id == "constitution-of-india" else "section")
    for body in act_element.findall("body"):
        rows.body(body)
    for doc in root.iter("doc"):
        rows.component(doc)
    return act, rows.found


def checked(text: str) -> Element:
    """The root of an act in Akoma Ntoso, its names without namespace; raises XmlError as `read_act` does."""
    root = parse_xml(text)
    name = root.tag.rpartition("}")[2]
    if name != "akomaNtoso":
        raise XmlError(f"XML of another kind (its first element is <{name}>); {_READ}")
    if not _VERSIONS.match(root.tag):
        raise XmlError(f"Akoma Ntoso of another version; {_READ}")
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    kinds = [child.tag for child in root if child.tag not in ("components", "meta")]
    if kinds == ["bill"]:
        raise XmlError("this is a Bill and not the law; take the Act as it was passed and published")
    if kinds != ["act"]:
        raise XmlError(f"Akoma Ntoso that holds {', '.join(kinds) or 'nothing'} where one act is wanted; {_READ}")
    if next(_units(root), None) is None:
        raise XmlError("an act in Akoma Ntoso without any section; give its text in <section> elements")
    return root


def _units(element: Element) -> Iterator[Element]:
    """The provisions in an element, without those that it quotes."""
    for child in element:
        if child.tag in _UNITS:
            yield child
        elif child.tag not in ("meta", "quotedStructure"):
            yield from _units(child)


@dataclass
class _Rows:
    kind: ProvisionKind
    found: list[Row] = field(default_factory=list)

    def body(self, element: Element) -> None:
        """Read a body, chapter by chapter; words that stand in no section go on with the one before."""
        for child in element:
            if child.tag in ("num", "heading", "subheading"):
                continue
            if child.tag == "hcontainer" and _SCHEDULE.match(child.get("name") or ""):
                self._schedule(child, child.findtext("num") or child.findtext("heading") or "Schedule")
            elif child.tag in _UNITS and child.find("num") is not None:
                self._section(child)
            elif next(_units(child), None) is not None:
                self.body(child)
            elif (text := running_text(child)) and not text.isupper():
                self._go_on(text)

    def component(self, doc: Element) -> None:
        """Read what follows the body: a schedule, or the body going on where a line begins with that word."""
        alias = doc.find("meta/identification/FRBRWork/FRBRalias")
        title = doc.findtext("preface//docTitle") or (alias.get("value") if alias is not None else None) or ""
        for main in doc.findall("mainBody"):
            if _SCHEDULE.match(title) or not title:
                self._schedule(main, title or "Schedule")
            else:
                self._go_on(title)
                self.body(main)

    def _section(self, element: Element) -> None:
        number = "".join(element.find("num").itertext()).strip()  # type: ignore[union-attr]
        heading = " ".join(running_text(child) for child in element.findall("heading"))
        text = running_text(element, ("num", "heading"))
        if not _NUMBER.fullmatch(number):
            self._go_on("\n".join(part for part in (f"{number} {heading}".strip(), text) if part))
            return
        kind: ProvisionKind = "article" if self.kind == "article" or element.tag == "article" else "section"
        clean = clean_number(number)
        heading, text = _parted(heading, text)
        if any(row.number == clean and row.kind == kind for row in self.found):
            text = f"{heading}\n{text}".strip()
        self.found.append(Row(kind, clean, _plain(heading), text, notes(element)))

    def _schedule(self, element: Element, title: str) -> None:
        taken = {row.number for row in self.found if row.kind == "schedule"}
        number = _schedule_number(title)
        if number is None or number in taken:
            number = next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)
        self.found.append(Row("schedule", number, title.strip(), running_text(element), notes(element)))

    def _go_on(self, text: str) -> None:
        if not self.found:
            return
        last = self.found[-1]
        self.found[-1] = Row(last.kind, last.number, last.heading, f"{last.text}\n{text}".strip(), last.footnotes)


def _plain(heading: str) -> str:
    """A heading without the stop and the dash that part it from the text."""
    return heading.strip(" .*:-–—―")


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

"""The text of a provision written as mark-up: its levels as elements, what it refers to as references."""

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement

from extraction.records import ActRecord, ProvisionMention
from extraction.statutes.akoma_ntoso.addresses import SHORT, own_part, written_address
from extraction.statutes.akoma_ntoso.levels import Level, levels, lines
from extraction.statutes.akoma_ntoso.xml import xml_text

_ELEMENTS = frozenset(("subsection", "clause", "subclause", "point", "alinea", "proviso"))


class Ids:
    """Ids of elements, no two the same."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def new(self, above: Element | None, name: str, number: str = "") -> str:
        """The id of an element of that name in the one `above`; without a number it is counted."""
        start = f"{above.get('eId')}__" if above is not None and above.get("eId") else ""
        wanted = f"{start}{SHORT.get(name, name)}" + (f"_{number}" if number else "")
        count = self._taken[wanted] = self._taken.get(wanted, 0) + 1
        if (number and count == 1) or name in ("intro", "content"):
            return wanted
        return self.new(above, name, f"{number}_{count}".strip("_"))


class TextWriter:
    """Writes texts of an act's provisions; `acts` are those that they refer to, by their ids."""

    def __init__(self, act: str, acts: Mapping[str, ActRecord]) -> None:
        self.ids = Ids()
        self._act = act
        self._acts = acts

    def levels(self, unit: Element, text: str, mentions: Iterable[ProvisionMention]) -> None:
        """Write a text into the element of its provision."""
        whole = Level("", "", 0, 0, levels(text))
        self._parts(unit, text, whole, sorted(mentions, key=lambda m: m.start))

    def lines(self, parent: Element, text: str, mentions: Iterable[ProvisionMention]) -> None:
        """Write a text into an element, a paragraph a line."""
        ordered = sorted(mentions, key=lambda m: m.start)
        for start, end in lines(text):
            self._paragraph(parent, text, start, end, ordered)
        if len(parent) == 0:
            SubElement(parent, "p")

    def _parts(self, element: Element, text: str, level: Level, mentions: list[ProvisionMention]) -> None:
        """The words of a level, and what is in it: lines before its first part stand with its own."""
        first = next((i for i, part in enumerate(level.parts) if part.kind != "alinea"), len(level.parts))
        own = [(level.start, level.end)] if level.end > level.start else []
        own += [(part.start, part.end) for part in level.parts[:first]]
        rest = level.parts[first:]
        if own or not rest:
            name = "intro" if rest else "content"
            block = SubElement(element, name, eId=self.ids.new(element, name))
            for start, end in own:
                self._paragraph(block, text, start, end, mentions)
            if not own:
                SubElement(block, "p")
        for part in rest:
            self._parts(self._element(element, part), text, part, mentions)

    def _element(self, above: Element, level: Level) -> Element:
        number = level.number.strip("()")
        made = SubElement(above, level.kind if level.kind in _ELEMENTS else "hcontainer")
        made.set("eId", self.ids.new(above, level.kind, number))
        if level.kind not in _ELEMENTS:
            made.set("name", level.kind)
        if level.number:
            SubElement(made, "num").text = level.number
        return made

    def _paragraph(self, block: Element, text: str, start: int, end: int, mentions: list[ProvisionMention]) -> None:
        made = SubElement(block, "p")
        last: Element | None = None
        for mention in mentions:
            href = self._href(mention)
            if href is None or mention.start < start or mention.end > end:
                continue
            self._words(made, last, text[start : mention.start])
            last = SubElement(made, "ref", href=href)
            last.text = xml_text(text[mention.start : mention.end])
            start = mention.end
        self._words(made, last, text[start:end])

    def _words(self, paragraph: Element, last: Element | None, words: str) -> None:
        if last is None:
            paragraph.text = xml_text(words)
        else:
            last.tail = xml_text(words)

    def _href(self, mention: ProvisionMention) -> str | None:
        """Where a mention leads: within the act, or into another whose address is known."""
        act, _, _ = (mention.provision or "").partition("/")
        at = own_part(mention.kind, mention.number)
        if act == self._act:
            return f"#{at}"
        return f"{written_address(self._acts[act])}/eng@/~{at}" if act in self._acts else None

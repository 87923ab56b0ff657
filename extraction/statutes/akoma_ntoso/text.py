"""The running text of an element of Akoma Ntoso: a paragraph a line, each number before the words that it counts."""

from xml.etree.ElementTree import Element

from extraction.text.spacing import one_line

_BLOCKS = frozenset(
    (
        *("article", "section", "subsection", "paragraph", "subparagraph", "clause", "subclause", "point", "indent"),
        *("proviso", "alinea", "rule", "subrule", "list", "sublist", "chapter", "subchapter", "part", "subpart"),
        *("book", "tome", "title", "subtitle", "division", "subdivision", "level", "hcontainer", "transitional"),
        *("content", "intro", "wrapUp", "p", "block", "blockContainer", "container", "crossHeading", "tblock"),
        *("heading", "subheading", "blockList", "item", "listIntroduction", "listWrapUp", "listConclusion"),
        *("table", "caption", "tr", "ul", "ol", "li", "div", "foreign", "quotedStructure", "embeddedStructure"),
        *("longTitle", "formula", "recitals", "recital", "citations", "citation", "mainBody", "br"),
    )
)
_CELLS = frozenset(("td", "th"))
_NOTES = frozenset(("authorialNote", "remark"))
_LEFT_OUT = frozenset(("meta", "del", "eol", "eop", "toc", "noteRef")) | _NOTES
_OPEN, _NAMED, _SHUT = "\ue000", "\ue001", "\ue002"  # characters that stand for nothing: they keep a link's place
_NO_MARKS = dict.fromkeys(map(ord, (_OPEN, _NAMED, _SHUT)))


def running_text(element: Element, skipped: tuple[str, ...] = ()) -> str:
    """The text inside an element in reading order, without its own children of the `skipped` names.

    Cells of a table stand on the line of their row; words that are deleted, and notes, are left out.
    """
    return unlinked(linked_text(element, skipped))[0]


def linked_text(element: Element, skipped: tuple[str, ...] = ()) -> str:
    """The running text with the marks that `unlinked` takes out again, where it refers to something."""
    lines = _Lines()
    lines.inside(element, skipped)
    return lines.text()


def unlinked(linked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its marks, and where it refers to what: start, end, address."""
    first, *pieces = linked.split(_OPEN)
    text, found = first, []
    for piece in pieces:
        address, _, rest = piece.partition(_NAMED)
        words, _, after = rest.partition(_SHUT)
        found.append((len(text), len(text) + len(words), address))
        text += words + after
    return text, found


def notes(element: Element) -> str:
    """The editor's notes in an element, a line each."""
    found = (one_line(" ".join(note.itertext())) for name in _NOTES for note in element.iter(name))
    return "\n".join(note for note in found if note)


class _Lines:
    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._counted = False

    def inside(self, element: Element, skipped: tuple[str, ...] = ()) -> None:
        self._write(element.text)
        for child in element:
            if child.tag not in skipped:
                self._child(child)
            self._write(child.tail)

    def text(self) -> str:
        self._end()
        return "\n".join(self._lines)

    def _child(self, child: Element) -> None:
        if child.tag in _LEFT_OUT:
            return
        if child.tag == "num":
            self._number(child)
        elif child.tag in _CELLS:
            self._line.append(f" {one_line(linked_text(child))} ")
        elif child.tag == "ref" and child.get("href"):
            self._refer(child, child.get("href", ""))
        elif child.tag in _BLOCKS:
            self._break()
            self.inside(child)
            self._break()
        else:
            self.inside(child)

    def _number(self, child: Element) -> None:
        self._break()
        self._line.append(f"{''.join(child.itertext())} ")
        self._counted = True

    def _refer(self, child: Element, address: str) -> None:
        written, words = "".join(child.itertext()), one_line(running_text(child))
        before, after = (" " if edge.isspace() else "" for edge in (written[:1], written[-1:]))
        self._line.append(f"{before}{_OPEN}{''.join(address.split())}{_NAMED}{words}{_SHUT}{after}")
        self._counted = False

    def _write(self, text: str | None) -> None:
        if text:
            self._line.append(text.translate(_NO_MARKS))
            self._counted = self._counted and not text.strip()

    def _break(self) -> None:
        """End the line, unless all that it has is a number."""
        if not self._counted:
            self._end()

    def _end(self) -> None:
        if line := one_line("".join(self._line)):
            self._lines.append(line)
        self._line, self._counted = [], False

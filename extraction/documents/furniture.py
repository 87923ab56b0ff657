"""What a printed page has beside its text: running heads, page numbers, letters in the margin, and its footnotes."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extraction.citations.citations import find_citations
from extraction.citations.reporters import condensed, reporter_table
from extraction.documents.lines import Line, Page

_EDGE_LINES = 3  # at the head and foot of a page: headers have no more lines
_ZONE = 0.15  # of the page's height, where headers and footers stand
_NEAR = 8  # points: a header stands at the same height on every page but for the scan's shift
_NUMBER = re.compile(
    r"\W*(?P<word>page)?\W*(?P<number>\d{1,4})\W*(?P<of>(?:of|/)\s*\d{1,4}\W*)?(?P<after>\|?\s*page\W*)?", re.I
)
_STAMP = re.compile(
    r"signature (?:not )?(?:verified|valid)|digitally signed by\b.*|(?:date|reason|location):.{0,40}"
    r"|\d{4}\.\d\d\.\d\d\W*|\d\d:\d\d:\d\d (?:IST|\+05'30')\W*",
    re.IGNORECASE,
)
_STAMPED = re.compile(r"signature (?:not )?(?:verified|valid)|digitally signed by", re.IGNORECASE)
_NOTE = re.compile(
    r"(?:\[(?P<raised>\d{1,3}|[*†‡]+)\]|(?P<plain>\d{1,3}\b[.)]?|[*†‡]+)(?=\s+[^\s.]|\((?:1[89]|20)\d\d\)))\s*(?P<rest>.*)"
)
_NOTED = re.compile(r"\[(?:\d{1,3}|[*†‡]+)\]")
_NUMBERED = re.compile(r"\d{1,3}[.)]")
"""How a paragraph is numbered; a note in the text's own size has no stop after its mark."""
_FORM = re.compile(r"\W*(?:form|annexure|appendix|schedule|chapter|table)\s*(?:no\.?)?\s*[A-Z]?[-–]?\d{1,3}\W*", re.I)
_ROOM = 1.08  # of the usual distance between lines: notes in the text's own size stand a little lower
_EVEN = 0.3  # points: type of one size
_SMALLER = 0.93  # of the body's size: footnotes at the foot are set smaller


@dataclass(frozen=True, slots=True)
class TextPage:
    """A page without its furniture: the columns of its text, and its footnotes, the last maybe going on overleaf."""

    number: int
    columns: tuple[tuple[Line, ...], ...]
    notes: tuple[str, ...]


def without_furniture(pages: Sequence[Page]) -> list[TextPage]:
    """Take out of every page what repeats from page to page, stamps and page numbers; set its footnotes apart."""
    running = _running(pages) | _page_numbers(pages) | _stamps(pages)
    usual = _body_size(pages)
    cleaned: list[TextPage] = []
    last: tuple[str, float] | None = None
    for page in pages:
        columns: list[tuple[Line, ...]] = []
        notes: list[str] = []
        size = max(usual, _body_size([page]))
        for column in page.columns:
            lines = [line for line in column if id(line) not in running]
            cut = _large_notes_start(lines, _notes_start(lines, size, last))
            columns.append(tuple(lines[:cut]))
            _take_notes(lines[cut:], notes)
            last = (notes[-1], lines[-1].size) if cut < len(lines) else None
        if cleaned and notes and not _NOTED.match(notes[0]):
            *others, unended = cleaned[-1].notes
            cleaned[-1] = replace(cleaned[-1], notes=(*others, f"{unended} {notes.pop(0)}"))
        cleaned.append(TextPage(page.number, tuple(filter(None, columns)), tuple(notes)))
    return cleaned


def _edges(page: Page) -> list[Line]:
    """The highest and lowest lines of a page, as far as they stand where heads and feet do."""
    lines = sorted((line for column in page.columns for line in column), key=lambda line: line.baseline)
    top = [line for line in lines[:_EDGE_LINES] if line.baseline < _ZONE * page.height]
    return top + [line for line in lines[-_EDGE_LINES:] if line.baseline > (1 - _ZONE) * page.height]


def _running(pages: Sequence[Page]) -> set[int]:
    """Lines at an edge that name a law report, or come again, figures aside, at one height of three pages or of two.

    A citation in the head of the first page stays: it is the judgment's own.
    """
    found = {id(line) for page in pages for line in _edges(page) if _names_report(line.text)}
    if len(pages) < 2:
        return found
    seen: dict[str, list[tuple[int, Line]]] = {}
    for page in pages:
        for line in _edges(page):
            alike = _alike(line.text, at_foot=line.baseline > _ZONE * page.height)
            seen.setdefault(alike, []).append((page.number, line))
    for places in seen.values():
        for number, line in places:
            again = {n for n, other in places if abs(other.baseline - line.baseline) < _NEAR}
            if len(again) >= min(3, len(pages)) and not (number == 1 and find_citations(line.text)):
                found.add(id(line))
    return found


def _alike(line: str, at_foot: bool) -> str:
    """What a line has in common with its like on other pages: all but its figures, which tell notes and forms apart.

    At the foot the citations that it prints tell it apart too: of a note, the mark may be set as a line of its own.
    """
    if _NOTED.match(line) or _FORM.fullmatch(line):
        return line.casefold()
    cited = [found.citation.key for found in find_citations(line)] if at_foot else []
    return " ".join([re.sub(r"\d+", "#", line.casefold()), *cited])


def _names_report(line: str) -> bool:
    """Whether a line is the full name of a law report and a number: what a volume of it has at the head of a page."""
    name = re.sub(r"^\W*\d{1,4}\b|\b\d{1,4}\W*$", "", line)
    return name != line and len(name.split()) > 2 and condensed(name) in reporter_table().by_spelling


def _page_numbers(pages: Sequence[Page]) -> set[int]:
    """Numbers alone at an edge that count the pages: as many more than the page's own place on each of them."""
    found: list[tuple[int, Line]] = []
    sure: set[int] = set()
    for page in pages:
        for line in _edges(page):
            match = _NUMBER.fullmatch(line.text)
            if match and not line.text.rstrip().endswith((".", ")")):
                found.append((int(match["number"]) - page.number, line))
                if match["word"] or match["of"] or match["after"]:
                    sure.add(id(line))
    offsets = Counter(offset for offset, _ in found)
    usual = {offset for offset, count in offsets.items() if count > 1 or offset == 0}
    return sure | {id(line) for offset, line in found if offset in usual}


def _stamps(pages: Sequence[Page]) -> set[int]:
    """The lines of a digital signature's stamp."""
    found: set[int] = set()
    for page in pages[:1]:
        lines = [line for column in page.columns for line in column]
        if any(_STAMPED.search(line.text) for line in lines):
            found |= {id(line) for line in lines if _STAMP.fullmatch(line.text.strip())}
    return found


def _body_size(pages: Iterable[Page]) -> float:
    """The size in which most is set; where a judgment quotes much in small print, a page of its own words is larger."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for column in page.columns:
            for line in column:
                sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _notes_start(lines: Sequence[Line], body: float, last: tuple[str, float] | None) -> int:
    """Where a column's footnotes begin: its last lines in smaller print, the first with a mark or carried over.

    What the `last` note, of such a size, has overleaf is set as large, and that note has no end; a quotation may stand
    there instead. Without another mark it is carried over only where a quotation is left open.
    """
    start = len(lines)
    while start and lines[start - 1].size < _SMALLER * body:
        start -= 1
    first = next((i for i in range(start, len(lines)) if _opens_note(lines, i)), len(lines))
    if last is None or not (_is_open(last[0]) or (first < len(lines) and not _is_ended(last[0]))):
        return first
    while first > start and abs(lines[first - 1].size - last[1]) < _EVEN:
        first -= 1
    return first


def _is_open(note: str) -> bool:
    return note.count("“") > note.count("”")


def _is_ended(note: str) -> bool:
    """Whether a note ends as a sentence or a citation does."""
    cited = find_citations(note)
    return note.endswith((".", ";", ")", "]", "”", '"', "’")) or (bool(cited) and cited[-1].end == len(note))


def _large_notes_start(lines: Sequence[Line], end: int) -> int:
    """Where notes before `end` begin that are as large as the text: below room, with a mark that a line above bears."""
    gaps = [after.baseline - line.baseline for line, after in itertools.pairwise(lines[:end])]
    room = _ROOM * median(gaps) if gaps else 0.0
    lower = (i for i in range(1, end) if gaps[i - 1] > room and not _NUMBERED.match(lines[i].text))
    return next((i for i in lower if _bears(lines[:i], _mark(lines[i]))), end)


def _opens_note(lines: Sequence[Line], index: int) -> bool:
    """Whether a line opens with a note's mark: a raised one, a sign, or a figure that the text above it bears.

    A quotation in small print at the foot of a page begins with a paragraph's number that it does not bear.
    """
    mark = _mark(lines[index])
    return bool(mark) and (not mark.isdecimal() or lines[index].text[0] == "[" or _bears(lines[:index], mark))


def _mark(line: Line) -> str:
    """The mark with which a line opens, if any."""
    note = _NOTE.match(line.text)
    return (note["raised"] or note["plain"]).rstrip(".)") if note else ""


def _bears(lines: Iterable[Line], mark: str) -> bool:
    """Whether some line has the mark, raised or glued to a word's end."""
    borne = re.compile(rf"\[{re.escape(mark)}\]|[^\W\d_][.,;:)\"'”’]{{0,2}}{re.escape(mark)}(?!\d)")
    return bool(mark) and any(borne.search(line.text) for line in lines)


def _take_notes(lines: Iterable[Line], notes: list[str]) -> None:
    for text, fresh in _note_lines(lines):
        if fresh or not notes:
            notes.append(text)
        else:
            notes[-1] = f"{notes[-1]} {text}"


def _note_lines(lines: Iterable[Line]) -> Iterator[tuple[str, bool]]:
    """The lines of footnotes; where a note begins its mark is in square brackets, as it is in the text."""
    before = ""
    for line in lines:
        match, mark = _NOTE.match(line.text), _mark(line)
        follows = not (before.isdecimal() and mark.isdecimal()) or int(mark) == int(before) + 1
        if match and (match["raised"] or follows):
            yield f"[{mark}] {match['rest']}", True
            before = mark
        else:
            yield line.text, False

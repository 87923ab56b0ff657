"""Printed lines back to running text: a paragraph a line, words broken at a line's end mended, pages remembered."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from extraction.documents.furniture import TextPage
from extraction.documents.lines import Line
from extraction.text.sentences import abbreviates
from extraction.text.spacing import CELL, is_compound

_MARK = re.compile(r"(?:\(?\d{1,3}[.)]|\d{1,3}\.\d{1,2}\.?|\((?:[a-z]{1,2}|[ivx]{1,5})\)|\(?[ivxa-z]\))(?:\s|$)")
_ENDS = tuple(".:;?!\"'”’)]—-")
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BROKEN = re.compile(r"(?P<stem>[A-Za-z]+)-$")
_WIDER = 1.3  # of the white before: more begins a paragraph
_INDENTED = 0.8  # of the type's size: less is how uneven print stands
_FULL = 0.15  # of the width: a line that ends nearer to the edge is full
_FULL_LINES = 0.6  # of the lines of a run: fewer are a list, whose lines end where they like
_FLUSH = 3.0  # points: nearer edges are the same edge
_FAR_RIGHT = 0.3  # of the width: a signature stands so far right, an indent of a paragraph does not
_RUNNING = 6  # words in lower case: a line with so many is running text, no heading
_SENTENCE = 3  # words: a line of fewer is an entry of a list, whatever follows it
_ITEM = re.compile(rf"{_MARK.pattern}|\[\d|[*•]")
_OPEN_END = re.compile(
    r"\b(?:of|in|the|and|or|by|under|versus|[Ss]ections?|[Aa]rticles?|[Rr]ules?|(?:vs?|[Nn]os?)\.?)$"
)
"""Words that end no paragraph."""
_OWN_LINE = re.compile(r"[\[(\d]|[xX]{2}|[xX]\b|[A-Z\W\d]+$")
"""What begins a line of its own below running text: a bracket, a figure, words left out, a heading in capitals."""
_RULE = re.compile(r"[\s.…_]*(?:[.…]{4,}|…|_{4,})[\s.…_,]*(?:C?JI?\.?)?$")


@dataclass(frozen=True, slots=True)
class PagedText:
    """A text and where its pages stand in it: (offset, page number) for every change of page, offsets ascending."""

    text: str
    pages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line with the left and right edge of the column it was set in; `follows` is the distance to the line above."""

    line: Line
    page: int
    left: float
    right: float
    follows: float | None

    @property
    def indent(self) -> float:
        return self.line.left - self.left


@dataclass(slots=True)
class _Writer:
    """Text as it grows, with the offsets at which the page changes."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[tuple[int, int]] = field(default_factory=list)

    def write(self, text: str, page: int) -> None:
        if not self.pages or self.pages[-1][1] != page:
            self.pages.append((self.length, page))
        self.parts.append(text)
        self.length += len(text)


def running_text(pages: Sequence[TextPage]) -> PagedText:
    """The text of printed pages, a paragraph a line, blank lines where the print leaves room.

    The footnotes of a page follow the paragraph with which it ends, each a line that begins with its mark.
    """
    words = _vocabulary(pages)
    leading = _leading(pages)
    writer = _Writer()
    notes: list[tuple[int, str]] = []
    pending = {page.number: page.notes for page in pages if page.notes}
    lines = list(_placed(pages))
    in_columns = any(len(page.columns) > 1 for page in pages[:1])  # where a title too runs over its line
    for paragraph, spaced in _paragraphs(lines, leading, 0 if in_columns else _prose_start(lines)):
        if writer.length:
            writer.write("\n\n" if spaced else "\n", paragraph[0].page)
            _write_notes(writer, notes, paragraph[0].page)
        _write(writer, paragraph, words)
        for number in [n for n in pending if n <= paragraph[-1].page]:
            notes += [(number, note) for note in pending.pop(number)]
    for number, left in pending.items():
        notes += [(number, note) for note in left]
    for number, note in notes:
        writer.write(f"\n{note}", number)
    return PagedText("".join(writer.parts), tuple(writer.pages))


def _write_notes(writer: _Writer, notes: list[tuple[int, str]], page: int) -> None:
    """Write the notes of pages before `page`, whose last paragraph is now written."""
    for number, note in [n for n in notes if n[0] < page]:
        writer.write(f"{note}\n", number)
    notes[:] = [n for n in notes if n[0] >= page]


def _placed(pages: Sequence[TextPage]) -> Iterator[_Placed]:
    columns = [column for page in pages for column in page.columns]
    usual = [_edges(column) for column in columns if len(column) > 4]
    for page in pages:
        for column in filter(None, page.columns):
            left, right = _edges(column) if len(column) > 4 else _fitting(column, usual)
            above: Line | None = None
            for line, edge in zip(column, _right_edges(column, right), strict=True):
                yield _Placed(line, page.number, left, edge, line.baseline - above.baseline if above else None)
                above = line


def _edges(column: Sequence[Line]) -> tuple[float, float]:
    """The left edge of a column, where two lines or more begin, and its right one."""
    starts = sorted(line.left for line in column)
    shared = [a for a, b in itertools.pairwise(starts) if b - a < 2]
    return shared[0] if shared else starts[0], max(line.right for line in column)


def _fitting(column: Sequence[Line], usual: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The edges of a column of few lines: those of the narrowest longer one that it fits into, or its own."""
    left, right = min(line.left for line in column), max(line.right for line in column)
    around = [edges for edges in usual if edges[0] <= left + 3 and edges[1] >= right - 3]
    return min(around, key=lambda edges: edges[1] - edges[0], default=(left, right))


def _right_edges(column: Sequence[Line], right: float) -> Iterator[float]:
    """The right edge for each line: a block set narrower, most of whose lines are full, has its own."""
    start = 0
    while start < len(column):
        end = start + 1
        while end < len(column) and abs(column[end].left - column[start].left) < 2:
            end += 1
        run = column[start:end]
        edge = max(line.right for line in run)
        full = sum(line.right >= edge - _FULL * (edge - line.left) for line in run)
        own = len(run) >= 3 and full >= _FULL_LINES * len(run)
        yield from [edge if own else right] * len(run)
        start = end


def _leading(pages: Iterable[TextPage]) -> dict[int, float]:
    """The usual distance between lines, in points, by the size of type; text may be set far wider than quotations."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for above, line in (pair for p in pages for c in p.columns for pair in itertools.pairwise(c)):
        gaps[round(line.size)].append(line.baseline - above.baseline)
    usual = median(itertools.chain(*gaps.values())) if gaps else 0.0
    return {size: max(usual, median(apart)) for size, apart in gaps.items()}


def _prose_start(lines: Sequence[_Placed]) -> int:
    """Where prose begins: one line before two that fill their column from edge to edge. Above it stands the head."""
    full = [_fills(placed, after) or _is_block(placed, after) for placed, after in itertools.pairwise(lines)]
    pairs = (index for index, pair in enumerate(itertools.pairwise(full)) if all(pair))
    return max(next(pairs, 0) - 1, 0)


def _fills(placed: _Placed, after: _Placed) -> bool:
    """Whether a line goes from edge to edge, or is running text that had no room for the next line's first word."""
    return abs(placed.line.left - placed.left) <= _FLUSH and _reaches(placed, after)


def _reaches(placed: _Placed, after: _Placed) -> bool:
    line = placed.line
    return abs(line.right - placed.right) < _FLUSH or (
        _is_running(line) and line.right + 0.3 * line.size + after.line.first > placed.right
    )


def _is_block(placed: _Placed, after: _Placed) -> bool:
    """Whether two lines stand flush below each other, the first as full as running text is: beside hung numbers too."""
    return abs(placed.line.left - after.line.left) < _FLUSH and _is_running(placed.line) and _reaches(placed, after)


def _is_running(line: Line) -> bool:
    return sum(word.islower() for word in line.text.split()) >= _RUNNING


def _paragraphs(
    lines: Sequence[_Placed], leading: dict[int, float], prose: int
) -> Iterator[tuple[list[_Placed], bool]]:
    """The lines of each paragraph, and whether room is left above it; a line before `prose` stands by itself."""
    paragraph: list[_Placed] = []
    spaced = False
    usual = 0.0
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if len(paragraph) > 1 and paragraph[-1].follows and index > prose:
            usual = paragraph[-1].follows
        room = _room(paragraph, line, after, max(usual, leading.get(round(line.line.size), 0.0)))
        ends = room or index <= prose or _begins(paragraph, line, after)
        if paragraph and ends and not (index > prose and _runs_on(paragraph[-1], line)):
            yield paragraph, spaced
            paragraph, spaced = [], room
        paragraph.append(line)
    if paragraph:
        yield paragraph, spaced


def _runs_on(last: _Placed, line: _Placed) -> bool:
    """Whether a sentence runs on from one line to the next, however these are set: a quotation's edges may shift."""
    text, following = last.line.text, line.line.text
    if CELL in text or CELL in following or _ITEM.match(following):
        return False
    if _OPEN_END.search(text):
        return True
    if _ends(text) or _OWN_LINE.match(following):
        return False
    words = len(text.split())
    return (words >= _SENTENCE and following[0].islower()) or (_is_full(last) and not _parted(last, line))


def _is_full(placed: _Placed) -> bool:
    """Whether a line is running text that goes to its right edge."""
    return _is_running(placed.line) and abs(placed.line.right - placed.right) < _FLUSH


def _parted(last: _Placed, line: _Placed) -> bool:
    """Whether more room than any line leaves is between two lines of one page."""
    return line.follows is not None and last.follows is not None and line.follows > _WIDER * last.follows


def _room(paragraph: Sequence[_Placed], line: _Placed, after: _Placed | None, leading: float) -> bool:
    """Whether more than the usual distance parts a line from the one above it on its page.

    The usual distance is that of the paragraph's lines; for the line after a full first one that to the next line, as
    a page may set its text wider than its quotations and notes.
    """
    if not paragraph or line.follows is None or _are_rows(paragraph[-1], line):
        return False
    before = paragraph[-1].follows if len(paragraph) > 1 else None
    if before is None:
        below = after.follows if after and _fills(paragraph[-1], line) and _continues(line, after) else None
        before = max(leading, below or 0.0)
    return line.follows > _WIDER * before


def _are_rows(before: _Placed, line: _Placed) -> bool:
    """Whether two lines are rows of a table, between which room is left as their cells are long."""
    return CELL in before.line.text and CELL in line.line.text


def _continues(line: _Placed, after: _Placed) -> bool:
    """Whether the next line is set as this one is: as wide, from the same edge."""
    return abs(line.line.left - after.line.left) < _FLUSH and abs(line.right - after.right) < _FLUSH


def _begins(paragraph: Sequence[_Placed], line: _Placed, after: _Placed | None) -> bool:
    """Whether a line begins a paragraph: the one before had room for its first word, or it is numbered or indented."""
    last = paragraph[-1]
    if CELL in last.line.text or CELL in line.line.text:
        return True
    if _BROKEN.search(last.line.text) and line.line.text[:1].isalpha():
        return False
    if _stands_below(last, line):
        return True
    size = line.line.size
    if _RULE.search(last.line.text) or _RULE.match(line.line.text) or _stands_right(last, line):
        return True
    if last.line.right + 0.3 * size + line.line.first <= last.right - 0.3 * size:
        return True
    if _MARK.match(line.line.text) and _ends(last.line.text):
        return True
    return _shifted(paragraph, line, after, _INDENTED * size)


def _stands_below(last: _Placed, line: _Placed) -> bool:
    """Whether a line opens a column that stands below the one before it, and not beside it: a title is above them."""
    return line.follows is None and line.page == last.page and line.left < last.right and last.left < line.right


def _stands_right(last: _Placed, line: _Placed) -> bool:
    """Whether the line before stands in the right part of the column by itself, as a signature does."""
    width = last.right - last.left
    return last.indent > _FAR_RIGHT * width and line.indent < last.indent - _FAR_RIGHT * width


def _ends(text: str) -> bool:
    """Whether a line ends as a sentence or a clause does, and not with an abbreviation ("Art.", "cl.")."""
    last = text.rpartition(" ")[2]
    return text.endswith(_ENDS) and not (last.endswith(".") and abbreviates(last.lstrip("(['\"").rstrip(".")))


def _shifted(paragraph: Sequence[_Placed], line: _Placed, after: _Placed | None, least: float) -> bool:
    """Whether a line is indented against the one before, or stands out against a block that was."""
    last = paragraph[-1]
    if abs(line.line.left - last.line.left) < _FLUSH:
        return False
    if line.indent - last.indent > least:
        hanging = len(paragraph) == 1 and abs(last.line.hang - last.left - line.indent) < least
        return not (hanging and _MARK.match(last.line.text))
    if last.indent - line.indent > least:
        return len(paragraph) > 1 and after is not None
    return False


def _vocabulary(pages: Iterable[TextPage]) -> frozenset[str]:
    """The words and compounds printed whole, in lower case."""
    found: set[str] = set()
    for page in pages:
        for column in page.columns:
            for line in column:
                found.update(m.group().lower() for m in _WORD.finditer(line.text) if m.end() < len(line.text))
    return frozenset(found)


def _write(writer: _Writer, paragraph: Sequence[_Placed], words: frozenset[str]) -> None:
    text = paragraph[0].line.text
    for placed, after in zip(paragraph, [*paragraph[1:], None], strict=True):
        if after is None:
            writer.write(text, placed.page)
            return
        joined, text = _joined(text, after.line.text, words)
        writer.write(joined, placed.page)


def _joined(text: str, after: str, words: frozenset[str]) -> tuple[str, str]:
    """A line as it goes before the next one: with a space, or, broken at a hyphen, without; and the next line."""
    broken = _BROKEN.search(text)
    tail = re.match(r"[A-Za-z]+", after)
    if not broken or not tail:
        return (text if re.search(r"\w-$", text) and after[:1].isalnum() else f"{text} "), after
    if not after[0].islower():
        dash = broken["stem"].islower() and f"{broken['stem']}-{tail.group()}".lower() not in words
        return (f"{text} " if dash else text), after
    return (text if is_compound(broken["stem"], tail.group(), words) else text[:-1]), after

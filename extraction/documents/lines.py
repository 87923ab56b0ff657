"""Printed words with their places on a page, put together to lines in reading order: one column or two."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# of the type's size: the next line is a whole size lower, a word of the same line hardly lower at all
_SAME_LINE = 0.45
_GUTTER = 8  # points: spaces between words are narrower, the white between columns wider
_SIDE = 0.3  # of the width, left and right, where no gutter is looked for: margins are white too
_CROSSED = 0.15  # of the rows may cross a gutter: titles and footnotes that go over both columns
_FEWEST_ROWS = 10  # a page of fewer rows has no columns, only a title or a signature
_FULL = 0.2  # of a column's width: a line that ends nearer to the edge is full
_FEWEST_LEVEL = 7  # lines of a column beside another whose lines stand higher or lower
_SPACE = 0.25  # of the type's size: narrower white is between letters
_SMALL = 0.85  # of the body's size: smaller type is a mark of a note or a margin's
_RAISED = 0.15  # of the size: marks of notes stand higher, small capitals on the line
_RAISED_HIGH = 0.65  # a mark of a note may stand higher than a word and is of the line still
_SIGNS = "*†‡"


@dataclass(frozen=True, slots=True)
class Word:
    """A printed word: its edges, its baseline counted from the top of the page, its size, all in points.

    `spaced` says that a space stands before it.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line of a column: `first` is the width of its first word, `hang` where its second word begins."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    first: float
    hang: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page by column, in reading order; `number` counts from 1, `height` is in points."""

    number: int
    height: float
    columns: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Print:
    """The words of a page as they were found; `number` counts from 1, `height` is in points."""

    number: int
    height: float
    words: tuple[Word, ...]


def read_pages(prints: Iterable[Print]) -> tuple[Page, ...]:
    """Put the words of pages to lines, those of a left column before those of the right one.

    Where most pages have two columns, a page too short to show them is taken to have the same.
    """
    sheets = [(sheet, rows_of(sheet.words)) for sheet in prints]
    gutters = [_gutter(rows, _is_level) or _gutter(_below_title(rows), _staggered) for _, rows in sheets]
    found = [gutter for gutter in gutters if gutter]
    usual = found[len(found) // 2] if 2 * len(found) >= len(sheets) else None
    return tuple(
        Page(sheet.number, sheet.height, _columns(rows, gutter or usual))
        for (sheet, rows), gutter in zip(sheets, gutters, strict=True)
    )


def _columns(rows: Sequence[Sequence[Word]], gutter: tuple[float, float] | None) -> tuple[tuple[Line, ...], ...]:
    parts = (part for band in _bands(rows, gutter) for part in band)
    return tuple(tuple(_line(row) for row in part if row) for part in parts if any(part))


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand on one baseline, raised numerals included, from left to right; rows from top to bottom."""
    rows: list[list[Word]] = []
    start, size = 0.0, 0.0
    for word in sorted(words, key=lambda w: w.baseline):
        alone = bool(rows) and len(rows[-1]) == 1 and rows[-1][0].text.isdecimal()
        mark = size < _SMALL * word.size or (alone and size < word.size)
        if rows and word.baseline - start <= (_RAISED_HIGH if mark else _SAME_LINE) * max(size, word.size):
            rows[-1].append(word)
            start, size = (word.baseline if mark else start), max(size, word.size)
        else:
            rows.append([word])
            start, size = word.baseline, word.size
    return [sorted(row, key=lambda w: w.left) for row in rows]


def _gutter(
    rows: Sequence[Sequence[Word]], beside: Callable[[Sequence[Sequence[Word]], float, float], bool]
) -> tuple[float, float] | None:
    """The white strip between two columns: free of words in most rows, with prose `beside` it on both sides."""
    if len(rows) < _FEWEST_ROWS:
        return None
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    low, high = int(left + _SIDE * (right - left)), int(right - _SIDE * (right - left))
    crossed = _crossings(rows, low, high)
    strips = _strips([low + i for i, count in enumerate(crossed) if count <= _CROSSED * len(rows)])
    if not strips:
        return None
    start, end = max(strips, key=lambda strip: strip[1] - strip[0])
    return (float(start), float(end)) if end - start >= _GUTTER and beside(rows, start, end) else None


def _is_level(rows: Sequence[Sequence[Word]], start: float, end: float) -> bool:
    """Whether two columns of prose stand beside each other, line by line."""
    beside = [row for row in rows if row[0].left < start and row[-1].right > end]
    return len(beside) >= max(_FEWEST_ROWS, len(rows) / 2) and _prose(beside, start, end)


def _below_title(rows: Sequence[Sequence[Word]]) -> Sequence[Sequence[Word]]:
    """The rows from the first that leaves the middle of the page free: those above it, across it, are a title."""
    edges = [edge for row in rows for edge in (row[0].left, row[-1].right)]
    middle = (min(edges) + max(edges)) / 2 if edges else 0.0
    start = next((i for i, row in enumerate(rows) if not row[0].left < middle < row[-1].right), 0)
    return rows[start:] if start else ()


def _staggered(rows: Sequence[Sequence[Word]], start: float, end: float) -> bool:
    """Whether two columns of prose stand beside each other whose lines are not level, as where one has a picture."""
    left = [row for row in ([w for w in row if w.right <= start + 1] for row in rows) if row]
    right = [row for row in ([w for w in row if w.left >= end - 1] for row in rows) if row]
    crossed = any(word.left < start and word.right > end for row in rows for word in row)
    return min(len(left), len(right)) >= _FEWEST_LEVEL and not crossed and _is_full(left) and _is_full(right)


def _is_full(side: Sequence[Sequence[Word]]) -> bool:
    """Whether most lines of a column go from edge to edge, which sets prose apart from the cells of a table."""
    low, high = min(row[0].left for row in side), max(row[-1].right for row in side)
    full = [row for row in side if row[0].left < low + _GUTTER and row[-1].right > high - _FULL * (high - low)]
    return len(full) >= len(side) / 2 and median(map(len, side)) >= 3


def _crossings(rows: Sequence[Sequence[Word]], low: int, high: int) -> list[int]:
    """For every point between `low` and `high`, the number of rows that have a word over it."""
    counts = [0] * max(0, high - low)
    for row in rows:
        for point in {p for w in row for p in range(max(low, int(w.left)), min(high, int(w.right) + 1))}:
            counts[point - low] += 1
    return counts


def _strips(points: Sequence[int]) -> list[tuple[int, int]]:
    strips: list[tuple[int, int]] = []
    for point in points:
        if strips and point == strips[-1][1]:
            strips[-1] = (strips[-1][0], point + 1)
        else:
            strips.append((point, point + 1))
    return strips


def _prose(rows: Sequence[Sequence[Word]], start: float, end: float) -> bool:
    """Whether both sides have three words or more in most rows, which sets columns apart from tables."""
    left = median(sum(w.right <= start + 1 for w in row) for row in rows)
    right = median(sum(w.left >= end - 1 for w in row) for row in rows)
    return left >= 3 and right >= 3


def _bands(
    rows: Sequence[Sequence[Word]], gutter: tuple[float, float] | None
) -> Iterable[tuple[list[list[Word]], list[list[Word]]]]:
    """Stretches of rows in two columns, each as (left, right), and of rows across the page, as (rows, nothing)."""
    if gutter is None:
        yield [list(row) for row in rows], []
        return
    across: list[list[Word]] = []
    left: list[list[Word]] = []
    right: list[list[Word]] = []
    for row in rows:
        parts = _parted(row, *gutter)
        if parts is None:
            if left or right:
                yield left, right
                left, right = [], []
            across.append(list(row))
            continue
        if across:
            yield across, []
            across = []
        left.append(parts[0])
        right.append(parts[1])
    yield across, []
    yield left, right


def _parted(row: Sequence[Word], start: float, end: float) -> tuple[list[Word], list[Word]] | None:
    """The words left and right of a gutter; None where the row runs across it."""
    middle = (start + end) / 2
    left = [w for w in row if w.right <= middle]
    right = [w for w in row if w.left >= middle]
    if len(left) + len(right) < len(row):
        return None
    gap = (right[0].left if right else end) - (left[-1].right if left else start)
    return (left, right) if gap >= (end - start) / 2 else None


def _line(row: Sequence[Word]) -> Line:
    size, body = _body(row)
    hang = row[1].left if len(row) > 1 else row[0].right
    first = row[0].right - row[0].left
    return Line(text_of(row), row[0].left, row[-1].right, body[0].baseline, size, first, hang)


def text_of(row: Sequence[Word]) -> str:
    """The words of a line as text, spaced as they are printed."""
    size, body = _body(row)
    text = _marked(row[0], size, body[0].baseline)
    for before, word in pairwise(row):
        parted = word.spaced or word.left - before.right > _SPACE * size
        text += (" " if parted else "") + _marked(word, size, body[0].baseline)
    return text


def _body(row: Sequence[Word]) -> tuple[float, Sequence[Word]]:
    """The size of a line's type, and the words that are set in it."""
    size = max(w.size for w in row)
    return size, [w for w in row if w.size > _SMALL * size] or list(row)


def _marked(word: Word, size: float, baseline: float) -> str:
    """A small raised numeral or asterisk is the mark of a footnote: "[3]", so that it joins no figure."""
    raised = word.size < _SMALL * size and baseline - word.baseline > _RAISED * size
    figures = word.text.strip(_SIGNS)
    return f"[{word.text}]" if raised and (figures.isdecimal() or not figures) else word.text

"""Columns of a printed table: where they begin, told from their numbers and from the white between them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from extraction.documents.lines import Word

Line = list[Word]
"""The words of a printed line, from left to right."""

_FEWEST = 3  # columns: "1 2" may be anything
_APART = 2.0  # of the type's size: numbers of columns stand farther from each other than words do
_SAME_EDGE = 1.5  # points: words whose left edges are nearer begin in one column
_CROSSING = 6  # lines that begin at an edge are set against one that goes over it: a column may be set in the middle
_WHITE = 0.7  # of the type's size: a line of a table has more white somewhere, one of prose has not
_SPAN = 0.65  # of a table's width: a line of prose is longer
_NEAR = 2.5  # of the type's size: lines of a head are nearer to each other
_GLUED = re.compile(r"(?<=[a-z.,;])(?=[A-Z])")


def numbers_columns(line: Line) -> bool:
    """Whether a line is "1 2 3 4", each number over its column."""
    told = [word.text.strip("()") for word in line]
    apart = all(b.left - a.right > _APART * a.size for a, b in pairwise(line))
    return len(told) >= _FEWEST and apart and told == [str(number) for number in range(1, len(told) + 1)]


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's left and right; of its columns but the first, where their lines begin, and where their space does."""

    left: float
    right: float
    starts: tuple[float, ...]
    edges: tuple[float, ...]

    @classmethod
    def of(cls, numbers: Line, lines: Sequence[Line]) -> "Columns":
        """The columns: each begins where most of its lines do, between two numbers, and where no word goes over."""
        words = [*numbers, *(word for line in lines for word in line)]
        starts = tuple(_start(_middle(a), b, lines) for a, b in pairwise(numbers))
        edges = tuple(min(start, _end(start, words) + 2 * _SAME_EDGE) for start in starts)
        return cls(min(word.left for word in words), max(word.right for word in words), starts, edges)

    def cells(self, line: Line) -> list[Line]:
        """The words of a line by column; two that are printed without a space at an edge are two."""
        parts: list[Line] = [[] for _ in range(len(self.edges) + 1)]
        for word in (part for whole in line for part in self._unglued(whole)):
            parts[sum(word.left >= edge - _SAME_EDGE for edge in self.edges)].append(word)
        return parts

    def _unglued(self, word: Word) -> tuple[Word, ...]:
        edge = next((start for start in self.starts if _crosses(word, start)), None)
        glue = _GLUED.search(word.text) if edge else None
        if edge is None or glue is None:
            return (word,)
        before, after = word.text[: glue.start()], word.text[glue.start() :]
        return replace(word, text=before, right=word.left), replace(word, text=after, left=edge, spaced=True)

    def crossed(self, parts: Sequence[Line]) -> bool:
        """Whether a line is not parted in columns: a word goes over an edge, or all of them follow without white."""
        line = [word for words in parts for word in words]
        over = any(_crosses(word, edge) for word in line for edge in self.edges)
        return over or (sum(map(bool, parts)) > 1 and len(list(_segments(line, self.starts))) == 1)

    def body(self, lines: Sequence[Line]) -> Iterator[Line]:
        """The lines of the table, which ends before one of prose."""
        for line in lines:
            if is_prose(line, lines) and self.crossed(self.cells(line)):
                return
            yield line


def head_of(above: Sequence[Line], numbers: Line, starts: Sequence[float]) -> list[list[Line]]:
    """The lines over the numbers that name the columns, by column; the first has words for most of them."""
    found: list[list[Line]] = []
    below = numbers
    for line in reversed(above):
        parts = _by_number(line, numbers, [*starts, *(number.left for number in numbers)])
        if parts is None or below[0].baseline - line[0].baseline > _NEAR * line[0].size:
            break
        found.insert(0, parts)
        below = line
    return list(dropwhile(lambda parts: sum(map(bool, parts)) < len(numbers) - 1, found))


def _by_number(line: Line, numbers: Line, edges: Sequence[float]) -> list[Line] | None:
    """The words of a line, as white parts them, by the nearest number; None if a part stands over several."""
    parts: list[Line] = [[] for _ in numbers]
    for words in _segments(line, edges):
        if sum(words[0].left < _middle(number) < words[-1].right for number in numbers) > 1:
            return None
        middle = (words[0].left + words[-1].right) / 2
        parts[min(range(len(numbers)), key=lambda i: abs(_middle(numbers[i]) - middle))] += words
    return parts


def _segments(line: Line, edges: Sequence[float] = ()) -> Iterator[Line]:
    """The stretches of a line between which white is left, or that begin at an edge."""
    words = [line[0]]
    for before, word in pairwise(line):
        at_edge = any(abs(word.left - edge) <= _SAME_EDGE for edge in edges)
        if at_edge or word.left - before.right > _WHITE * before.size:
            yield words
            words = []
        words.append(word)
    yield words


def _start(low: float, number: Word, lines: Sequence[Line]) -> float:
    """Where most lines of a column begin, between the middle of the number before and that of its own."""
    found = {word.left for line in lines for word in line if low < word.left <= _middle(number)}
    return max(sorted(found), key=lambda x: sum(_parts_at(x, line) for line in lines), default=number.left)


def _end(start: float, words: Sequence[Word]) -> float:
    """Where the words before a column end, or the one begins that is printed together with the column's."""
    ends = [word.right for word in words if word.right <= start]
    ends += [word.left for word in words if _crosses(word, start) and _GLUED.search(word.text)]
    return max(ends, default=start)


def _parts_at(x: float, line: Line) -> int:
    """How far a line bears out that a column begins at x: a word does, after white, or none goes over it."""
    aligned = any(abs(word.left - x) <= _SAME_EDGE for word in line)
    white = any(a.right < x <= b.left + _SAME_EDGE and b.left - a.right > _WHITE * a.size for a, b in pairwise(line))
    over = any(_crosses(word, x) and not _GLUED.search(word.text) for word in line)
    return aligned + white - _CROSSING * (over and len(list(_segments(line))) > 1)


def _crosses(word: Word, edge: float) -> bool:
    return word.left < edge - _SAME_EDGE and word.right > edge + _SAME_EDGE


def _middle(word: Word) -> float:
    return (word.left + word.right) / 2


def is_prose(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line runs over most of the width that the lines have, without white between its words."""
    width = max(other[-1].right for other in lines) - min(other[0].left for other in lines)
    return line[-1].right - line[0].left > _SPAN * width and len(list(_segments(line))) == 1

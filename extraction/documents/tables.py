"""Tables with numbered columns, as acts print them: each row becomes a line, its cells apart, overleaf too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile

from extraction.documents.columns import Columns, Line, head_of, is_prose, numbers_columns
from extraction.documents.lines import Print, Word, rows_of, text_of
from extraction.text.spacing import CELL

_CLOSED = re.compile(r"[.)\];\d]$")
_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,3}(?:\s?\(\w+\))*")
_BROKEN = re.compile(r"(?P<stem>\w+)-$")


def with_rows(prints: Sequence[Print]) -> list[Print]:
    """The pages with the lines of each row of a table put to one, its cells parted by tabs.

    A table is told by the numbers of its columns, "1 2 3 4", which stand at its head on every page and are left out.
    """
    reader = _Reader()
    for sheet in prints:
        reader.read(sheet)
    if not reader.rows:
        return list(prints)
    words = frozenset(word.text.strip(".,;()").lower() for sheet in prints for word in sheet.words)
    return [reader.written(sheet, words) for sheet in prints]


@dataclass(slots=True)
class _Row:
    """A row as it grows, line by line; `latest` says which cells the line before had words in."""

    page: int
    place: Word
    cells: list[list[str]]
    latest: list[bool] = field(default_factory=list)
    lines: int = 0

    def add(self, parts: Sequence[Line]) -> None:
        """Take in a line, its words by column."""
        for cell, words in zip(self.cells, parts, strict=True):
            cell += [text_of(words)] if words else []
        self.latest = [bool(words) for words in parts]
        self.lines += 1

    def is_closed(self) -> bool:
        """Whether every cell has ended: with a stop, or a line ago."""
        return all(not on or _CLOSED.search(cell[-1]) for cell, on in zip(self.cells, self.latest, strict=True))

    def text(self, words: frozenset[str]) -> str:
        """The row as a line."""
        return CELL.join(_joined(cell, words) for cell in self.cells)


@dataclass(slots=True)
class _Reader:
    """Reads pages one after another; `open` is the row that may go on, `gone` the words that are in rows."""

    rows: list[_Row] = field(default_factory=list)
    open: _Row | None = None
    heads: set[tuple[str, ...]] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)

    def read(self, sheet: Print) -> None:
        """Find the rows of a page's tables."""
        lines = rows_of(sheet.words) if {"1", "2", "3"} <= {word.text.strip("()") for word in sheet.words} else []
        starts = [index for index, line in enumerate(lines) if numbers_columns(line)]
        if not starts:
            self.open = None
        if lines and len(lines[-1]) == 1 and lines[-1][0].text.isdecimal():
            lines.pop()  # the page's number
        for start, end in pairwise([*starts, len(lines)]):
            self._table(sheet.number, lines[:start], lines[start], lines[start + 1 : end])

    def _table(self, page: int, above: Sequence[Line], numbers: Line, below: Sequence[Line]) -> None:
        columns = Columns.of(numbers, list(takewhile(lambda line: not is_prose(line, below), below)))
        body = list(columns.body(below))
        if not body:
            return
        self.gone |= {id(word) for word in numbers}
        if self.open and len(self.open.cells) != len(numbers):
            self.open = None
        self._head(page, columns, head_of(above, numbers, columns.starts))
        for line in body:
            self._line(page, columns, line)
        if len(body) < len(below):
            self.open = None

    def _head(self, page: int, columns: Columns, lines: Sequence[Sequence[Line]]) -> None:
        """Take in the head of a table, the first time that it is printed."""
        words = [word for parts in lines for part in parts for word in part]
        if not words:
            return
        self.gone |= {id(word) for word in words}
        row = self._begun(page, words, columns)
        for parts in lines:
            row.add(parts)
        told = tuple(" ".join(cell) for cell in row.cells)
        if told not in self.heads:
            self.heads.add(told)
            self.rows.append(row)

    def _line(self, page: int, columns: Columns, line: Line) -> None:
        """Take in a line: it begins a row or goes on with one. A heading that goes over the columns stays as it is."""
        parts = columns.cells(line)
        if columns.crossed(parts) or not (self.open or all(parts[1:])):
            return
        if self.open is None or _begins(parts, self.open):
            self.open = self._begun(page, line, columns)
            self.rows.append(self.open)
        self.open.add(parts)
        self.gone |= {id(word) for word in line}

    def _begun(self, page: int, line: Line, columns: Columns) -> _Row:
        place = replace(line[0], left=columns.left, right=columns.right, spaced=True)
        return _Row(page, place, [[] for _ in range(len(columns.edges) + 1)])

    def written(self, sheet: Print, words: frozenset[str]) -> Print:
        """A page with its rows in the place of their lines."""
        kept = [word for word in sheet.words if id(word) not in self.gone]
        rows = [replace(row.place, text=row.text(words)) for row in self.rows if row.page == sheet.number]
        return replace(sheet, words=(*kept, *rows))


def _begins(parts: Sequence[Line], row: _Row) -> bool:
    """Whether a line begins the row after `row`: with a number, or with words in each column once that has ended.

    A number set a line too low belongs to the row that has just begun.
    """
    after = all(parts[1:]) and row.is_closed()
    if parts[0] and _NUMBER.fullmatch(text_of(parts[0])):
        return after or bool(row.cells[0]) or row.lines > 1
    return after


def _joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """The lines of a cell as one; a hyphen at a line's end stays unless the document has the word without it."""
    text = ""
    for line in lines:
        broken = _BROKEN.search(text)
        tail = re.match(r"\w+", line)
        if broken and tail:
            whole, compound = (f"{broken['stem']}{hyphen}{tail.group()}".lower() for hyphen in ("", "-"))
            text = (text[:-1] if whole in words and compound not in words else text) + line
        else:
            text = f"{text} {line}".strip()
    return text

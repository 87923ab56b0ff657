"""Cause titles in two columns, with the "versus" between them, as the income tax tribunal prints them."""

import re
from collections.abc import Sequence

from extraction.judgments.heads.roles import ROLES

_COLUMNS = re.compile(r"\s{3,}")
_VERSUS_BETWEEN = re.compile(r"\s{2,}(?:vs?|versus)\b\W*?(?=\s{3,}|\W*$)", re.IGNORECASE)
_VERSUS_CELL = re.compile(r"(?P<left>\S.*?)\s{2,}(?:vs?|versus)\b\W*?(?:\s{3,}(?P<right>\S.*))?", re.IGNORECASE)
_TWO_ROLES = re.compile(rf"\W*{ROLES}\W*\s{{3,}}\W*{ROLES}\W*", re.IGNORECASE)


def in_one_column(lines: Sequence[str]) -> list[str]:
    """The lines, two columns with the "versus" between them as one side above it and the other below."""
    at = next((i for i, line in enumerate(lines) if _VERSUS_CELL.fullmatch(line.strip())), None)
    if at is None:
        return list(lines)
    first = next((i + 1 for i in range(at, -1, -1) if not lines[i].strip()), 0)
    last = next((i for i in range(at, len(lines)) if not lines[i].strip()), len(lines))
    cells = [_cells(line, lines[at].upper().rindex("V") // 2) for line in lines[first:last]]
    left, right = ([cell for cell in side if cell] for side in zip(*cells, strict=True))
    rest = [line for line in lines[last:] if not _TWO_ROLES.fullmatch(line)]
    return [*lines[:first], "", *left, "versus", *right, "", *rest]


def _cells(line: str, middle: int) -> tuple[str, str]:
    """What a line has in either column; one that begins behind the `middle` of the left column is of the right."""
    cells = _COLUMNS.split(_VERSUS_BETWEEN.sub("   ", line).strip(), maxsplit=1)
    if len(cells) > 1:
        return cells[0], cells[1]
    return ("", cells[0]) if len(line) - len(line.lstrip()) > middle else (cells[0], "")

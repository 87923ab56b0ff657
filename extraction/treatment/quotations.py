"""Where a text quotes: stretches between quotation marks, told open from closed by what stands beside them."""

import re
from bisect import bisect_right

_MARK = re.compile(r"[\"“”]|''")
_LONGEST = 6000  # characters: a quotation that closes no nearer was never closed
_OPENS_AFTER = frozenset(" \t\r\n([{-:–—|")


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans of quoted stretches, ascending and apart; a mark that is never closed, or far away, quotes nothing."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in _MARK.finditer(text):
        if _opens(text, mark):
            opened = mark.end()
        elif opened is not None:
            if mark.start() - opened <= _LONGEST:
                spans.append((opened, mark.start()))
            opened = None
    return spans


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() in "“”":
        return mark.group() == "“"
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return (not before or before in _OPENS_AFTER) and bool(after) and not after.isspace()


def is_quoted(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether the place `at` lies within one of the spans."""
    index = bisect_right(spans, (at, at)) - 1
    return index >= 0 and at < spans[index][1]

"""The marks at the ends of a name: brackets closed, the stops of initials and of "Ltd." and "Co." kept."""

import re
from typing import NamedTuple

_PAIRS = {"(": ")", "[": "]"}
_KEEPS_STOP = re.compile(r"(?<![^\W_])(?:[A-Z]|Ltd|Co)$", re.IGNORECASE)


class Span(NamedTuple):
    """A stretch of a text and its label."""

    start: int
    end: int
    label: str


def settled(text: str, span: Span) -> Span:
    """The span of words with the marks that belong to it on either side."""
    start, end, label = _bracketed(text, span)
    if text[end : end + 1] == "." and _KEEPS_STOP.search(text, max(start, end - 4), end):
        end += 1
    return _bracketed(text, Span(start, end, label))


def _bracketed(text: str, span: Span) -> Span:
    """A bracket that is opened in the name is closed in it if the next mark does, and the other way about."""
    start, end, label = span
    inside = text[start:end]
    for opening, closing in _PAIRS.items():
        missing = inside.count(opening) - inside.count(closing)
        if missing > 0 and text[end : end + 1] == closing:
            end += 1
        elif missing < 0 and start and text[start - 1] == opening:
            start -= 1
    return Span(start, end, label)

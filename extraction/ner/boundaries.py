"""Where a name ends, put right as those who label names do: brackets closed, the stops of abbreviations kept."""

import re
from collections.abc import Callable
from typing import NamedTuple

_PAIRS = {"(": ")", "[": "]"}
_KEEPS_STOP = re.compile(
    r"(?:\b(?:Ltd|Co|Corpn|Corp|Pvt|Inc|Bros|Dept|Govt)|(?:\b[A-Za-z]{1,3}\.\s?){1,5}[A-Za-z]{1,2})$", re.IGNORECASE
)
_STOPPED = ("STATUTE", "ORG", "PETITIONER", "RESPONDENT", "GPE")
_LOSES_STOP = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]{3,}|Ors|Anr|Act|\d{4})\.$")


class Span(NamedTuple):
    """A stretch of a text and its label."""

    start: int
    end: int
    label: str


def settled(text: str, span: Span) -> Span:
    """The span with its end put right; it grows by no more than one mark."""
    for rule in _RULES:
        span = rule(text, span)
    return span


def _bracket(text: str, span: Span) -> Span:
    """A bracket opened in the name is closed in it; one that is only closed is not of it."""
    start, end, label = span
    inside = text[start:end]
    for opening, closing in _PAIRS.items():
        missing = inside.count(opening) - inside.count(closing)
        if missing > 0 and text[end : end + 1] == closing:
            return Span(start, end + 1, label)
        if missing < 0 and inside.endswith(closing) and len(inside) > 1:
            return Span(start, end - 1, label)
    return span


def _stop(text: str, span: Span) -> Span:
    """The full stop of "Ltd." and "I.P.C." is part of the name, that after "IPC" or "Ors" is not."""
    start, end, label = span
    inside = text[start:end]
    if text[end : end + 1] == "." and label in _STOPPED and _KEEPS_STOP.search(inside):
        return Span(start, end + 1, label)
    if inside.endswith(".") and _LOSES_STOP.search(inside):
        return Span(start, end - 1, label)
    return span


_RULES: tuple[Callable[[str, Span], Span], ...] = (_bracket, _stop)

"""Sentence boundaries in legal prose, where full stops mostly abbreviate ("Art. 21", "A.I.R.", "v.", "Ltd.")."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

_BOUNDARY = re.compile(r"[.?!\n](?:(?<=[.?!])[\"'”’)\]]{0,3}\s+(?=[\"'“‘(\[{]{0,2}\s?[A-Z0-9])|(?<=\n)(?:\s*\n)?\s*)")
_LAST_WORD = re.compile(r"[\w'/.-]{1,20}$")
NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[.)]\s+)?")
"""A paragraph's number at the head of a sentence."""
_QUOTE_LENGTH = 600  # characters of a sentence that is shown: longer ones are cut around what they were chosen for
_BREAK_AFTER = frozenset(".:;?!\"'”’)]-")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|#|[\"“]")


@cache
def abbreviations() -> frozenset[str]:
    """Words, in lower case and without their last full stop, that do not end a sentence."""
    raw = tomllib.loads((files("extraction") / "data" / "abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(str(raw["abbreviations"]).split())


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of `text` start, the first at 0, ascending."""
    starts = [0]
    starts += [m.end() for m in _BOUNDARY.finditer(text) if m.end() < len(text) and _ends(text, m)]
    return starts


def _ends(text: str, boundary: re.Match[str]) -> bool:
    if "\n" in boundary.group():
        return _line_ends(text, boundary)
    if text[boundary.start()] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, boundary.start() - 20), boundary.start())
    if word is None:
        return True
    numbers_a_line = word.group().isdigit() and (word.start() == 0 or text[word.start() - 1] == "\n")
    return not numbers_a_line and not abbreviates(word.group())


def abbreviates(word: str) -> bool:
    """Whether a full stop after `word` belongs to it: an initial, dotted capitals or a known abbreviation."""
    bare = word.strip("'-/").lower()
    bare = bare.lstrip("0123456789") or bare
    if len(bare.rpartition(".")[2]) <= 1 and not bare[-1:].isdigit():
        return True
    return bare in abbreviations() or bare.rpartition("/")[2] in abbreviations()


def _line_ends(text: str, boundary: re.Match[str]) -> bool:
    """A line break ends a sentence after closing punctuation, at a blank line and before a numbered item."""
    before = text[max(0, boundary.start() - 8) : boundary.start() + 1].rstrip()
    return (
        before[-1:] in _BREAK_AFTER or boundary.group().count("\n") > 1 or _ITEM.match(text, boundary.end()) is not None
    )


def sentence_at(starts: Sequence[int], length: int, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, or of the sentences together, that hold `start` to `end`."""
    first = bisect_right(starts, start) - 1
    last = bisect_right(starts, max(start, end - 1)) - 1
    stop = starts[last + 1] if last + 1 < len(starts) else length
    return starts[first], stop


def quote_span(text: str, start: int, end: int, at: int, to: int) -> tuple[int, int]:
    """The part of a sentence to quote: at most 600 characters around `at` to `to`, a paragraph's number left out."""
    numbered = NUMBERED.match(text, start, at)
    start = numbered.end() if numbered else start
    while end > to and text[end - 1].isspace():
        end -= 1
    if end - start <= _QUOTE_LENGTH:
        return start, end
    low = max(start, at - (_QUOTE_LENGTH - min(to - at, _QUOTE_LENGTH)) // 2)
    high = min(end, low + _QUOTE_LENGTH)
    low = max(start, high - _QUOTE_LENGTH)
    return _at_words(text, low, high, start, end)


def _at_words(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    if low > start and (space := text.find(" ", low, low + 30)) > 0:
        low = space + 1
    if high < end and (space := text.rfind(" ", high - 30, high)) > 0:
        high = space
    return low, high

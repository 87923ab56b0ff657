"""What the name tagger sees of a text: its words, how each is written, and what stands before it.

The encoder's word pieces are lower-case; how a word was written reaches it as two small classes a word.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+|([^\w\s]|_)\1*")
_SHAPES = (
    ("mark", re.compile(r"[\W_]")),
    ("marks", re.compile(r"[\W_]{2,}")),
    ("lower", re.compile(r"[^\W\d_A-Z]+")),
    ("letter", re.compile(r"[A-Z]")),
    ("title", re.compile(r"[A-Z][^\W\d_A-Z]+")),
    ("upper2", re.compile(r"[A-Z]{2,3}")),
    ("upper", re.compile(r"[A-Z]{4,}")),
    ("mixed", re.compile(r"[^\W\d_]+")),
    ("digits1", re.compile(r"\d")),
    ("digits2", re.compile(r"\d\d")),
    ("digits3", re.compile(r"\d{3}")),
    ("year", re.compile(r"1[6-9]\d\d|20\d\d")),
    ("digits4", re.compile(r"\d{4}")),
    ("digits", re.compile(r"\d+")),
)
SHAPES = (*(name for name, _ in _SHAPES), "letters and digits")
GAPS = ("inside a word", "none", "space", "wide", "line", "blank line", "start", "words left out")
INSIDE, LEFT_OUT = 0, 7
_CACHED = 200_000
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each starts and ends, its shape and the gap before it (indices of the tables)."""

    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    shapes: Sequence[int]
    gaps: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """First word and the one after the last of those that a stretch of text touches."""
        return bisect_left(self.ends, start + 1), bisect_left(self.starts, end)


def read_words(text: str) -> Words:
    """Runs of letters and digits, and runs of one mark; time grows linearly with the text."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    gaps: list[int] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        texts.append(text[start : min(end, start + _LONGEST)])
        starts.append(start)
        ends.append(end)
        gaps.append(_gap(text, before, start) if before else _START)
        before = end
    return Words(texts, starts, ends, [shape(word) for word in texts], gaps)


_START = GAPS.index("start")
_NONE, _SPACE, _WIDE, _LINE, _BLANK = (GAPS.index(name) for name in ("none", "space", "wide", "line", "blank line"))


def _gap(text: str, before: int, start: int) -> int:
    if before == start:
        return _NONE
    if start - before == 1:
        return _LINE if text[before] == "\n" else _SPACE
    lines = text.count("\n", before, start)
    return (_WIDE, _LINE)[lines] if lines < 2 else _BLANK


@lru_cache(maxsize=_CACHED)
def shape(word: str) -> int:
    """How a word is written, as an index of SHAPES."""
    return next((i for i, (_, pattern) in enumerate(_SHAPES) if pattern.fullmatch(word)), len(SHAPES) - 1)

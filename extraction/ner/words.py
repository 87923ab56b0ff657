"""What the name tagger sees of a text: its words, how each is written, and what stands between them.

The encoder's word pieces are lower-case and there are none for marks: how a word is written, and the marks and
blanks on either side, reach it as small classes of each word. That makes texts a quarter shorter.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_SHAPES = (
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
SHAPES = len(_SHAPES) + 1
"""Classes of shapes; the last is for letters and digits together."""
INSIDE, EDGE, LEFT_OUT, OTHER, OTHER_LINE, _FIRST_KNOWN = range(6)
"""Gaps inside a word, at the ends of a text, where words are left out, and rare ones without and with a line break."""
GAPS = 96
"""Classes of gaps: those above and the commonest ones."""
_CACHED = 200_000  # words whose shape is kept: as in windows
_LONGEST_WORD = 40  # characters of a word that are looked at: web addresses and rows of dots are longer
_LONGEST_GAP = 12  # characters between words that are looked at
_REWRITTEN = (
    (re.compile(r"\s*\n\s*\n\s*"), "¶"),
    (re.compile(r"[^\S\n]*\n[^\S\n]*"), "↵"),
    (re.compile(r"\s{2,}|\t"), "⇥"),
    (re.compile(r"([^\w\s])\1+"), r"\1\1"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each starts and ends, the class of its shape and those of the gaps around it.

    `gaps` has one more entry than there are words: `gaps[i]` stands before word i, `gaps[i + 1]` after it.
    """

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
    """Runs of letters and digits; time grows linearly with the text."""
    matches = list(_WORD.finditer(text))
    starts = [match.start() for match in matches]
    ends = [match.end() for match in matches]
    words = [text[start : min(end, start + _LONGEST_WORD)] for start, end in zip(starts, ends, strict=True)]
    between = [gap(text[end : min(start, end + _LONGEST_GAP)]) for end, start in zip(ends, starts[1:], strict=False)]
    return Words(words, starts, ends, [shape(word) for word in words], [EDGE, *between, EDGE])


@lru_cache(maxsize=_CACHED)
def shape(word: str) -> int:
    """How a word is written, as a class."""
    return next((i for i, (_, pattern) in enumerate(_SHAPES) if pattern.fullmatch(word)), SHAPES - 1)


@lru_cache(maxsize=_CACHED)
def gap(printed: str) -> int:
    """What stands between two words, as a class."""
    short = printed
    for pattern, sign in _REWRITTEN:
        short = pattern.sub(sign, short)
    return _known_gaps().get(short[:4], OTHER_LINE if "\n" in printed else OTHER)


@cache
def _known_gaps() -> dict[str, int]:
    raw = tomllib.loads((files("extraction") / "data" / "cues.toml").read_text(encoding="utf-8"))
    return {printed: number for number, printed in enumerate(raw["gaps"], _FIRST_KNOWN)}

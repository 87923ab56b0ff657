"""Words cut to their stems, and the words that say nothing."""

import re
from functools import lru_cache
from importlib.resources import files

from qa.text.language import GENERIC, LANGUAGE

STOP_WORDS = frozenset(files("qa").joinpath("data/stop_words.txt").read_text("utf-8").split())


STEM = 5  # letters: "punish" and "punishment" are one; at four, "contract" and "continue" would be too


ENOUGH = 0.6  # of the words of a subject, where these are more than two
SPOKEN = frozenset(LANGUAGE["words"]["speech"])


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The beginning of a lower-case word, the same for its inflections: "appeals" -> "appea"."""
    return re.sub(r"(?<=[^s])s$", "", word)[:STEM]


def stems(text: str) -> set[str]:
    """The content words of a text, cut to a stem."""
    found = re.findall(r"[^\W\d_]{3,}", text.lower())
    return {stem(w) for w in found if w not in STOP_WORDS and w not in GENERIC and w not in SPOKEN}


def covers(wanted: set[str], text: str) -> bool:
    """Whether a text has enough of some stems: all where they are one or two, else three in five."""
    shared = len(wanted & stems(text))
    return shared >= (len(wanted) if len(wanted) <= 2 else ENOUGH * len(wanted))


def squeeze(text: str) -> str:
    """Lower-case letters and digits alone: what a quote is compared by."""
    return re.sub(r"\W+", "", text).lower()

"""A small sketch of a text that tells whether two texts are the same judgment."""

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

SIZE = 16  # hashes: likeness is told to about an eighth, enough to tell a judgment from another
_SHINGLE = 7  # words: runs of fewer ("in the facts and circumstances") are in every judgment
_WORD = re.compile(r"[a-z0-9]+")
_BASE = np.uint64(0x9E3779B97F4A7C15)


def fingerprint(text: str) -> tuple[int, ...]:
    """The `SIZE` smallest hashes of the text's runs of seven words, rising; the same on every machine.

    Case, punctuation and line breaks do not count. Texts under seven words have an empty fingerprint.
    """
    words = np.fromiter((crc32(word.group().encode()) for word in _WORD.finditer(text.lower())), dtype=np.uint64)
    runs = max(len(words) - _SHINGLE + 1, 0)
    hashes = np.zeros(runs, dtype=np.uint64)
    for place in range(_SHINGLE):
        hashes = hashes * _BASE + words[place : place + runs]
    hashes ^= hashes >> np.uint64(32)
    hashes *= _BASE
    return tuple(int(value) for value in np.unique(hashes >> np.uint64(11))[:SIZE])


def resemblance(a: Sequence[int], b: Sequence[int]) -> float:
    """The share of word runs that two texts have in common (0 to 1), estimated from their fingerprints."""
    smallest = sorted({*a, *b})[:SIZE]
    both = set(a) & set(b)
    return sum(value in both for value in smallest) / len(smallest) if both else 0.0

"""Which words are worth the encoder's time: those near a capital, a figure or a word that goes with names."""

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np

REACH = 2
"""Words on either side of a cue that are read with it."""


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    raw = tomllib.loads((files("extraction") / "data" / "cues.toml").read_text(encoding="utf-8"))
    return frozenset(raw["common"].split()), frozenset(raw["cues"].split())


@lru_cache(maxsize=200_000)
def is_cue(word: str) -> bool:
    """Whether a name, number or date may stand at `word` or beside it."""
    common, cues = _lists()
    lower = word.lower()
    if lower != word:
        return lower not in common
    return word in cues or any(c.isdigit() for c in word)


def near_cues(words: Sequence[str]) -> list[int]:
    """Places of the words within REACH of a cue, ascending."""
    cues = np.fromiter(map(is_cue, words), dtype=np.bool_, count=len(words))
    edges = np.zeros(len(words) + 1, dtype=np.int32)
    at = np.flatnonzero(cues)
    np.add.at(edges, np.maximum(at - REACH, 0), 1)
    np.add.at(edges, np.minimum(at + REACH + 1, len(words)), -1)
    kept: list[int] = np.flatnonzero(edges[:-1].cumsum() > 0).tolist()
    return kept

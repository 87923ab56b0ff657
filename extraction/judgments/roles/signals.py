"""What tells the part of a passage in its judgment: words and pairs of words, wordings, its place, its neighbours."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from extraction.records import PassageRole

_TOKEN = re.compile(r"[a-z]+|\d+|[“”\":;?]")
_FIRST, _LAST = (
    4,
    6,
)  # words that begin the passage ("Learned counsel ..."), and that end the one before ("Submissions")
_TENTHS = 10
_EDGE = 6  # passages from either end of a judgment that are told apart


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, the text of the one before it, and its place among all `of` its judgment."""

    text: str
    before: str
    ordinal: int
    of: int

    @property
    def place(self) -> tuple[float, float, float]:
        """How far on it stands, and how near to the end and to the beginning."""
        after = self.of - 1 - self.ordinal
        return self.ordinal / max(1, self.of - 1), min(_EDGE, after) / _EDGE, min(_EDGE, self.ordinal) / _EDGE


@cache
def table() -> dict[str, dict[str, Any]]:
    """What stands in data/roles.toml."""
    return tomllib.loads((files("extraction") / "data" / "roles.toml").read_text(encoding="utf-8"))


@cache
def wordings() -> Mapping[PassageRole, Mapping[str, re.Pattern[str]]]:
    """The wordings of data/roles.toml, by the role that they speak for."""
    told = {role: table()["wordings"].get(role, {}) for role in get_args(PassageRole)}
    return {role: {name: re.compile(pattern) for name, pattern in table.items()} for role, table in told.items()}


def words(passage: Passage) -> list[str]:
    """The words of a passage and the pairs of words next to each other, each once."""
    tokens = _tokens(passage.text)
    pairs = [f"{one} {other}" for one, other in pairwise(tokens)]
    return list(dict.fromkeys(tokens + pairs))


def marks(passage: Passage) -> list[str]:
    """What else a passage shows: how it begins, how the one before ends, its wordings, its place."""
    text = passage.text.lower()
    found = {f"^{word}" for word in _tokens(text[:80])[:_FIRST]}
    found |= {f"<{word}" for word in _tokens(passage.before[-80:])[-_LAST:]}
    found |= {f"@{name}" for table in wordings().values() for name, pattern in table.items() if pattern.search(text)}
    after = passage.of - 1 - passage.ordinal
    tenth = _TENTHS * passage.ordinal // max(1, passage.of)
    found |= {f"%{tenth}", f"${min(_EDGE, after)}", f"+{min(_EDGE, passage.ordinal)}", "="}
    return sorted(found)


def beside(odds: NDArray[np.float64], places: NDArray[np.float64]) -> NDArray[np.float64]:
    """What tells the role besides: a passage's own odds, those of the one before and the one after, and its place.

    `odds` has a row a passage of one judgment and one, all zero, at each end where no other stands.
    """
    own = np.log(odds[1:-1] + 1e-6)
    return np.hstack([own, odds[:-2], odds[2:], places, np.ones((len(own), 1))])


def _tokens(text: str) -> list[str]:
    return ["#" if token[0].isdigit() else token for token in _TOKEN.findall(text.lower())]

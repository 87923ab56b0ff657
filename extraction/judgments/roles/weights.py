"""The weights of data/roles.npz: how much each signal speaks for each role, alone and beside its neighbours'."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extraction.judgments.roles.signals import Passage, beside, marks, words
from extraction.records import PassageRole

Floats = NDArray[np.float64]
LEARNT: tuple[PassageRole, ...] = ("facts", "issue", "argument", "reasoning", "holding", "order")
"""The roles in the order of the weights; a dissent is known by its judge."""
_WORDS = 8.0  # what the words of a passage weigh together, against the marks, however many they are


@dataclass(frozen=True, slots=True)
class Weights:
    """`names` are the places of signals in `alone` (signals, roles); `near` (surroundings, roles) weighs `beside`."""

    names: Mapping[str, int]
    alone: Floats
    near: Floats

    def odds(self, passage: Passage) -> Floats:
        """How likely each role is by the passage's own signals."""
        total = np.zeros(len(LEARNT))
        for at, share in signals(passage, self.names):
            total += share * self.alone[at].sum(axis=0)
        return np.asarray(softmax(total[None])[0])

    def roles(self, odds: Floats, places: Floats) -> list[PassageRole]:
        """The likeliest role of each passage of a judgment, whose odds have a row of zeros at each end."""
        return [LEARNT[best] for best in (beside(odds, places) @ self.near).argmax(axis=1)]

    def save(self, file: Path) -> None:
        """Write the weights, in 16 bits."""
        names = np.frombuffer("\n".join(self.names).encode(), np.uint8)
        np.savez_compressed(file, names=names, alone=self.alone.astype(np.float16), near=self.near.astype(np.float32))


def signals(passage: Passage, names: Mapping[str, int]) -> Sequence[tuple[list[int], float]]:
    """The places of a passage's words and of its marks among the known signals, and what each of them counts."""
    said = words(passage)
    known = [at for word in said if (at := names.get(word)) is not None]
    shown = [at for mark in marks(passage) if (at := names.get(mark)) is not None]
    return (known, _WORDS / (len(said) + 1) ** 0.5), (shown, 1.0)


def softmax(scores: Floats) -> Floats:
    """Scores (rows, roles) as odds that add up to one."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


@cache
def weights() -> Weights:
    """The weights of the package."""
    with as_file(files("extraction") / "data" / "roles.npz") as file, np.load(file) as arrays:
        names = arrays["names"].tobytes().decode().split("\n")
        alone, near = arrays["alone"].astype(np.float64), arrays["near"].astype(np.float64)
    return Weights({name: at for at, name in enumerate(names)}, alone, near)

"""Questions as vectors that point at the provisions they mean, and the provisions that were meant by questions before.

`docs/meaning.md` is the card of the two files, `training/provisions` makes them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from qa.understanding.wants import read_question

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions that were asked of provisions: unit rows (questions, dimensions), and the provision of each row."""

    vectors: Floats
    provisions: list[str]

    @classmethod
    def read(cls, file: Path) -> Self:
        """From rows in 8 bits, each with a scale."""
        with np.load(file) as arrays:
            return cls(arrays["whole"] * arrays["scale"], arrays["provisions"].tolist())

    def nearest(self, vector: Floats) -> dict[str, float]:
        """For each provision the cosine of the question nearest to `vector` (dimensions) that was asked of it."""
        nearest: dict[str, float] = {}
        cosines = self.vectors @ vector
        for row in np.argsort(cosines, kind="stable"):
            nearest[self.provisions[row]] = float(cosines[row])
        return nearest


@dataclass(frozen=True, slots=True)
class Asking:
    """How a question is read, and what was asked before."""

    vector: Callable[[str], Floats]
    asked: Asked


@cache
def packaged() -> Asking:
    """The network and the questions of the package."""
    with as_file(files("qa") / "data" / "asked.npz") as file:
        return Asking(lambda text: read_question(text).vector, Asked.read(file))

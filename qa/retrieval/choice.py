"""How probable it is that a question means each of several things, or none of them."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A conditional logit: a weight for each signal, and `none`, the worth of none of the things."""

    weights: Rows
    none: float

    @classmethod
    def of(cls, table: Mapping[str, float], signals: Sequence[str]) -> Self:
        """From the weights by the signals' names; a signal that is not named has none."""
        return cls(np.array([table.get(name, 0.0) for name in signals]), table["none"])

    def probabilities(self, rows: Rows) -> Rows:
        """One probability for each row (things, signals); what they lack of one is that of none."""
        worth = rows @ self.weights
        most = max(float(worth.max(initial=self.none)), self.none)
        odds = np.exp(worth - most)
        return np.asarray(odds / (odds.sum() + np.exp(self.none - most)))


@cache
def trained(file: str, name: str, signals: tuple[str, ...]) -> Choice:
    """The choice `name` of a file of the package's data."""
    table = tomllib.loads(files("qa").joinpath("data", file).read_text(encoding="utf-8"))
    return Choice.of(table[name], signals)

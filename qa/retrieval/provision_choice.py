"""How probable it is that a question means each of several provisions, or none of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Self

import numpy as np

from qa.retrieval.provision_signals import SIGNALS, Knowledge, Rows


@dataclass(frozen=True, slots=True)
class Choice:
    """A conditional logit: a weight for each signal, and `none`, the worth of no provision at all."""

    weights: Rows
    none: float

    @classmethod
    def of(cls, table: Mapping[str, float]) -> Self:
        """From the weights by the signals' names; a signal that is not named has none."""
        return cls(np.array([table.get(name, 0.0) for name in SIGNALS]), table["none"])

    def probabilities(self, rows: Rows) -> Rows:
        """One probability for each row (provisions, signals); what they lack of one is that of no provision."""
        worth = rows @ self.weights
        most = max(float(worth.max(initial=self.none)), self.none)
        odds = np.exp(worth - most)
        return np.asarray(odds / (odds.sum() + np.exp(self.none - most)))


@cache
def packaged_choice(known: Knowledge) -> Choice:
    """The choice that was trained for what provisions are found by."""
    table = tomllib.loads(files("qa").joinpath("data/provisions.toml").read_text(encoding="utf-8"))
    return Choice.of(table[known])

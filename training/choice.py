"""Weighing what speaks for each of several things: a conditional logit in which none of them is one of the choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from qa.retrieval.choice import Choice, Rows


@dataclass(frozen=True, slots=True)
class Case:
    """The signals of a question's candidates (candidates, signals), which of them are right, and what it counts."""

    rows: Rows
    right: Rows
    weight: float = 1.0


def weigh(cases: Sequence[Case], penalty: float) -> Choice:
    """The weights under which what is right is likeliest; where no candidate is right, none of them is."""
    rows = np.concatenate([_with_none(case.rows) for case in cases])
    wanted = np.concatenate([_wanted(case.right) for case in cases])
    lengths = np.array([len(case.rows) + 1 for case in cases])
    starts, owners = np.cumsum(lengths) - lengths, np.repeat(np.arange(len(cases)), lengths)
    counts = np.array([case.weight for case in cases])[owners] / sum(case.weight for case in cases)
    spread = rows.std(axis=0)
    scale = np.where(spread > 0, spread, 1.0)
    rows /= scale
    signals = rows.shape[1] - 1
    shrunk = penalty * np.array([1.0] * signals + [0.0])

    def loss(weights: Rows) -> tuple[float, Rows]:
        worth = rows @ weights
        worth -= np.maximum.reduceat(worth, starts)[owners]
        odds = np.exp(worth)
        sums = np.add.reduceat(odds, starts)[owners]
        value = float(counts @ (wanted * (np.log(sums) - worth))) + float(shrunk @ weights**2)
        return value, rows.T @ (counts * (odds / sums - wanted)) + 2 * shrunk * weights

    found = minimize(loss, np.zeros(signals + 1), jac=True, method="L-BFGS-B").x / scale
    return Choice(found[:-1], float(found[-1]))


def ranked(choice: Choice, case: Case) -> tuple[Rows, Rows]:
    """The probabilities of a question's candidates, likeliest first, and in that order which of them are right."""
    chances = choice.probabilities(case.rows)
    order = np.argsort(-chances, kind="stable")
    return chances[order], case.right[order]


def write(choices: Mapping[str, Choice], signals: Sequence[str], about: str, target: Path) -> None:
    """Keep choices by name as `qa.retrieval.choice` reads them, under a line that says what they are about."""
    lines = [f"# {about}"]
    for name, choice in choices.items():
        table = {"none": choice.none, **dict(zip(signals, choice.weights.tolist(), strict=True))}
        lines += ["", f"[{name}]", *(f"{signal} = {weight:.4f}" for signal, weight in table.items())]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _with_none(rows: Rows) -> Rows:
    """The candidates and, after them, the choice of none, which alone has the last signal."""
    last = [0.0] * len(rows) + [1.0]
    return np.column_stack([np.vstack([rows, np.zeros(rows.shape[1])]), last])


def _wanted(right: Rows) -> Rows:
    """What each choice's probability is to be."""
    chosen = np.append(right, 0.0 if right.any() else 1.0)
    return np.asarray(chosen / chosen.sum())

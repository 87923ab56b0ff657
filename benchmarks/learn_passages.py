"""Learns what each signal weighs that a stretch of a judgment answers a question: qa/data/passages.toml.

A judged stretch is a line with `question`, `quote`, `cited` (how many cases cite its own) and `grade`: 2 where it
states law on the point, 1 where it only bears on it, 0 where it does not. Prints, for questions kept apart, how many
have an answer at each threshold, how many of those have nothing that bears on the question, and how many that could
be answered are not.

Run: python -m benchmarks.learn_passages data/passages/judged.jsonl --out qa/data/passages.toml
"""

import json
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy.optimize import minimize

from qa.retrieval.passage_signals import asked, signals

_WORTH = (0.0, 0.3, 1.0)  # a stretch that only bears on the question is no answer, but better than none
_SHRINKAGE = 1.0
_FOLDS = 5
_HEAD = """\
# What each signal weighs that a stretch of a judgment answers a question: `meaning` beside the encoder's cosine,
# `words` without it. Made by benchmarks/learn_passages.py from {count} judged stretches.
"""

Floats = NDArray[np.float64]
Judged = tuple[str, list[dict[str, float]], list[int]]


def read_judged(path: Path, by_meaning: bool) -> list[Judged]:
    """Each question with the signals and the grades of its stretches."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    judged = []
    for text, group in groupby(rows, key=lambda row: str(row["question"])):
        own = list(group)
        told = signals(asked(text, by_meaning), [row["quote"] for row in own], [row["cited"] for row in own])
        judged.append((text, told, [row["grade"] for row in own]))
    return judged


def learn(judged: Sequence[Judged]) -> dict[str, float]:
    """The weights of a logistic regression, and its bias."""
    names = list(judged[0][1][0])
    values = np.array([[row[name] for name in names] for _, rows, _ in judged for row in rows])
    worth = np.array([_WORTH[grade] for _, _, grades in judged for grade in grades])
    spread = values.std(axis=0) + 1e-9
    columns = np.column_stack([np.ones(len(values)), values / spread])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = columns @ weights
        held = np.r_[0.0, weights[1:]] * _SHRINKAGE
        slope = columns.T @ (1 / (1 + np.exp(-scores)) - worth) + held
        return float(np.sum(np.logaddexp(0, scores) - worth * scores) + held @ weights / 2), slope

    found = minimize(loss, np.zeros(columns.shape[1]), jac=True).x
    return {"bias": float(found[0])} | dict(zip(names, map(float, found[1:] / spread), strict=True))


def chances(judged: Sequence[Judged]) -> list[list[float]]:
    """For each question the chances of its stretches under weights that other questions teach."""
    found: list[list[float]] = [[] for _ in judged]
    for fold in range(_FOLDS):
        weights = learn([one for i, one in enumerate(judged) if i % _FOLDS != fold])
        for i in range(fold, len(judged), _FOLDS):
            found[i] = [_chance(row, weights) for row in judged[i][1]]
    return found


def _chance(row: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return float(1 / (1 + np.exp(-weights["bias"] - sum(weights[name] * value for name, value in row.items()))))


def _shown(judged: Sequence[Judged], found: Sequence[Sequence[float]]) -> Table:
    table = Table("threshold", "answered", "nothing bears", "first states law", "could be, but is not")
    for threshold in np.arange(0.3, 0.65, 0.04):
        answered = empty = first = refused = 0
        for (_, _, grades), chance in zip(judged, found, strict=True):
            kept = [(p, grade) for p, grade in zip(chance, grades, strict=True) if p >= threshold]
            answered += bool(kept)
            empty += bool(kept) and not any(grade for _, grade in kept)
            first += bool(kept) and max(kept)[1] == 2
            refused += not kept and 2 in grades
        table.add_row(f"{threshold:.2f}", str(answered), str(empty), str(first), str(refused))
    return table


@click.command()
@click.argument("labels", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(labels: Path, out: Path) -> None:
    """Write the weights, and print what they do on questions that they were not learned from."""
    lines = []
    for name in ("meaning", "words"):
        judged = read_judged(labels, name == "meaning")
        Console().print(f"{name}, {len(judged)} questions", _shown(judged, chances(judged)))
        lines += ["", f"[{name}]", *(f"{signal} = {weight:.3f}" for signal, weight in learn(judged).items())]
    count = sum(len(grades) for _, _, grades in judged)
    out.write_text(_HEAD.format(count=count) + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

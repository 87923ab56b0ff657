"""Precision, recall and F1 by label: what all measuring shares."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of one label (each 0 where undefined) and how many items carry it."""

    precision: float
    recall: float
    f1: float
    labelled: int


def figures(true: int, predicted: int, labelled: int) -> Figures:
    """Figures from counts: right predictions, all predictions, all labelled items."""
    precision, recall = true / max(1, predicted), true / max(1, labelled)
    f1 = 2 * true / max(1, predicted + labelled)
    return Figures(round(precision, 4), round(recall, 4), round(f1, 4), labelled)


def by_label(gold: Sequence[str], predicted: Sequence[str], labels: Iterable[str]) -> dict[str, Figures]:
    """Figures for each of `labels`, from one gold and one predicted label an item."""
    return {
        label: figures(
            sum(g == label == p for g, p in zip(gold, predicted, strict=True)),
            sum(p == label for p in predicted),
            sum(g == label for g in gold),
        )
        for label in labels
    }

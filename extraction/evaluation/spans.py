"""Spans against labelled spans: strictly (same start, same end, same label), or by what they share."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from extraction.evaluation.figures import Figures, figures
from extraction.ner.tags import LABELS

Spans = frozenset[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures over all labels and for each."""

    micro: Figures
    by_label: dict[str, Figures]


def score(labelled: Sequence[Spans], predicted: Sequence[Spans]) -> Scores:
    """Figures of the predictions for each text against its labels, text by text."""
    pairs = list(zip(labelled, predicted, strict=True))
    found = {label: _counts(pairs, (label,)) for label in LABELS}
    return Scores(_counts(pairs, LABELS), {label: own for label, own in found.items() if own.labelled})


def _counts(pairs: Iterable[tuple[Spans, Spans]], labels: Sequence[str]) -> Figures:
    true = predicted = labelled = 0
    for gold, guess in pairs:
        of_gold, of_guess = ({span for span in spans if span[2] in labels} for spans in (gold, guess))
        true += len(of_gold & of_guess)
        predicted += len(of_guess)
        labelled += len(of_gold)
    return figures(true, predicted, labelled)


class Placed(Protocol):
    """What stands somewhere in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it has ended."""


Found = TypeVar("Found", bound=Placed)


def overlapping(found: Iterable[Found], start: int, end: int) -> Found | None:
    """What shares most with `start` to `end`, the first of several; None where nothing shares a character."""

    def shared(one: Placed) -> int:
        return min(one.end, end) - max(one.start, start)

    best = max(found, key=shared, default=None)
    return best if best is not None and shared(best) > 0 else None

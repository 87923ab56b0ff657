"""How well roles are told in documents that were not learnt from, beside the wordings alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extraction.judgments.roles.signals import Passage, wordings
from extraction.judgments.roles.weights import LEARNT
from extraction.records import PassageRole
from training.roles.labels import FOLDS, Labelled, folds
from training.roles.learning import learn, predicted, rights

_BEGINNING = 0.25  # of a judgment: what no wording tells is facts there, and reasoning after it
_LATE = 0.8  # of a judgment: an order before it is another court's
_TRIED: tuple[PassageRole, ...] = ("order", "issue", "argument", "holding")


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of each role, and how many passages have it."""

    rows: Sequence[tuple[str, float, float, float, int]]
    macro_f1: float
    accuracy: float


def held_out(items: Sequence[Labelled]) -> NDArray[np.intp]:
    """The role told of each item by weights learnt without its document."""
    fold = np.array(folds(items))
    told = np.zeros(len(items), np.intp)
    for own in range(FOLDS):
        model = learn([item for item, other in zip(items, fold, strict=True) if other != own])
        told[fold == own] = predicted(model, [item for item, other in zip(items, fold, strict=True) if other == own])
    return told


def by_wordings(items: Sequence[Labelled]) -> NDArray[np.intp]:
    """The role told of each item by the first wording that fits, else by its place."""
    return np.array([LEARNT.index(_worded(item.passage)) for item in items])


def figures(items: Sequence[Labelled], told: NDArray[np.intp]) -> Figures:
    """How well `told` fits the labels of those items that were drawn at random."""
    drawn = np.array([item.at_random for item in items])
    right, told = rights(items)[drawn], told[drawn]
    rows = []
    for at, role in enumerate(LEARNT):
        hits = int(((told == at) & (right == at)).sum())
        precision, recall = hits / max(1, (told == at).sum()), hits / max(1, (right == at).sum())
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        rows.append((role, precision, recall, f1, int((right == at).sum())))
    return Figures(rows, float(np.mean([row[3] for row in rows])), float((told == right).mean()))


def _worded(passage: Passage) -> PassageRole:
    text, (place, *_) = passage.text.lower(), passage.place
    for role in _TRIED:
        possible = not (role == "order" and place < _LATE)
        if possible and any(pattern.search(text) for pattern in wordings()[role].values()):
            return role
    return "facts" if place < _BEGINNING else "reasoning"

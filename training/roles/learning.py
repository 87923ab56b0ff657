"""Weights from labelled passages: first of a passage's own signals, then of these beside its neighbours'."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax

from extraction.judgments.roles.signals import Passage, beside, marks, words
from extraction.judgments.roles.weights import LEARNT, Floats, Weights, signals
from training.roles.labels import Labelled, folds

_FEWEST = 3  # labelled passages that show a signal
_SHRINKAGE = {"alone": 2.5, "near": 0.5}  # times the sum of the squared weights, against the passages' log odds
_NOTHING = np.zeros(len(LEARNT))


def learn(items: Sequence[Labelled]) -> Weights:
    """The weights; a neighbour's odds are learnt from as they are in a judgment that was not learnt from."""
    names = known([item.passage for item in items])
    near = _softmax_regression(csr_matrix(_surroundings(items, _crossed(items, names))), rights(items), "near")
    return Weights(names, _alone(items, names), near)


def known(passages: Sequence[Passage]) -> dict[str, int]:
    """The signals that enough of the passages show."""
    counted = Counter(chain.from_iterable({*words(p), *marks(p)} for p in passages))
    return {name: at for at, name in enumerate(sorted(n for n, count in counted.items() if count >= _FEWEST))}


def rights(items: Sequence[Labelled]) -> NDArray[np.intp]:
    """The place of each item's role."""
    return np.array([item.right for item in items])


def predicted(weights: Weights, items: Sequence[Labelled]) -> NDArray[np.intp]:
    """The likeliest role of each item."""
    return np.asarray((_surroundings(items, [weights] * len(items)) @ weights.near).argmax(axis=1))


def _crossed(items: Sequence[Labelled], names: Mapping[str, int]) -> list[Weights]:
    """For each item weights of its signals alone that were learnt without its document."""
    fold = folds(items)
    without = {
        own: Weights(
            names, _alone([item for item, other in zip(items, fold, strict=True) if other != own], names), _NOTHING
        )
        for own in sorted(set(fold))
    }
    return [without[own] for own in fold]


def _alone(items: Sequence[Labelled], names: Mapping[str, int]) -> Floats:
    rows = _matrix([item.passage for item in items], names)
    return _softmax_regression(rows, rights(items), "alone")


def _surroundings(items: Sequence[Labelled], weights: Iterable[Weights]) -> Floats:
    """What tells the role of each item besides, by weights of the signals alone."""
    rows = []
    for item, own in zip(items, weights, strict=True):
        three = (item.near[0], item.passage, item.near[1])
        odds = np.array([own.odds(passage) if passage else _NOTHING for passage in three])
        rows.append(beside(odds, np.array([item.passage.place])))
    return np.concatenate(rows)


def _matrix(passages: Sequence[Passage], names: Mapping[str, int]) -> csr_matrix:
    """The signals (passages, names)."""
    shown = [[(at, share) for places, share in signals(p, names) for at in places] for p in passages]
    rows = np.repeat(np.arange(len(shown)), [len(row) for row in shown])
    columns, values = zip(*chain.from_iterable(shown), strict=True)
    return csr_matrix((values, (rows, columns)), (len(passages), len(names)))


def _softmax_regression(rows: csr_matrix, right: NDArray[np.intp], kind: str) -> Floats:
    """Weights (columns, roles) under which the right roles are likeliest, drawn towards zero."""
    shape = (rows.shape[1], len(LEARNT))
    wanted = np.eye(len(LEARNT))[right]
    shrinkage = _SHRINKAGE[kind]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(shape)
        log_odds = log_softmax(rows @ weights, axis=1)
        slope = rows.T @ (np.exp(log_odds) - wanted) + 2 * shrinkage * weights
        return float(-(log_odds * wanted).sum() + shrinkage * flat @ flat), np.asarray(slope).ravel()

    found = minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return np.asarray(found.x).reshape(shape)

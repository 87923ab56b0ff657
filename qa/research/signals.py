"""What speaks for each case, given facts: its words, its passages, who cites it and for what, what it applies."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.research.index import Model
from qa.research.text_index import Floats, unit_row

NEIGHBOURS = 100  # nearest cases whose citations count
BEST_PASSAGES = 3  # passages of a case whose mean counts: one may be like by chance
_STEEPNESS = 2  # the weight of a neighbour is the square of its likeness


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """A query as the signals see it.

    `texts` and `passages` are BM25 by case (of a case's passages the best), each at most 1; `best` is the best
    passage of each case; `near` the most similar cases, `weight` how much each speaks; `likeness` is the cosine
    to each case. `without` are cases that may not speak, since the facts are their own.
    """

    model: Model
    text: str
    without: NDArray[np.bool_]
    texts: Floats
    passages: Floats
    several: Floats
    best: NDArray[np.intp]
    near: NDArray[np.intp]
    weight: Floats
    likeness: Floats


def read_facts(model: Model, text: str, without: NDArray[np.bool_] | None = None) -> Facts:
    """Search the texts for the facts, and find the cases most similar to them."""
    size = len(model.corpus.cases)
    without = np.zeros(size, np.bool_) if without is None else without
    texts = np.where(without, 0, model.texts.scores(text))
    found = model.passages.scores(text)
    best, passages, several = _by_case(model, found)
    texts, passages, several = (scaled(np.where(without, 0, s)) for s in (texts, passages, several))
    both = texts + passages
    near = np.argsort(-both, kind="stable")[:NEIGHBOURS]
    near = near[both[near] > 0]
    weight = np.zeros(size, np.float32)
    if len(near):
        weight[near] = (both[near] / both[near[0]]) ** _STEEPNESS
    query = unit_row([text], model.corpus.vocabulary, model.weight[: len(model.corpus.vocabulary)])
    likeness = np.asarray((model.rows @ query.T).todense(), np.float32).ravel()
    return Facts(model, text, without, texts, passages, several, best, near, weight, np.where(without, 0, likeness))


def _by_case(model: Model, found: Floats) -> tuple[NDArray[np.intp], Floats, Floats]:
    """Of each case its best passage, that one's score, and the mean of its `BEST_PASSAGES` best."""
    owner, size = model.corpus.owner, len(model.corpus.cases)
    order = np.lexsort((-found, owner))
    starts = np.searchsorted(owner[order], np.arange(size))
    ends = np.append(starts[1:], len(order))
    best = order[np.minimum(starts, max(len(order) - 1, 0))]
    several = np.zeros(size, np.float32)
    for place in range(BEST_PASSAGES):
        there = starts + place < ends
        several[there] += found[order[(starts + place)[there]]] / BEST_PASSAGES
    return best, found[best], several


def scaled(scores: Floats) -> Floats:
    """Scores with the greatest as 1; all of them 0 where none is above."""
    top = float(scores.max(initial=0))
    return (scores / top if top > 0 else np.zeros_like(scores)).astype(np.float32)


def cited_by_similar(facts: Facts) -> Floats:
    """Which cases the most similar ones cite."""
    return _votes(facts, facts.weight)


def cited_by_alike(facts: Facts) -> Floats:
    """Which cases are cited by all the others, each as the square of its likeness to the facts."""
    return _votes(facts, facts.likeness**2)


def _votes(facts: Facts, weight: Floats) -> Floats:
    """Votes of the citing cases by weight, softened for those cited by many.

    They count in part in a graph of fewer cases than `NEIGHBOURS`, where a single citation would decide.
    """
    votes = facts.model.between.T @ weight / np.sqrt(1 + cited(facts))
    return np.asarray(scaled(votes) * min(1.0, len(weight) / NEIGHBOURS), np.float32)


def cited_in_best(facts: Facts) -> Floats:
    """Which cases are cited in passages that speak of such facts: the score of the best one."""
    places, targets = citing_passages(facts)
    best = np.zeros(len(facts.without), np.float32)
    np.maximum.at(best, targets, places)
    return scaled(best)


def citing_passages(facts: Facts) -> tuple[Floats, NDArray[np.int32]]:
    """BM25 of each passage that names a case, 0 where it is the case's own or its case may not speak."""
    passages, targets = facts.model.corpus.mentions
    by = facts.model.corpus.owner[passages]
    scores = facts.model.citing.scores(facts.text)
    return np.where(facts.without[by] | (by == targets), 0, scores).astype(np.float32), targets


def cited(facts: Facts) -> Floats:
    """By how many cases each is cited, those that may not speak left out."""
    own = np.asarray(facts.model.between[facts.without].sum(axis=0), np.float32).ravel()
    return facts.model.cited - own


SIGNALS: dict[str, Callable[[Facts], Floats]] = {
    "text": lambda facts: facts.texts,
    "passages": lambda facts: facts.several,
    "cited_by_similar": cited_by_similar,
    "cited_by_alike": cited_by_alike,
    "cited_in_best": cited_in_best,
}
"""By name; benchmarks/tried_signals.py has others that brought nothing beside these."""

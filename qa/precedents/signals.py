"""What speaks for each case, given facts: its words, its passages, who cites it and for what, what it applies."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from qa.precedents.model import Model
from qa.precedents.text_index import Floats, unit_row

NEIGHBOURS = 100
BEST_PASSAGES = 3
_STEEPNESS = 2


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
    """Which cases the similar ones cite, the weight of those cited by many softened."""
    votes = facts.model.between.T @ facts.weight
    return scaled(votes / np.sqrt(1 + _cited(facts)))


def cited_for_this(facts: Facts) -> Floats:
    """Which cases are cited in passages that speak of such facts: the lengths of their scores together."""
    places, targets = _citing(facts)
    return scaled(np.sqrt(np.bincount(targets, places**2, len(facts.without))).astype(np.float32))


def cited_in_best(facts: Facts) -> Floats:
    """The same by the best of these passages alone."""
    places, targets = _citing(facts)
    best = np.zeros(len(facts.without), np.float32)
    np.maximum.at(best, targets, places)
    return scaled(best)


def _citing(facts: Facts) -> tuple[Floats, NDArray[np.int32]]:
    """BM25 of each passage that names a case, 0 where it is the case's own or its case may not speak."""
    passages, targets = facts.model.corpus.mentions
    by = facts.model.corpus.owner[passages]
    scores = facts.model.citing.scores(facts.text)
    return np.where(facts.without[by] | (by == targets), 0, scores).astype(np.float32), targets


def authority(facts: Facts) -> Floats:
    """How often a case is cited, in logarithms."""
    return np.log1p(_cited(facts)).astype(np.float32)


def _cited(facts: Facts) -> Floats:
    """By how many cases each is cited, those that may not speak left out."""
    own = np.asarray(facts.model.between[facts.without].sum(axis=0), np.float32).ravel()
    return facts.model.cited - own


def same_authorities(facts: Facts) -> Floats:
    """Which cases rest on the same authorities as the similar ones do."""
    cites = facts.model.corpus.cites
    return scaled(_shared(cites, facts.weight))


def same_provisions(facts: Facts) -> Floats:
    """Which cases apply the same provisions as the similar ones do."""
    return scaled(_shared(facts.model.corpus.applies, facts.weight))


def _shared(links: sparse.csr_matrix, weight: Floats) -> Floats:
    rare = np.log((links.shape[0] + 1) / (np.asarray(links.sum(axis=0)).ravel() + 1))
    wanted = (links.T @ weight) * rare
    lengths = np.sqrt(np.asarray(links.multiply(links) @ rare**2).ravel() + 1)
    return np.asarray(links @ (wanted * rare) / lengths, np.float32)


SIGNALS: dict[str, Callable[[Facts], Floats]] = {
    "text": lambda facts: facts.texts,
    "passage": lambda facts: facts.passages,
    "passages": lambda facts: facts.several,
    "cited_by_similar": cited_by_similar,
    "cited_for_this": cited_for_this,
    "cited_in_best": cited_in_best,
    "authority": authority,
    "same_authorities": same_authorities,
    "same_provisions": same_provisions,
}

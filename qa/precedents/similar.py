"""How like two cases are, by their words, their subjects and the provisions they apply, and which are most like one."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.stats import rankdata

from kg.cache import per_version
from kg.store import Node, Store
from qa import labels
from qa.precedents.corpus import Corpus
from qa.precedents.find import Named, named
from qa.precedents.model import by_case, model_of
from qa.precedents.text_index import Floats, holding

SUBJECTS = 20
"""Dimensions of the latent space, the number that Deerwester et al. (1990) would call few: broad subjects of law."""

_SELDOM = 2
_SHOWN = 3


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """What likeness rests on, a row of unit length for each case: words, subjects, provisions."""

    cases: tuple[str, ...]
    words: sparse.csr_matrix
    subjects: Floats
    provisions: sparse.csr_matrix

    def pairs(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> dict[str, Floats]:
        """The cosine of each pair of rows by each view: shape (pairs,)."""
        return {
            "words": _products(self.words, left, right),
            "subjects": np.asarray((self.subjects[left] * self.subjects[right]).sum(axis=1), np.float32),
            "provisions": _products(self.provisions, left, right),
        }


@dataclass(frozen=True, slots=True)
class Similar:
    """A case like another: `score` is the mean of its ranks by view, from 0 to 1, `views` the cosines.

    It shares the authorities `cited`, is `linked` where one of the two cites the other, and `shares` provisions.
    """

    id: str
    title: str
    citation: str
    documents: list[str]
    score: float
    views: dict[str, float]
    linked: bool
    cited: list[Named]
    shares: list[Named]


@per_version
def likeness_of(store: Store) -> Likeness:
    """The views of a graph's cases."""
    return likeness(model_of(store).corpus)


def likeness(corpus: Corpus) -> Likeness:
    """The views of a corpus: tf-idf of the whole text, its latent subjects, and provisions weighted by rarity."""
    counts = by_case(corpus)
    rare = np.where(holding(counts) >= _SELDOM, _rarity(counts), 0)
    provisions = corpus.applies.copy()
    provisions.data = provisions.data * _rarity(provisions)[provisions.indices]
    logs = counts.copy()
    logs.data = 1 + np.log(logs.data)
    return Likeness(corpus.cases, _unit(counts, rare), _subjects(_unit(logs, rare)), _unit(provisions))


def _subjects(rows: sparse.csr_matrix) -> Floats:
    """The latent subjects of each case: the strongest singular vectors (latent semantic analysis)."""
    size = rows.shape[0]
    dimensions = min(SUBJECTS, size - 1)
    if dimensions < 1:
        return np.ones((size, 1), np.float32)
    start = np.ones(min(rows.shape))
    left, strength, _ = sparse.linalg.svds(rows.astype(np.float64), k=dimensions, v0=start, solver="arpack")
    space = left * strength
    lengths = np.linalg.norm(space, axis=1, keepdims=True)
    return (space / np.where(lengths == 0, 1, lengths)).astype(np.float32)


def _rarity(links: sparse.csr_matrix) -> Floats:
    rare: Floats = np.log((links.shape[0] + 1) / (holding(links) + 1)).astype(np.float32)
    return rare


def _unit(links: sparse.csr_matrix, weight: Floats | None = None) -> sparse.csr_matrix:
    rows = links.copy()
    if weight is not None:
        rows.data = rows.data * weight[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths == 0, 1, lengths)) @ rows)


def _products(rows: sparse.csr_matrix, left: NDArray[np.intp], right: NDArray[np.intp]) -> Floats:
    return np.asarray(rows[left].multiply(rows[right]).sum(axis=1), np.float32).ravel()


def mean_rank(views: dict[str, Floats]) -> Floats:
    """The views as one: the mean of the shares of pairs that each pair leaves behind, so that no scale counts."""
    ranks = [rankdata(view) / max(len(view), 1) for view in views.values()]
    return np.asarray(np.mean(ranks, axis=0), np.float32)


def similar(store: Store, case: Node, top: int = 10) -> list[Similar]:
    """The `top` cases most like one that has a text, the most like first; empty for a case without."""
    views_of = likeness_of(store)
    if case.id not in views_of.cases:
        return []
    row = views_of.cases.index(case.id)
    others = np.array([i for i in range(len(views_of.cases)) if i != row], np.intp)
    views = views_of.pairs(np.full(len(others), row, np.intp), others)
    scores = mean_rank(views)
    order = np.argsort(-scores, kind="stable")[:top]
    found = []
    for at in order:
        shown = {name: round(float(view[at]), 4) for name, view in views.items()}
        found.append(_similar(store, row, int(others[at]), round(float(scores[at]), 4), shown))
    return found


def _similar(store: Store, row: int, other: int, score: float, views: dict[str, float]) -> Similar:
    model = model_of(store)
    corpus = model.corpus
    node = store.nodes([corpus.cases[other]])[0]
    return Similar(
        node.id,
        labels.title(node),
        labels.best_citation(node),
        labels.strings(node.properties.get("documents")),
        score,
        views,
        bool(model.between[row, other] or model.between[other, row]),
        _common(store, corpus.cites, corpus.authorities, row, other),
        _common(store, corpus.applies, corpus.provisions, row, other),
    )


def _common(store: Store, links: sparse.csr_matrix, ids: tuple[str, ...], row: int, other: int) -> list[Named]:
    """What both are linked with, the rarest first."""
    both = np.intersect1d(links[row].indices, links[other].indices)
    rarest = both[np.argsort(-_rarity(links)[both], kind="stable")][:_SHOWN]
    return [named(node) for node in store.nodes([ids[i] for i in rarest])]

"""How like two cases are, by their words, subjects, provisions and meaning, and which cases are most like one."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds
from scipy.stats import rankdata

from kg.cache import per_version
from kg.nodes import Chunk, Node
from kg.search.hybrid import embedder_of
from kg.search.vectors import unit
from kg.store import Store
from qa.evidence import documents_of
from qa.research.corpus import Corpus
from qa.research.index import by_case, model_of
from qa.research.precedents import Ground, ground
from qa.research.text_index import Floats, holding
from qa.text import wording

SUBJECTS = (10, 20, 40)
"""Dimensions of the latent spaces: from the broad subjects of law to its topics, so that no one number is chosen."""
PASSAGES = 10
"""Passages of a case whose meaning is taken for the case's: the first few, and others at even distances."""

_SELDOM = 2  # cases: what stands in one alone links no two
_OPENING = 4  # passages from the start, which tell the matter
_SHOWN = 3  # authorities told with each case


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """What likeness rests on: views by name, each with a row of unit length for each case (none: a row of zeros)."""

    cases: tuple[str, ...]
    views: Mapping[str, sparse.csr_matrix]

    def pairs(self, left: NDArray[np.intp], right: NDArray[np.intp]) -> dict[str, Floats]:
        """The cosine of each pair of rows by each view: shape (pairs,)."""
        return {
            name: np.asarray(rows[left].multiply(rows[right]).sum(axis=1), np.float32).ravel()
            for name, rows in self.views.items()
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
    cited: list[Ground]
    shares: list[Ground]


@per_version
def likeness_of(store: Store) -> Likeness:
    """The views of a graph's cases, their meaning among them where the graph has embeddings."""
    corpus = model_of(store).corpus
    at = {id: i for i, id in enumerate(corpus.passages)}
    chosen, rows = [], []
    for chunk in store.scan_nodes(Chunk, embeddings=True) if embedder_of(store) else ():
        vector = chunk.embedding
        if vector is not None and chunk.id in at:
            chosen.append(at[chunk.id])
            rows.append(vector)
    return likeness(corpus, (np.array(chosen, np.intp), np.array(rows, np.float32)) if rows else None)


def likeness(corpus: Corpus, meaning: tuple[NDArray[np.intp], Floats] | None = None) -> Likeness:
    """The views of a corpus: tf-idf of the whole text, its latent subjects, provisions by rarity, and meaning.

    `meaning` are passages, as rows of the corpus, and their embeddings.
    """
    counts = by_case(corpus)
    rare = np.where(holding(counts) >= _SELDOM, _rarity(counts), 0)
    logs = counts.copy()
    logs.data = 1 + np.log(logs.data)
    views = {"words": _unit(counts, rare), "provisions": _unit(corpus.applies, _rarity(corpus.applies))}
    views |= _subjects(_unit(logs, rare))
    if meaning:
        views["meaning"] = _meanings(corpus, *meaning)
    return Likeness(corpus.cases, views)


def telling_passages(corpus: Corpus) -> NDArray[np.intp]:
    """`PASSAGES` passages of each case: its first ones, which tell the matter, and others at even distances."""
    chosen: list[int] = []
    for row in range(len(corpus.cases)):
        own = np.flatnonzero(corpus.owner == row)
        opening = min(_OPENING, len(own))
        later = np.linspace(opening, len(own) - 1, min(PASSAGES, len(own)) - opening).astype(int)
        chosen += [int(own[i]) for i in sorted({*range(opening), *later.tolist()})]
    return np.array(chosen, np.intp)


def _meanings(corpus: Corpus, passages: NDArray[np.intp], vectors: Floats) -> sparse.csr_matrix:
    """The mean embedding of each case, what all cases have in common taken off."""
    means = np.zeros((len(corpus.cases), vectors.shape[1]), np.float32)
    np.add.at(means, corpus.owner[passages], vectors)
    means = unit(means)
    return sparse.csr_matrix(unit(means - means.mean(axis=0)))


def _subjects(rows: sparse.csr_matrix) -> dict[str, sparse.csr_matrix]:
    """The cases in latent spaces of several sizes (latent semantic analysis, Deerwester et al. 1990)."""
    most = min(max(SUBJECTS), min(rows.shape) - 1)
    if most < 1:
        return {}
    start = np.ones(min(rows.shape))
    left, strength, _ = svds(rows.astype(np.float64), k=most, v0=start)
    space = (left * strength)[:, np.argsort(-strength)].astype(np.float32)
    return {f"subjects {size}": sparse.csr_matrix(unit(space[:, :size])) for size in SUBJECTS}


def _rarity(links: sparse.csr_matrix) -> Floats:
    rare: Floats = np.log((links.shape[0] + 1) / (holding(links) + 1)).astype(np.float32)
    return rare


def _unit(links: sparse.csr_matrix, weight: Floats) -> sparse.csr_matrix:
    rows = links.copy()
    rows.data = rows.data * weight[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths == 0, 1, lengths)) @ rows)


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
        wording.title(node),
        wording.best_citation(node),
        documents_of(node),
        score,
        views,
        bool(model.between[row, other] or model.between[other, row]),
        _common(store, corpus.cites, corpus.authorities, row, other),
        _common(store, corpus.applies, corpus.provisions, row, other),
    )


def _common(store: Store, links: sparse.csr_matrix, ids: tuple[str, ...], row: int, other: int) -> list[Ground]:
    """What both are linked with, the rarest first."""
    both = np.intersect1d(links[row].indices, links[other].indices)
    rarest = both[np.argsort(-_rarity(links)[both], kind="stable")][:_SHOWN]
    return [ground(node) for node in store.nodes([ids[i] for i in rarest])]

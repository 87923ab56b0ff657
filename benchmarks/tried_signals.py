"""Signals of precedents that were tried beside `qa.research.signals` and brought nothing, to be measured again."""

from collections.abc import Callable

import numpy as np
from scipy import sparse

from qa.research.signals import Facts, cited, citing_passages, scaled
from qa.research.text_index import Floats

_DAMPING, _ROUNDS = 0.85, 30


def authority(facts: Facts) -> Floats:
    """How often a case is cited, in logarithms."""
    return scaled(np.log1p(cited(facts)).astype(np.float32))


def page_rank(facts: Facts) -> Floats:
    """PageRank over the citations of those that may speak, in logarithms."""
    links = sparse.diags((~facts.without).astype(np.float32)) @ facts.model.between
    size = links.shape[0]
    out = np.asarray(links.sum(axis=1)).ravel()
    share = sparse.csr_matrix((sparse.diags(1 / np.maximum(out, 1)) @ links).T)
    rank = np.full(size, 1 / size)
    for _ in range(_ROUNDS):
        rank = _DAMPING * (share @ rank + rank[out == 0].sum() / size) + (1 - _DAMPING) / size
    logs = np.log(rank)
    return scaled((logs - logs.min()).astype(np.float32))


def walk(facts: Facts) -> Floats:
    """Which cases are cited by those that similar cases cite: a second step, never through one that may not speak."""
    links = sparse.diags((~facts.without).astype(np.float32)) @ facts.model.between
    softened = 1 / np.sqrt(1 + cited(facts))
    first = (links.T @ facts.likeness**2) * softened
    return scaled((links.T @ first) * softened)


def same_authorities(facts: Facts) -> Floats:
    """Which cases rest on the same authorities as the similar ones do."""
    return scaled(_shared(facts.model.corpus.cites, facts.weight))


def same_provisions(facts: Facts) -> Floats:
    """Which cases apply the same provisions as the similar ones do."""
    return scaled(_shared(facts.model.corpus.applies, facts.weight))


def cited_for_this(facts: Facts) -> Floats:
    """Which cases are cited in passages that speak of such facts: the lengths of all their scores together."""
    places, targets = citing_passages(facts)
    return scaled(np.sqrt(np.bincount(targets, places**2, len(facts.without))).astype(np.float32))


def _shared(links: sparse.csr_matrix, weight: Floats) -> Floats:
    rare = np.log((links.shape[0] + 1) / (np.asarray(links.sum(axis=0)).ravel() + 1))
    wanted = (links.T @ weight) * rare
    lengths = np.sqrt(np.asarray(links.multiply(links) @ rare**2).ravel() + 1)
    return np.asarray(links @ (wanted * rare) / lengths, np.float32)


TRIED: dict[str, Callable[[Facts], Floats]] = {
    "passage": lambda facts: facts.passages,
    "cited_for_this": cited_for_this,
    "authority": authority,
    "page_rank": page_rank,
    "walk": walk,
    "same_authorities": same_authorities,
    "same_provisions": same_provisions,
}

"""BM25 over texts that are counted once: sparse arrays in memory, a query is one product."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

Floats = NDArray[np.float32]

_WORD = re.compile(r"[^\W\d_]+")
_K1 = 1.2  # as BM25 is commonly set
_B = 0.75  # as BM25 is commonly set
_EVERYWHERE = 0.5
"""Words in more than this share of the texts tell nothing, and are not searched for."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without figures."""
    return _WORD.findall(text.lower())


def counted(texts: Iterable[str], vocabulary: dict[str, int]) -> sparse.csr_matrix:
    """How often each text has each word: shape (texts, words). New words are added to `vocabulary`."""
    columns: list[int] = []
    values: list[int] = []
    ends = [0]
    for text in texts:
        counts = Counter(words_of(text))
        columns += [vocabulary.setdefault(word, len(vocabulary)) for word in counts]
        values += counts.values()
        ends.append(len(columns))
    arrays = (np.array(values, np.float32), np.array(columns, np.int32), np.array(ends, np.int64))
    return sparse.csr_matrix(arrays, shape=(len(ends) - 1, len(vocabulary)))


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts as columns of BM25 weights by word; `searched` are the words that tell texts apart."""

    vocabulary: Mapping[str, int]
    searched: NDArray[np.bool_]
    weights: sparse.csr_matrix

    def scores(self, text: str) -> Floats:
        """The BM25 of every text for a query, which may be long: a word said twice counts less than double."""
        query = self.query(text)
        scores: Floats = np.zeros(self.weights.shape[1], np.float32)
        for word, weight in query.items():
            start, end = self.weights.indptr[word : word + 2]
            scores[self.weights.indices[start:end]] += weight * self.weights.data[start:end]
        return scores

    def query(self, text: str) -> dict[int, float]:
        """The searched words of a query with their weights, in the order in which they come."""
        counts = Counter(self.vocabulary[word] for word in words_of(text) if word in self.vocabulary)
        return {word: 2 * n / (n + 1) for word, n in counts.items() if self.searched[word]}


def text_index(counts: sparse.csr_matrix, vocabulary: Mapping[str, int], searched: NDArray[np.bool_]) -> TextIndex:
    """An index over texts counted by `counted`."""
    texts = counts.shape[0]
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    norms = _K1 * (1 - _B + _B * lengths / max(lengths.mean(), 1.0)) if texts else lengths
    frequency = np.repeat(norms, np.diff(counts.indptr))
    values = counts.data * (_K1 + 1) / (counts.data + frequency) * rarity(counts)[counts.indices]
    weights = sparse.csr_matrix((values.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)
    return TextIndex(vocabulary, searched, weights.T.tocsr())


def holding(counts: sparse.csr_matrix) -> NDArray[np.intp]:
    """How many texts have each word."""
    return np.bincount(counts.indices, minlength=counts.shape[1])


def rarity(counts: sparse.csr_matrix) -> Floats:
    """What a word weighs by how few texts have it (the idf of BM25, never negative)."""
    having = holding(counts)
    odds = (counts.shape[0] - having + 0.5) / (having + 0.5)
    weights: Floats = np.log1p(odds).astype(np.float32)
    return weights


def telling(counts: sparse.csr_matrix) -> NDArray[np.bool_]:
    """Which words tell texts apart: those that not most of them have."""
    return np.asarray(holding(counts) <= max(_EVERYWHERE * counts.shape[0], 2))


def unit_rows(counts: sparse.csr_matrix, weight: Floats) -> sparse.csr_matrix:
    """Log-counts times `weight` by word, each text at length one."""
    values = (1 + np.log(counts.data)) * weight[counts.indices]
    rows = sparse.csr_matrix((values.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape)
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1))).ravel()
    return sparse.csr_matrix(sparse.diags(1 / np.maximum(lengths, 1e-9)) @ rows, dtype=np.float32)


def unit_row(texts: Sequence[str], vocabulary: Mapping[str, int], weight: Floats) -> sparse.csr_matrix:
    """The same for texts of a query's words that the vocabulary knows."""
    known = [" ".join(w for w in words_of(text) if w in vocabulary) for text in texts]
    return unit_rows(counted(known, dict(vocabulary)), weight)

"""Scores that do not depend on the engine: BM25 as FTS5 computes it, cosine in double precision, ties by id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Scored = list[tuple[str, float]]

_K1, _B = 1.2, 0.75
_LEAST_WEIGHT = 1e-6
_DIGITS, COSINE_DIGITS = 9, 4
"""Digits of a BM25, and of a cosine, which a Neo4j server computes in single precision."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What BM25 knows of all texts of a type: how many they are, and how many words they have together."""

    texts: int
    words: int


def best(scored: Mapping[str, float], k: int) -> Scored:
    """The `k` best by score and then id."""
    return sorted(scored.items(), key=lambda hit: (-hit[1], hit[0]))[:k]


def rounded_bm25(score: float) -> float:
    """A BM25 without the digits in which two ways of adding up may differ."""
    return round(score, _DIGITS)


def weights(corpus: Corpus, holding: Sequence[int]) -> list[float]:
    """The weight of each term, given how many texts hold it."""
    odds = [(corpus.texts - n + 0.5) / (n + 0.5) for n in holding]
    return [max(log(value), 0.0) or _LEAST_WEIGHT for value in odds]


def bm25(corpus: Corpus, length: int, counts: Sequence[int], weight: Sequence[float]) -> float:
    """The score of a text of `length` terms that holds each term of a question so many times."""
    norm = _K1 * (1 - _B + _B * length / (corpus.words / corpus.texts))
    return rounded_bm25(sum(w * ((n * (_K1 + 1.0)) / (n + norm)) for n, w in zip(counts, weight, strict=True)))


def unit(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row (rows, dimensions) at length one; a row of zeros stays."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(lengths == 0, np.float32(1), lengths)).astype(np.float32, copy=False)


def cosines(rows: NDArray[np.float32], question: NDArray[np.float32]) -> NDArray[np.float64]:
    """The cosine of each of `rows` (of unit length) with `question` (of any), each by itself, to 4 digits."""
    products = rows.astype(np.float64) * unit(question[np.newaxis].astype(np.float32))
    scores: NDArray[np.float64] = np.round(products.sum(axis=1), COSINE_DIGITS) + 0.0
    return scores


def cosine_of(similarity: float) -> float:
    """The cosine, to 4 digits, of what Neo4j calls similarity: from 0 for opposite to 1 for equal directions."""
    return round(2 * similarity - 1, COSINE_DIGITS) + 0.0

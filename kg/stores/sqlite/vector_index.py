"""Vector search in the embedded engine: the signs of all vectors are compared, and the nearest by their 8 bits.

Where a question and a passage differ in sign counts by how far the question is from zero there: a few operations on one
bit a number. `docs/decisions/0015-vectors.md` tells what else was measured.
"""

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.schema import HOME
from kg.search.vectors import codes
from kg.store import StoreError
from kg.stores.sqlite.file import GraphFile

Scored = list[tuple[str, float]]
Words = NDArray[np.uint64]
Question = NDArray[np.float32]

_COMPARED = 4000
"""So many of the nearest by signs are compared by 8 bits: of a million passages, 0.999 of the ten nearest are there."""
_WEIGHTS = 2  # bits of what a difference in sign weighs; a third finds no more
_STEP = 0.7  # of the root mean square of a question's numbers: the difference between two weights
_BLOCK = 16384  # passages compared at once, which stay in the processor's cache

_SIGNS = "SELECT node, signs FROM signs WHERE type = ? ORDER BY node"
_VECTORS = "SELECT e.node, e.vector FROM json_each(?) AS c CROSS JOIN embedding AS e ON e.node = c.value"
_IDS = "SELECT n.key, n.id FROM json_each(?) AS c CROSS JOIN node AS n ON n.key = c.value"
_OF_HOMES = (
    "SELECT n.key FROM json_each(?) AS w CROSS JOIN edge AS e ON e.type = ? AND e.target = w.value"
    " CROSS JOIN node AS n ON n.id = e.source"
)
_OF_IDS = "SELECT key FROM node WHERE id IN (SELECT value FROM json_each(?))"


def signs(vector: Question) -> Words:
    """Which numbers of a vector are above zero, a bit each."""
    return _bits(vector > 0)


def _bits(flags: NDArray[np.bool_]) -> Words:
    return np.packbits(np.pad(flags, (0, -len(flags) % 64))).view(np.uint64)


class VectorIndex:
    """The signs of a type's vectors, read again when another version of them has been written."""

    def __init__(self, type: str) -> None:
        """Start empty; the first search reads the signs of the type."""
        self._type = type
        self._version = -1
        self._keys = np.zeros(0, np.int64)
        self._signs = np.zeros((0, 0), np.uint64)

    def scores(self, file: GraphFile, embedding: Question, k: int, within: Sequence[str] | None) -> Scored:
        """Ids of the `k` nodes nearest to `embedding` (shape (dimensions,)) by cosine; equally near ones go by id."""
        self._refresh(file)
        rows = slice(None) if within is None else self._rows(file, within)
        keys = self._keys[rows]
        if k < 1 or len(keys) == 0:
            return []
        self._check(file, embedding)
        if len(keys) > max(k, _COMPARED):
            keys = keys[_nearest(self._signs[:, rows], embedding, max(k, _COMPARED))]
        return _best(file, keys, embedding, k)

    def _refresh(self, file: GraphFile) -> None:
        version = file.value("SELECT value FROM counter WHERE name = 'embeddings'")
        if version == self._version:
            return
        rows = file.rows(_SIGNS, (self._type,))
        if len({len(signs) for _, signs in rows}) > 1:
            raise _mixed()
        self._keys = np.fromiter((key for key, _ in rows), np.int64, len(rows))
        words = np.frombuffer(b"".join(signs for _, signs in rows), np.uint64)
        self._signs = np.ascontiguousarray(words.reshape(len(rows), -1).T) if rows else np.zeros((0, 0), np.uint64)
        self._version = version

    def _rows(self, file: GraphFile, within: Sequence[str]) -> NDArray[np.intp]:
        listed = json.dumps(list(within))
        home = HOME.get(self._type)
        found = file.rows(_OF_HOMES, (listed, home.type)) if home else file.rows(_OF_IDS, (listed,))
        return np.flatnonzero(np.isin(self._keys, np.array([key for (key,) in found], np.int64)))

    def _check(self, file: GraphFile, embedding: Question) -> None:
        """Raise StoreError where the question's vector is of another model than the graph's."""
        rows = file.rows(_VECTORS, (json.dumps(self._keys[:1].tolist()),))
        size = codes([vector for _, vector in rows]).shape[1] if rows else embedding.size
        if embedding.shape != (size,):
            raise StoreError(
                f"the question's embedding has {embedding.size} dimensions, the graph's {size};"
                " use the model that the graph was built with"
            )


def _mixed() -> StoreError:
    return StoreError("the graph's embeddings come from different models; build it again with one")


def _nearest(words: Words, question: Question, most: int) -> NDArray[np.bool_]:
    """Which columns of signs (words, passages) differ least from the question: `most`, and any as near as the last."""
    sides = signs(question)[:, np.newaxis]
    step = _STEP * (np.sqrt(np.mean(np.square(question))) or 1)
    weights = np.rint(np.abs(question) / step).clip(max=2**_WEIGHTS - 1).astype(np.uint8)
    planes = [_bits(weights >> bit & 1 > 0)[:, np.newaxis] for bit in range(_WEIGHTS)]
    apart = np.zeros(words.shape[1], np.uint16)
    for start in range(0, len(apart), _BLOCK):
        unlike = words[:, start : start + _BLOCK] ^ sides
        for bit, plane in enumerate(planes):
            apart[start : start + _BLOCK] += np.bitwise_count(unlike & plane).sum(axis=0, dtype=np.uint16) << bit
    return apart <= np.searchsorted(np.cumsum(np.bincount(apart)), most)


def _best(file: GraphFile, keys: NDArray[np.int64], question: Question, k: int) -> Scored:
    """Ids of the `k` best by the cosine of their 8 bits with the question in 16: whole numbers have exact sums."""
    rows = file.rows(_VECTORS, (json.dumps(keys.tolist()),))
    if len({len(vector) for _, vector in rows}) > 1:
        raise _mixed()
    numbers = codes([vector for _, vector in rows]).astype(np.float64)
    whole = np.rint(question.astype(np.float64) / (np.abs(question).max() or 1) * 32767)
    lengths = np.sqrt(np.einsum("ij,ij->i", numbers, numbers) * np.square(whole).sum())
    scores = np.einsum("ij,j->i", numbers, whole) / np.where(lengths == 0, 1, lengths) + 0.0
    least = np.partition(scores, -k)[-k] if k < len(scores) else -1.0
    best = {rows[i][0]: float(scores[i]) for i in np.flatnonzero(scores >= least)}
    named = file.rows(_IDS, (json.dumps(list(best)),))
    return sorted(((id, best[key]) for key, id in named), key=lambda hit: (-hit[1], hit[0]))[:k]

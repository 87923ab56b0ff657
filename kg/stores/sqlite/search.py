"""Keyword and vector search in the embedded engine."""

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.search.scores import COSINE_DIGITS, Scored, best, cosines, rounded_bm25, unit
from kg.search.terms import question_words, terms_of
from kg.store import StoreError
from kg.stores.sqlite.file import GraphFile
from kg.stores.sqlite.tables import WORDS_TABLES

_MATCHES = {
    t: f"SELECT rowid, -bm25({table}) AS score FROM {table} WHERE {table} MATCH ?"  # noqa: S608
    for t, table in WORDS_TABLES.items()
}
_BEST_FIRST = " ORDER BY score DESC LIMIT ?"
_SPARE = 64
"""Rows asked for beyond those wanted, among which are nearly always all that tie with the last of them."""

_AMONG = " AND +rowid IN (SELECT value FROM json_each(?))"
_KEYS_OF_IDS = "SELECT key FROM node WHERE id IN (SELECT value FROM json_each(?))"
_KEYS_OF_CHUNKS = (
    "SELECT n.key FROM json_each(?) AS w CROSS JOIN edge AS e ON e.type = 'FROM_DOCUMENT' AND e.target = w.value"
    " CROSS JOIN node AS n ON n.id = e.source"
)
_ALMOST = 10.0 ** -(COSINE_DIGITS - 1)
"""Products within this of the last hit's may belong before it once they are computed exactly."""


def keyword_scores(file: GraphFile, text: str, k: int, type: str, within: Sequence[str] | None) -> Scored:
    """Ids of the `k` best nodes of a type for any of the words of `text`, with their BM25."""
    query = " OR ".join(f'"{word}"' for word in _words(text))
    if type not in _MATCHES:
        raise StoreError(f"{type} has no keyword index; search one of: {', '.join(sorted(_MATCHES))}")
    if not query or k < 1:
        return []
    sql, parameters = _MATCHES[type], [query]
    if within is not None:
        keys = file.rows(_KEYS_OF_CHUNKS if type == "Chunk" else _KEYS_OF_IDS, (json.dumps(list(within)),))
        sql, parameters = sql + _AMONG, [query, json.dumps([key for (key,) in keys])]
    rows = file.rows(sql + _BEST_FIRST, (*parameters, k + _SPARE))
    if len(rows) == k + _SPARE and rounded_bm25(rows[-1][1]) == rounded_bm25(rows[k - 1][1]):
        rows = file.rows(sql + _BEST_FIRST, (*parameters, -1))
    return _best(file, rows, k)


def _words(text: str) -> list[str]:
    """The words of the question that are one term each."""
    words = question_words(text)
    return [word for word, terms in zip(words, terms_of(words), strict=True) if len(terms) == 1]


def _best(file: GraphFile, rows: list[tuple[int, float]], k: int) -> Scored:
    """The `k` best of rows by score and then id."""
    score_of = {key: rounded_bm25(score) for key, score in rows}
    known = json.dumps(list(score_of))
    ids = file.rows("SELECT id, key FROM node WHERE key IN (SELECT value FROM json_each(?))", (known,))
    return best({id: score_of[key] for id, key in ids}, k)


class VectorIndex:
    """All embeddings as one matrix of unit rows, read again when another version of them has been written."""

    def __init__(self) -> None:
        """Start empty; the first search reads the matrix."""
        self._version = -1
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._matrix = np.zeros((0, 0), np.float32)

    def scores(self, file: GraphFile, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None) -> Scored:
        """Ids of the `k` chunks nearest to `embedding` (shape (dimensions,)) by cosine."""
        self._refresh(file)
        chosen = np.arange(len(self._ids)) if within is None else self._chosen(file, within)
        if k < 1 or len(chosen) == 0:
            return []
        if embedding.shape != self._matrix.shape[1:]:
            raise StoreError(
                f"the question's embedding has {embedding.size} dimensions, the graph's {self._matrix.shape[1]};"
                " use the model that the graph was built with"
            )
        matrix = self._matrix if within is None else self._matrix[chosen]
        near = _near(matrix @ unit(embedding[np.newaxis].astype(np.float32))[0], k)
        exact = cosines(matrix[near], embedding)
        return best({self._ids[chosen[i]]: float(score) for i, score in zip(near, exact, strict=True)}, k)

    def _chosen(self, file: GraphFile, within: Sequence[str]) -> NDArray[np.intp]:
        sql = (
            "SELECT e.source FROM json_each(?) AS w CROSS JOIN edge AS e"
            " ON e.type = 'FROM_DOCUMENT' AND e.target = w.value"
        )
        chunks = {id for (id,) in file.rows(sql, (json.dumps(list(within)),))}
        return np.array(sorted(self._rows[id] for id in chunks if id in self._rows), np.intp)

    def _refresh(self, file: GraphFile) -> None:
        version = file.value("SELECT value FROM counter WHERE name = 'embeddings'")
        if version == self._version:
            return
        rows = file.rows("SELECT n.id, e.vector FROM embedding AS e JOIN node AS n ON n.key = e.node ORDER BY n.id")
        sizes = {len(vector) for _, vector in rows}
        if len(sizes) > 1:
            raise StoreError("the graph's embeddings come from different models; build it again with one")
        self._ids = [id for id, _ in rows]
        self._rows = {id: row for row, id in enumerate(self._ids)}
        flat = np.frombuffer(b"".join(vector for _, vector in rows), "<f4")
        self._matrix = unit(flat.reshape(len(rows), -1) if rows else np.zeros((0, 0), np.float32))
        self._version = version


def _near(products: NDArray[np.float32], k: int) -> NDArray[np.intp]:
    """Rows of the `k` greatest products and of all that come close to the last of them."""
    if len(products) <= k:
        return np.arange(len(products))
    return np.flatnonzero(products >= np.partition(products, len(products) - k)[len(products) - k] - _ALMOST)

"""Keyword and vector search in the embedded engine."""

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.nodes import Node
from kg.schema import HOME
from kg.search.vectors import unit
from kg.search.words import question_words
from kg.store import StoreError
from kg.stores.sqlite.file import GraphFile
from kg.stores.sqlite.tables import WORDS_TABLES

Scored = list[tuple[str, float]]

_MATCHING = (
    "WITH found AS MATERIALIZED (SELECT rowid AS key, -bm25({table}) AS score FROM {table} WHERE {table} MATCH ?"
)
_BEST = (
    ") SELECT n.id, found.score FROM found CROSS JOIN node AS n ON n.key = found.key"
    " WHERE found.score >= coalesce((SELECT score FROM found ORDER BY score DESC LIMIT 1 OFFSET ?), 0)"
    " ORDER BY found.score DESC, n.id LIMIT ?"
)
_AMONG_NODES = " AND +rowid IN (SELECT key FROM node WHERE id IN (SELECT value FROM json_each(?)))"
_AMONG_PASSAGES = (
    " AND +rowid IN (SELECT n.key FROM json_each(?) AS w"
    " CROSS JOIN edge AS e ON e.type = ? AND e.target = w.value CROSS JOIN node AS n ON n.id = e.source)"
)
_DIGITS = 4
"""Of a cosine: past them the sums of one vector with equal others may differ."""


def keyword_scores(file: GraphFile, text: str, k: int, type: type[Node], within: Sequence[str] | None) -> Scored:
    """Ids of the `k` best nodes of a type for any of the words of `text`, with their BM25; equal ones go by id."""
    if type.type not in WORDS_TABLES:
        raise StoreError(f"{type.type} has no keyword index; search one of: {', '.join(sorted(WORDS_TABLES))}")
    query = " OR ".join(f'"{word}"' for word in question_words(text))
    if not query or k < 1:
        return []
    among, homes = _among(type, within)
    sql = _MATCHING.format(table=WORDS_TABLES[type.type]) + among + _BEST
    return [(id, score) for id, score in file.rows(sql, (query, *homes, k - 1, k))]


def _among(type: type[Node], within: Sequence[str] | None) -> tuple[str, list[str]]:
    """What keeps a keyword search `within`, with its parameters."""
    if within is None:
        return "", []
    listed = json.dumps(list(within))
    return (_AMONG_PASSAGES, [listed, HOME[type.type].type]) if type.type in HOME else (_AMONG_NODES, [listed])


class VectorIndex:
    """A type's embeddings as one matrix of unit rows, read again when another version of them has been written."""

    def __init__(self, type: str) -> None:
        """Start empty; the first search reads the matrix."""
        self._type = type
        self._version = -1
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        self._matrix = np.zeros((0, 0), np.float32)

    def scores(self, file: GraphFile, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None) -> Scored:
        """Ids of the `k` nodes nearest to `embedding` (shape (dimensions,)) by cosine; equally near ones go by id."""
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
        scores = np.round(matrix @ unit(embedding[np.newaxis].astype(np.float32))[0], _DIGITS) + 0.0
        return [(self._ids[chosen[i]], float(scores[i])) for i in np.argsort(-scores, kind="stable")[:k]]

    def _chosen(self, file: GraphFile, within: Sequence[str]) -> NDArray[np.intp]:
        ids = set(within)
        if self._type in HOME:
            sql = "SELECT e.source FROM json_each(?) AS w CROSS JOIN edge AS e ON e.type = ? AND e.target = w.value"
            ids = {id for (id,) in file.rows(sql, (json.dumps(list(within)), HOME[self._type].type))}
        return np.array(sorted(self._rows[id] for id in ids if id in self._rows), np.intp)

    def _refresh(self, file: GraphFile) -> None:
        version = file.value("SELECT value FROM counter WHERE name = 'embeddings'")
        if version == self._version:
            return
        sql = (
            "SELECT n.id, e.vector FROM node AS n JOIN embedding AS e ON e.node = n.key WHERE n.type = ? ORDER BY n.id"
        )
        rows = file.rows(sql, (self._type,))
        sizes = {len(vector) for _, vector in rows}
        if len(sizes) > 1:
            raise StoreError("the graph's embeddings come from different models; build it again with one")
        self._ids = [id for id, _ in rows]
        self._rows = {id: row for row, id in enumerate(self._ids)}
        flat = np.frombuffer(b"".join(vector for _, vector in rows), "<f4")
        self._matrix = unit(flat.reshape(len(rows), -1) if rows else np.zeros((0, 0), np.float32))
        self._version = version

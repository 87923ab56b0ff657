"""Keyword and vector search on a Neo4j server, ranked by the scores of its own indexes."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.nodes import Chunk, M, N
from kg.schema import node
from kg.search.words import question_words
from kg.store import Hit, StoreError
from kg.stores.neo4j import cypher
from kg.stores.neo4j.connection import Connection, Parameter
from kg.stores.neo4j.indexes import TEXT_INDEX, VECTOR_DIMENSIONS, VECTOR_INDEX
from kg.stores.neo4j.lucene import MOST_PHRASES, any_of, holding

_MORE = 50
"""So many more neighbours than are wanted does the vector index look at: the more, the fewer it overlooks."""


def by_words(connection: Connection, text: str, k: int, type: type[N], within: Sequence[str] | None) -> list[Hit[N]]:
    """The `k` best nodes of a type for any of the words of `text`; StoreError for a type without a keyword index."""
    if type.type not in TEXT_INDEX:
        raise StoreError(f"{type.type} has no keyword index; search one of: {', '.join(sorted(TEXT_INDEX))}")
    words = question_words(text)
    if k < 1 or not words:
        return []
    query = any_of(type.searched, words)
    if within is not None and type is Chunk and len(within) <= MOST_PHRASES:
        query = _narrowed(connection, query, within)
    ranked = (cypher.WORDS if within is None else cypher.WORDS_WITHIN)[type.type]
    rows = connection.rows(ranked, index=TEXT_INDEX[type.type], query=query, k=k, within=within)
    return [_hit(type, *row) for row in rows]


def _narrowed(connection: Connection, query: str, within: Sequence[str]) -> str:
    """The query kept to the documents whose chunks are `within`, which spares looking at every chunk with a word."""
    documents = connection.rows(cypher.DOCUMENTS_WITHIN, within=within)
    kept = holding("document", [document for (document,) in documents])
    return f"+({query}) +({kept})^0" if kept else query


def by_meaning(
    connection: Connection, embedding: NDArray[np.float32], k: int, type: type[M], within: Sequence[str] | None
) -> list[Hit[M]]:
    """The `k` nodes of a type nearest by cosine: as the vector index finds them, of those `within` all compared."""
    asked: dict[str, object] = {"embedding": Parameter(embedding.tolist()), "k": k}
    if within is None:
        rows = connection.rows(cypher.NEAREST[type.type], **asked, index=VECTOR_INDEX[type.type], near=k + _MORE)
    else:
        rows = connection.rows(cypher.NEAREST_WITHIN[type.type], **asked, within=within)
    return [_hit(type, *row) for row in rows]


def _hit(type: type[N], id: str, properties: Mapping[str, Any], home: str | None, score: float) -> Hit[N]:
    return Hit(node(type, id, {name: value for name, value in properties.items() if value is not None}), score, home)


def dimensions(connection: Connection, type: str) -> int | None:
    """How many dimensions the vector index of a type has; None where there is none yet."""
    rows = connection.rows(VECTOR_DIMENSIONS[type])
    return int(rows[0][0]) if rows else None

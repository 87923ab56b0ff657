"""Keyword search in the embedded engine."""

import json
from collections.abc import Sequence

from kg.nodes import Node
from kg.schema import HOME
from kg.search.words import question_words
from kg.store import StoreError
from kg.stores.sqlite.file import GraphFile
from kg.stores.sqlite.tables import WORDS_TABLES
from kg.stores.sqlite.vector_index import Scored

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

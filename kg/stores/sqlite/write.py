"""Carrying out a batch in the embedded engine: rows, property index, word index and embeddings in step."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import numpy as np

from kg import schema
from kg.edges import Edge
from kg.nodes import Embedded, Node
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.search.vectors import packed, unpacked
from kg.store import Batch, StoreError
from kg.stores.check import check_ends
from kg.stores.sqlite.tables import WORDS_TABLES
from kg.stores.sqlite.vector_index import signs

Parameters = tuple[object, ...]

_WORDS_INSERT = {t: f"INSERT INTO {table} (rowid, body) VALUES (?, ?)" for t, table in WORDS_TABLES.items()}  # noqa: S608
_WORDS_DELETE = {
    t: f"INSERT INTO {table} ({table}, rowid, body) VALUES ('delete', ?, ?)"  # noqa: S608
    for t, table in WORDS_TABLES.items()
}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table `node`."""

    key: int
    id: str
    type: str
    json: str


def carry_out(connection: sqlite3.Connection, batch: Batch) -> None:
    """Write `batch` through an open transaction. The batch keeps to the schema (`check_batch`)."""
    connection.executemany("DELETE FROM edge WHERE type = ? AND source = ? AND target = ?", batch.drop_edges)
    embeddings = _drop(connection, _stored(connection, batch.drop_nodes).values())
    embeddings += _upsert_nodes(connection, list({node.id: node for node in batch.nodes}.values()))
    _upsert_edges(connection, batch)
    connection.execute("UPDATE counter SET value = value + 1 WHERE name = 'writes'")
    if embeddings:
        connection.execute("UPDATE counter SET value = value + 1 WHERE name = 'embeddings'")


def _stored(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, _Row]:
    sql = "SELECT key, id, type, properties FROM node WHERE id IN (SELECT value FROM json_each(?))"
    return {row[1]: _Row(*row) for row in connection.execute(sql, (json.dumps(list(ids)),))}


def _drop(connection: sqlite3.Connection, rows: Iterable[_Row]) -> int:
    """Delete nodes and their edges; how many embeddings went with them."""
    rows = list(rows)
    if not rows:
        return 0
    _unindex(connection, rows)
    ids = json.dumps([row.id for row in rows])
    types = {row.type for row in rows}
    for edge in EDGE_TYPES.values():
        if types.intersection(t.type for t in edge.sources):
            sql = "DELETE FROM edge WHERE type = ? AND source IN (SELECT value FROM json_each(?))"
            connection.execute(sql, (edge.type, ids))
        if types.intersection(t.type for t in edge.targets):
            sql = "DELETE FROM edge WHERE type = ? AND target IN (SELECT value FROM json_each(?))"
            connection.execute(sql, (edge.type, ids))
    keys = [(row.key,) for row in rows]
    connection.executemany("DELETE FROM node WHERE key = ?", keys)
    return _drop_vectors(connection, [(row.type, row.key) for row in rows])


def _upsert_nodes(connection: sqlite3.Connection, nodes: list[Node]) -> int:
    """Insert or replace nodes; how many embeddings were written or removed."""
    stored = _stored(connection, [node.id for node in nodes])
    fresh = count(connection.execute("SELECT coalesce(max(key), 0) + 1 FROM node").fetchone()[0])
    written: list[_Row] = []
    embedded: dict[int, Embedded] = {}
    for node in nodes:
        old = stored.get(node.id)
        if old is not None and old.type != node.type:
            raise StoreError(f"{node.id} is a {old.type} already and cannot become a {node.type}")
        row = _Row(old.key if old else next(fresh), node.id, node.type, encode(node))
        if row != old:
            written.append(row)
        if isinstance(node, Embedded):
            embedded[row.key] = node
    _unindex(connection, [stored[row.id] for row in written if row.id in stored])
    connection.executemany(
        "INSERT INTO node (key, id, type, properties) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET properties = excluded.properties",
        [(row.key, row.id, row.type, row.json) for row in written],
    )
    _index(connection, written)
    return _write_vectors(connection, embedded)


def encode(item: Node | Edge) -> str:
    """What is known of a node or an edge as JSON, sorted by name and without vectors."""
    known = sorted(schema.properties(item).items())
    return _JSON.encode({name: value for name, value in known if not isinstance(value, np.ndarray)})


def _write_vectors(connection: sqlite3.Connection, embedded: Mapping[int, Embedded]) -> int:
    dropped = _drop_vectors(connection, [(node.type, key) for key, node in embedded.items() if node.embedding is None])
    vectors = {key: packed(node.embedding) for key, node in embedded.items() if node.embedding is not None}
    connection.executemany("INSERT OR REPLACE INTO embedding VALUES (?, ?)", vectors.items())
    connection.executemany(
        "INSERT OR REPLACE INTO signs VALUES (?, ?, ?)",
        [(embedded[key].type, key, signs(unpacked(vector)).tobytes()) for key, vector in vectors.items()],
    )
    return len(vectors) + dropped


def _drop_vectors(connection: sqlite3.Connection, owners: list[tuple[str, int]]) -> int:
    """Delete the embeddings of nodes, told by type and key; how many there were."""
    connection.executemany("DELETE FROM embedding WHERE node = ?", [(key,) for _, key in owners])
    return connection.executemany("DELETE FROM signs WHERE type = ? AND node = ?", owners).rowcount


def _index(connection: sqlite3.Connection, rows: list[_Row]) -> None:
    connection.executemany("INSERT OR IGNORE INTO property VALUES (?, ?, ?)", _property_rows(rows))
    for node_type, bodies in _bodies(rows).items():
        connection.executemany(_WORDS_INSERT[node_type], bodies)


def _unindex(connection: sqlite3.Connection, rows: list[_Row]) -> None:
    connection.executemany("DELETE FROM property WHERE name = ? AND value = ? AND node = ?", _property_rows(rows))
    for node_type, bodies in _bodies(rows).items():
        connection.executemany(_WORDS_DELETE[node_type], bodies)


def _property_rows(rows: Iterable[_Row]) -> Iterator[Parameters]:
    for row in rows:
        names = NODE_TYPES[row.type].indexed
        if not names:
            continue
        properties = json.loads(row.json)
        for name in names:
            value = properties.get(name, [])
            for item in value if isinstance(value, list) else [value]:
                yield f"{row.type}.{name}", item, row.key


def _bodies(rows: Iterable[_Row]) -> dict[str, list[Parameters]]:
    """For each searched type: row number and searched text of its rows."""
    bodies: dict[str, list[Parameters]] = {}
    for row in rows:
        if row.type not in WORDS_TABLES:
            continue
        bodies.setdefault(row.type, []).append((row.key, _searched_text(row.type, json.loads(row.json))))
    return bodies


def _searched_text(type: str, properties: Mapping[str, Any]) -> str:
    """The text of a node's searched properties, one line each."""
    values = [properties.get(name) or "" for name in NODE_TYPES[type].searched]
    return "\n".join("\n".join(value) if isinstance(value, list) else value for value in values)


def _upsert_edges(connection: sqlite3.Connection, batch: Batch) -> None:
    ends = {end for edge in batch.edges for end in (edge.source, edge.target)}
    check_ends(batch, {id: row.type for id, row in _stored(connection, ends).items()})
    connection.executemany(
        "INSERT INTO edge VALUES (?, ?, ?, ?)"
        " ON CONFLICT (type, source, target) DO UPDATE SET properties = excluded.properties",
        [(edge.type, edge.source, edge.target, encode(edge)) for edge in batch.edges],
    )

"""The embedded engine: a graph store in one SQLite file."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg import schema
from kg.edges import E
from kg.nodes import M, N, Node
from kg.schema import EDGE_TYPES, EMBEDDED, HOME, NODE_TYPES
from kg.search.vectors import unpacked
from kg.store import Batch, Condition, Direction, Hit
from kg.stores.check import check_batch
from kg.stores.sqlite.conditions import edge_conditions, node_conditions
from kg.stores.sqlite.file import GraphFile
from kg.stores.sqlite.search import keyword_scores
from kg.stores.sqlite.vector_index import Scored, VectorIndex
from kg.stores.sqlite.write import carry_out

_PAGE = 2000  # rows read at once, as of the server

_EXPAND = {
    "out": "SELECT e.type, e.source, e.target, e.properties FROM json_each(?) AS t CROSS JOIN json_each(?) AS i"
    " CROSS JOIN edge AS e ON e.type = t.value AND e.source = i.value",
    "in": "SELECT e.type, e.source, e.target, e.properties FROM json_each(?) AS t CROSS JOIN json_each(?) AS i"
    " CROSS JOIN edge AS e INDEXED BY edge_target ON e.type = t.value AND e.target = i.value",
}


class SqliteStore:
    """A `kg.store.Store` in one file; one writer at a time, any number of readers beside it."""

    def __init__(self, path: Path, create: bool = False, wait: float = 30.0) -> None:
        """Open the graph at `path`; `create` makes an empty one. `wait`: seconds to wait for another writer.

        Raises StoreError where there is no graph, the file is something else, or it cannot be opened.
        """
        self._file = GraphFile(path, create, wait)
        self._vectors = {type: VectorIndex(type) for type in EMBEDDED}

    def write(self, batch: Batch) -> None:
        """Carry out `batch` in one transaction; StoreError, and nothing written, where it breaks the schema."""
        check_batch(batch)
        with self._file.transaction() as connection:
            carry_out(connection, batch)

    def version(self) -> int:
        """A number that grows with every write, whichever process wrote."""
        version: int = self._file.value("SELECT value FROM counter WHERE name = 'writes'")
        return version

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """The nodes with these ids that exist, in the order asked, without embeddings."""
        sql = "SELECT type, id, properties FROM node WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._file.rows(sql, (json.dumps(list(ids)),))
        found = {id: _node(NODE_TYPES[type], id, known) for type, id, known in rows}
        return [found[id] for id in ids if id in found]

    def find(self, type: type[N], where: Mapping[str, Condition] | None = None, limit: int | None = None) -> list[N]:
        """Nodes of a type whose properties meet all conditions, by id."""
        clauses, parameters = node_conditions(type, where or {})
        sql = "SELECT id, properties FROM node WHERE " + clauses + " ORDER BY id LIMIT ?"  # noqa: S608
        return [_node(type, *row) for row in self._file.rows(sql, (*parameters, -1 if limit is None else limit))]

    def expand(
        self,
        ids: Sequence[str],
        types: Sequence[type[E]],
        direction: Direction = "out",
        where: Mapping[str, Condition] | None = None,
        limit: int | None = None,
    ) -> list[E]:
        """Edges of the given types at the given nodes, by type, source and target."""
        clauses, parameters = edge_conditions(types, where or {})
        named = {type.type: type for type in types}
        starts = (json.dumps(sorted(named)), json.dumps(sorted(set(ids))), *parameters)
        order = " ORDER BY 1, 2, 3 LIMIT ?"
        stop = -1 if limit is None else limit
        if direction == "both":
            sql = _EXPAND["out"] + clauses + " UNION " + _EXPAND["in"] + clauses + order
            rows = self._file.rows(sql, (*starts, *starts, stop))
        else:
            rows = self._file.rows(_EXPAND[direction] + clauses + order, (*starts, stop))
        return [_edge(named[type], *row) for type, *row in rows]

    def vector_search(
        self, embedding: NDArray[np.float32], k: int, type: type[M], within: Sequence[str] | None = None
    ) -> list[Hit[M]]:
        """The `k` nodes of a type nearest by cosine, among those of the cases or provisions `within`."""
        return self._hits(type, self._vectors[type.type].scores(self._file, embedding, k, within))

    def keyword_search(self, text: str, k: int, type: type[N], within: Sequence[str] | None = None) -> list[Hit[N]]:
        """The `k` best nodes of a type for any of the words of `text`, by BM25."""
        return self._hits(type, keyword_scores(self._file, text, k, type, within))

    def _hits(self, type: type[N], scored: Scored) -> list[Hit[N]]:
        ids = [id for id, _ in scored]
        nodes = {node.id: node for node in self.nodes(ids) if isinstance(node, type)}
        leading = [HOME[type.type]] if type.type in HOME else []
        homes = {edge.source: edge.target for edge in self.expand(ids, leading)}
        return [Hit(nodes[id], score, homes.get(id)) for id, score in scored if id in nodes]

    def chain(self, source: str, target: str, types: Sequence[type[E]], longest: int = 6) -> list[E]:
        """A shortest directed chain of edges from `source` to `target`, the first by ids; empty if there is none."""
        away = self._distances(source, target, types, longest)
        chain: list[E] = []
        while away.get(source, 0) > len(chain):
            at = chain[-1].target if chain else source
            left = away[at] - 1
            steps = [edge for edge in self.expand([at], types) if away.get(edge.target) == left]
            chain.append(min(steps, key=lambda edge: (edge.target, edge.type)))
        return chain

    def _distances(self, source: str, target: str, types: Sequence[type[E]], longest: int) -> dict[str, int]:
        """Steps to `target` of every node as near to it as `source`; without `source` if that is too far."""
        sql = (
            "SELECT DISTINCT e.source FROM json_each(?) AS t CROSS JOIN json_each(?) AS i"
            " CROSS JOIN edge AS e INDEXED BY edge_target ON e.type = t.value AND e.target = i.value"
        )
        away = {target: 0}
        frontier = [target]
        for step in range(1, longest + 1):
            if source in away or not frontier:
                break
            rows = self._file.rows(sql, (json.dumps([type.type for type in types]), json.dumps(frontier)))
            frontier = [id for (id,) in rows if id not in away]
            away.update(dict.fromkeys(frontier, step))
        return away

    def count(self) -> dict[str, int]:
        """How many nodes and edges there are of each type that is not bookkeeping."""
        counts = {t.type: 0 for t in NODE_TYPES.values() if not t.ledger}
        counts |= {t.type: 0 for t in EDGE_TYPES.values() if not t.ledger}
        sql = "SELECT type, count(*) FROM node GROUP BY type UNION ALL SELECT type, count(*) FROM edge GROUP BY type"
        counts.update((name, n) for name, n in self._file.rows(sql) if name in counts)
        return counts

    def scan_nodes(self, type: type[N], embeddings: bool = False) -> Iterator[N]:
        """Every node of a type by id."""
        plain = "SELECT id, properties FROM node WHERE type = ? AND id > ? ORDER BY id LIMIT ?"
        full = (
            "SELECT n.id, n.properties, e.vector FROM node AS n LEFT JOIN embedding AS e ON e.node = n.key"
            " WHERE n.type = ? AND n.id > ? ORDER BY n.id LIMIT ?"
        )
        last = ""
        while rows := self._file.rows(full if embeddings else plain, (type.type, last, _PAGE)):
            yield from (_node(type, *row) for row in rows)
            last = rows[-1][0]

    def scan_edges(self, type: type[E]) -> Iterator[E]:
        """Every edge of a type by source and target."""
        sql = (
            "SELECT source, target, properties FROM edge WHERE type = ? AND (source, target) > (?, ?)"
            " ORDER BY source, target LIMIT ?"
        )
        last = ("", "")
        while rows := self._file.rows(sql, (type.type, *last, _PAGE)):
            yield from (_edge(type, *row) for row in rows)
            last = rows[-1][:2]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _node(type: type[N], id: str, properties: str, vector: bytes | None = None) -> N:
    known = json.loads(properties)
    if vector is not None:
        known["embedding"] = unpacked(vector)
    return schema.node(type, id, known)


def _edge(type: type[E], source: str, target: str, properties: str) -> E:
    return schema.edge(type, source, target, json.loads(properties))

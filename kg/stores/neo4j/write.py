"""Carrying out a batch on a Neo4j server: nodes, edges and embeddings in one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.edges import Cites, Edge
from kg.nodes import Embedded, Node
from kg.schema import properties
from kg.search.vectors import packed, unpacked
from kg.store import Batch, StoreError
from kg.stores.check import check_ends
from kg.stores.neo4j import cypher
from kg.stores.neo4j.connection import Parameter, Rows, run

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_ROWS = 5000  # rows of one statement: a server's transaction holds them in memory
Row = dict[str, Any]


class Writing:
    """A batch made ready once, to be carried out in a transaction as often as that must be tried."""

    def __init__(self, batch: Batch) -> None:
        """Take a batch that keeps to the schema (`check_batch`)."""
        self._batch = batch
        self._nodes = {node.id: node for node in batch.nodes}
        self._rows = _node_rows(self._nodes.values())
        self._edges = _edge_rows(batch.edges)
        self._replaced = sorted({*self._nodes, *batch.drop_nodes})

    def carry_out(self, transaction: "ManagedTransaction") -> None:
        """Write all of it."""
        met = run(transaction, cypher.BEGIN, rows=Parameter(self._replaced))
        stored = dict[str, str](met)
        there = stored.keys() - set(self._batch.drop_nodes)
        self._drop(transaction, stored)
        self._write_nodes(transaction, there, stored)
        self._connect(transaction, self._nodes.keys() - there)

    def _write_nodes(
        self, transaction: "ManagedTransaction", there: Collection[str], stored: Mapping[str, str]
    ) -> None:
        """Write nodes; StoreError for one that would change its type."""
        rows: dict[tuple[bool, bool], list[Row]] = {}
        for row in self._rows:
            id, type = row["id"], row["type"]
            if id in there and stored[id] != type:
                raise StoreError(f"{id} is a {stored[id]} already and cannot become a {type}")
            rows.setdefault((id in there, "embedding" in row), []).append(row)
        for kind, of_kind in rows.items():
            _in_parts(transaction, cypher.WRITE_NODES[kind], of_kind)

    def _drop(self, transaction: "ManagedTransaction", stored: Mapping[str, str]) -> None:
        """Drop edges, with a citation the overruling that shows it, and then nodes."""
        drops: dict[str, list[list[str]]] = {}
        for type, source, target in self._batch.drop_edges:
            drops.setdefault(type, []).append([source, target])
        if "CITES" in drops:
            drops[cypher.OVERRULES] = drops["CITES"]
        for type, pairs in drops.items():
            _in_parts(transaction, cypher.DROP_EDGES[type], pairs)
        _in_parts(transaction, cypher.DROP_NODES, [id for id in set(self._batch.drop_nodes) if id in stored])

    def _connect(self, transaction: "ManagedTransaction", new: Collection[str]) -> None:
        """Write edges, those of `new` nodes as new ones; an overruling that is none any more is shown no more."""
        shown = {(source, target) for source, target, _ in self._edges.get(cypher.OVERRULES, ())}
        for type, of_type in self._edges.items():
            for is_new in (False, True):
                rows = [row for row in of_type if (row[0] in new or row[1] in new) == is_new]
                answers = _in_parts(transaction, cypher.WRITE_EDGES[type, is_new], rows)
                if sum(joined for joined, _ in answers) != len(rows):
                    self._refuse(transaction)
                stale = [pair for _, overruled in answers for pair in overruled if tuple(pair) not in shown]
                _in_parts(transaction, cypher.DROP_EDGES[cypher.OVERRULES], stale)

    def _refuse(self, transaction: "ManagedTransaction") -> None:
        """Raise StoreError for the first edge that cannot be."""
        ends = {end for edge in self._batch.edges for end in (edge.source, edge.target)}
        check_ends(self._batch, dict(_in_parts(transaction, cypher.TYPES_OF, sorted(ends))))


def _in_parts(transaction: "ManagedTransaction", statement: str, rows: Sequence[object]) -> Rows:
    parts = (Parameter(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS))
    return [answer for part in parts for answer in run(transaction, statement, rows=part)]


def _node_rows(nodes: Iterable[Node]) -> list[Row]:
    """Parameters of the upsert of nodes."""
    rows: list[Row] = []
    for node in nodes:
        row: Row = {"id": node.id, "type": node.type, "properties": _plain(node) | {"id": node.id}}
        if isinstance(node, Embedded) and node.embedding is not None:
            row["embedding"] = unpacked(packed(node.embedding)).tolist()
        rows.append(row)
    return rows


def _plain(item: Node | Edge) -> Row:
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in properties(item).items()
        if not isinstance(value, np.ndarray)
    }


def _edge_rows(edges: Iterable[Edge]) -> dict[str, list[list[Any]]]:
    """Parameters of the upserts by edge type. An overruling is written as a relationship of its own as well."""
    rows: dict[str, list[list[Any]]] = {}
    for edge in {edge.key: edge for edge in edges}.values():
        rows.setdefault(edge.type, []).append([edge.source, edge.target, _plain(edge)])
        if isinstance(edge, Cites) and edge.treatment == "overruled":
            rows.setdefault(cypher.OVERRULES, []).append([edge.source, edge.target, {}])
    return rows

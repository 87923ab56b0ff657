"""Carrying out a batch on a Neo4j server: nodes, edges, words and embeddings in one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kg import neo4j_cypher as cypher
from kg.check import check_ends
from kg.neo4j_connection import run
from kg.neo4j_schema import TERMS_INDEX
from kg.store import Batch, Edge, Node, StoreError, Value
from kg.terms import searched_text, terms_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_ROWS = 5000
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A node that is there: its type, and how many searched words it has."""

    type: str
    length: int


class Writing:
    """A batch made ready once, to be carried out in a transaction as often as that must be tried."""

    def __init__(self, batch: Batch) -> None:
        """Take a batch that keeps to the schema (`check_batch`)."""
        self._batch = batch
        self._nodes = list({node.id: node for node in batch.nodes}.values())
        self._rows = _node_rows(self._nodes)

    def carry_out(self, transaction: "ManagedTransaction") -> None:
        """Write all of it. The counter comes first: its lock makes writers wait for each other."""
        run(transaction, cypher.COUNT_WRITE)
        for ends, rows in _edge_drops(self._batch.drop_edges).items():
            _in_parts(transaction, cypher.DROP_EDGES[ends], rows)
        more = self._drop(transaction)
        types = self._upsert(transaction, more)
        self._connect(transaction, types)
        for type, words in more.items():
            if words:
                run(transaction, cypher.COUNT_WORDS[type], more=words)

    def _drop(self, transaction: "ManagedTransaction") -> dict[str, int]:
        """Drop nodes; how many words there are more of each type (so less than none)."""
        more = dict.fromkeys(TERMS_INDEX, 0)
        by_type: dict[str, list[str]] = {}
        for id, node in _stored(transaction, self._batch.drop_nodes).items():
            by_type.setdefault(node.type, []).append(id)
            if node.type in more:
                more[node.type] -= node.length
        for type, ids in by_type.items():
            _in_parts(transaction, cypher.DROP_NODES[type], ids)
        return more

    def _upsert(self, transaction: "ManagedTransaction", more: dict[str, int]) -> dict[str, str]:
        """Write nodes, counting words into `more`; the types of all nodes that the batch touches, by id."""
        ends = {end for edge in self._batch.edges for end in (edge.source, edge.target)}
        stored = _stored(transaction, sorted({node.id for node in self._nodes} | ends))
        for node in self._nodes:
            old = stored.get(node.id)
            if old is not None and old.type != node.type:
                raise StoreError(f"{node.id} is a {old.type} already and cannot become a {node.type}")
            if node.type in more:
                more[node.type] -= old.length if old else 0
        for type, rows in self._rows.items():
            _in_parts(transaction, cypher.UPSERT_NODES[type], rows)
            if type in more:
                more[type] += sum(row["properties"]["length"] for row in rows)
        return {id: node.type for id, node in stored.items()} | {node.id: node.type for node in self._nodes}

    def _connect(self, transaction: "ManagedTransaction", types: Mapping[str, str]) -> None:
        check_ends(self._batch, types)
        for ends, rows in _edge_rows(self._batch.edges, types).items():
            _in_parts(transaction, cypher.UPSERT_EDGES[ends], rows)


def _in_parts(transaction: "ManagedTransaction", statement: str, rows: Sequence[object]) -> None:
    for start in range(0, len(rows), _ROWS):
        run(transaction, statement, rows=rows[start : start + _ROWS])


def _stored(transaction: "ManagedTransaction", ids: Sequence[str]) -> dict[str, _Stored]:
    rows = run(transaction, cypher.TYPES, ids=list(ids)) if ids else []
    return {id: _Stored(type, length) for id, type, length in rows}


def _node_rows(nodes: Iterable[Node]) -> dict[str, list[Row]]:
    """Parameters of the upserts by node type."""
    by_type: dict[str, list[Row]] = {}
    for node in nodes:
        row: Row = {"id": node.id, "properties": _plain(node.properties) | {"id": node.id}, "embedding": _vector(node)}
        by_type.setdefault(node.type, []).append(row)
    for type in by_type.keys() & TERMS_INDEX.keys():
        found = terms_of([searched_text(type, row["properties"]) for row in by_type[type]])
        for row, terms in zip(by_type[type], found, strict=True):
            row["properties"] |= {"terms": " ".join(terms), "length": len(terms)}
    return by_type


def _plain(properties: Mapping[str, Value]) -> Row:
    return {name: v for name, v in properties.items() if v is not None and not isinstance(v, np.ndarray)}


def _vector(node: Node) -> list[float] | None:
    return next((v.tolist() for v in node.properties.values() if isinstance(v, np.ndarray)), None)


def _edge_drops(drops: Iterable[tuple[str, str, str]]) -> dict[cypher.Ends, list[list[str]]]:
    """Parameters of the deletions by edge type and by all node types that the ends may have."""
    by_type: dict[str, list[list[str]]] = {}
    for type, source, target in drops:
        by_type.setdefault(type, []).append([source, target])
    return {ends: by_type[ends[0]] for ends in cypher.ALL_ENDS if ends[0] in by_type}


def _edge_rows(edges: Iterable[Edge], types: Mapping[str, str]) -> dict[cypher.Ends, list[list[object]]]:
    """Parameters of the upserts by edge type and the node types of the ends."""
    rows: dict[cypher.Ends, list[list[object]]] = {}
    for edge in {(e.type, e.source, e.target): e for e in edges}.values():
        ends = (edge.type, types[edge.source], types[edge.target])
        rows.setdefault(ends, []).append([edge.source, edge.target, _plain(edge.properties)])
    return rows

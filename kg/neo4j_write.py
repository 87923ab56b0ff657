"""Carrying out a batch on a Neo4j server: nodes, edges, words and embeddings in one transaction."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kg import neo4j_cypher as cypher
from kg.check import check_ends
from kg.neo4j_connection import Rows, run
from kg.neo4j_schema import MARKED, WORDS_INDEX, mark
from kg.schema import NODE_TYPES
from kg.store import Batch, Edge, Node, StoreError, Value
from kg.terms import searched_text, terms_of

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_ROWS = 5000
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Stored:
    """A node that is there: its type, and its searched terms if they were asked for."""

    type: str
    terms: str | None


class Writing:
    """A batch made ready once, to be carried out in a transaction as often as that must be tried."""

    def __init__(self, batch: Batch) -> None:
        """Take a batch that keeps to the schema (`check_batch`)."""
        self._batch = batch
        self._nodes = {node.id: node for node in batch.nodes}
        self._rows = _node_rows(self._nodes.values())
        self._edges = _edge_rows(batch.edges)
        replaced = {*self._nodes, *batch.drop_nodes}
        ends = {end for edge in batch.edges for end in (edge.source, edge.target)}
        self._met = [[id, id in replaced] for id in sorted(replaced | ends)]

    def carry_out(self, transaction: "ManagedTransaction") -> None:
        """Write all of it."""
        met = run(transaction, cypher.BEGIN, rows=self._met)
        stored = {id: _Stored(_type(labels), terms) for id, labels, terms in met}
        self._check(stored)
        self._drop(transaction, stored)
        embedded = [row for row in self._rows if "embedding" in row]
        _in_parts(transaction, cypher.UPSERT_NODES, [row for row in self._rows if "embedding" not in row])
        _in_parts(transaction, cypher.UPSERT_EMBEDDED, embedded)
        self._connect(transaction)
        self._count(transaction, stored)

    def _check(self, stored: Mapping[str, _Stored]) -> None:
        """Raise StoreError for a node that would change its type and an edge that cannot be."""
        gone = set(self._batch.drop_nodes)
        there = {id: node.type for id, node in stored.items() if id not in gone}
        for node in self._nodes.values():
            if there.get(node.id, node.type) != node.type:
                raise StoreError(f"{node.id} is a {there[node.id]} already and cannot become a {node.type}")
        check_ends(self._batch, there | {node.id: node.type for node in self._nodes.values()})

    def _drop(self, transaction: "ManagedTransaction", stored: Mapping[str, _Stored]) -> None:
        """Drop edges, with a citation the overruling that shows it, and then nodes."""
        drops: dict[str, list[list[str]]] = {}
        for type, source, target in self._batch.drop_edges:
            drops.setdefault(type, []).append([source, target])
        if "CITES" in drops:
            drops[cypher.OVERRULES] = drops["CITES"]
        for type, pairs in drops.items():
            _in_parts(transaction, cypher.DROP_EDGES[type], pairs)
        _in_parts(transaction, cypher.DROP_NODES, [id for id in set(self._batch.drop_nodes) if id in stored])

    def _connect(self, transaction: "ManagedTransaction") -> None:
        """Write edges; those that are an overruling no more are shown as one no more."""
        shown = {(source, target) for source, target, _ in self._edges.get(cypher.OVERRULES, ())}
        for type, rows in self._edges.items():
            overruled = _in_parts(transaction, cypher.UPSERT_EDGES[type], rows)
            stale = [pair for pair in overruled if tuple(pair) not in shown]
            _in_parts(transaction, cypher.DROP_EDGES[cypher.OVERRULES], stale)

    def _count(self, transaction: "ManagedTransaction", stored: Mapping[str, _Stored]) -> None:
        """Count texts, words and texts with each term, by which there are more or less of them."""
        more: Counter[str] = Counter()
        for id in {*self._nodes, *self._batch.drop_nodes} & stored.keys():
            _count(more, stored[id].type, stored[id].terms, -1)
        for row in self._rows:
            _count(more, row["type"], row["properties"].get("terms"), 1)
        _in_parts(transaction, cypher.COUNT_WORDS, [[id, n] for id, n in sorted(more.items()) if n])
        _in_parts(transaction, cypher.DROP_COUNTS, [id for id, n in sorted(more.items()) if n < 0])


def _type(labels: Iterable[str]) -> str:
    return next(label for label in labels if label in NODE_TYPES)


def _count(counts: "Counter[str]", type: str, terms: str | None, times: int) -> None:
    if terms is None:
        return
    words = terms.split()
    counts[f"{type}:"] += times
    counts[f"{type}#"] += times * len(words)
    for term in set(words):
        counts[f"{type}:{term}"] += times


def _in_parts(transaction: "ManagedTransaction", statement: str, rows: Sequence[object]) -> Rows:
    parts = (rows[start : start + _ROWS] for start in range(0, len(rows), _ROWS))
    return [answer for part in parts for answer in run(transaction, statement, rows=part)]


def _node_rows(nodes: Iterable[Node]) -> list[Row]:
    """Parameters of the upsert of nodes."""
    rows: list[Row] = []
    by_type: dict[str, list[Row]] = {}
    for node in nodes:
        row: Row = {"id": node.id, "type": node.type, "properties": _plain(node.properties) | {"id": node.id}}
        if isinstance(vector := node.properties.get("embedding"), np.ndarray):
            row["embedding"] = vector.tolist()
        by_type.setdefault(node.type, []).append(row)
        rows.append(row)
    for type in by_type.keys() & WORDS_INDEX.keys():
        properties = [row["properties"] for row in by_type[type]]
        for held, terms in zip(properties, terms_of([searched_text(type, p) for p in properties]), strict=True):
            marks = [mark(name, value) for name in MARKED.get(type, ()) for value in held.get(name, ())]
            held |= {"terms": " ".join(terms)} | ({"marks": " ".join(marks)} if marks else {})
    return rows


def _plain(properties: Mapping[str, Value]) -> Row:
    return {name: v for name, v in properties.items() if v is not None and not isinstance(v, np.ndarray)}


def _edge_rows(edges: Iterable[Edge]) -> dict[str, list[list[Any]]]:
    """Parameters of the upserts by edge type. An overruling is written as a relationship of its own as well."""
    rows: dict[str, list[list[Any]]] = {}
    for edge in {(e.type, e.source, e.target): e for e in edges}.values():
        rows.setdefault(edge.type, []).append([edge.source, edge.target, _plain(edge.properties)])
        if edge.type == "CITES" and edge.properties.get("treatment") == "overruled":
            rows.setdefault(cypher.OVERRULES, []).append([edge.source, edge.target, {}])
    return rows

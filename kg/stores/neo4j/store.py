"""The Neo4j engine: a graph store on a server."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.edges import E
from kg.nodes import Embedded, M, N, Node
from kg.schema import EDGE_TYPES, NODE_TYPES, edge, node
from kg.store import Batch, Condition, Direction, Hit, StoreError
from kg.stores.check import check_batch
from kg.stores.neo4j import cypher
from kg.stores.neo4j import indexes as schema
from kg.stores.neo4j.conditions import edge_conditions, node_conditions
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.search import by_meaning, by_words, dimensions
from kg.stores.neo4j.write import Writing

_PAGE = 2000  # rows of one answer: bounds memory on both sides


class Neo4jStore:
    """A `kg.store.Store` in a database of a Neo4j server."""

    def __init__(self, uri: str, create: bool = False) -> None:
        """Open the graph of the server at `uri`; `create` makes an empty one, with its constraints and indexes.

        Raises StoreError where the server does not answer or refuses, where there is no graph, or another one.
        """
        self._connection = Connection(uri)
        try:
            self._open(create)
        except BaseException:
            self._connection.close()
            raise
        self._dimensions: dict[str, int] = {}
        self._behind = True

    def _open(self, create: bool) -> None:
        uri, rows = self._connection.uri, self._connection.rows(schema.SCHEMA_OF_GRAPH)
        if not rows and not create:
            raise StoreError(f"there is no graph at {uri}; build one with: lawgraph build PATH... --store {uri}")
        if not rows and not self._connection.rows(schema.IS_EMPTY)[0][0]:
            raise StoreError(f"the database at {uri} holds something else; empty it, or name another in NEO4J_DATABASE")
        if rows and rows[0][0] != schema.SCHEMA_VERSION:
            raise StoreError(f"the graph at {uri} was made by another version of lawgraph; empty it and build it again")
        if create:
            self._define()

    def _define(self) -> None:
        present = {name for (name,) in self._connection.rows(schema.PRESENT)}
        missing = [statement for name, statement in schema.DEFINITIONS.items() if name not in present]
        for statement in missing:
            self._connection.define(statement)
        if missing:
            self._connection.rows(schema.AWAIT)
        self._connection.define(schema.CREATE_GRAPH, schema=schema.SCHEMA_VERSION)

    def write(self, batch: Batch) -> None:
        """Carry out `batch` in one transaction; StoreError, and nothing written, where it breaks the schema."""
        check_batch(batch)
        self._index_vectors(batch)
        self._connection.write(Writing(batch).carry_out)
        self._behind = True

    def _catch_up(self) -> None:
        """Wait, once after opening and after each write, until the full-text indexes have taken in what is written."""
        if self._behind:
            self._connection.rows(cypher.REFRESH)
            self._behind = False

    def _index_vectors(self, batch: Batch) -> None:
        """Make the vector indexes fit the embeddings that come; those of an earlier model are not searched then."""
        embedded = [n for n in batch.nodes if isinstance(n, Embedded) and n.embedding is not None]
        sizes = {(n.type, n.embedding.size) for n in embedded if n.embedding is not None}
        if len({size for _, size in sizes}) > 1:
            raise StoreError("the embeddings of one document have different dimensions; use one model")
        for type, size in sorted(sizes):
            if self._dimensions.get(type) != size:
                self._index_type(type, size)

    def _index_type(self, type: str, size: int) -> None:
        there = dimensions(self._connection, type)
        if there != size:
            if there is not None:
                self._connection.define(schema.DROP_VECTOR_INDEX[type])
            self._connection.define(schema.CREATE_VECTOR_INDEX[type], dimensions=size)
            self._connection.rows(schema.AWAIT)
        self._dimensions[type] = size

    def version(self) -> int:
        """A number that grows with every write, whoever wrote."""
        rows = self._connection.rows(cypher.VERSION)
        return int(rows[0][0]) if rows else 0

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """The nodes with these ids that exist, in the order asked, without embeddings."""
        if not ids:
            return []
        rows = self._connection.rows(cypher.NODES, ids=list(dict.fromkeys(ids)))
        found = {id: _node(NODE_TYPES[type], id, known) for type, id, known in rows}
        return [found[id] for id in ids if id in found]

    def find(self, type: type[N], where: Mapping[str, Condition] | None = None, limit: int | None = None) -> list[N]:
        """Nodes of a type whose properties meet all conditions, by id."""
        start, clauses, parameters = node_conditions(type, where or {})
        if start == cypher.FIND_LISTED:
            self._catch_up()
        query = start + clauses + cypher.FOUND + ("" if limit is None else cypher.LIMIT)
        rows = self._connection.rows(query, **parameters, limit=limit)
        return [_node(type, id, known) for _, id, known in rows]

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
        ways: tuple[Direction, ...] = ("out", "in") if direction == "both" else (direction,)
        named = {type.type: type for type in types}
        starts = [cypher.EXPAND[way, name] for way in ways for name in sorted(named)]
        if not starts or not ids:
            return []
        matches = " UNION ".join(f"{start}{clauses} RETURN e" for start in starts)
        query = f"CALL () {{ {matches} }}{cypher.EXPANDED}{'' if limit is None else cypher.LIMIT}"
        rows = self._connection.rows(query, ids=sorted(set(ids)), **parameters, limit=limit)
        return [edge(named[type], *row) for type, *row in rows]

    def vector_search(
        self, embedding: NDArray[np.float32], k: int, type: type[M], within: Sequence[str] | None = None
    ) -> list[Hit[M]]:
        """The `k` nodes of a type nearest by cosine, among those of the cases or provisions `within`."""
        comparable = k > 0 and self._comparable(embedding, type.type)
        return by_meaning(self._connection, embedding, k, type, within) if comparable else []

    def keyword_search(self, text: str, k: int, type: type[N], within: Sequence[str] | None = None) -> list[Hit[N]]:
        """The `k` best nodes of a type for any of the words of `text`, by Lucene's BM25."""
        self._catch_up()
        return by_words(self._connection, text, k, type, within)

    def _comparable(self, embedding: NDArray[np.float32], type: str) -> bool:
        """Whether there are embeddings to compare with; StoreError where they have other dimensions."""
        size = self._dimensions.get(type) or dimensions(self._connection, type)
        if size is None:
            return False
        self._dimensions[type] = size
        if embedding.shape == (size,):
            return True
        if not self._connection.rows(cypher.ANY_VECTOR[type]):
            return False
        raise StoreError(
            f"the question's embedding has {embedding.size} dimensions, the graph's {size};"
            " use the model that the graph was built with"
        )

    def chain(self, source: str, target: str, types: Sequence[type[E]], longest: int = 6) -> list[E]:
        """A shortest directed chain of edges from `source` to `target`, the first by ids; empty if there is none."""
        edge_conditions(types, {})
        if source == target or not types:
            return []
        named = {type.type: type for type in types}
        path = f" MATCH p = allShortestPaths((a)-[:{'|'.join(named)}*..{int(longest)}]->(b))"
        rows = self._connection.rows(cypher.ENDS + path + cypher.CHAIN, source=source, target=target)
        return [edge(named[type], *row) for type, *row in rows[0][0]] if rows else []

    def count(self) -> dict[str, int]:
        """How many nodes and edges there are of each type that is not bookkeeping."""
        counts = {t.type: 0 for t in NODE_TYPES.values() if not t.ledger}
        counts |= {t.type: 0 for t in EDGE_TYPES.values() if not t.ledger}
        counts.update((type, n) for type, n in self._connection.rows(cypher.COUNT))
        return counts

    def scan_nodes(self, type: type[N], embeddings: bool = False) -> Iterator[N]:
        """Every node of a type by id."""
        query = (cypher.SCAN_WITH_VECTORS if embeddings else cypher.SCAN_NODES)[type.type]
        last = ""
        while rows := self._connection.rows(query, last=last, limit=_PAGE):
            yield from (_node(type, *row) for _, *row in rows)
            last = rows[-1][1]

    def scan_edges(self, type: type[E]) -> Iterator[E]:
        """Every edge of a type by source and target."""
        parts = [self._scan_edges(type, cypher.SCAN_EDGES[type.type, source.type]) for source in type.sources]
        return heapq.merge(*parts, key=lambda edge: (edge.source, edge.target))

    def _scan_edges(self, type: type[E], query: str) -> Iterator[E]:
        source = target = ""
        while rows := self._connection.rows(query, source=source, target=target, limit=_PAGE):
            yield from (edge(type, *row) for _, *row in rows)
            _, source, target, _ = rows[-1]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _node(type: type[N], id: str, properties: Sequence[tuple[str, Any]], vector: Sequence[float] | None = None) -> N:
    known = dict(properties)
    if vector is not None:
        known["embedding"] = np.array(vector, np.float32)
    return node(type, id, known)

"""The Neo4j engine: a graph store on a server."""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Batch, Condition, Direction, Edge, Hit, Node, StoreError
from kg.stores.check import check_batch
from kg.stores.neo4j import cypher
from kg.stores.neo4j import indexes as schema
from kg.stores.neo4j.conditions import edge_conditions, node_conditions
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.search import by_meaning, by_words, dimensions
from kg.stores.neo4j.write import Writing

_PAGE = 2000


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
        self._dimensions: int | None = None
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
        """Make the vector index fit the embeddings that come; those of an earlier model are not searched then."""
        sizes = {v.size for node in batch.nodes for v in node.properties.values() if isinstance(v, np.ndarray)}
        if len(sizes) > 1:
            raise StoreError("the embeddings of one document have different dimensions; use one model")
        if not sizes or sizes == {self._dimensions}:
            return
        [size] = sizes
        there = dimensions(self._connection)
        if there != size:
            if there is not None:
                self._connection.define(schema.DROP_VECTOR_INDEX)
            self._connection.define(schema.CREATE_VECTOR_INDEX, dimensions=size)
            self._connection.rows(schema.AWAIT)
        self._dimensions = size

    def version(self) -> int:
        """A number that grows with every write, whoever wrote."""
        rows = self._connection.rows(cypher.VERSION)
        return int(rows[0][0]) if rows else 0

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """The nodes with these ids that exist, in the order asked, without embeddings."""
        if not ids:
            return []
        found = {row[1]: _node(*row) for row in self._connection.rows(cypher.NODES, ids=list(dict.fromkeys(ids)))}
        return [found[id] for id in ids if id in found]

    def find(self, type: str, where: Mapping[str, Condition] | None = None, limit: int | None = None) -> list[Node]:
        """Nodes of a type whose properties meet all conditions, by id."""
        start, clauses, parameters = node_conditions(type, where or {})
        if start == cypher.FIND_LISTED:
            self._catch_up()
        query = start + clauses + cypher.FOUND + ("" if limit is None else cypher.LIMIT)
        return [_node(*row) for row in self._connection.rows(query, **parameters, limit=limit)]

    def expand(
        self,
        ids: Sequence[str],
        types: Sequence[str],
        direction: Direction = "out",
        where: Mapping[str, Condition] | None = None,
        limit: int | None = None,
    ) -> list[Edge]:
        """Edges of the given types at the given nodes, by type, source and target."""
        clauses, parameters = edge_conditions(types, where or {})
        ways: tuple[Direction, ...] = ("out", "in") if direction == "both" else (direction,)
        starts = [cypher.EXPAND[way, type] for way in ways for type in sorted(set(types))]
        if not starts or not ids:
            return []
        matches = " UNION ".join(f"{start}{clauses} RETURN e" for start in starts)
        query = f"CALL () {{ {matches} }}{cypher.EXPANDED}{'' if limit is None else cypher.LIMIT}"
        rows = self._connection.rows(query, ids=sorted(set(ids)), **parameters, limit=limit)
        return [Edge(*row) for row in rows]

    def vector_search(self, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None = None) -> list[Hit]:
        """The `k` chunks nearest by cosine, among those of the cases or provisions `within`."""
        return by_meaning(self._connection, embedding, k, within) if self._comparable(embedding, k) else []

    def keyword_search(self, text: str, k: int, type: str = "Chunk", within: Sequence[str] | None = None) -> list[Hit]:
        """The `k` best nodes of a type for any of the words of `text`, by Lucene's BM25."""
        self._catch_up()
        return by_words(self._connection, text, k, type, within)

    def _comparable(self, embedding: NDArray[np.float32], k: int) -> bool:
        """Whether there are embeddings to compare with; StoreError where they have other dimensions."""
        if self._dimensions is None:
            self._dimensions = dimensions(self._connection)
        if k < 1 or self._dimensions is None:
            return False
        if embedding.shape == (self._dimensions,):
            return True
        if not self._connection.rows(cypher.ANY_VECTOR):
            return False
        raise StoreError(
            f"the question's embedding has {embedding.size} dimensions, the graph's {self._dimensions};"
            " use the model that the graph was built with"
        )

    def chain(self, source: str, target: str, types: Sequence[str], longest: int = 6) -> list[Edge]:
        """A shortest directed chain of edges from `source` to `target`, the first by ids; empty if there is none."""
        edge_conditions(types, {})
        if source == target or not types:
            return []
        path = f" MATCH p = allShortestPaths((a)-[:{'|'.join(types)}*..{int(longest)}]->(b))"
        rows = self._connection.rows(cypher.ENDS + path + cypher.CHAIN, source=source, target=target)
        return [Edge(*edge) for edge in rows[0][0]] if rows else []

    def count(self) -> dict[str, int]:
        """How many nodes and edges there are of each type that is not bookkeeping."""
        counts = {t.name: 0 for t in NODE_TYPES.values() if not t.ledger}
        counts |= {t.name: 0 for t in EDGE_TYPES.values() if not t.ledger}
        counts.update((type, n) for type, n in self._connection.rows(cypher.COUNT))
        return counts

    def scan_nodes(self, type: str, embeddings: bool = False) -> Iterator[Node]:
        """Every node of a type by id."""
        query = (cypher.SCAN_WITH_VECTORS if embeddings else cypher.SCAN_NODES)[type]
        last = ""
        while rows := self._connection.rows(query, last=last, limit=_PAGE):
            yield from (_node(*row) for row in rows)
            last = rows[-1][1]

    def scan_edges(self, type: str) -> Iterator[Edge]:
        """Every edge of a type by source and target."""
        parts = [self._scan_edges(cypher.SCAN_EDGES[type, source]) for source in EDGE_TYPES[type].source]
        return heapq.merge(*parts, key=lambda edge: (edge.source, edge.target))

    def _scan_edges(self, query: str) -> Iterator[Edge]:
        source = target = ""
        while rows := self._connection.rows(query, source=source, target=target, limit=_PAGE):
            yield from (Edge(*row) for row in rows)
            _, source, target, _ = rows[-1]

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _node(type: str, id: str, properties: Sequence[tuple[str, Any]], vector: Sequence[float] | None = None) -> Node:
    values = dict(properties)
    if vector is not None:
        values["embedding"] = np.array(vector, np.float32)
    return Node(type, id, values)

"""Loading a graph into Neo4j, ours against neo4j-graphrag's Neo4jWriter: the same nodes and edges, the same server.

Run: python -m benchmarks.neo4j_load GRAPH.db --judgments 300 --judgments 1000
"""

import asyncio
import os
from collections.abc import Mapping
from functools import partial
from typing import Any

import click
import numpy as np
from neo4j import Driver
from neo4j_graphrag.components.kg_writer import Neo4jWriter
from neo4j_graphrag.components.types import Neo4jGraph, Neo4jNode, Neo4jRelationship
from neo4j_graphrag.indexes import create_fulltext_index, create_vector_index
from rich.console import Console
from rich.table import Table

from benchmarks.neo4j_bench import DIMENSIONS, Graph, clear, cut, seconds, server
from kg.store import Batch, Edge, Node, Store, Value
from kg.stores import open_store

_BATCH = 1000


def ours(store: Store, nodes: list[Node], edges: list[Edge]) -> None:
    """Write through the store, a thousand at a time."""
    for start in range(0, len(nodes), _BATCH):
        store.write(Batch(nodes=nodes[start : start + _BATCH]))
    for start in range(0, len(edges), _BATCH):
        store.write(Batch(edges=edges[start : start + _BATCH]))


def theirs(driver: Driver, graph: Neo4jGraph) -> None:
    """Write through Neo4jWriter, a thousand at a time as well."""
    done = asyncio.run(Neo4jWriter(driver, batch_size=_BATCH, clean_db=False).run(graph))
    if done.status != "SUCCESS":
        raise RuntimeError(f"Neo4jWriter failed: {done.metadata}")


def plain(properties: Mapping[str, Value]) -> dict[str, Any]:
    """Properties without embeddings."""
    return {name: v for name, v in properties.items() if v is not None and not isinstance(v, np.ndarray)}


def _plain(properties: Mapping[str, Value]) -> dict[str, Any]:
    return {k: v for k, v in properties.items() if v is not None and not isinstance(v, np.ndarray)}


def as_theirs(nodes: list[Node], edges: list[Edge]) -> Neo4jGraph:
    """The same nodes and edges as Neo4jWriter takes them."""
    return Neo4jGraph(
        nodes=[
            Neo4jNode(
                id=node.id,
                label=node.type,
                properties=_plain(node.properties),
                embedding_properties={k: v.tolist() for k, v in node.properties.items() if isinstance(v, np.ndarray)},
            )
            for node in nodes
        ],
        relationships=[
            Neo4jRelationship(start_node_id=e.source, end_node_id=e.target, type=e.type, properties=plain(e.properties))
            for e in edges
        ],
    )


def measure(driver: Driver, uri: str, graph: Graph, times: int) -> list[tuple[str, int, float, float]]:
    """What was loaded, how many nodes and edges, and the seconds that ours and theirs took."""
    opened: list[Store] = []

    def empty_store() -> None:
        clear(driver)
        opened.append(open_store(uri, create=True))

    def empty_graph() -> None:
        clear(driver)
        create_vector_index(driver, "chunks", "Chunk", "embedding", DIMENSIONS, "cosine")
        create_fulltext_index(driver, "texts", "Chunk", ["text"])

    def load(nodes: list[Node], edges: list[Edge]) -> None:
        ours(opened[-1], nodes, edges)

    measured = []
    parts = {"cases": (graph.cases, graph.case_edges), "chunks": (graph.texts, [])}
    for name, (nodes, edges) in parts.items():
        own = seconds(partial(load, nodes, edges), times, empty_store)
        peer = seconds(partial(theirs, driver, as_theirs(nodes, edges)), times, empty_graph)
        measured.append((name, len(nodes) + len(edges), own, peer))
    for store in opened:
        store.close()
    return measured


@click.command()
@click.argument("graph")
@click.option("--judgments", type=int, multiple=True, default=(300, 1000, 2914), show_default=True)
@click.option("--times", type=int, default=5, show_default=True)
def main(graph: str, judgments: tuple[int, ...], times: int) -> None:
    """Print a table of nodes and edges a second."""
    table = Table("judgments", "what", "items", "ours, s", "Neo4jWriter, s", "ours, items/s", "theirs", "ratio")
    source = open_store(graph)
    with server() as (running, driver):
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        for wanted in judgments:
            for name, items, own, peer in measure(driver, running.uri, cut(source, wanted), times):
                rates = (f"{items / own:,.0f}", f"{items / peer:,.0f}", f"{peer / own:.2f}")
                table.add_row(str(wanted), name, f"{items:,}", f"{own:.2f}", f"{peer:.2f}", *rates)
    source.close()
    Console().print(table)


if __name__ == "__main__":
    main()

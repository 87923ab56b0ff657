"""Loading a graph into Neo4j, ours against neo4j-graphrag's Neo4jWriter: the same nodes and edges, the same server.

Run: python -m benchmarks.neo4j_load GRAPH.db --judgments 300 --judgments 1000
"""

import asyncio
import os
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

from benchmarks.neo4j_bench import DIMENSIONS, Taken, clear, cut, load, middle, server, taken
from kg.edges import Edge
from kg.nodes import Chunk, Node
from kg.schema import properties
from kg.server.server import Running
from kg.store import Batch, Store
from kg.stores.neo4j.cypher import REFRESH
from kg.stores.open import open_store

_FORGET_PLANS = "CALL db.clearQueryCaches()"


def ours(driver: Driver, store: Store, nodes: list[Node], edges: list[Edge]) -> None:
    """Write through the store, until the full-text indexes have taken it in."""
    load(store, nodes, edges)
    driver.execute_query(REFRESH)


def theirs(driver: Driver, graph: Neo4jGraph) -> None:
    """Write through Neo4jWriter, a thousand at a time as well."""
    done = asyncio.run(Neo4jWriter(driver, batch_size=1000, clean_db=False).run(graph))
    if done.status != "SUCCESS":
        raise RuntimeError(f"Neo4jWriter failed: {done.metadata}")


def plain(item: Node | Edge) -> dict[str, Any]:
    """Properties without embeddings."""
    known = {name: value for name, value in properties(item).items() if not isinstance(value, np.ndarray)}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in known.items()}


def as_theirs(nodes: list[Node], edges: list[Edge]) -> Neo4jGraph:
    """The same nodes and edges as Neo4jWriter takes them."""
    return Neo4jGraph(
        nodes=[
            Neo4jNode(
                id=node.id,
                label=node.type,
                properties=plain(node),
                embedding_properties={k: v.tolist() for k, v in properties(node).items() if isinstance(v, np.ndarray)},
            )
            for node in nodes
        ],
        relationships=[
            Neo4jRelationship(start_node_id=e.source, end_node_id=e.target, type=e.type, properties=plain(e))
            for e in edges
        ],
    )


def measure(running: Running, driver: Driver, nodes: list[Node], edges: list[Edge], times: int) -> tuple[Taken, Taken]:
    """What ours and theirs take, in turn; each begins with an empty database, its indexes and no plans."""
    pid, peer, own, other = running.pid or 0, as_theirs(nodes, edges), list[Taken](), list[Taken]()
    for _ in range(times):
        store = _empty_store(driver, running.uri)
        own.append(taken(pid, partial(ours, driver, store, nodes, edges)))
        store.close()
        clear(driver)
        create_vector_index(driver, "chunks", "Chunk", "embedding", DIMENSIONS, "cosine")
        create_fulltext_index(driver, "texts", "Chunk", ["text"])
        driver.execute_query(_FORGET_PLANS)
        other.append(taken(pid, partial(theirs, driver, peer)))
    return middle(own), middle(other)


def _empty_store(driver: Driver, uri: str) -> Store:
    """A store without a graph that has its vector index already."""
    clear(driver)
    store = open_store(uri, create=True)
    store.write(Batch(nodes=[Chunk("first", embedding=np.ones(DIMENSIONS, np.float32))]))
    store.write(Batch(drop_nodes=["first"]))
    driver.execute_query(_FORGET_PLANS)
    return store


@click.command()
@click.argument("graph")
@click.option("--judgments", type=int, multiple=True, default=(300, 1000, 2914), show_default=True)
@click.option("--times", type=int, default=5, show_default=True)
def main(graph: str, judgments: tuple[int, ...], times: int) -> None:
    """Print a table of nodes and edges a second."""
    table = Table("judgments", "what", "items", "ours, items/s", "theirs", "ratio", "server CPU, s", "client CPU, s")
    source = open_store(graph)
    with server() as (running, driver):
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        for wanted in judgments:
            part = cut(source, wanted)
            for name, nodes, edges in (("cases", part.cases, part.case_edges), ("chunks", part.texts, [])):
                own, peer = measure(running, driver, nodes, edges, times)
                items = len(nodes) + len(edges)
                rates = (f"{items / own.clock:,.0f}", f"{items / peer.clock:,.0f}", f"{peer.clock / own.clock:.2f}")
                cpu = (f"{own.server:.2f} / {peer.server:.2f}", f"{own.client:.2f} / {peer.client:.2f}")
                table.add_row(str(wanted), name, f"{items:,}", *rates, *cpu)
    source.close()
    Console(width=150).print(table)


if __name__ == "__main__":
    main()

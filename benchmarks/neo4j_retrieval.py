"""Retrieval latency on a Neo4j server, ours against neo4j-graphrag's HybridCypherRetriever on the same graph.

Run: python -m benchmarks.neo4j_retrieval GRAPH.db --judgments 300
"""

import os
from collections.abc import Callable
from time import perf_counter

import click
import numpy as np
from neo4j import Driver
from neo4j_graphrag.retrievers import HybridCypherRetriever
from rich.console import Console
from rich.table import Table

from benchmarks.neo4j_bench import cut, embed, server
from benchmarks.neo4j_load import ours
from kg.neo4j_schema import TEXT_INDEX, VECTOR_INDEX
from kg.store import Store
from kg.stores import open_store

_TOP = 10
_TO_CASE = "MATCH (node)-[:FROM_DOCUMENT]->(c) RETURN node.text AS text, c.id AS source, score"


def hybrid(store: Store, question: str) -> None:
    """The best passages by words and by meaning, with what they are passages of."""
    words, meaning = store.keyword_search(question, _TOP), store.vector_search(embed([question])[0], _TOP)
    store.expand(list({hit.node.id for hit in (*words, *meaning)}), ["FROM_DOCUMENT"])


def latencies(ask: Callable[[str], object], questions: list[str], times: int) -> list[float]:
    """Milliseconds by question, the median of `times`; the first round is not counted."""
    rounds = []
    for _ in range(times + 1):
        taken = []
        for question in questions:
            begun = perf_counter()
            ask(question)
            taken.append(1000 * (perf_counter() - begun))
        rounds.append(taken)
    return [float(value) for value in np.median(rounds[1:], axis=0)]


def peer(driver: Driver) -> Callable[[str], object]:
    """neo4j-graphrag's retriever over our indexes."""
    retriever = HybridCypherRetriever(driver, VECTOR_INDEX, TEXT_INDEX["Chunk"], _TO_CASE)
    return lambda question: retriever.search(
        query_text=question, query_vector=[float(value) for value in embed([question])[0]], top_k=_TOP
    )


@click.command()
@click.argument("graph")
@click.option("--judgments", type=int, multiple=True, default=(300, 1000, 2914), show_default=True)
@click.option("--times", type=int, default=5, show_default=True)
def main(graph: str, judgments: tuple[int, ...], times: int) -> None:
    """Print a table of latencies; the questions are the headings of provisions."""
    table = Table("judgments", "questions", "ours p50, ms", "p95", "HybridCypherRetriever p50, ms", "p95")
    source = open_store(graph)
    headings = [str(node.properties.get("heading") or "") for node in source.scan_nodes("Provision")]
    questions = [heading for heading in dict.fromkeys(headings) if len(heading.split()) > 3][:50]
    with server() as (running, driver):
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        store = open_store(running.uri, create=True)
        for wanted in judgments:
            part = cut(source, wanted)
            ours(store, part.cases + part.texts, part.case_edges + part.text_edges)
            own, other = (
                latencies(lambda q: hybrid(store, q), questions, times),
                latencies(peer(driver), questions, times),
            )
            figures = (f"{value:.1f}" for row in (own, other) for value in np.percentile(row, [50, 95]))
            table.add_row(str(wanted), str(len(questions)), *figures)
        store.close()
    source.close()
    Console().print(table)


if __name__ == "__main__":
    main()

"""Retrieval latency on a Neo4j server, ours against neo4j-graphrag's HybridCypherRetriever on the same graph.

Run: python -m benchmarks.neo4j_retrieval GRAPH.db --judgments 300

Both embed the question with the default model (all-MiniLM-L6-v2) each time. The passages' own vectors are hashed words
(`benchmarks.neo4j_bench.embed`), so that no hour goes into encoding them: latencies mean something, hits do not.
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

from benchmarks.neo4j_bench import cut, server, taken
from benchmarks.neo4j_load import ours
from kg.nodes import Provision
from kg.search.embedding import Embedder, default_embedder
from kg.search.hybrid import hybrid_search
from kg.store import Store
from kg.stores.neo4j.indexes import TEXT_INDEX, VECTOR_INDEX
from kg.stores.open import open_store

_TOP = 10
_WARMING = 5
_TO_CASE = "MATCH (node)-[:FROM_DOCUMENT]->(c) RETURN node.text AS text, c.id AS source, score"
Ask = Callable[[str], object]


def hybrid(store: Store, embedder: Embedder) -> Ask:
    """The best passages by words and by meaning, with what they are passages of."""

    return lambda question: hybrid_search(store, question, _TOP, embedder)


def peer(driver: Driver, embedder: Embedder) -> Ask:
    """neo4j-graphrag's retriever over our indexes."""
    retriever = HybridCypherRetriever(driver, VECTOR_INDEX["Chunk"], TEXT_INDEX["Chunk"], _TO_CASE)
    return lambda question: retriever.search(
        query_text=question, query_vector=embedder.encode([question])[0].tolist(), top_k=_TOP
    )


def measure(pid: int, asks: list[Ask], questions: list[str], times: int) -> list[tuple[float, float, float]]:
    """p50, p95 and the server's CPU by question, in milliseconds, of each way to ask.

    They take turns, round by round; a question counts with the median of its rounds. The first rounds, in which the
    server still compiles what it runs, are left out.
    """
    turns = _WARMING + times
    clock, cpu = np.zeros((len(asks), turns, len(questions))), np.zeros((len(asks), turns))
    for turn in range(turns):
        for way, ask in enumerate(asks):

            def all_questions(way: int = way, turn: int = turn, ask: Ask = ask) -> None:
                for at, question in enumerate(questions):
                    begun = perf_counter()
                    ask(question)
                    clock[way, turn, at] = 1000 * (perf_counter() - begun)

            cpu[way, turn] = 1000 * taken(pid, all_questions).server / len(questions)
    medians = np.median(clock[:, _WARMING:], axis=1)
    return [
        (float(np.percentile(row, 50)), float(np.percentile(row, 95)), float(np.median(used[_WARMING:])))
        for row, used in zip(medians, cpu, strict=True)
    ]


@click.command()
@click.argument("graph")
@click.option("--judgments", type=int, multiple=True, default=(300, 1000, 2914), show_default=True)
@click.option("--times", type=int, default=5, show_default=True)
def main(graph: str, judgments: tuple[int, ...], times: int) -> None:
    """Print a table of latencies; the questions are the headings of provisions."""
    embedder = default_embedder()
    table = Table("judgments", "questions", *(f"{who} {what}" for who in ("ours", "peer") for what in _FIGURES))
    source = open_store(graph)
    headings = [str(node.heading or "") for node in source.scan_nodes(Provision)]
    questions = [heading for heading in dict.fromkeys(headings) if len(heading.split()) > 3][:50]
    with server() as (running, driver):
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        store = open_store(running.uri, create=True)
        for wanted in judgments:
            part = cut(source, wanted)
            ours(driver, store, part.cases + part.texts, part.case_edges + part.text_edges)
            asks = [hybrid(store, embedder), peer(driver, embedder)]
            figures = measure(running.pid or 0, asks, questions, times)
            table.add_row(str(wanted), str(len(questions)), *(f"{value:.1f}" for row in figures for value in row))
        store.close()
    source.close()
    Console(width=150).print(table)


_FIGURES = ("p50, ms", "p95, ms", "server CPU, ms")

if __name__ == "__main__":
    main()

"""Latency of finding what answers a question, on both engines: python -m benchmarks.qa_latency GRAPH.db

The questions are made of the graph itself (`training.examples.questions`), the same for the same graph, so that every
kind of question is asked, of cases and provisions with few and with many edges. Where passages are searched, the
question is embedded by the default model; the passages' own vectors are hashed words
(`benchmarks.neo4j_bench.embed`), so that no hour goes into encoding them: latencies mean something, hits do not. No
language model writes.
"""

import os
import random
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from benchmarks.neo4j_bench import Graph, clear, cut, load, server
from kg.nodes import Document
from kg.search.embedding import default_embedder
from kg.store import Store
from kg.stores.open import open_store
from qa.ask import gather
from training.examples.questions import Asked, asked

_SEED = 20261126


def fill(store: Store, part: Graph, model: str) -> None:
    """Write the graph, as if `model` had embedded its passages."""
    nodes, edges = part.cases + part.texts, part.case_edges + part.text_edges
    nodes.append(Document("document/all", name="all", kind="judgment", digest=f"- 500/50/{model}"))
    load(store, nodes, edges)


def seconds(store: Store, questions: list[Asked]) -> dict[str, list[float]]:
    """Seconds a question by kind; what is kept from one question to the next was loaded by those asked before."""
    for question in questions[:20]:
        gather(store, question.text)
    taken: dict[str, list[float]] = {}
    for question in questions:
        begun = perf_counter()
        gather(store, question.text)
        taken.setdefault(question.kind, []).append(perf_counter() - begun)
    return taken


@click.command()
@click.argument("graph")
@click.option("--judgments", type=int, multiple=True, default=(300, 1000, 2914), show_default=True)
@click.option("--questions", "count", type=int, default=200, show_default=True)
def main(graph: str, judgments: tuple[int, ...], count: int) -> None:
    """Print p50 and p95 of each engine and size, and of each kind of question."""
    embedder = default_embedder()
    table = Table("judgments", "engine", "questions", "number", "p50, ms", "p95, ms")
    source = open_store(graph)
    with server() as (running, driver), tempfile.TemporaryDirectory() as folder:
        os.environ.update(NEO4J_USERNAME=running.username, NEO4J_PASSWORD=running.password)
        for wanted in judgments:
            part = cut(source, wanted)
            clear(driver)
            for engine, address in (("embedded", str(Path(folder) / f"{wanted}.db")), ("Neo4j", running.uri)):
                store = open_store(address, create=True)
                fill(store, part, embedder.name)
                taken = seconds(store, list(islice(asked(store, random.Random(_SEED)), count)))
                every = [value for values in taken.values() for value in values]
                for kind, values in [("all", every), *sorted(taken.items())]:
                    low, high = 1000 * np.percentile(values, [50, 95])
                    table.add_row(str(wanted), engine, kind, str(len(values)), f"{low:.0f}", f"{high:.0f}")
                store.close()
    source.close()
    Console(width=150).print(table)


if __name__ == "__main__":
    main()

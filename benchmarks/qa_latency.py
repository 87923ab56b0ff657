"""Latency of finding what answers a question, without a model's prose: python -m benchmarks.qa_latency STORE...

The questions are made of the graph itself (`training.questions`), the same for the same graph, so that every kind of
question is asked, of cases and provisions with few and with many edges. The store may be a file or a Neo4j server.
"""

import random
from itertools import islice
from time import perf_counter

import click
import numpy as np
from rich.console import Console
from rich.table import Table

from kg.store import Store
from kg.stores import open_store
from qa.ask import gather
from training.questions import Asked, asked

_SEED = 20261126


def seconds(store: Store, questions: list[Asked]) -> dict[str, list[float]]:
    """Seconds a question by kind; what is kept from one question to the next was loaded by one asked before."""
    gather(store, questions[0].text)
    taken: dict[str, list[float]] = {}
    for question in questions:
        begun = perf_counter()
        gather(store, question.text)
        taken.setdefault(question.kind, []).append(perf_counter() - begun)
    return taken


@click.command()
@click.argument("stores", nargs=-1, required=True)
@click.option("--questions", "count", type=int, default=200, show_default=True)
def main(stores: tuple[str, ...], count: int) -> None:
    """Print p50 and p95 of each store, and of each kind of question."""
    table = Table("store", "kind", "questions", "p50, ms", "p95, ms")
    for path in stores:
        store = open_store(path)
        taken = seconds(store, list(islice(asked(store, random.Random(_SEED)), count)))
        every = [value for values in taken.values() for value in values]
        for kind, values in [("all", every), *sorted(taken.items())]:
            low, high = 1000 * np.percentile(values, [50, 95])
            table.add_row(path, kind, str(len(values)), f"{low:.1f}", f"{high:.1f}")
        store.close()
    Console(width=150).print(table)


if __name__ == "__main__":
    main()

"""What each signal brings to answers: labelled questions asked with some of the signals switched off.

Run: python -m benchmarks.qa_signals GRAPH.db QUESTIONS.jsonl

Meaning says something only of a graph that was built with an embedding model.
"""

from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from kg.stores.open import open_store
from qa.evaluation.answers import evaluate
from qa.evidence import SIGNALS, Signal

WITHOUT: tuple[tuple[Signal, ...], ...] = (
    (),
    ("meaning",),
    ("words",),
    ("words", "meaning"),
    ("graph",),
    ("graph", "meaning"),
    ("graph", "words"),
)


@click.command()
@click.argument("graph")
@click.argument("questions", type=click.Path(exists=True, path_type=Path))
def main(graph: str, questions: Path) -> None:
    """Print F1, refusals and latency for each set of signals, and F1 by kind of question."""
    store = open_store(graph)
    ways = {without: evaluate(store, questions, without=frozenset(without)) for without in track(WITHOUT, "Asking")}
    store.close()
    kinds = list(next(iter(ways.values())).by_type)
    table = Table("signals", "F1", "unanswerable refused", "answerable refused", "p95, ms", *kinds)
    for without, found in ways.items():
        on = ", ".join(signal for signal in SIGNALS if signal not in without)
        shares = [f"{found.refused[side]:.2f}" for side in ("unanswerable", "answerable")]
        by_kind = [f"{found.by_type[kind]:.2f}" for kind in kinds]
        table.add_row(on, f"{found.f1:.3f}", *shares, f"{found.latency_ms['p95']:.0f}", *by_kind)
    Console(width=220).print(table)


if __name__ == "__main__":
    main()

"""The `lawgraph train evaluate` command."""

from pathlib import Path

import click

from kg.commands.options import common, opened, progress, show
from kg.commands.tables import rows
from qa.models.small_llama import SMALL_LLAMA
from training.commands.paths import FILE, FOLDER


@click.command("evaluate", epilog="Example: lawgraph train evaluate runs/first --questions data/questions.jsonl")
@click.argument("adapter", metavar="ADAPTER")
@click.option("--questions", multiple=True, required=True, type=FILE, metavar="FILE", help="Labelled questions.")
@click.option("--base", default=SMALL_LLAMA, show_default=True, metavar="PATH_OR_ID", help="The base model.")
@click.option("--limit", type=click.IntRange(1), default=160, show_default=True, help="Tokens of a draft at most.")
@click.option("--seed", type=int, default=7, show_default=True, help="Draws the bootstrap's resamples.")
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Where drafts, table and plot go.")
@common
def evaluate_command(
    adapter: str, questions: tuple[Path, ...], base: str, limit: int, seed: int, out: Path, store: str, as_json: bool
) -> None:
    """Compare base, tuned, grounded, and tuned and grounded on the same questions, before verification.

    Drafts are kept as they are written; the same command goes on after an interruption.
    """
    from training.evaluation.compare import compare
    from training.evaluation.report import report

    with opened(store) as graph, progress("Writing") as advance:
        found = compare(graph, questions, base, adapter, limit, seed, out / "drafts.jsonl", advance)
    table = rows(*report(found, out))
    show(as_json, found.as_json(), [table, f"Drafts, table and plot are in {out}."])


COMMANDS = (evaluate_command,)

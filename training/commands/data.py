"""The `lawgraph train data` command."""

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from kg.commands.options import common, opened, progress, show
from kg.commands.tables import rows
from training.commands.paths import FILE, FOLDER
from training.examples.make import make_data


@click.command("data", epilog="Example: lawgraph train data qa.jsonl --from-graph --out data/")
@click.argument("sources", nargs=-1, metavar="[FILE_OR_DATASET]...")
@click.option("--from-graph", is_flag=True, help="Make grounded examples from the graph.")
@click.option("--count", type=click.IntRange(2), default=400, show_default=True, help="Grounded examples to make.")
@click.option("--questions", multiple=True, type=FILE, metavar="FILE", help="Evaluation questions to keep out.")
@click.option(
    "--share", type=click.FloatRange(0, 0.9), default=0.15, show_default=True, help="Share of examples to hold out."
)
@click.option("--seed", type=int, default=7, show_default=True, help="Draws subjects, wording and split.")
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Where the data goes.")
@common
def data_command(
    sources: tuple[str, ...],
    from_graph: bool,
    count: int,
    questions: tuple[Path, ...],
    share: float,
    seed: int,
    out: Path,
    store: str,
    as_json: bool,
) -> None:
    """Make training data: read instruction sets, make examples from the graph, clean, and split by subject."""
    if not sources and not from_graph:
        raise click.UsageError("name instruction sets, or give --from-graph")
    with opened(store) if from_graph else nullcontext() as graph, progress("Making examples") as advance:
        report = make_data(out, sources, questions, share, seed, graph, count, advance)
    table = rows(("kind", "examples"), report.kinds.items())
    dropped = rows(("left out because", "examples"), report.dropped.items())
    said = f"{report.train} examples to train on and {report.held_out} held out, in {report.folder}."
    show(as_json, asdict(report), [table, dropped, *report.leaks, *report.unused, said])


COMMANDS = (data_command,)

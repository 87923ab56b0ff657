"""The `lawgraph eval` commands: each measures one thing on anyone's labelled data."""

from pathlib import Path

import click

import qa.render
from kg.command_line import common, opened, progress, show
from qa.evaluation import evaluate, write_predictions


@click.group("eval", epilog="Example: lawgraph eval qa questions.jsonl")
def eval_group() -> None:
    """Measure on labelled data."""


@eval_group.command("qa", epilog="Example: lawgraph eval qa questions.jsonl --predictions answers.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep the answers, a JSON line each."
)
@click.option(
    "--texts", multiple=True, type=click.Path(path_type=Path), metavar="DIR", help="Documents to look quotations up in."
)
@common
def eval_qa_command(file: Path, predictions: Path | None, texts: tuple[Path, ...], store: str, as_json: bool) -> None:
    """Ask labelled questions (JSON lines) and score the answers."""
    with opened(store) as graph, progress("Asking") as advance:
        measured = evaluate(graph, file, texts=texts, progress=lambda done, total: advance(done, total, ""))
    if predictions:
        write_predictions(measured, predictions)
    show(as_json, measured.as_json(), qa.render.evaluation(measured))

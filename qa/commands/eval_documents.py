"""`lawgraph eval documents`: what was read of real judgments, against labels made by reading their pages."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import RenderableType

from extraction.labels import write_items
from kg.commands.options import common, complain, given_store, opened, progress, show
from kg.commands.tables import rows
from kg.evaluation.documents import KINDS, DocumentsMeasured, Kind, measure_documents
from kg.evaluation.heads import FIELDS, Heads
from qa.commands.eval_options import kept


@click.command("documents", epilog="Example: lawgraph eval documents heads.jsonl heads --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice(list(KINDS)))
@click.option(
    "--texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The judgments: folders that the labels name, each built by itself, unless --store names a graph.",
)
@kept("what was read and what of it is wrong, a JSON line a label")
@common
def eval_documents_command(
    file: Path, kind: Kind, texts: tuple[Path, ...], predictions: Path | None, store: str, as_json: bool
) -> None:
    """Compare heads or authorities of judgments with labels (JSON lines), in a graph or built from their folders."""
    built = given_store()
    if bool(texts) == bool(built):
        raise click.UsageError("give the judgments: their folders with --texts, or a built graph with --store")
    with ExitStack() as stack:
        graph = stack.enter_context(opened(built)) if built else None
        measured = measure_documents(file, kind, texts, graph, stack.enter_context(progress("Building")))
    if predictions:
        write_items(predictions, measured.predictions)
    for problem in measured.unread:
        complain(problem)
    if measured.left_out:
        complain(f"labels of {', '.join(measured.left_out)} are left out: none of their texts is there")
    show(as_json, measured.as_json(), _shown(measured))


def _shown(measured: DocumentsMeasured) -> Iterator[RenderableType]:
    figures, told = measured.figures, measured.as_json()
    if isinstance(figures, Heads):
        lines = ((field, f"{told['heads'][field]:.3f}", figures.labelled[field]) for field in FIELDS)
        yield rows(("field", "right", "labelled"), lines)
        return
    counted = (("authorities", figures.cases), ("provisions", figures.provisions))
    found = [[name, *(f"{told[name][k]:.3f}" for k in "prf"), c["found"] + c["missed"]] for name, c in counted]
    yield rows(("", "precision", "recall", "F1", "labelled"), found)
    whole = f"With name and all citations in one node {told['whole']:.3f}; "
    yield f"{whole}treatment {told['treatment']:.3f} of those found; {measured.counted} judgments."

"""The `lawgraph eval` commands: each measures one thing on anyone's labelled data."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import RenderableType

import qa.commands.screens
from extraction.evaluation.citations import measure_citations
from extraction.evaluation.figures import Figures
from extraction.evaluation.names import measure_names
from extraction.evaluation.treatment import measure_treatment
from extraction.labels import write_items
from kg.commands.options import common, complain, given_store, opened, progress, show
from kg.commands.tables import rows
from kg.ledger.evaluation import ResolutionMeasured, measure_resolution
from qa.commands.model_options import model_options, writer
from qa.evaluation.answers import evaluate, write_predictions
from qa.evidence import SIGNALS, Signal


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
@click.option(
    "--without", multiple=True, type=click.Choice(SIGNALS), help="Switch a signal off, to see what it brings."
)
@model_options
@common
def eval_qa_command(
    file: Path,
    predictions: Path | None,
    texts: tuple[Path, ...],
    without: tuple[Signal, ...],
    model: str | None,
    adapter: str | None,
    four_bit: bool,
    no_model: bool,
    store: str,
    as_json: bool,
) -> None:
    """Ask labelled questions (JSON lines) and score the answers."""
    with opened(store) as graph, progress("Asking") as advance:
        written = writer(model, adapter, four_bit, no_model)
        measured = evaluate(graph, file, written, texts, advance, frozenset(without))
    if predictions:
        write_predictions(measured, predictions)
    show(as_json, measured.as_json(), qa.commands.screens.evaluation(measured))


@eval_group.command("treatment", epilog="Example: lawgraph eval treatment treatment.jsonl --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folders with the documents that the labels point into.",
)
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep what was read, a JSON line a mention."
)
@common
def eval_treatment_command(
    file: Path, texts: tuple[Path, ...], predictions: Path | None, store: str, as_json: bool
) -> None:
    """Read how mentions of cases are treated, and by whom, and compare it with labels (JSON lines)."""
    with progress("Reading") as advance:
        measured = measure_treatment(file, texts, advance)
    if predictions:
        write_items(predictions, measured.predictions)
    total = len(measured.predictions)
    share = f"Macro-F1 {measured.macro_f1:.4f}, by whom {measured.by_accuracy:.4f}, of {total} mentions; "
    shown = [_table("label", measured.by_label), _table("by", measured.by_speaker)]
    show(as_json, measured.as_json(), [*shown, f"{share}extraction finds {measured.found} of them itself."])


@eval_group.command("citations", epilog="Example: lawgraph eval citations citations.jsonl --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folders with the documents that the labels point into.",
)
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep what was read, a JSON line a label."
)
@common
def eval_citations_command(
    file: Path, texts: tuple[Path, ...], predictions: Path | None, store: str, as_json: bool
) -> None:
    """Find mentions of cases and citations, and compare them with labels (JSON lines)."""
    with progress("Reading") as advance:
        measured = measure_citations(file, texts, advance)
    if predictions:
        write_items(predictions, measured.predictions)
    read = "" if measured.canonical is None else f", read as labelled {measured.canonical:.4f}"
    shares = (
        f"Found {measured.found:.4f}, to the character {measured.exact:.4f}{read}, of {len(measured.predictions)}; "
    )
    beside = f"{measured.unlabelled} more in these documents where no label stands."
    show(as_json, measured.as_json(), [_table("form", measured.by_form), shares + beside])


@eval_group.command("resolution", epilog="Example: lawgraph eval resolution resolution.jsonl --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The corpus: read and resolved in memory, unless --store names a graph that holds it.",
)
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep what was found, a JSON line a mention."
)
@common
def eval_resolution_command(
    file: Path, texts: tuple[Path, ...], predictions: Path | None, store: str, as_json: bool
) -> None:
    """Resolve mentions of cases over a whole corpus, and compare the documents found with labels (JSON lines)."""
    built = given_store()
    if not (texts or built):
        raise click.UsageError("give the corpus: its folder with --texts, or a built graph with --store")
    with ExitStack() as stack:
        graph = stack.enter_context(opened(built)) if built else None
        measured = measure_resolution(file, texts, graph, stack.enter_context(progress("Reading")))
    if predictions:
        write_items(predictions, measured.predictions)
    for problem in measured.unread:
        complain(problem)
    show(as_json, measured.as_json(), _resolution(measured))


def _resolution(measured: ResolutionMeasured) -> Iterator[RenderableType]:
    lines = (
        (form, f"{f.precision:.4f}", f"{f.recall:.4f}", f.present, f"{f.absent_resolved:.4f}", f.absent)
        for form, f in measured.by_form.items()
    )
    yield rows(("form", "precision", "recall", "present", "absent resolved", "absent"), lines)
    yield (
        f"Precision {measured.precision:.4f}, recall {measured.recall:.4f} of {measured.present} mentions of cases in "
        f"the corpus; {measured.absent_resolved:.4f} of {measured.absent} mentions of absent cases resolved; "
        f"extraction finds {measured.found} of {len(measured.predictions)}."
    )


@eval_group.command("ner", epilog="Example: lawgraph eval ner judgments.jsonl preambles.jsonl")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep the names found, a JSON line a text."
)
@common
def eval_ner_command(files: tuple[Path, ...], predictions: Path | None, store: str, as_json: bool) -> None:
    """Find names in sentences and preambles, and compare them with labels (JSON lines with text and spans)."""
    with progress("Reading") as advance:
        measured = measure_names(files, advance)
    if predictions:
        write_items(predictions, measured.predictions)
    speed = (
        f"Names in {len(measured.predictions):,} texts; {measured.words_per_second:,} words a second with the grammar."
    )
    show(as_json, measured.as_json(), [_table("label", {**measured.by_label, "all": measured.micro}), speed])


def _table(head: str, figures: Mapping[str, Figures]) -> RenderableType:
    """Precision, recall and F1, a line a label."""
    lines = (
        (label, f"{f.precision:.4f}", f"{f.recall:.4f}", f"{f.f1:.4f}", f.labelled) for label, f in figures.items()
    )
    return rows((head, "precision", "recall", "F1", "labelled"), lines)

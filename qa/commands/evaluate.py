"""The `lawgraph eval` commands: each measures one thing on anyone's labelled data."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import click
from rich.console import RenderableType

import qa.commands.screens
from extraction.evaluation.citations import measure_citations
from extraction.evaluation.names import measure_names
from extraction.evaluation.treatment import measure_treatment
from extraction.labels import write_items
from kg.commands.options import common, complain, given_store, opened, progress, show
from kg.commands.tables import rows
from kg.ledger.evaluation import ResolutionMeasured, measure_resolution
from qa.commands.eval_documents import eval_documents_command
from qa.commands.eval_options import kept, pointed_into, table
from qa.commands.model_options import model_options, writer
from qa.evaluation.answers import evaluate, write_predictions
from qa.evidence import SIGNALS, Signal

GROUPS = ("graph", "words")
_TITLES = {"map": "MAP", "p_at_10": "P@10", "bpref": "BPREF", "recip_rank": "reciprocal rank"}


@click.group("eval", epilog="Example: lawgraph eval qa questions.jsonl")
def eval_group() -> None:
    """Measure on labelled data."""


eval_group.add_command(eval_documents_command)


@eval_group.command("qa", epilog="Example: lawgraph eval qa questions.jsonl --predictions answers.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@kept("the answers, a JSON line each")
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
@pointed_into
@kept("what was read, a JSON line a mention")
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
    shown = [table("label", measured.by_label), table("by", measured.by_speaker)]
    show(as_json, measured.as_json(), [*shown, f"{share}extraction finds {measured.found} of them itself."])


@eval_group.command("citations", epilog="Example: lawgraph eval citations citations.jsonl --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@pointed_into
@kept("what was read, a JSON line a label")
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
    show(as_json, measured.as_json(), [table("form", measured.by_form), shares + beside])


@eval_group.command("resolution", epilog="Example: lawgraph eval resolution resolution.jsonl --texts judgments/")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The corpus: read and resolved in memory, unless --store names a graph that holds it.",
)
@kept("what was found, a JSON line a mention")
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
@kept("the names found, a JSON line a text")
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
    show(as_json, measured.as_json(), [table("label", {**measured.by_label, "all": measured.micro}), speed])


@eval_group.command(
    "retrieval", epilog="Example: lawgraph eval retrieval --queries queries.txt --qrels qrels.txt --pool judgments/"
)
@click.option(
    "--queries", required=True, type=click.Path(path_type=Path), metavar="FILE", help='Lines "id||text of the facts".'
)
@click.option(
    "--qrels", required=True, type=click.Path(path_type=Path), metavar="FILE", help='Lines "query 0 document grade".'
)
@click.option(
    "--pool", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The candidates, all of them ranked."
)
@click.option("--without", multiple=True, type=click.Choice(GROUPS), help="Leave out signals, to see what they bring.")
@kept("the rankings, a JSON line a query")
@common
def eval_retrieval_command(
    queries: Path,
    qrels: Path,
    pool: Path,
    without: tuple[str, ...],
    predictions: Path | None,
    store: str,
    as_json: bool,
) -> None:
    """Rank a folder of judgments or provisions for facts, and compare with relevance judgments (TREC formats)."""
    from qa.evaluation.retrieval import measure_retrieval

    with opened(store) as graph, progress("Ranking") as advance:
        measured = measure_retrieval(graph, queries, qrels, pool, without, advance)
    if predictions:
        write_items(predictions, measured.predictions)
    lines = [(_TITLES[m], f"{measured.figures[m]:.4f}", f"{measured.bm25[m]:.4f}") for m in _TITLES]
    told = f"{measured.queries} queries, {measured.candidates} candidates; p = {measured.p_value:.4f} against BM25."
    show(as_json, measured.as_json(), [rows(("measure", "lawgraph", "BM25"), lines), told])
    if measured.missing:
        shown = ", ".join(measured.missing[:5]) + (" …" if len(measured.missing) > 5 else "")
        complain(f"{len(measured.missing)} of the candidates are not in the graph and come last: {shown}")


@eval_group.command("similarity", epilog="Example: lawgraph eval similarity validation/")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@kept("the scores, a JSON line a pair")
@common
def eval_similarity_command(folder: Path, predictions: Path | None, store: str, as_json: bool) -> None:
    """Compare likeness of judgments with experts' scores: DIR has the judgments and a CSV file of scored pairs."""
    from qa.evaluation.similarity import measure_similarity

    with progress("Reading") as advance:
        measured = measure_similarity(folder, advance)
    if predictions:
        write_items(predictions, measured.predictions)
    found = {"Pearson": measured.pearson, "Spearman": measured.spearman}
    lines = [(name, f"{c.value:.4f}", f"{c.low:.4f} to {c.high:.4f}") for name, c in found.items()]
    lines += [(f"Pearson, {view} alone", f"{value:.4f}", "") for view, value in measured.views.items()]
    show(as_json, measured.as_json(), [rows(("coefficient", "value", "95% interval"), lines)])

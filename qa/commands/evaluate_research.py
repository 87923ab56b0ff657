"""The `lawgraph eval` commands for retrieval and for likeness."""

from pathlib import Path

import click

from extraction.labels import write_items
from kg.commands.options import common, complain, opened, progress, show
from kg.commands.tables import rows

GROUPS = ("graph", "words")
_TITLES = {"map": "MAP", "p_at_10": "P@10", "bpref": "BPREF", "recip_rank": "reciprocal rank"}


@click.command(
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
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep the rankings, a JSON line a query."
)
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


@click.command("similarity", epilog="Example: lawgraph eval similarity validation/")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Keep the scores, a JSON line a pair."
)
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


EVAL_COMMANDS: tuple[click.Command, ...] = (eval_retrieval_command, eval_similarity_command)

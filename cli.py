"""The `lawgraph` command: reads the arguments, calls one function, prints what it returns."""

import os
from dataclasses import asdict
from pathlib import Path

import click

import kg.commands.identity
import kg.commands.neo4j
import kg.commands.tables
import qa.commands.ask
import qa.commands.screens
from extraction.documents.files import find_documents
from extraction.extract import CHUNK_OVERLAP, CHUNK_SIZE
from kg.commands.doctor import examine
from kg.commands.options import DEFAULT_STORE, FAILED, INTERRUPTED, Lawgraph, common, complain, opened, progress, show
from kg.ledger.unresolved import unresolved
from kg.search.embedding import default_embedder
from kg.search.hybrid import embedder_of
from kg.stores.export import export
from qa.citator.card import card
from qa.citator.path import shortest_path
from qa.commands.evaluate import eval_group
from qa.commands.evaluate_research import EVAL_COMMANDS
from qa.commands.lookup import the_one
from qa.commands.research import COMMANDS as RESEARCH
from qa.retrieval.search import search
from training.commands import train_group


@click.group(cls=Lawgraph, epilog='Example: lawgraph ask "Is Golak Nath still good law?"')
@click.option(
    "--store",
    envvar=["LAWGRAPH_STORE", "NEO4J_URI"],
    default=DEFAULT_STORE,
    metavar="GRAPH",
    help="The graph: a file, or the address of a Neo4j server.",
)
@click.version_option(package_name="lawgraph")
def main(store: str) -> None:
    """How Indian cases and provisions relate, answered only from a graph built from the texts."""


@main.command("build", epilog="Example: lawgraph build acts/ judgments/ --no-embed")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="the cores",
    help="Processes that read documents.",
)
@click.option("--no-embed", is_flag=True, help="Leave out embeddings.")
@click.option(
    "--chunk-size", type=click.IntRange(50), default=CHUNK_SIZE, show_default=True, help="Characters of a passage."
)
@click.option(
    "--chunk-overlap",
    type=click.IntRange(0),
    default=CHUNK_OVERLAP,
    show_default=True,
    help="Characters that neighbouring passages share.",
)
@click.option("--ocr", is_flag=True, help="Read scanned pages of PDF files with tesseract.")
@common
def build_command(
    paths: tuple[Path, ...],
    workers: int,
    no_embed: bool,
    chunk_size: int,
    chunk_overlap: int,
    ocr: bool,
    store: str,
    as_json: bool,
) -> int:
    """Add statutes and judgments (PDF, web pages, text, acts in JSON; files and folders) to the graph.

    Documents already there and unchanged are skipped; what was interrupted is resumed by the same command.
    """
    from kg.build.build import build

    if chunk_overlap * 2 >= chunk_size:
        raise click.UsageError("--chunk-overlap must be less than half of --chunk-size")
    listing = find_documents(paths)
    if not listing.files:
        for problem in listing.problems or [f"there is nothing to build in {', '.join(map(str, paths))}"]:
            complain(problem)
        return FAILED
    embedder = None if no_embed else default_embedder()
    with opened(store, create=True) as graph, progress("Building") as advance:
        report = build(
            graph,
            paths,
            workers=workers,
            chunk_size=chunk_size,
            chunk_overlap=chunk_overlap,
            embedder=embedder,
            ocr=ocr,
            progress=advance,
        )
    if embedder is None and not no_embed:
        report.notes.append(
            "embeddings are left out, since the models are not installed: pip install 'lawgraph[models]'"
        )
    data = asdict(report)
    show(as_json, data | kg.commands.tables.split(data.pop("counts")), kg.commands.tables.built(report))
    for problem in report.failed:
        complain(problem)
    if report.interrupted:
        complain("interrupted; what is finished is kept, and the same command goes on from there")
        return INTERRUPTED
    return FAILED if report.failed else 0


@main.command("remove", epilog="Example: lawgraph remove 1976_adm_jabalpur")
@click.argument("document", metavar="DOC")
@common
def remove_command(document: str, store: str, as_json: bool) -> None:
    """Take a document out of the graph, with all that it alone contributed."""
    from kg.build.build import remove

    with opened(store) as graph:
        remove(graph, document)
    show(as_json, {"removed": document}, [f"Removed {document}."])


@main.command("show", epilog='Example: lawgraph show "AIR 1978 SC 597"')
@click.argument("name", metavar="CASE_OR_PROVISION")
@common
def show_command(name: str, store: str, as_json: bool) -> None:
    """Show all that the graph knows of a case or provision: a citator card."""
    with opened(store) as graph:
        shown = card(graph, the_one(graph, name, as_json).id)
    show(as_json, asdict(shown), qa.commands.screens.card(shown))


@main.command("path", epilog='Example: lawgraph path "Puttaswamy" "A.K. Gopalan"')
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@common
def path_command(first: str, second: str, store: str, as_json: bool) -> None:
    """Show a shortest chain of citations between two cases or provisions."""
    with opened(store) as graph:
        ends = [the_one(graph, name, as_json) for name in (first, second)]
        steps = shortest_path(graph, ends[0], ends[1])
    data = {"from": ends[0].id, "to": ends[1].id, "steps": [asdict(step) for step in steps]}
    show(as_json, data, qa.commands.screens.path(ends, steps))


@main.command("search", epilog='Example: lawgraph search "procedure established by law"')
@click.argument("text")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Passages to show.")
@common
def search_command(text: str, top: int, store: str, as_json: bool) -> None:
    """Find passages by their words, and by their meaning where the graph has embeddings."""
    with opened(store) as graph:
        found = search(graph, text, top, embedder_of(graph))
    show(
        as_json, {"text": text, "passages": [asdict(passage) for passage in found]}, qa.commands.screens.passages(found)
    )


@main.command("stats", epilog="Example: lawgraph stats --json")
@common
def stats_command(store: str, as_json: bool) -> None:
    """Count nodes and edges by type."""
    with opened(store) as graph:
        numbers = graph.count()
    show(as_json, kg.commands.tables.split(numbers), kg.commands.tables.counts(numbers))


@main.command("unresolved", epilog="Example: lawgraph unresolved --store supreme.db")
@common
def unresolved_command(store: str, as_json: bool) -> None:
    """List cases cited but not found, and ambiguous references with their candidates."""
    with opened(store) as graph:
        found = unresolved(graph)
    show(as_json, asdict(found), kg.commands.tables.unsettled(found))


@main.command("doctor", epilog="Example: lawgraph doctor --store supreme.db")
@common
def doctor_command(store: str, as_json: bool) -> int:
    """Say what is installed, which models and engine are used, and whether the graph is reachable."""
    found = examine(store, os.environ.get("LAWGRAPH_MODEL"))
    show(as_json, asdict(found), kg.commands.tables.examination(found))
    return 0 if found.sound else FAILED


@main.command("export", epilog="Example: lawgraph export graph.jsonl")
@click.argument("file", type=click.Path(path_type=Path))
@common
def export_command(file: Path, store: str, as_json: bool) -> None:
    """Write the whole graph, sorted, as JSON lines (.jsonl) or GraphML (.graphml)."""
    with opened(store) as graph:
        export(graph, file)
    show(as_json, {"file": str(file)}, [f"Written to {file}."])


for command in (
    *qa.commands.ask.COMMANDS,
    *kg.commands.neo4j.COMMANDS,
    *kg.commands.identity.COMMANDS,
    *RESEARCH,
    eval_group,
    train_group,
):
    main.add_command(command)
for command in EVAL_COMMANDS:
    eval_group.add_command(command)


if __name__ == "__main__":
    main()

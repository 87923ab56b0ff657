"""The commands that build the graph and say what is in it."""

import os
from dataclasses import asdict
from pathlib import Path

import click

from extraction.documents.files import KINDS_READ, find_documents
from extraction.text.passages import CHUNK_OVERLAP, CHUNK_SIZE
from kg.addresses import check_endpoint
from kg.commands import tables
from kg.commands.doctor import examine
from kg.commands.options import FAILED, INTERRUPTED, common, complain, opened, progress, show
from kg.ledger.unresolved import unresolved
from kg.search.embedding import default_embedder
from kg.stores.export import export


@click.command("build", epilog="Example: lawgraph build acts/ judgments/ --no-embed")
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
@click.option("--prune", is_flag=True, help="Take out what was built from these folders and is there no more.")
@common
def build_command(
    paths: tuple[Path, ...],
    workers: int,
    no_embed: bool,
    chunk_size: int,
    chunk_overlap: int,
    ocr: bool,
    prune: bool,
    store: str,
    as_json: bool,
) -> int:
    """Add statutes and judgments (PDF, web pages, text, acts in JSON or Akoma Ntoso; files and folders) to the graph.

    Documents already there and unchanged are skipped; what was interrupted is resumed by the same command. A file of
    several judgments gives a document for each (NAME, NAME~2), which come and go together.
    """
    from kg.build.build import build

    if chunk_overlap * 2 >= chunk_size:
        raise click.UsageError("--chunk-overlap must be less than half of --chunk-size")
    listing = find_documents(paths)
    if not listing.files and not prune:
        problems = list(listing.problems)
        if listing.ignored or not problems:
            read = tables.unread(listing.ignored) if listing.ignored else f"lawgraph reads {', '.join(KINDS_READ)}"
            problems.append(f"there is nothing to build in {', '.join(map(str, paths))}; {read}")
        for problem in problems:
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
            prune=prune,
            progress=advance,
        )
    data = asdict(report)
    show(as_json, data | tables.split(data.pop("counts")), tables.built(report))
    for problem in report.failed:
        complain(problem)
    if report.interrupted:
        complain("interrupted; what is finished is kept, and the same command goes on from there")
        return INTERRUPTED
    return FAILED if report.failed else 0


@click.command("remove", epilog="Example: lawgraph remove 1976_adm_jabalpur")
@click.argument("document", metavar="DOC")
@common
def remove_command(document: str, store: str, as_json: bool) -> None:
    """Take a document out of the graph, with all that it alone contributed."""
    from kg.build.build import remove

    with opened(store) as graph:
        remove(graph, document)
    show(as_json, {"removed": document}, [f"Removed {document}."])


@click.command("stats", epilog="Example: lawgraph stats --json")
@common
def stats_command(store: str, as_json: bool) -> None:
    """Count nodes and edges by type."""
    with opened(store) as graph:
        numbers = graph.count()
    show(as_json, tables.split(numbers), tables.counts(numbers))


@click.command("unresolved", epilog="Example: lawgraph unresolved --store supreme.db")
@common
def unresolved_command(store: str, as_json: bool) -> None:
    """List cases cited but not found, and ambiguous references with their candidates."""
    with opened(store) as graph:
        found = unresolved(graph)
    show(as_json, asdict(found), tables.unsettled(found))


@click.command("doctor", epilog="Example: lawgraph doctor --store supreme.db")
@common
def doctor_command(store: str, as_json: bool) -> int:
    """Say what is installed, which models and engine are used, and whether the graph is reachable."""
    model = os.environ.get("LAWGRAPH_MODEL")
    check_endpoint(model or "")
    found = examine(store, model)
    show(as_json, asdict(found), tables.examination(found))
    return 0 if found.sound else FAILED


@click.command("export", epilog='Example: lawgraph export --akn "Indian Penal Code" ipc.xml')
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--akn", metavar="ACT", help="Write this act alone, by its title, an alias or its id, as Akoma Ntoso.")
@common
def export_command(file: Path, akn: str | None, store: str, as_json: bool) -> None:
    """Write the whole graph, sorted, as JSON lines (.jsonl) or GraphML (.graphml).

    With --akn, write one act as Akoma Ntoso 3.0 (.xml): what it is called, its number and dates, chapters, sections,
    schedules, and what they refer to. Built again, the file gives the same sections.
    """
    from kg.act_files import export_act, the_act

    with opened(store) as graph:
        if akn is None:
            export(graph, file)
            show(as_json, {"file": str(file)}, [f"Written to {file}."])
            return
        act = the_act(graph, akn)
        count = export_act(graph, act, file)
    show(
        as_json,
        {"file": str(file), "act": act.id, "provisions": count},
        [f"{act.title} written to {file}: {count} provisions."],
    )

"""The commands around identity: what was joined and why, undoing it for good, and a court's list of its judgments."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import RenderableType
from rich.text import Text

from kg.build.registry import import_registry, remove_registry
from kg.build.splitting import split, unsplit
from kg.commands.options import FAILED, common, complain, opened, progress, show
from kg.commands.tables import SHOWN, heading, rows
from kg.ledger.merges import Merge, MergeReport, merge_report
from kg.linking.lookup import resolve
from kg.nodes import Case
from kg.store import Store


@click.command("merge-report", epilog='Example: lawgraph merge-report "Maneka Gandhi"')
@click.argument("case", required=False, metavar="[CASE]")
@common
def merge_report_command(case: str | None, store: str, as_json: bool) -> None:
    """List which namings were joined into one case and why, for all cases or for one, and the splits in force."""
    with opened(store) as graph:
        report = merge_report(graph, _case(graph, case).id if case else None)
    show(as_json, asdict(report), _merges(report))


@click.command("split", epilog='Example: lawgraph split "Sunil Batra 1978" "(1980) 3 SCC 488"')
@click.argument("case", metavar="CASE")
@click.argument("apart", nargs=-1, required=True, metavar="DOC_OR_CITATION...")
@common
def split_command(case: str, apart: tuple[str, ...], store: str, as_json: bool) -> None:
    """Undo a merge for good: what these documents name as CASE, or what bears these citations, is another case.

    The split is kept with the graph and holds whatever documents come and go, until: lawgraph unsplit.
    """
    with opened(store) as graph:
        made = split(graph, _case(graph, case), apart)
    show(
        as_json,
        asdict(made),
        [f"{', '.join(made.apart)}: no longer {made.case}.", f"To undo: lawgraph unsplit {made.id}"],
    )


@click.command("unsplit", epilog="Example: lawgraph unsplit split/sunil-batra-v-delhi-administration-1978/c7")
@click.argument("split_id", metavar="SPLIT")
@common
def unsplit_command(split_id: str, store: str, as_json: bool) -> None:
    """Undo a split, by its id in the merge report: what it kept apart is joined again where the documents say so."""
    with opened(store) as graph:
        undone = unsplit(graph, split_id)
    show(as_json, asdict(undone), [f"{', '.join(undone.apart)}: {undone.case} again, as far as the documents say so."])


@click.group("registry", epilog="Example: lawgraph registry import sc_judgments.tsv")
def registry_group() -> None:
    """A court's list of its judgments: canonical titles, dates and citations for cases whose text is absent."""


@registry_group.command("import", epilog="Example: lawgraph registry import sc_judgments.tsv --store my.db")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@common
def registry_import_command(file: Path, store: str, as_json: bool) -> int:
    """Take in a list of judgments (title, petitioner, respondent, date, neutral_citation, scr_citation, by tabs).

    The same file again changes nothing; a new version of it takes the place of the old one.
    """
    with opened(store, create=True) as graph, progress("Importing") as advance:
        report = import_registry(graph, file, advance)
    there = "there already" if report.unchanged else "taken in"
    show(
        as_json,
        asdict(report),
        [f"{report.judgments:,} judgments {there} as {report.name}; {len(report.bad)} bad rows."],
    )
    for line in report.bad:
        complain(line)
    return FAILED if report.bad else 0


@registry_group.command("remove", epilog="Example: lawgraph registry remove sc_judgments")
@click.argument("name", metavar="NAME")
@common
def registry_remove_command(name: str, store: str, as_json: bool) -> None:
    """Take a list of judgments out again; NAME is that of its file, without suffix."""
    with opened(store) as graph:
        remove_registry(graph, name)
    show(as_json, {"removed": name}, [f"Removed {name}."])


def _case(graph: Store, name: str) -> Case:
    lookup = resolve(graph, name, (Case,))
    if isinstance(lookup.found, Case):
        return lookup.found
    cases = [c.node for c in lookup.candidates or lookup.nearest if isinstance(c.node, Case)]
    near = "; ".join(f"{case.title} ({case.id})" for case in cases[:5])
    raise click.ClickException(f"“{name[:80]}” is not clearly one case; near it: {near or 'nothing'}")


def _merges(report: MergeReport) -> Iterator[RenderableType]:
    yield heading(f"Cases joined from several namings: {len(report.merges)}")
    for merge in report.merges[:SHOWN]:
        yield from _merge(merge)
    if len(report.merges) > SHOWN:
        yield Text(f"and {len(report.merges) - SHOWN} more (--json lists all)", style="dim")
    if report.splits:
        yield heading(f"Splits in force: {len(report.splits)}")
        for made in report.splits:
            yield Text(f"{made.id}\n  {made.case}: set apart {', '.join(made.apart)}")


def _merge(merge: Merge) -> Iterator[RenderableType]:
    yield Text(f"{merge.title} ({merge.case})", style="bold")
    lines = (
        (named.by, named.title, "; ".join(named.citations), named.reason, ", ".join(named.documents[:5]))
        for named in merge.namings
    )
    yield rows(("by", "named", "citations", "reason", "documents"), lines)

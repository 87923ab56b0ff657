"""How graphs and what happened to them are shown on a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from extraction.documents.files import KINDS_READ
from kg.commands.doctor import Examination
from kg.ledger.unresolved import Unresolved
from kg.schema import EDGE_TYPES, NODE_TYPES

if TYPE_CHECKING:
    from kg.build.build import BuildReport

SHOWN = 50  # rows of a long table: a screen or two
NAMED = 5  # names on one line


def heading(text: str) -> Text:
    """A line above what belongs together."""
    return Text(text, style="bold")


def rows(header: Sequence[str], lines: Iterable[Sequence[object]]) -> Table:
    """A plain table; numbers are set to the right."""
    content = [list(line) for line in lines]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for number, title in enumerate(header):
        numeric = bool(content) and all(isinstance(line[number], int) for line in content)
        table.add_column(title, justify="right" if numeric else "left", overflow="fold")
    for line in content:
        table.add_row(*(Text(f"{cell:,}" if isinstance(cell, int) else str(cell)) for cell in line))
    return table


def pairs(facts: Mapping[str, str]) -> Table:
    """What is known, a line each; what is empty is left out."""
    table = rows(("", ""), [pair for pair in facts.items() if pair[1]])
    table.show_header = False
    table.columns[0].style = "dim"
    return table


def built(report: "BuildReport") -> Iterator[RenderableType]:
    """What a build did: documents, then the graph as it now is, then citations."""
    seldom = {"copies": len(report.copies), "pruned": len(report.pruned)}
    done = {
        "added": len(report.added),
        "changed": len(report.changed),
        "skipped": len(report.skipped),
        "failed": len(report.failed),
        **{kind: number for kind, number in seldom.items() if number},
    }
    yield rows(("documents", ""), done.items())
    yield from counts(report.counts)
    yield rows(("citations", ""), report.citations.items())
    for note in report.notes:
        yield Text(note, style="dim")
    if report.ignored:
        yield Text(f"Not read: {unread(report.ignored)} (--json lists all)", style="dim")


def unread(paths: Sequence[str | Path]) -> str:
    """Files of kinds that are not read: how many of each kind, the first of them by name, and what is read."""
    kinds = Counter(Path(path).suffix.lower() or "no suffix" for path in paths)
    counted = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
    first = ", ".join(Path(path).name for path in paths[:NAMED]) + (", ..." if len(paths) > NAMED else "")
    files = f"{len(paths)} files of other kinds" if len(paths) > 1 else "a file of another kind"
    return f"{files} ({counted}): {first}; lawgraph reads {', '.join(KINDS_READ)}"


def split(numbers: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Counts parted into `nodes` and `edges`."""
    return {
        "nodes": {name: number for name, number in numbers.items() if name in NODE_TYPES},
        "edges": {name: number for name, number in numbers.items() if name in EDGE_TYPES},
    }


def counts(numbers: Mapping[str, int]) -> Iterator[RenderableType]:
    """Nodes and edges by type."""
    for kind, parted in split(numbers).items():
        yield rows((kind, ""), parted.items())


def unsettled(found: Unresolved) -> Iterator[RenderableType]:
    """Absent and ambiguous cases, the most cited first."""
    yield heading(f"Cited, but not in the graph with their text: {len(found.absent)}")
    absent = ((case.cited_by, case.title, "; ".join(case.citations[:2])) for case in found.absent[:SHOWN])
    yield rows(("cited by", "case", "citations"), absent)
    yield from _more(len(found.absent))
    yield heading(f"Ambiguous references: {len(found.ambiguous)}")
    for reference in found.ambiguous[:SHOWN]:
        cited = f" ({'; '.join(reference.citations)})" if reference.citations else ""
        yield Text(f"{reference.document}: {reference.title}{cited}")
        yield Text(f"  could be {', '.join(reference.candidates)}")
    yield from _more(len(found.ambiguous))


def _more(total: int) -> Iterator[Text]:
    if total > SHOWN:
        yield Text(f"and {total - SHOWN} more (--json lists all)", style="dim")


def examination(found: Examination) -> Iterator[RenderableType]:
    """What doctor found."""
    yield Text(f"Python {found.python}")
    packages = (
        (tier, package, version or "not installed")
        for tier, versions in found.tiers.items()
        for package, version in versions.items()
    )
    yield rows(("tier", "package", "version"), packages)
    yield Text(f"Language model: {found.model or 'none configured; the graph writes its own prose'}")
    yield Text(f"Graph: {found.store} ({found.engine}), {'reachable' if found.reachable else found.problem}")
    yield from counts(found.graph)

"""Which namings were joined into one case, and why: nothing is merged without a reason that can be read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.identity.splits import Split
from kg.ledger.entries import Entry, entries_of_cases, scan_entries, splits_of
from kg.nodes import Case
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Joined:
    """One way in which a case is named, the reason that it is taken for it, and the documents that name it so.

    `by` is text (the judgment itself), registry (a court's list) or citation.
    """

    title: str
    citations: tuple[str, ...]
    by: str
    reason: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A case that several namings were joined into; `title` is its own."""

    case: str
    title: str
    namings: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """Merges by case, and the splits in force."""

    merges: list[Merge]
    splits: list[Split]


def merge_report(store: Store, case: str | None = None) -> MergeReport:
    """All merges of a graph, or those of one case (its id)."""
    by_case: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries_of_cases(store, [case]) if case else scan_entries(store):
        if entry.decision.case:
            by_case[entry.decision.case].append(entry)
    merged = {id: found for id, found in by_case.items() if any(e.decision.reason for e in found)}
    titles = {node.id: node.title for node in store.nodes(sorted(merged)) if isinstance(node, Case)}
    merges = [Merge(id, titles[id], _joined(merged[id])) for id in sorted(merged) if id in titles]
    return MergeReport(merges, splits_of(store))


def _joined(members: Iterable[Entry]) -> tuple[Joined, ...]:
    alike: dict[tuple[str, str, tuple[str, ...], str], set[str]] = defaultdict(set)
    for entry in members:
        naming = entry.naming
        by = "text" if naming.own else "registry" if naming.registered else "citation"
        cited = tuple(sorted(citation.text for citation in naming.citations))
        alike[(by, naming.title, cited, entry.decision.reason)].add(naming.document)
    order = sorted(alike, key=lambda way: (("text", "registry", "citation").index(way[0]), -len(alike[way]), way))
    return tuple(Joined(way[1], way[2], way[0], way[3], tuple(sorted(alike[way]))) for way in order)

"""Questions that describe a case, as they are written down, with the cases of a graph that are meant."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from kg.linking.lookup import resolve
from kg.nodes import Case
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Described:
    """A question, of what kind it is, the ids of the cases that are meant (none: the graph has none), its writer."""

    text: str
    kind: str
    cases: frozenset[str]
    writer: str


def read_described(folder: Path, store: Store) -> list[Described]:
    """The questions of a folder's files that describe cases; those on a case that the graph does not have are left
    out, but for the ones written to have no answer."""
    of_document = defaultdict(set)
    for case in store.find(Case):
        for document in case.documents:
            of_document[PurePath(document).stem].add(case.id)
    found = []
    for path in sorted(folder.glob("cases-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            meant = frozenset(_meant(row, of_document, store))
            if meant or row["kind"] == "none":
                found.append(Described(row["question"], row["kind"], meant, path.stem))
    return found


def _meant(row: Mapping[str, Any], of_document: Mapping[str, set[str]], store: Store) -> set[str]:
    if row["cases"]:
        return {id for stem in row["cases"] for id in of_document.get(stem, ())}
    lookups = [resolve(store, name, (Case,)) for name in row["names"]]
    return {lookup.found.id for lookup in lookups if lookup.found}

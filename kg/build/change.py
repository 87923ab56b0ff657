"""One document in or out, or a judgment on what is one case: what it makes others mean, in one transaction."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extraction.progress import Progress, unheard
from extraction.records import Extraction, file_name
from kg.build.batch import Change
from kg.identity.naming import Naming, namings_of
from kg.identity.splits import SPLIT, Split
from kg.ledger.documents import Provenance, document_nodes, passages_of, registry_node
from kg.ledger.entries import (
    Entry,
    document_id,
    entries,
    entries_of_documents,
    extraction_of,
    sharing,
    splits_of,
)
from kg.nodes import Split as SplitNode
from kg.store import Store

ROWS_AT_ONCE = 4000  # rows of a write: bounds what is held in memory
UNFINISHED = "unfinished"
"""The digest of a list of which only a part is written yet."""


def put(
    store: Store,
    extraction: Extraction,
    provenance: Provenance,
    vectors: Sequence[NDArray[np.float32]] | None = None,
    was: str = "",
) -> None:
    """Add a document, or put it in the place of its earlier version, which was called `was` if it bore another name.

    `vectors` are one for each chunk and description, in order.
    """
    change = _change_to(store, extraction, provenance, was or extraction.name)
    change.batch.nodes += passages_of(extraction, vectors)
    change.carry_out()


def put_copies(store: Store, name: str, provenance: Provenance) -> None:
    """Say anew under which other names the files of a document go; what it says stays."""
    if extraction := extraction_of(store, name):
        _change_to(store, extraction, provenance, name).carry_out()


def _change_to(store: Store, extraction: Extraction, provenance: Provenance, was: str) -> Change:
    extraction = replace(extraction, copies=provenance.names_of_copies(extraction.name))
    change = Change(store, was, extraction, entries_of_documents(store, [was]), namings_of(extraction))
    if was != extraction.name:
        change.batch.drop_nodes += [document_id(was), f"extraction/{was}"]
    dropped = set(change.copies_before) - set(extraction.copies)
    change.batch.drop_nodes += sorted(document_id(copy) for copy in dropped if copy == file_name(copy))
    change.batch.nodes += document_nodes(extraction, provenance)
    return change


def put_registry(
    store: Store, name: str, judgments: Sequence[Naming], provenance: Provenance, progress: Progress = unheard
) -> None:
    """Add a court's list of its judgments under a document's `name`, or put it in the place of its earlier version.

    Only judgments that differ are written, some in each transaction; the digest is that of the list after the last.
    """
    wanted = {naming.id: naming for naming in judgments}
    there = {entry.naming.id: entry for entry in entries_of_documents(store, [name])}
    differing = sorted(wanted.keys() ^ there.keys())
    for at in range(0, max(1, len(differing)), ROWS_AT_ONCE):
        part = differing[at : at + ROWS_AT_ONCE]
        done = at + len(part)
        gone, come = [there[id] for id in part if id in there], [wanted[id] for id in part if id in wanted]
        change = Change(store, name, None, gone, come)
        digest = provenance.digest if done == len(differing) else UNFINISHED
        change.batch.nodes.append(registry_node(name, Provenance(digest, provenance.origin)))
        change.carry_out()
        progress(done, len(differing), name)


def take_out(store: Store, name: str) -> None:
    """Remove a document: the exact inverse of adding it."""
    change = Change(store, name, None, entries_of_documents(store, [name]), ())
    change.batch.drop_nodes += [document_id(name), f"extraction/{name}"]
    change.carry_out()


def put_split(store: Store, split: Split) -> None:
    """Keep apart what a split says, from now on."""
    others = [s for s in splits_of(store) if s.id != split.id]
    change = Change(store, "", None, (), (), _told_by(store, split), [*others, split])
    change.batch.nodes.append(SplitNode(split.id, record=SPLIT.dump_json(split).decode()))
    change.carry_out()


def take_out_split(store: Store, split: Split) -> None:
    """Join again what a split kept apart, where the documents say so."""
    others = [s for s in splits_of(store) if s.id != split.id]
    change = Change(store, "", None, (), (), _told_by(store, split), others)
    change.batch.drop_nodes.append(split.id)
    change.carry_out()


def _told_by(store: Store, split: Split) -> list[Entry]:
    """The entries that a split may tell apart."""
    return entries(store, sorted(sharing(store, (*split.kept, *split.gone))))

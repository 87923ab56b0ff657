"""The ledger: what each document says, kept beside the graph so that identity can be decided again.

A document is a `Document` node (with its `Extraction`), each case it names a `Reference` node with the case it
was found to be, and each reference hangs on the `Key` nodes under which others can meet it. A court's list of its
judgments is a document too, of kind registry; a `Split` keeps apart what was wrongly joined.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extraction.records import EXTRACTION, Extraction
from kg.edges import HasKey, MadeIn
from kg.identity.naming import NAMING, Decision, Naming, hard_keys, soft_keys
from kg.identity.splits import SPLIT, Split
from kg.nodes import Extraction as ExtractionNode
from kg.nodes import Key, Reference
from kg.nodes import Split as SplitNode
from kg.store import Batch, Store


@dataclass(frozen=True, slots=True)
class Entry:
    """A naming with its decision."""

    naming: Naming
    decision: Decision


def document_id(name: str) -> str:
    """Id of the ledger's node for a document."""
    return f"document/{name}"


def entries(store: Store, ids: Sequence[str]) -> list[Entry]:
    """The ledger's entries with these naming ids."""
    return [_entry(node) for node in store.nodes(ids) if isinstance(node, Reference)]


def entries_of_documents(store: Store, names: Iterable[str]) -> list[Entry]:
    """All that the ledger has of some documents, each document's own naming first."""
    wanted = sorted(set(names))
    found = map(_entry, store.find(Reference, {"document": wanted})) if wanted else ()
    return sorted(found, key=lambda e: (e.naming.document, _ordinal(e.naming)))


def entries_of_cases(store: Store, cases: Iterable[str]) -> list[Entry]:
    """All namings that were found to be one of these cases."""
    wanted = sorted(set(cases))
    return [_entry(node) for node in store.find(Reference, {"case": wanted})] if wanted else []


def scan_entries(store: Store) -> Iterator[Entry]:
    """Every entry of the ledger."""
    return map(_entry, store.scan_nodes(Reference))


def extraction_of(store: Store, name: str) -> Extraction | None:
    """What a document said when it was built, chunk texts left out; None for an unknown document."""
    for node in store.nodes([f"extraction/{name}"]):
        if isinstance(node, ExtractionNode):
            return EXTRACTION.validate_json(node.record)
    return None


def sharing(store: Store, keys: Iterable[str]) -> set[str]:
    """Ids of all namings under any of the keys."""
    found = store.expand(sorted(set(keys)), [HasKey], "in")
    return {edge.source for edge in found}


def splits_of(store: Store) -> list[Split]:
    """All splits in force, by id."""
    return [SPLIT.validate_json(node.record) for node in store.find(SplitNode)]


def write_entry(batch: Batch, naming: Naming, decision: Decision, with_keys: bool) -> None:
    """Add a naming with its decision to `batch`, with its keys when it is new."""
    batch.nodes.append(
        Reference(
            naming.id,
            document=naming.document,
            ordinal=_ordinal(naming),
            record=NAMING.dump_json(naming).decode(),
            case=decision.case,
            outcome=decision.outcome,
            reason=decision.reason,
            candidates=decision.candidates,
        )
    )
    if with_keys:
        keys = [*dict.fromkeys([*hard_keys(naming), *soft_keys(naming)])]
        batch.nodes += [Key(key) for key in keys]
        batch.edges += [HasKey(naming.id, key) for key in keys]
        batch.edges.append(MadeIn(naming.id, document_id(naming.document)))


def _ordinal(naming: Naming) -> int:
    return -1 if naming.known else int(naming.id.rpartition("@")[2])


def _entry(node: Reference) -> Entry:
    decision = Decision(node.case, node.outcome, node.reason, node.candidates)
    return Entry(NAMING.validate_json(node.record), decision)

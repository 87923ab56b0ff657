"""One document in or out: what it adds, what it takes along, what it makes others mean, in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extraction.records import EXTRACTION, Chunk, Extraction, Judgment, Statute
from kg.amendments import other_acts, project_amendments
from kg.case_node import case_node
from kg.decide import decide
from kg.ledger import (
    Entry,
    document_id,
    entries_of_cases,
    entries_of_documents,
    extraction_of,
    write_entry,
)
from kg.naming import hard_keys, namings_of, soft_keys
from kg.project import act_stub, chunk_nodes, chunk_prefix, project_act, project_case, provision_stub
from kg.settle import Settlement
from kg.store import Batch, Node, Store

_OUTGOING = ["CITES", "CITES_PROVISION", "DECIDED_BY", "HEARD_IN", "REFERS_TO", "PART_OF"]
_OF_CHUNKS = ["FROM_DOCUMENT", "NEXT_CHUNK", "MENTIONS"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from: its digest (of content and of how it was read) and its path."""

    digest: str
    origin: str


def put(
    store: Store, extraction: Extraction, provenance: Provenance, vectors: Sequence[NDArray[np.float32]] | None = None
) -> None:
    """Add a document, or put it in the place of its earlier version. `vectors` are one for each chunk, in order."""
    change = _Change(store, extraction.name, extraction)
    change.batch.nodes += _ledger_nodes(extraction, provenance)
    change.batch.nodes += _chunks(extraction, vectors)
    change.carry_out()


def take_out(store: Store, name: str) -> None:
    """Remove a document: the exact inverse of adding it."""
    _Change(store, name, None).carry_out()


def _ledger_nodes(extraction: Extraction, provenance: Provenance) -> list[Node]:
    name = extraction.name
    subject = extraction.act.id if isinstance(extraction, Statute) else ""
    document = {
        "name": name,
        "kind": extraction.kind,
        "digest": provenance.digest,
        "origin": provenance.origin,
        "subject": subject,
    }
    record = EXTRACTION.dump_json(_without_texts(extraction)).decode()
    return [Node("Document", document_id(name), document), Node("Extraction", f"extraction/{name}", {"record": record})]


def _without_texts(extraction: Extraction) -> Extraction:
    """The chunks' texts are left out: the chunk nodes hold them."""
    if isinstance(extraction, Judgment):
        return replace(extraction, chunks=tuple(replace(c, text="") for c in extraction.chunks))
    return replace(
        extraction,
        provisions=tuple(
            replace(p, chunks=tuple(replace(c, text="") for c in p.chunks)) for p in extraction.provisions
        ),
    )


def _stretches(extraction: Extraction) -> Iterable[tuple[str, tuple[Chunk, ...]]]:
    """The chunks of a document by what their ids begin with."""
    if isinstance(extraction, Judgment):
        yield extraction.name, extraction.chunks
    else:
        for provision in extraction.provisions:
            yield chunk_prefix(extraction.name, provision.id), provision.chunks


def chunk_ids(extraction: Extraction) -> list[str]:
    """Ids of all chunks of a document, in the order of its text."""
    return [f"{prefix}#{chunk.ordinal}" for prefix, chunks in _stretches(extraction) for chunk in chunks]


def chunk_texts(extraction: Extraction) -> list[str]:
    """Texts of all chunks of a document, in the order of `chunk_ids`."""
    return [chunk.text for _, chunks in _stretches(extraction) for chunk in chunks]


def _chunks(extraction: Extraction, vectors: Sequence[NDArray[np.float32]] | None) -> list[Node]:
    nodes: list[Node] = []
    for prefix, chunks in _stretches(extraction):
        part = vectors[len(nodes) : len(nodes) + len(chunks)] if vectors is not None else None
        nodes += chunk_nodes(extraction.name, prefix, chunks, part)
    return nodes


class _Change:
    """The batch that takes the graph from without (or with another version of) a document to with it."""

    def __init__(self, store: Store, name: str, extraction: Extraction | None) -> None:
        self.batch = Batch()
        self._store = store
        self._name = name
        self._new = extraction
        self._old = extraction_of(store, name)
        self._old_entries = entries_of_documents(store, [name])
        self._verdict = decide(store, self._old_entries, namings_of(extraction) if extraction else [])
        self._settlement = Settlement()

    def carry_out(self) -> None:
        """Work out the batch and write it."""
        self._write_ledger()
        for act in sorted({e.act.id for e in (self._old, self._new) if isinstance(e, Statute)}):
            self._project_act(act)
        self._fold_cases()
        self._project_cases()
        self._settlement.settle(self._store, self.batch)
        self._store.write(self.batch)

    def _write_ledger(self) -> None:
        verdict, mine = self._verdict, {e.naming.id for e in self._old_entries}
        present = {n.id for n in namings_of(self._new)} if self._new else set()
        for id in sorted({*verdict.changed, *present}):
            write_entry(self.batch, verdict.namings[id], verdict.decisions[id], with_keys=id in present)
        fresh = set(chunk_ids(self._new)) if self._new else set()
        chunks = [id for id in chunk_ids(self._old) if id not in fresh] if self._old else []
        self.batch.drop_nodes += [*sorted(mine), *chunks, *self._empty_keys()]
        if self._new is None:
            self.batch.drop_nodes += [document_id(self._name), f"extraction/{self._name}"]

    def _empty_keys(self) -> list[str]:
        """Keys under which nothing hangs any more once the old references are gone."""
        keys = {k for e in self._old_entries for k in (*hard_keys(e.naming), *soft_keys(e.naming))}
        mine = {e.naming.id for e in self._old_entries}
        others = {e.target for e in self._store.expand(sorted(keys), ["HAS_KEY"], "in") if e.source not in mine}
        return sorted(keys - others)

    def _fold_cases(self) -> None:
        """Write the nodes of all cases that gained, lost or kept a touched naming; drop those with none left."""
        verdict = self._verdict
        touched = {d.case for d in (*verdict.before.values(), *verdict.decisions.values()) if d.case}
        members = self._members(touched)
        for case in sorted(touched):
            if case in members:
                self.batch.nodes.append(case_node(case, [e.naming for e in members[case]]))
            else:
                self.batch.drop_nodes.append(case)

    def _members(self, cases: Iterable[str]) -> dict[str, list[Entry]]:
        """All entries by case, as the verdict has them."""
        verdict = self._verdict
        gone = {e.naming.id for e in self._old_entries}
        now = {e.naming.id: e for e in entries_of_cases(self._store, cases) if e.naming.id not in gone}
        now |= {id: Entry(verdict.namings[id], decision) for id, decision in verdict.decisions.items()}
        grouped: dict[str, list[Entry]] = {}
        for entry in now.values():
            grouped.setdefault(entry.decision.case, []).append(entry)
        return grouped

    def _project_cases(self) -> None:
        """Project again the cases whose judgments name a case that is now another."""
        verdict = self._verdict
        documents = {verdict.namings[id].document for id in verdict.changed} | {self._name}
        subjects = self._subjects(documents)
        members = self._members(subjects)
        self._settlement.leave(self._store.expand(sorted(subjects), _OUTGOING, "out"))
        if isinstance(self._old, Judgment):
            self._leave_chunks(self._old)
        for subject in sorted(subjects):
            names = sorted(e.naming.document for e in members.get(subject, []) if e.naming.own)
            judgments = [(j, self._cases_of(name)) for name in names if isinstance(j := self._text(name), Judgment)]
            for judgment, _ in judgments:
                self._leave_chunks(judgment)
            if judgments:
                self._settlement.enter(project_case(subject, judgments))

    def _subjects(self, documents: set[str]) -> set[str]:
        """The cases that these documents are the text of, before and after."""
        verdict, owns = self._verdict, [f"{name}@own" for name in sorted(documents)]
        decided = [d[id].case for d in (verdict.before, verdict.decisions) for id in owns if id in d]
        rest = self._store.nodes([id for id in owns if id not in verdict.decisions and id not in verdict.before])
        return {*decided, *(str(node.properties["case"]) for node in rest)}

    def _text(self, name: str) -> Extraction | None:
        return self._new if name == self._name else extraction_of(self._store, name)

    def _cases_of(self, name: str) -> dict[str, str]:
        """The case of every naming of a document."""
        stored = [] if name == self._name else entries_of_documents(self._store, [name])
        verdict = self._verdict
        decided = {id: d.case for id, d in verdict.decisions.items() if verdict.namings[id].document == name}
        return {e.naming.id: e.decision.case for e in stored} | decided

    def _project_act(self, act: str) -> None:
        others = self._others_of_act(act)
        was, now = ([*others, *(self._of_act(e, act))] for e in (self._old, self._new))
        lost = {p.id: p for s in was for p in s.provisions}
        self._settlement.leave(self._store.expand(sorted(lost), _OUTGOING, "out"))
        for statute in was:
            self._leave_chunks(statute)
        if now:
            projection = project_act(act, now)
            self._settlement.enter(projection)
            self.batch.nodes += projection.nodes
        else:
            self._settlement.stripped[act] = act_stub(act)
        kept = {p.id for s in now for p in s.provisions}
        stubs = {id: provision_stub(id, p.kind, p.number) for id, p in lost.items() if id not in kept}
        self._settlement.stripped |= stubs
        self._project_amendments(act, sorted(lost.keys() | kept), now)

    def _project_amendments(self, act: str, provisions: list[str], statutes: list[Statute]) -> None:
        """Project again what amends the act and what it amends, as its own and the other acts' files have it."""
        edges = self._store.expand(provisions, ["AMENDS"], "in") + self._store.expand([act], ["AMENDS"], "out")
        self._settlement.leave(edges)
        for other in other_acts(act, edges, statutes):
            statutes = [*statutes, *self._others_of_act(other), *self._of_act(self._new, other)]
        self._settlement.enter(project_amendments(act, statutes))

    def _others_of_act(self, act: str) -> list[Statute]:
        """What the other documents say that are the text of an act."""
        stored = self._store.find("Document", {"subject": act})
        names = sorted(str(n.properties["name"]) for n in stored if n.properties["name"] != self._name)
        return [s for name in names if isinstance(s := extraction_of(self._store, name), Statute)]

    def _of_act(self, extraction: Extraction | None, act: str) -> list[Statute]:
        return [extraction] if isinstance(extraction, Statute) and extraction.act.id == act else []

    def _leave_chunks(self, extraction: Extraction) -> None:
        self._settlement.leave(self._store.expand(chunk_ids(extraction), _OF_CHUNKS, "out"))

"""What takes the graph from one set of documents to another, worked out as one batch."""

from collections.abc import Iterable, Sequence

from extraction.provisions.correspondence import replacement_of
from extraction.records import Extraction, Judgment, Statute
from kg.edges import (
    Amends,
    Cites,
    CitesProvision,
    CorrespondsTo,
    DecidedBy,
    Describes,
    FromDocument,
    HasKey,
    HeardIn,
    Mentions,
    NextChunk,
    PartOf,
    RefersTo,
    Replaces,
)
from kg.identity.naming import Naming, hard_keys, soft_keys
from kg.identity.splits import Split
from kg.ledger.documents import passage_ids
from kg.ledger.entries import (
    Entry,
    entries_of_cases,
    entries_of_documents,
    extraction_of,
    splits_of,
    write_entry,
)
from kg.ledger.verdicts import decide
from kg.nodes import Document, Reference
from kg.projection.act import project_act
from kg.projection.amendments import other_acts, project_amendments
from kg.projection.case import case_node
from kg.projection.correspondence import project_replacement
from kg.projection.judgment import project_case
from kg.projection.offences import Offences, classified, classifying_acts, offences_of
from kg.projection.settlement import Settlement
from kg.projection.stubs import act_stub, provision_stub
from kg.store import Batch, Store

_OUTGOING = (Cites, CitesProvision, DecidedBy, HeardIn, RefersTo, PartOf)
_OF_PASSAGES = (FromDocument, NextChunk, Mentions, Describes)


class Change:
    """The batch that takes the graph from one set of inputs to another.

    The `old` entries of the document `name` (none if that is empty) give way to the `new` namings of `extraction`;
    `touched` are entries to be decided again, under other `splits` perhaps.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        extraction: Extraction | None,
        old: Sequence[Entry],
        new: Sequence[Naming],
        touched: Sequence[Entry] = (),
        splits: Sequence[Split] | None = None,
    ) -> None:
        self.batch = Batch()
        self._store = store
        self._new = extraction
        self._names = {name, extraction.name if extraction else name}
        self._old = extraction_of(store, name) if name else None
        self._old_entries = old
        self._present = {n.id for n in new}
        splits = splits_of(store) if splits is None else splits
        self._verdict = decide(store, old, new, touched, splits)
        self._settlement = Settlement()

    @property
    def copies_before(self) -> tuple[str, ...]:
        """The other names of the document until now."""
        return self._old.copies if self._old else ()

    def carry_out(self) -> None:
        """Work out the batch and write it."""
        self._write_ledger()
        for act in sorted({e.act.id for e in (self._old, self._new) if isinstance(e, Statute)}):
            self._project_act(act)
        touched, subjects = self._touched(), self._subjects()
        members = self._members({*touched, *subjects})
        self._fold_cases(touched, members)
        self._project_cases(subjects, members)
        self._settlement.settle(self._store, self.batch)
        self._store.write(self.batch)

    def _write_ledger(self) -> None:
        verdict, mine = self._verdict, {e.naming.id for e in self._old_entries}
        for id in sorted({*verdict.changed, *self._present}):
            write_entry(self.batch, verdict.namings[id], verdict.decisions[id], with_keys=id in self._present)
        fresh = set(passage_ids(self._new)) if self._new else set()
        passages = [id for id in passage_ids(self._old) if id not in fresh] if self._old else []
        self.batch.drop_nodes += [*sorted(mine), *passages, *self._empty_keys()]

    def _empty_keys(self) -> list[str]:
        """Keys under which nothing hangs any more once the old references are gone."""
        keys = {k for e in self._old_entries for k in (*hard_keys(e.naming), *soft_keys(e.naming))}
        mine = {e.naming.id for e in self._old_entries}
        others = {e.target for e in self._store.expand(sorted(keys), [HasKey], "in") if e.source not in mine}
        return sorted(keys - others)

    def _touched(self) -> set[str]:
        """The cases that gained, lost or kept a touched naming."""
        verdict = self._verdict
        return {d.case for d in (*verdict.before.values(), *verdict.decisions.values()) if d.case}

    def _fold_cases(self, touched: Iterable[str], members: dict[str, list[Entry]]) -> None:
        """Write the nodes of touched cases; drop those that nothing but a court's list names any more."""
        there = {d.case for d in self._verdict.before.values()}
        for case in sorted(touched):
            namings = [e.naming for e in members.get(case, ())]
            if any(not naming.registered for naming in namings):
                self.batch.nodes.append(case_node(case, namings))
            elif case in there:
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

    def _project_cases(self, subjects: Iterable[str], members: dict[str, list[Entry]]) -> None:
        """Project again the cases whose judgments name a case that is now another."""
        self._settlement.leave(self._store.expand(sorted(subjects), _OUTGOING, "out"))
        if isinstance(self._old, Judgment):
            self._leave_passages(self._old)
        for subject in sorted(subjects):
            names = sorted(e.naming.document for e in members.get(subject, []) if e.naming.own)
            judgments = [(j, self._cases_of(name)) for name in names if isinstance(j := self._text(name), Judgment)]
            for judgment, _ in judgments:
                self._leave_passages(judgment)
            if judgments:
                self._settlement.enter(project_case(subject, judgments))

    def _subjects(self) -> set[str]:
        """The cases of which the changed documents are the text, before and after."""
        verdict = self._verdict
        documents = {verdict.namings[id].document for id in verdict.changed} | self._names
        owns = [f"{name}@own" for name in sorted(documents)]
        decided = [d[id].case for d in (verdict.before, verdict.decisions) for id in owns if id in d]
        rest = self._store.nodes([id for id in owns if id not in verdict.decisions and id not in verdict.before])
        return {*decided, *(node.case for node in rest if isinstance(node, Reference))}

    def _text(self, name: str) -> Extraction | None:
        if self._new and name == self._new.name:
            return self._new
        return None if name in self._names else extraction_of(self._store, name)

    def _cases_of(self, name: str) -> dict[str, str]:
        """The case of every naming of a document."""
        stored = [] if name in self._names else entries_of_documents(self._store, [name])
        verdict = self._verdict
        decided = {id: d.case for id, d in verdict.decisions.items() if verdict.namings[id].document == name}
        return {e.naming.id: e.decision.case for e in stored} | decided

    def _project_act(self, act: str) -> None:
        others = self._others_of_act(act)
        was, now = ([*others, *(self._of_act(e, act))] for e in (self._old, self._new))
        lost = {p.id: p for s in was for p in s.provisions}
        kept = {p.id for s in now for p in s.provisions}
        offences = self._offences_under(sorted(lost.keys() | kept), now)
        self._settlement.leave(self._store.expand(sorted(lost), _OUTGOING, "out"))
        for statute in was:
            self._leave_passages(statute)
        if now:
            projection = project_act(act, now, offences)
            self._settlement.enter(projection)
            self.batch.nodes += projection.nodes
        else:
            self._settlement.stripped[act] = act_stub(act)
        stubs = {id: provision_stub(id, p.kind, p.number) for id, p in lost.items() if id not in kept}
        self._settlement.stripped |= {id: classified(stub, offences) for id, stub in stubs.items()}
        self._project_offences(act, was, now)
        self._project_amendments(act, sorted(lost.keys() | kept), now)
        self._project_replacement(act)

    def _offences_under(self, provisions: list[str], statutes: list[Statute]) -> Offences:
        """The offences under provisions, as `statutes` and the acts already in the graph classify them."""
        theirs = {s.act.id for s in statutes}
        acts = classifying_acts(self._store.expand(provisions, [RefersTo], "in"))
        others = [s for act in acts if act not in theirs for s in self._all_of_act(act)]
        return offences_of([*statutes, *others])

    def _project_offences(self, act: str, was: list[Statute], now: list[Statute]) -> None:
        """Write again the provisions of other acts under which the act's schedule classifies offences, or did."""
        told = {o.provision: o for s in (*was, *now) for o in s.offences if not o.provision.startswith(f"{act}/")}
        for other in sorted({id.partition("/")[0] for id in told}):
            ids = sorted(id for id in told if id.partition("/")[0] == other)
            offences = self._offences_under(ids, now)
            statutes = self._all_of_act(other)
            read = {n.id: n for n in project_act(other, statutes, offences).nodes} if statutes else {}
            for id in ids:
                stub = classified(provision_stub(id, "section", told[id].number), offences)
                if id in read or id in offences:
                    self.batch.nodes.append(read.get(id, stub))
                else:
                    self._settlement.stripped[id] = stub

    def _project_amendments(self, act: str, provisions: list[str], statutes: list[Statute]) -> None:
        """Project again what amends the act and what it amends, as its own and the other acts' files have it."""
        edges = self._store.expand(provisions, [Amends], "in") + self._store.expand([act], [Amends], "out")
        self._settlement.leave(edges)
        for other in other_acts(act, edges, statutes):
            statutes = [*statutes, *self._all_of_act(other)]
        self._settlement.enter(project_amendments(act, statutes))

    def _project_replacement(self, act: str) -> None:
        """Project again which provisions took the place of which, where the act is one of two such codes."""
        replacement = replacement_of(act)
        if replacement is None:
            return
        projection = project_replacement(replacement)
        self._settlement.leave(self._store.expand([replacement.new], [Replaces], "out"))
        news = sorted(key[1] for key in projection.edges if key[0] == CorrespondsTo.type)
        self._settlement.leave(self._store.expand(sorted(set(news)), [CorrespondsTo], "out"))
        codes = (replacement.new, replacement.old)
        if any(self._all_of_act(code) for code in codes):
            self._settlement.enter(projection)

    def _all_of_act(self, act: str) -> list[Statute]:
        """What all documents say that are the text of an act, the new one among them."""
        return [*self._others_of_act(act), *self._of_act(self._new, act)]

    def _others_of_act(self, act: str) -> list[Statute]:
        """What the other documents say that are the text of an act."""
        stored = self._store.find(Document, {"subject": act})
        names = sorted(node.name for node in stored if node.name not in self._names)
        return [s for name in names if isinstance(s := extraction_of(self._store, name), Statute)]

    def _of_act(self, extraction: Extraction | None, act: str) -> list[Statute]:
        return [extraction] if isinstance(extraction, Statute) and extraction.act.id == act else []

    def _leave_passages(self, extraction: Extraction) -> None:
        self._settlement.leave(self._store.expand(passage_ids(extraction), _OF_PASSAGES, "out"))

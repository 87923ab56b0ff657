"""Deciding anew which cases the namings of a changed document are, and those that they touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.attach import attach
from kg.identity import Cluster, assign_ids, cluster, components
from kg.ledger import Decision, Entry, entries, sharing
from kg.naming import Naming, hard_keys, soft_keys
from kg.store import Store


@dataclass(frozen=True, slots=True)
class Verdict:
    """Decisions by naming id for all that was touched, and what they were before."""

    namings: dict[str, Naming]
    decisions: dict[str, Decision]
    before: dict[str, Decision]

    @property
    def changed(self) -> list[str]:
        """Naming ids that are new or whose decision differs."""
        return [id for id, decision in self.decisions.items() if self.before.get(id) != decision]


def decide(store: Store, old: Sequence[Entry], new: Sequence[Naming]) -> Verdict:
    """Decide all namings touched by a document's `old` entries leaving and its `new` namings coming."""
    gone = {e.naming.id for e in old}
    pool = {n.id: n for n in new}
    before = {e.naming.id: e.decision for e in old}
    frontier: list[Naming] = [*(e.naming for e in old), *new]
    looked: set[str] = set()
    while True:
        _gather(store, frontier, pool, before, gone, looked)
        decisions = _decisions(store, pool, gone)
        moved = [n for n in pool.values() if n.own and n.id not in looked and _moved(n, before, decisions)]
        if not moved:
            return Verdict(pool, decisions, before)
        looked.update(n.id for n in moved)
        frontier = moved


def _moved(naming: Naming, before: dict[str, Decision], decisions: dict[str, Decision]) -> bool:
    """Whether a judgment's case has another id than before, so that what was attached to it must follow."""
    return naming.id not in before or before[naming.id].case != decisions[naming.id].case


def _gather(
    store: Store,
    frontier: list[Naming],
    pool: dict[str, Naming],
    before: dict[str, Decision],
    gone: set[str],
    looked: set[str],
) -> None:
    """Bring into `pool` all that shares hard keys with the frontier, and what may attach to its judgments."""
    seen: set[str] = set()
    soft = {key for n in frontier if n.own for key in soft_keys(n)}
    looked.update(n.id for n in frontier if n.own)
    wanted = {id for id in sharing(store, soft) if not id.endswith("@own")} if soft else set()
    while frontier or wanted:
        keys = {key for n in frontier for key in hard_keys(n)} - seen
        seen |= keys
        wanted |= sharing(store, keys) if keys else set()
        missing = sorted(wanted - pool.keys() - gone)
        found = entries(store, missing) if missing else []
        pool.update({e.naming.id: e.naming for e in found})
        before.update({e.naming.id: e.decision for e in found})
        frontier, wanted = [e.naming for e in found], set()


def _decisions(store: Store, pool: dict[str, Naming], gone: set[str]) -> dict[str, Decision]:
    decisions: dict[str, Decision] = {}
    open_cases: list[tuple[str, Cluster]] = []
    for component in components(pool.values()):
        for id, case in assign_ids(cluster(component)).items():
            if case.own:
                decisions |= {n.id: _own_or_resolved(n, id, case) for n in case.namings}
            else:
                open_cases.append((id, case))
    judgments = _judgments(store, pool, gone, decisions, open_cases)
    for id, case in open_cases:
        decisions |= _attached(id, case, judgments)
    return decisions


def _own_or_resolved(naming: Naming, id: str, case: Cluster) -> Decision:
    alone = naming.own and len(case.own) == 1
    return Decision(id, "own" if naming.own else "resolved", "" if alone else case.reasons.get(naming.id, ""))


def _judgments(
    store: Store,
    pool: dict[str, Naming],
    gone: set[str],
    decisions: dict[str, Decision],
    open_cases: Iterable[tuple[str, Cluster]],
) -> dict[str, list[tuple[Naming, str]]]:
    """Judgments that the open cases could be, by soft key, each with its case id."""
    keys = {key for _, case in open_cases for n in case.namings for key in soft_keys(n)}
    edges = store.expand(sorted(keys), ["HAS_KEY"], "in") if keys else []
    missing = sorted({e.source for e in edges if e.source.endswith("@own")} - pool.keys() - gone)
    own = {n.id: (n, decisions[n.id].case) for n in pool.values() if n.own}
    own |= {e.naming.id: (e.naming, e.decision.case) for e in (entries(store, missing) if missing else [])}
    by_key: dict[str, list[tuple[Naming, str]]] = {}
    for naming, id in own.values():
        for key in soft_keys(naming):
            by_key.setdefault(key, []).append((naming, id))
    return by_key


def _attached(id: str, case: Cluster, judgments: dict[str, list[tuple[Naming, str]]]) -> dict[str, Decision]:
    keys = {key for n in case.namings for key in soft_keys(n)}
    cases: dict[str, str] = {}
    owns: dict[str, Naming] = {}
    for naming, case_id in sorted(
        (pair for key in keys for pair in judgments.get(key, ())), key=lambda p: p[0].content
    ):
        cases[naming.id] = case_id
        owns[naming.id] = naming
    attachment = attach(case, list(owns.values()))
    rivals = sorted({cases[r.id] for r in attachment.rivals})
    if attachment.own is not None or len(rivals) == 1:
        found = cases[attachment.own.id] if attachment.own else rivals[0]
        reason = attachment.reason or "the same parties and year"
        return {n.id: Decision(found, "resolved", reason) for n in case.namings}
    outcome = "ambiguous" if rivals else "unresolved"
    reasons = {n.id: case.reasons.get(n.id, "") for n in case.namings}
    return {n.id: Decision(id, outcome, reasons[n.id], tuple(rivals)) for n in case.namings}

"""Deciding anew which cases the namings of a changed document are, and those that they touch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.attach import attach
from kg.evidence import Cluster, numbered, places_conflict
from kg.identity import assign_ids, cluster, components
from kg.ledger import Decision, Entry, entries, sharing
from kg.naming import Naming, hard_keys, soft_keys
from kg.store import Store

_OUTWEIGHS = 3


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
    open_cases: list[dict[str, Cluster]] = []
    for component in components(pool.values()):
        cases = assign_ids(cluster(component))
        for id, case in cases.items():
            if case.own:
                decisions |= {n.id: _own_or_resolved(n, id, case) for n in case.namings}
        open_cases.append({id: case for id, case in cases.items() if not case.own})
    namings = [n for cases in open_cases for case in cases.values() for n in case.namings]
    judgments = _judgments(store, pool, gone, decisions, namings)
    for cases in open_cases:
        for claims in _claims(cases, judgments):
            decisions |= _settled(claims)
    return decisions


def _own_or_resolved(naming: Naming, id: str, case: Cluster) -> Decision:
    alone = naming.own and len(case.own) == 1
    return Decision(id, "own" if naming.own else "resolved", "" if alone else case.reasons.get(naming.id, ""))


def _judgments(
    store: Store,
    pool: dict[str, Naming],
    gone: set[str],
    decisions: dict[str, Decision],
    namings: Iterable[Naming],
) -> dict[str, list[tuple[Naming, str]]]:
    """Judgments that the cases of `namings` could be, by soft key, each with its case id."""
    keys = {key for n in namings for key in soft_keys(n)}
    edges = store.expand(sorted(keys), ["HAS_KEY"], "in") if keys else []
    missing = sorted({e.source for e in edges if e.source.endswith("@own")} - pool.keys() - gone)
    own = {n.id: (n, decisions[n.id].case) for n in pool.values() if n.own}
    own |= {e.naming.id: (e.naming, e.decision.case) for e in (entries(store, missing) if missing else [])}
    by_key: dict[str, list[tuple[Naming, str]]] = {}
    for naming, id in own.values():
        for key in soft_keys(naming):
            by_key.setdefault(key, []).append((naming, id))
    return by_key


@dataclass(frozen=True, slots=True)
class _Claim:
    """An open case, and the judgment's case that it was found to be, if any."""

    id: str
    case: Cluster
    found: str | None
    reason: str
    rivals: tuple[str, ...]


def _claims(cases: dict[str, Cluster], judgments: dict[str, list[tuple[Naming, str]]]) -> list[list[_Claim]]:
    """Claims of one component, grouped by the case that is claimed; an open case without one stands alone."""
    grouped: dict[str, list[_Claim]] = {}
    for id, case in cases.items():
        claim = _claim(id, case, judgments)
        grouped.setdefault(claim.found or f"open {id}", []).append(claim)
    return list(grouped.values())


def _claim(id: str, case: Cluster, judgments: dict[str, list[tuple[Naming, str]]]) -> _Claim:
    keys = {key for n in case.namings for key in soft_keys(n)}
    candidates = {n.id: (n, case_id) for key in keys for n, case_id in judgments.get(key, ())}
    attachment = attach(case, sorted((n for n, _ in candidates.values()), key=lambda n: n.content))
    rivals = tuple(sorted({candidates[r.id][1] for r in attachment.rivals}))
    if attachment.own is not None:
        return _Claim(id, case, candidates[attachment.own.id][1], attachment.reason, ())
    if len(rivals) == 1:
        return _Claim(id, case, rivals[0], "the same parties and year", ())
    return _Claim(id, case, None, "", rivals)


def _settled(claims: Sequence[_Claim]) -> dict[str, Decision]:
    """Grant claims on one judgment; where they print it at different places, only one that far outweighs the rest."""
    ranked = sorted(claims, key=lambda c: (-len(c.case.namings), c.id))
    first = ranked[0]
    decisions: dict[str, Decision] = {}
    contested = [c for c in ranked[1:] if places_conflict(first.case, c.case)]
    lost = any(len(first.case.namings) < _OUTWEIGHS * len(c.case.namings) for c in contested)
    lost |= bool(contested) and any(numbered(c.case) for c in (first, *contested))
    for claim in ranked:
        denied = claim in contested or (lost and claim is first)
        found = None if denied else claim.found
        rivals = (claim.found,) if denied and claim.found else claim.rivals
        outcome = "resolved" if found else "ambiguous" if rivals else "unresolved"
        for naming in claim.case.namings:
            reason = claim.reason if found else claim.case.reasons.get(naming.id, "")
            unfound = "" if naming.bare else claim.id
            decisions[naming.id] = Decision(found or unfound, outcome, reason, rivals)
    return decisions

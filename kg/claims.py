"""What each naming means, decided over all namings that could touch it, with no database in sight.

Cases that have a text of their own come first; the others may claim one of those that their parties, year and court
fit, and what could be several is left open with its candidates.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.attach import attach
from kg.evidence import Cluster, numbered, places_conflict
from kg.identity import assign_ids, cluster, components
from kg.naming import Decision, Naming, soft_keys

Judgments = Callable[[set[str]], Iterable[tuple[Naming, str]]]
"""The judgments under any of some soft keys, each with the id of its case."""

_OUTWEIGHS = 3


def decisions_of(namings: Iterable[Naming], elsewhere: Judgments = lambda _: ()) -> dict[str, Decision]:
    """Decide `namings`, closed under shared hard keys, by naming id; `elsewhere` are judgments not among them."""
    pool = {n.id: n for n in namings}
    decisions: dict[str, Decision] = {}
    open_cases: list[dict[str, Cluster]] = []
    for component in components(pool.values()):
        cases = assign_ids(cluster(component))
        for id, case in cases.items():
            if case.own:
                decisions |= {n.id: _own_or_resolved(n, id, case) for n in case.namings}
        open_cases.append({id: case for id, case in cases.items() if not case.own})
    wanted = {key for cases in open_cases for case in cases.values() for n in case.namings for key in soft_keys(n)}
    own = [(n, decisions[n.id].case) for n in pool.values() if n.own]
    judgments = _by_soft_key([*own, *(elsewhere(wanted) if wanted else ())])
    for cases in open_cases:
        for claims in _claims(cases, judgments):
            decisions |= _settled(claims)
    return decisions


def _own_or_resolved(naming: Naming, id: str, case: Cluster) -> Decision:
    alone = naming.own and len(case.own) == 1
    return Decision(id, "own" if naming.own else "resolved", "" if alone else case.reasons.get(naming.id, ""))


def _by_soft_key(judgments: Iterable[tuple[Naming, str]]) -> dict[str, list[tuple[Naming, str]]]:
    by_key: dict[str, list[tuple[Naming, str]]] = {}
    for naming, id in judgments:
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

"""What each naming means, decided over all namings that could touch it, with no database in sight.

Cases that have a text of their own come first; the others may claim one of those that their parties, year and court
fit, and what could be several is left open with its candidates.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.identity.attachment import attach, text_of
from kg.identity.cluster import Cluster, numbered, places_conflict
from kg.identity.clustering import assign_ids, cluster, components
from kg.identity.naming import Decision, Naming, soft_keys
from kg.identity.splits import Split, parted

Judgments = Callable[[set[str]], Iterable[tuple[Naming, str]]]
"""The judgments under any of some soft keys, each with the id of its case."""

_OUTWEIGHS = 3  # times as many namings: the place that the others print may then be the misprint


def decisions_of(
    namings: Iterable[Naming], elsewhere: Judgments = lambda _: (), splits: Sequence[Split] = ()
) -> dict[str, Decision]:
    """Decide `namings`, closed under shared hard keys, by naming id; `elsewhere` are judgments not among them."""
    pool = {n.id: n for n in namings}
    cases = [assign_ids(cluster(component, splits)) for component in components(pool.values())]
    decisions: dict[str, Decision] = {}
    for id, case in _parted(cases, lambda case: bool(case.own)):
        decisions |= {n.id: _own_or_resolved(n, id, case) for n in case.namings}
    wanted = {
        key for part in cases for case in part.values() if not case.own for n in case.namings for key in soft_keys(n)
    }
    far = list(elsewhere(wanted)) if wanted else []
    judgments = _Judgments([*far, *_decided(pool, decisions)], splits)
    for id, case in _parted(cases, lambda case: bool(case.known) and not case.own):
        decisions |= _listed(id, case, judgments)
    judgments = _Judgments([*far, *_decided(pool, decisions)], splits)
    for part in cases:
        for claims in _open_cases({id: case for id, case in part.items() if not case.known}, judgments):
            decisions |= _settled(claims)
    return decisions


def _parted(cases: Iterable[dict[str, Cluster]], wanted: Callable[[Cluster], bool]) -> Iterator[tuple[str, Cluster]]:
    return ((id, case) for part in cases for id, case in part.items() if wanted(case))


def _decided(pool: dict[str, Naming], decisions: dict[str, Decision]) -> Iterator[tuple[Naming, str]]:
    return ((n, decisions[n.id].case) for n in pool.values() if n.known and n.id in decisions)


class _Judgments:
    """Judgments by soft key, each with the id of its case."""

    def __init__(self, judgments: Iterable[tuple[Naming, str]], splits: Sequence[Split]) -> None:
        self._by_key: dict[str, dict[str, tuple[Naming, str]]] = defaultdict(dict)
        self._splits = splits
        for naming, id in judgments:
            for key in soft_keys(naming):
                self._by_key[key][naming.id] = (naming, id)

    def near(self, case: Cluster) -> dict[str, tuple[Naming, str]]:
        """By naming id, those that a case could be; none of a case that is reported or set apart elsewhere."""
        keys = {key for n in case.namings for key in soft_keys(n)}
        found = {naming_id: known for key in keys for naming_id, known in self._by_key.get(key, {}).items()}
        barred = {
            id
            for naming, id in found.values()
            if places_conflict(case, Cluster([naming])) or parted(case.namings, [naming], self._splits)
        }
        return {naming_id: known for naming_id, known in found.items() if known[1] not in barred}


def _listed(id: str, case: Cluster, judgments: _Judgments) -> dict[str, Decision]:
    """What the namings of a case of a court's list are: the judgment whose text is there, if one is."""
    near = judgments.near(case)
    texts = {near[own.id][1] for own in text_of(case, [naming for naming, _ in near.values()])}
    found = texts.pop() if len(texts) == 1 else None
    reason = "the same parties on the same day" if found else ""
    return {
        n.id: Decision(found or id, "registered" if n.registered else "resolved", reason or case.reasons.get(n.id, ""))
        for n in case.namings
    }


def _own_or_resolved(naming: Naming, id: str, case: Cluster) -> Decision:
    alone = naming.own and len(case.own) == 1
    outcome = "own" if naming.own else "registered" if naming.registered else "resolved"
    return Decision(id, outcome, "" if alone else case.reasons.get(naming.id, ""))


@dataclass(frozen=True, slots=True)
class _OpenCase:
    """An open case, and the judgment's case that it was found to be, if any."""

    id: str
    case: Cluster
    found: str | None
    reason: str
    rivals: tuple[str, ...]


def _open_cases(cases: dict[str, Cluster], judgments: _Judgments) -> list[list[_OpenCase]]:
    """Claims of one component, grouped by the case that is claimed; an open case without one stands alone."""
    grouped: dict[str, list[_OpenCase]] = {}
    for id, case in cases.items():
        for asked in _asked_apart(case):
            claim = _open_case(id, asked, judgments)
            grouped.setdefault(claim.found or f"open {id}", []).append(claim)
    return list(grouped.values())


def _asked_apart(case: Cluster) -> list[Cluster]:
    """Each naming of its own where all are bare names: what one of them is depends on when its document was written."""
    bare = all(naming.bare for naming in case.namings)
    return [Cluster([naming], case.reasons) for naming in case.namings] if bare else [case]


def _open_case(id: str, case: Cluster, judgments: _Judgments) -> _OpenCase:
    candidates = judgments.near(case)
    attachment = attach(case, sorted((n for n, _ in candidates.values()), key=lambda n: n.content))
    rivals = tuple(sorted({candidates[r.id][1] for r in attachment.rivals}))
    if attachment.own is not None:
        return _OpenCase(id, case, candidates[attachment.own.id][1], attachment.reason, ())
    if len(rivals) == 1:
        return _OpenCase(id, case, rivals[0], "the same parties and year", ())
    return _OpenCase(id, case, None, "", rivals)


def _settled(claims: Sequence[_OpenCase]) -> dict[str, Decision]:
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
            unfound = "" if naming.bare and not naming.pointed else claim.id
            decisions[naming.id] = Decision(found or unfound, outcome, reason, rivals)
    return decisions

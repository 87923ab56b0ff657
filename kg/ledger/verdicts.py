"""Deciding anew which cases the namings of a changed document are, and those that they touch."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.identity.decisions import decisions_of
from kg.identity.naming import JUDGMENTS, Decision, Naming, hard_keys, soft_keys
from kg.identity.splits import Split
from kg.ledger.entries import Entry, entries, sharing
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


def decide(
    store: Store, old: Sequence[Entry], new: Sequence[Naming], touched: Sequence[Entry], splits: Sequence[Split]
) -> Verdict:
    """Decide all namings touched by a document's `old` entries leaving and its `new` namings coming, and `touched`."""
    gone = {e.naming.id for e in old}
    pool = {e.naming.id: e.naming for e in touched} | {n.id: n for n in new}
    before = {e.naming.id: e.decision for e in (*old, *touched)}
    frontier: list[Naming] = [*(e.naming for e in (*old, *touched)), *new]
    looked: set[str] = set()
    while True:
        _gather(store, frontier, pool, before, gone, looked)
        decisions = decisions_of(pool.values(), lambda keys: _judgments(store, keys, pool.keys() | gone), splits)
        moved = [n for n in pool.values() if n.known and n.id not in looked and _moved(n, before, decisions)]
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
    soft = {key for n in frontier if n.known for key in soft_keys(n)}
    looked.update(n.id for n in frontier if n.known)
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


def _judgments(store: Store, keys: set[str], but: set[str]) -> list[tuple[Naming, str]]:
    """Judgments of the graph under any of the soft `keys`, each with the id of its case; those in `but` left out."""
    missing = sorted({id for id in sharing(store, keys) if id.endswith(JUDGMENTS)} - but)
    return [(e.naming, e.decision.case) for e in (entries(store, missing) if missing else [])]

"""From edges set aside and edges entered again to the smallest batch; what nothing points to any more goes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.edges import (
    Amends,
    CitesProvision,
    CorrespondsTo,
    DecidedBy,
    Edge,
    EdgeKey,
    HeardIn,
    Mentions,
    PartOf,
    RefersTo,
    Replaces,
)
from kg.nodes import Act, Court, Documented, Judge, Node, Provision
from kg.projection.projection import Projection
from kg.store import Batch, Store

_OUTGOING = (Amends, CorrespondsTo, Replaces)
_INCOMING = (CitesProvision, RefersTo, Mentions, PartOf, DecidedBy, HeardIn, *_OUTGOING)
_KEPT_BY_EDGES = (Provision, Act, Judge, Court)


@dataclass(slots=True)
class Settlement:
    """Edges set aside (`left`) and entered while cases and acts are projected again.

    `stripped` are provisions and acts that lose the file they were read from, each with the stub that stays if
    something still cites it.
    """

    left: dict[EdgeKey, Edge] = field(default_factory=dict)
    entered: dict[EdgeKey, Edge] = field(default_factory=dict)
    stubs: dict[str, Node] = field(default_factory=dict)
    stripped: dict[str, Node] = field(default_factory=dict)

    def leave(self, edges: Iterable[Edge]) -> None:
        """Set edges of the graph aside: those not entered again will be dropped."""
        self.left |= {edge.key: edge for edge in edges}

    def enter(self, projection: Projection) -> None:
        """Take in what a case or an act contributes now."""
        self.entered |= projection.edges
        self.stubs |= projection.stubs

    def settle(self, store: Store, batch: Batch) -> None:
        """Add to `batch` the edges that differ, the stubs that are missing, and drop what is left without a cause."""
        doomed = set(batch.drop_nodes)
        for key, edge in self.entered.items():
            if self.left.get(key) != edge:
                batch.edges.append(edge)
        gone = [key for key in self.left if key not in self.entered]
        batch.drop_edges += [key for key in gone if key[1] not in doomed and key[2] not in doomed]
        self._add_stubs(store, batch)
        self._drop_orphans(store, batch, {key[2] for key in gone} | _holding(gone) | self.stripped.keys())

    def _add_stubs(self, store: Store, batch: Batch) -> None:
        written = {node.id for node in batch.nodes}
        missing = [id for id in self.stubs if id not in written]
        there = {node.id for node in store.nodes(missing)}
        batch.nodes += [self.stubs[id] for id in missing if id not in there]

    def _drop_orphans(self, store: Store, batch: Batch, suspects: set[str]) -> None:
        """Provisions, acts, judges and courts without a text and without an edge to them; acts after provisions."""
        pointed = {key[2] for key in self.entered if key[0] in {t.type for t in _INCOMING}}
        pointed |= _holding(self.entered)
        dropped: set[str] = set()
        acts = {id for id in suspects if id in self.stripped}
        for node in store.nodes(sorted(suspects)):
            if not isinstance(node, _KEPT_BY_EDGES) or self._read(node):
                continue
            if isinstance(node, Provision):
                acts.add(node.id.partition("/")[0])
            if isinstance(node, Act):
                acts.add(node.id)
            elif node.id not in pointed and not self._still_cited(store, node.id, dropped):
                dropped.add(node.id)
            elif node.id in self.stripped:
                pointed.add(node.id.partition("/")[0])
                self._strip(node.id, batch)
        for act in store.nodes(sorted(acts)):
            if not isinstance(act, Act) or self._read(act):
                continue
            if act.id not in pointed and not self._still_cited(store, act.id, dropped):
                dropped.add(act.id)
            elif act.id in self.stripped:
                batch.nodes.append(self.stripped[act.id])
        batch.drop_nodes += sorted(dropped)
        batch.nodes = [node for node in batch.nodes if node.id not in dropped]

    def _read(self, node: Node) -> bool:
        """Whether some document still gives the text of a provision or an act."""
        return isinstance(node, Documented) and bool(node.documents) and node.id not in self.stripped

    def _strip(self, provision: str, batch: Batch) -> None:
        """Leave the stub of a provision that is still cited, part of its act as before."""
        act = provision.partition("/")[0]
        batch.nodes.append(self.stripped[provision])
        batch.edges.append(PartOf(provision, act))
        batch.drop_edges = [key for key in batch.drop_edges if key != PartOf(provision, act).key]

    def _still_cited(self, store: Store, id: str, dropped: set[str]) -> bool:
        """Whether an edge that stays leads to a node, or from it to what it amends or took the place of."""
        edges: list[Edge] = [*store.expand([id], _INCOMING, "in"), *store.expand([id], _OUTGOING, "out")]
        return any(e.key not in self.left and e.source not in dropped for e in edges)


def _holding(keys: Iterable[EdgeKey]) -> set[str]:
    """The nodes that edges hold at their source: an act amends, a provision takes the place of another."""
    kinds = {type.type for type in _OUTGOING}
    return {key[1] for key in keys if key[0] in kinds}

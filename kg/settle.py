"""From edges set aside and edges entered again to the smallest batch; what nothing points to any more goes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.project import Projection
from kg.store import Batch, Edge, Node, Store

EdgeKey = tuple[str, str, str]
_INCOMING = ["CITES_PROVISION", "REFERS_TO", "MENTIONS", "PART_OF", "DECIDED_BY", "HEARD_IN", "AMENDS"]
_KEPT_BY_EDGES = ("Provision", "Act", "Judge", "Court")


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
        self.left |= {(e.type, e.source, e.target): e for e in edges}

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
        self._drop_orphans(store, batch, {key[2] for key in gone} | self.stripped.keys())

    def _add_stubs(self, store: Store, batch: Batch) -> None:
        written = {node.id for node in batch.nodes}
        missing = [id for id in self.stubs if id not in written]
        there = {node.id for node in store.nodes(missing)}
        batch.nodes += [self.stubs[id] for id in missing if id not in there]

    def _drop_orphans(self, store: Store, batch: Batch, suspects: set[str]) -> None:
        """Provisions, acts, judges and courts without a text and without an edge to them; acts after provisions."""
        pointed = {key[2] for key in self.entered if key[0] in _INCOMING}
        written = {node.id for node in batch.nodes}
        dropped: set[str] = set()
        acts: set[str] = set()
        for node in store.nodes(sorted(suspects)):
            if node.type not in _KEPT_BY_EDGES or (node.properties.get("documents") and node.id not in self.stripped):
                continue
            if node.type == "Act":
                acts.add(node.id)
            elif node.id in pointed or self._still_cited(store, node.id, dropped):
                self._strip(node, batch, written)
            else:
                dropped.add(node.id)
                acts |= {node.id.partition("/")[0]} if node.type == "Provision" else set()
        for act in store.nodes(sorted(acts)):
            read = act.properties.get("documents") and act.id not in self.stripped
            if read or act.id in pointed or self._still_cited(store, act.id, dropped):
                self._strip(act, batch, written)
            else:
                dropped.add(act.id)
        batch.drop_nodes += sorted(dropped)
        batch.nodes = [node for node in batch.nodes if node.id not in dropped]

    def _strip(self, node: Node, batch: Batch, written: set[str]) -> None:
        if node.id in self.stripped and node.id not in written:
            batch.nodes.append(self.stripped[node.id])
            if node.type == "Provision":
                act = node.id.partition("/")[0]
                batch.edges.append(Edge("PART_OF", node.id, act))
                batch.drop_edges = [key for key in batch.drop_edges if key != ("PART_OF", node.id, act)]

    def _still_cited(self, store: Store, id: str, dropped: set[str]) -> bool:
        return any(
            (e.type, e.source, e.target) not in self.left and e.source not in dropped
            for e in store.expand([id], _INCOMING, "in")
        )

"""The part of the graph that one case or one act contributes."""

from dataclasses import dataclass, field

from kg.edges import Edge, EdgeKey, PartOf
from kg.nodes import Node
from kg.projection.stubs import act_stub, provision_stub


@dataclass(slots=True)
class Projection:
    """The part of the graph that a case or an act contributes.

    `stubs` are nodes that are named but need not have been read: they are written only where missing.
    """

    nodes: list[Node] = field(default_factory=list)
    stubs: dict[str, Node] = field(default_factory=dict)
    edges: dict[EdgeKey, Edge] = field(default_factory=dict)

    def add_edge(self, edge: Edge) -> None:
        """Add an edge unless it is there already."""
        self.edges.setdefault(edge.key, edge)

    def add_act(self, id: str) -> None:
        """Make sure that an act is there at least by name."""
        self.stubs.setdefault(id, act_stub(id))

    def add_provision(self, id: str, kind: str, number: str) -> None:
        """Make sure that a provision, and the act it is part of, are there at least by number."""
        act = id.partition("/")[0]
        self.add_act(act)
        self.stubs.setdefault(id, provision_stub(id, kind, number))
        self.add_edge(PartOf(id, act))

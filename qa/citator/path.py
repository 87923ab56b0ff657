"""The shortest way from one case or provision to another, with the sentence that carries each step."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.store import Edge, Node, Store
from qa import citation_edges, labels
from qa.citation_edges import age
from qa.citator.standing import warnings
from qa.evidence import Evidence

LINKS = ("CITES", "CITES_PROVISION", "REFERS_TO")


@dataclass(frozen=True, slots=True)
class Step:
    """One edge of a chain; `treatment` is empty where a provision is at its end.

    A warning says by whom a case was overruled, reversed or doubted.
    """

    source: str
    target: str
    source_title: str
    target_title: str
    treatment: str
    paragraph: str | None
    page: str | None
    quote: str
    source_warning: str
    target_warning: str


def shortest_path(store: Store, first: Node, second: Node) -> list[Step]:
    """A shortest chain of citations or references in either direction; empty where none joins the two."""
    if first.type == second.type == "Case":
        chain = chain_between(Evidence(store), first, second)
    else:
        chain = store.chain(first.id, second.id, LINKS) or store.chain(second.id, first.id, LINKS)
    nodes = {node.id: node for node in store.nodes([end for edge in chain for end in (edge.source, edge.target)])}
    warned = warnings(store, nodes)
    return [_step(edge, nodes, warned) for edge in chain]


def _step(edge: Edge, nodes: Mapping[str, Node], warned: Mapping[str, str]) -> Step:
    return Step(
        edge.source,
        edge.target,
        labels.label(nodes[edge.source]),
        labels.label(nodes[edge.target]),
        citation_edges.treatment(edge) if edge.type == "CITES" else "",
        *labels.pinpoint(edge),
        labels.text(edge.properties.get("quote")),
        warned.get(edge.source, ""),
        warned.get(edge.target, ""),
    )


def chain_between(evidence: Evidence, first: Node, second: Node) -> list[Edge]:
    """A shortest chain of citations in either direction, the later case first; empty if there is none."""
    later, earlier = sorted((first, second), key=age, reverse=True)
    evidence.take([later, earlier])
    chain = evidence.store.chain(later.id, earlier.id, ["CITES"])
    chain = chain or evidence.store.chain(earlier.id, later.id, ["CITES"])
    evidence.link(chain)
    return chain

"""The shortest way from one case or provision to another, with the sentence that carries each step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.edges import Cites, CitesProvision, Counted, RefersTo
from kg.nodes import Case, Node
from kg.store import Store
from qa.citator.standing import warnings
from qa.evidence import Evidence
from qa.text import wording

LINKS: tuple[type[Counted], ...] = (Cites, CitesProvision, RefersTo)


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
    chain: Sequence[Counted]
    if isinstance(first, Case) and isinstance(second, Case):
        chain = chain_between(Evidence(store), first, second)
    else:
        chain = store.chain(first.id, second.id, LINKS) or store.chain(second.id, first.id, LINKS)
    nodes = {node.id: node for node in store.nodes([end for edge in chain for end in (edge.source, edge.target)])}
    warned = warnings(store, nodes)
    return [_step(edge, nodes, warned) for edge in chain]


def _step(edge: Counted, nodes: Mapping[str, Node], warned: Mapping[str, str]) -> Step:
    return Step(
        edge.source,
        edge.target,
        wording.label(nodes[edge.source]),
        wording.label(nodes[edge.target]),
        edge.effective if isinstance(edge, Cites) else "",
        *edge.pinpoint,
        edge.quote,
        warned.get(edge.source, ""),
        warned.get(edge.target, ""),
    )


def chain_between(evidence: Evidence, first: Case, second: Case) -> list[Cites]:
    """A shortest chain of citations in either direction, the later case first; empty if there is none."""
    later, earlier = sorted((first, second), key=lambda case: case.age, reverse=True)
    evidence.take([later, earlier])
    chain = evidence.store.chain(later.id, earlier.id, [Cites])
    chain = chain or evidence.store.chain(earlier.id, later.id, [Cites])
    evidence.link(chain)
    return chain

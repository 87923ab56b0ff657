"""What an edge of the graph says of a citation: its treatment, who says so, where, how often."""

from collections.abc import Iterable

from kg.store import Edge, Node
from qa import labels

WEIGHT = ("overruled", "reversed", "doubted", "distinguished", "affirmed", "followed", "cited")


def treatment(edge: Edge) -> str:
    """The edge's treatment; "cited" where only counsel asked for more."""
    own = labels.text(edge.properties.get("treatment")) or "cited"
    return "cited" if edge.properties.get("by") == "counsel" else own


def is_own(edge: Edge) -> bool:
    """Whether the citing court itself so treats the case, rather than recording what another did."""
    return edge.properties.get("by") in (None, "", "court")


def paragraphs(edge: Edge) -> list[str]:
    """The paragraphs of the citing judgment that name the target."""
    return labels.strings(edge.properties.get("paragraphs"))


def pinpoint(edge: Edge) -> str:
    """ ", paragraph 12" where the edge knows its paragraph."""
    first, _ = labels.pinpoint(edge)
    return f", paragraph {first}" if first else ""


def dated(node: Node) -> str:
    """A case with its year: "A v. B (1978)"."""
    decided = labels.year(node)
    return f"{labels.title(node)} ({decided})" if node.type == "Case" and decided else labels.label(node)


def strongest(edges: Iterable[Edge]) -> list[Edge]:
    """The edges that are more than citations, the gravest first."""
    return sorted((e for e in edges if treatment(e) != "cited"), key=lambda e: WEIGHT.index(treatment(e)))


def age(node: Node) -> tuple[str, str]:
    """Sorts cases by date, the undated last."""
    return labels.text(node.properties.get("date")) or str(labels.year(node) or "9999"), node.id


def count(edge: Edge) -> int:
    """How often the edge's document names its target."""
    value = edge.properties.get("count")
    return value if isinstance(value, int) else 1

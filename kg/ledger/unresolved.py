"""What the graph could not settle: cited cases without text, and references that could mean several cases."""

from collections import Counter
from dataclasses import dataclass

from kg.edges import Cites
from kg.identity.naming import NAMING
from kg.nodes import Case, Reference
from kg.store import Store


@dataclass(frozen=True, slots=True)
class AbsentCase:
    """A case that is cited but whose text is not in the graph; `cited_by` counts the cases that cite it."""

    id: str
    title: str
    citations: list[str]
    cited_by: int


@dataclass(frozen=True, slots=True)
class OpenReference:
    """A reference that names no case clearly; `candidates` are the ids of those it could mean."""

    document: str
    title: str
    citations: list[str]
    reason: str
    candidates: list[str]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """`absent` by how often they are cited, `ambiguous` by document."""

    absent: list[AbsentCase]
    ambiguous: list[OpenReference]


def unresolved(store: Store) -> Unresolved:
    """All that is cited but absent or ambiguous in the graph."""
    return Unresolved(_absent(store), _ambiguous(store))


def _absent(store: Store) -> list[AbsentCase]:
    cited = Counter(edge.target for edge in store.scan_edges(Cites))
    cases = [
        AbsentCase(node.id, node.title, list(node.citations), cited[node.id])
        for node in store.find(Case, {"has_text": False})
    ]
    return sorted(cases, key=lambda case: (-case.cited_by, case.id))


def _ambiguous(store: Store) -> list[OpenReference]:
    references = store.find(Reference, {"outcome": "ambiguous"})
    return sorted(map(_open, references), key=lambda reference: (reference.document, reference.title))


def _open(node: Reference) -> OpenReference:
    naming = NAMING.validate_json(node.record)
    cited = [citation.text for citation in naming.citations]
    return OpenReference(node.document, naming.title, cited, node.reason, list(node.candidates))

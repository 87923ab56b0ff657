"""Citator cards: all that the graph knows of one case or one provision, on a page."""

from collections.abc import Mapping
from dataclasses import dataclass

from extraction.provisions.acts import act_title
from kg.store import Edge, Node, Store, StoreError
from qa import citation_edges, labels
from qa.citation_edges import age, count
from qa.citator.standing import Status, status, warnings

LEADING_CASES = 10


@dataclass(frozen=True, slots=True)
class CitationLine:
    """One citation: the case at the other end, how it was treated, and the sentence that says so and its place.

    `confidence` is how often such a treatment is read right, in per cent; None where it was not measured.
    `warning` says by whom the case at the other end was overruled, reversed or doubted.
    """

    id: str
    title: str
    citation: str
    treatment: str
    by: str
    paragraph: str | None
    page: str | None
    quote: str
    confidence: int | None
    warning: str


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """A provision that a case refers to, or a leading case on one, and how often; `warning` as of a citation."""

    id: str
    title: str
    count: int
    paragraphs: list[str]
    pages: list[str]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class GoodLaw:
    """`word` is the gravest treatment by a later case, `by` the citations that say so."""

    word: str
    by: list[CitationLine]


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case: what it is, what it rests on and what became of it. `date` is ISO."""

    id: str
    title: str
    citations: list[str]
    court: str
    date: str
    year: int | None
    case_number: str
    judges: list[str]
    bench_size: int | None
    documents: list[str]
    has_text: bool
    provisions: list[ProvisionLine]
    cites: list[CitationLine]
    cited_by: list[CitationLine]
    good_law: GoodLaw


@dataclass(frozen=True, slots=True)
class ProvisionCard:
    """A provision: its text and place, cross references out and in, and the cases that name it most."""

    id: str
    title: str
    act: str
    kind: str
    number: str
    heading: str
    text: str
    documents: list[str]
    refers_to: list[str]
    referred_to_by: list[str]
    amended_by: list[str]
    cited_by: int
    leading_cases: list[ProvisionLine]


def card(store: Store, node_id: str) -> CaseCard | ProvisionCard:
    """The card of a case or provision by its id. Raises `StoreError` where the graph has no such node."""
    nodes = store.nodes([node_id])
    if nodes and nodes[0].type == "Case":
        return _case_card(store, nodes[0])
    if nodes and nodes[0].type == "Provision":
        return _provision_card(store, nodes[0])
    raise StoreError(f"the graph has no case or provision {node_id}")


def _case_card(store: Store, node: Node) -> CaseCard:
    outgoing = store.expand([node.id], ["CITES"], "out")
    incoming = store.expand([node.id], ["CITES"], "in")
    others = {n.id: n for n in store.nodes([*(e.target for e in outgoing), *(e.source for e in incoming)])}
    warned = warnings(store, others)
    judges = store.nodes([e.target for e in store.expand([node.id], ["DECIDED_BY"], "out")])
    size = node.properties.get("bench_size")
    later = sorted(incoming, key=lambda e: age(others[e.source]))
    return CaseCard(
        id=node.id,
        title=labels.title(node),
        citations=labels.strings(node.properties.get("citations")),
        court=labels.text(node.properties.get("court")),
        date=labels.text(node.properties.get("date")),
        year=labels.year(node),
        case_number=labels.text(node.properties.get("case_number")),
        judges=[labels.title(judge) for judge in judges],
        bench_size=size if isinstance(size, int) else None,
        documents=labels.strings(node.properties.get("documents")),
        has_text=bool(node.properties.get("has_text")),
        provisions=_provision_lines(store, node),
        cites=[_line(e, others[e.target], warned) for e in sorted(outgoing, key=lambda e: age(others[e.target]))],
        cited_by=[_line(e, others[e.source], warned) for e in later],
        good_law=_good_law(status(later), others, warned),
    )


def _good_law(found: Status, others: Mapping[str, Node], warned: Mapping[str, str]) -> GoodLaw:
    return GoodLaw(found.word, [_line(edge, others[edge.source], warned) for edge in found.edges])


def _line(edge: Edge, other: Node, warned: Mapping[str, str]) -> CitationLine:
    return CitationLine(
        other.id,
        labels.title(other),
        labels.best_citation(other),
        citation_edges.treatment(edge),
        labels.text(edge.properties.get("by")) or "court",
        *labels.pinpoint(edge),
        labels.text(edge.properties.get("quote")),
        _confidence(edge),
        warned.get(other.id, ""),
    )


def _confidence(edge: Edge) -> int | None:
    found = edge.properties.get("confidence")
    return found if isinstance(found, int) and found else None


def _provision_lines(store: Store, node: Node) -> list[ProvisionLine]:
    edges = sorted(store.expand([node.id], ["CITES_PROVISION"], "out"), key=lambda e: (-count(e), e.target))
    return [_provision_line(e, e.target, labels.provision_title(e.target)) for e in edges]


def _provision_line(edge: Edge, other: str, title: str, warning: str = "") -> ProvisionLine:
    pages = labels.strings(edge.properties.get("pages"))
    return ProvisionLine(other, title, count(edge), citation_edges.paragraphs(edge), pages, warning)


def _provision_card(store: Store, node: Node) -> ProvisionCard:
    expand = store.expand
    citing = sorted(expand([node.id], ["CITES_PROVISION"], "in"), key=lambda e: (-count(e), e.source))
    cases = {n.id: n for n in store.nodes([e.source for e in citing[:LEADING_CASES]])}
    warned = warnings(store, cases)
    amending = store.nodes([e.source for e in expand([node.id], ["AMENDS"], "in")])
    return ProvisionCard(
        id=node.id,
        title=labels.title(node),
        act=act_title(labels.text(node.properties.get("act_id"))),
        kind=labels.text(node.properties.get("kind")),
        number=labels.text(node.properties.get("number")),
        heading=labels.text(node.properties.get("heading")),
        text=labels.text(node.properties.get("text")),
        documents=labels.strings(node.properties.get("documents")),
        refers_to=[e.target for e in expand([node.id], ["REFERS_TO"], "out")],
        referred_to_by=[e.source for e in expand([node.id], ["REFERS_TO"], "in")],
        amended_by=[labels.title(act) for act in amending],
        cited_by=len(citing),
        leading_cases=[
            _provision_line(e, e.source, labels.label(cases[e.source]), warned.get(e.source, ""))
            for e in citing[:LEADING_CASES]
        ],
    )

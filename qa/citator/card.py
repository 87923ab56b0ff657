"""Citator cards: all that the graph knows of one case or one provision, on a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extraction.provisions.acts import act_title
from kg.as_of import AsOf
from kg.edges import Amends, Cites, CitesProvision, CorrespondsTo, DecidedBy, RefersTo
from kg.nodes import Case, Provision, of_type
from kg.store import Store, StoreError
from qa.citator.in_force import Standing, standing_on
from qa.citator.replacement import replaced_by, replaces
from qa.citator.standing import Status, status, warnings
from qa.summaries.telling import Telling, telling
from qa.text import wording

LEADING_CASES = 10  # cases told on a card


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
class OffenceLine:
    """An offence under a provision, as the procedure code classifies it."""

    offence: str
    punishment: str
    cognizable: str
    bailable: str
    triable_by: str


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A sentence of a case that tells a part of it ("facts", "issue", "holding", "order"), verbatim, with its place."""

    part: str
    paragraph: str | None
    page: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class GoodLaw:
    """`word` is the gravest treatment by a later case, `by` the citations that say so."""

    word: str
    by: list[CitationLine]


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case: what it is, what it rests on and what became of it, as of a day if one is given. Dates are ISO."""

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
    summary: list[SummaryLine]
    provisions: list[ProvisionLine]
    cites: list[CitationLine]
    cited_by: list[CitationLine]
    good_law: GoodLaw
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class ProvisionCard:
    """A provision: its text and place, cross references out and in, and the cases that name it most.

    `replaced_by` and `replaces` are lines on what took its place, and whose place it took; `under_old` are the cases
    on the sections of the old code whose place it took, which were decided under these. As of a day, `in_force` says
    whether it was the law, and the text is that of the day where the graph has it.
    """

    id: str
    title: str
    act: str
    kind: str
    number: str
    heading: str
    text: str
    documents: list[str]
    offences: list[OffenceLine]
    refers_to: list[str]
    referred_to_by: list[str]
    amended_by: list[str]
    replaced_by: list[str]
    replaces: list[str]
    cited_by: int
    leading_cases: list[ProvisionLine]
    under_old: list[ProvisionLine]
    as_of: str = ""
    in_force: str = ""


def card(store: Store, node_id: str, as_of: str | None = None) -> CaseCard | ProvisionCard:
    """The card of a case or provision by its id, as of a day (ISO): later cases do not count.

    Raises `StoreError` where the graph has no such node, or no such case was decided by the day.
    """
    graph = AsOf(store, as_of) if as_of else store
    nodes = graph.nodes([node_id])
    if nodes and isinstance(nodes[0], Case):
        if isinstance(graph, AsOf) and (later := graph.later(nodes[0])):
            raise StoreError(later)
        return replace(_case_card(graph, nodes[0]), as_of=as_of or "")
    if nodes and isinstance(nodes[0], Provision):
        standing = standing_on(graph, nodes[0], as_of) if as_of else Standing(nodes[0], "")
        return replace(_provision_card(graph, standing.provision), as_of=as_of or "", in_force=standing.said)
    raise StoreError(f"the graph has no case or provision {node_id}")


def _case_card(store: Store, node: Case) -> CaseCard:
    outgoing = store.expand([node.id], [Cites], "out")
    incoming = store.expand([node.id], [Cites], "in")
    ids = [*(e.target for e in outgoing), *(e.source for e in incoming)]
    others = {n.id: n for n in of_type(Case, store.nodes(ids))}
    warned = warnings(store, others)
    judges = store.nodes([e.target for e in store.expand([node.id], [DecidedBy], "out")])
    later = sorted(incoming, key=lambda e: others[e.source].age)
    return CaseCard(
        id=node.id,
        title=wording.title(node),
        citations=list(node.citations),
        court=node.court or "",
        date=node.date or "",
        year=node.year,
        case_number=node.case_number or "",
        judges=[wording.title(judge) for judge in judges],
        bench_size=node.bench_size,
        documents=list(node.documents),
        has_text=node.has_text,
        summary=[_summary_line(told) for told in telling(store, node)],
        provisions=_provision_lines(store, node),
        cites=[_line(e, others[e.target], warned) for e in sorted(outgoing, key=lambda e: others[e.target].age)],
        cited_by=[_line(e, others[e.source], warned) for e in later],
        good_law=_good_law(status(later), others, warned),
    )


def _summary_line(told: Telling) -> SummaryLine:
    chunk = told.sentence.chunk
    paragraph, page = (next(iter(places), None) for places in (chunk.paragraphs, chunk.pages))
    return SummaryLine(told.part, paragraph, page, told.sentence.text)


def _good_law(found: Status, others: Mapping[str, Case], warned: Mapping[str, str]) -> GoodLaw:
    return GoodLaw(found.word, [_line(edge, others[edge.source], warned) for edge in found.edges])


def _line(edge: Cites, other: Case, warned: Mapping[str, str]) -> CitationLine:
    return CitationLine(
        other.id,
        wording.title(other),
        wording.best_citation(other),
        edge.effective,
        edge.by,
        *edge.pinpoint,
        edge.quote,
        edge.confidence or None,
        warned.get(other.id, ""),
    )


def _provision_lines(store: Store, node: Case) -> list[ProvisionLine]:
    edges = sorted(store.expand([node.id], [CitesProvision], "out"), key=lambda e: (-e.count, e.target))
    return [_provision_line(e, e.target, wording.provision_title(e.target)) for e in edges]


def _provision_line(edge: CitesProvision, other: str, title: str, warning: str = "") -> ProvisionLine:
    return ProvisionLine(other, title, edge.count, list(edge.paragraphs), list(edge.pages), warning)


def _provision_card(store: Store, node: Provision) -> ProvisionCard:
    expand = store.expand
    amending = store.nodes([e.source for e in expand([node.id], [Amends], "in")])
    olds = expand([node.id], [CorrespondsTo], "out")
    return ProvisionCard(
        id=node.id,
        title=wording.title(node),
        act=act_title(node.act_id),
        kind=node.kind,
        number=node.number,
        heading=node.heading or "",
        text=node.text or "",
        documents=list(node.documents),
        offences=[OffenceLine(*told) for told in node.classification],
        refers_to=[e.target for e in expand([node.id], [RefersTo], "out")],
        referred_to_by=[e.source for e in expand([node.id], [RefersTo], "in")],
        amended_by=[wording.title(act) for act in amending],
        replaced_by=replaced_by(store, node),
        replaces=[replaces(e) for e in olds],
        cited_by=len(expand([node.id], [CitesProvision], "in")),
        leading_cases=_leading_cases(store, [node.id]),
        under_old=_leading_cases(store, [e.target for e in olds]),
    )


def _leading_cases(store: Store, provisions: Sequence[str]) -> list[ProvisionLine]:
    """The cases that name any of the provisions most often."""
    citing = sorted(store.expand(provisions, [CitesProvision], "in"), key=lambda e: (-e.count, e.source))
    leading = list({e.source: e for e in reversed(citing)}.values())[::-1][:LEADING_CASES]
    cases = {n.id: n for n in store.nodes([e.source for e in leading])}
    warned = warnings(store, cases)
    return [_provision_line(e, e.source, wording.label(cases[e.source]), warned.get(e.source, "")) for e in leading]

"""The graph's own prose: sentences about edges and texts, each with the sources that carry it.

A case is named at the start of a sentence or after punctuation, so that its name can be told from what precedes it.
"""

from collections.abc import Iterable, Sequence

from extraction.text.spacing import one_line
from kg.edges import Cites, CitesProvision, Quoted, strongest
from kg.nodes import Node, Provision
from qa.evidence import Evidence
from qa.text import wording

QUOTED_AT_MOST = 3  # sentences quoted of one authority
PROVISION_TEXT_AT_MOST = 1500  # characters of a provision's text; longer ones are cut


def listing(evidence: Evidence, ids: Sequence[str], top: int) -> str:
    """The first `top` of the nodes by name, and how many more there are."""
    named = [wording.dated(node) for node in evidence.read(ids[:top])]
    more = len(ids) - len(named)
    return wording.join([*named, wording.plural(more, "other")] if more > 0 else named)


def treatment_sentence(evidence: Evidence, edge: Cites) -> None:
    """Say what the citing case did, with the sentence of the judgment where it is more than a citation."""
    citing, cited = evidence.nodes[edge.source], evidence.nodes[edge.target]
    source = evidence.cite_edge(edge)
    kind = edge.effective
    where = f"{wording.dated(citing)}{wording.pinpoint(edge)}"
    place = f"In {where},"
    if kind == "cited" and edge.by == "counsel":
        evidence.say(f"{place} {wording.dated(cited)} was relied on by counsel.", [source])
    elif not edge.is_own and kind != "cited":
        evidence.say(f"{place} {wording.dated(cited)} is recorded as {kind} elsewhere.", [source])
    else:
        evidence.say(f"{place} {wording.dated(cited)} was {kind}.", [source])


def quote_sentences(evidence: Evidence, edges: Iterable[Quoted]) -> None:
    """The judgments' own words on the first few edges."""
    for edge in list(edges)[:QUOTED_AT_MOST]:
        source = evidence.cite_edge(edge)
        if source:
            quote = one_line(edge.quote)
            evidence.say(f"{wording.title(evidence.nodes[edge.source])}{wording.pinpoint(edge)}: “{quote}”", [source])


def citing_cases(evidence: Evidence, subject: Node, edges: Sequence[Cites], top: int) -> None:
    """The list of cases that cite `subject`, then what those did that did more than cite."""
    ids = [edge.source for edge in edges]
    sources = [evidence.cite_edge(edge) for edge in edges[:top]]
    count = wording.plural(len(ids), "case")
    evidence.say(f"{wording.label(subject)} is cited by {count} in the graph: {listing(evidence, ids, top)}.", sources)
    for edge in strongest(edges)[:top]:
        treatment_sentence(evidence, edge)


def cited_cases(evidence: Evidence, subject: Node, edges: Sequence[Cites], top: int) -> None:
    """The list of cases that `subject` cites, then those it did more than cite."""
    ids = [edge.target for edge in edges]
    sources = [evidence.cite_edge(edge) for edge in edges[:top]]
    count = wording.plural(len(ids), "case")
    evidence.say(f"{wording.label(subject)} cites {count}: {listing(evidence, ids, top)}.", sources)
    for edge in strongest(edges)[:top]:
        treatment_sentence(evidence, edge)


def treated(evidence: Evidence, subject: Node, edges: Sequence[Cites], kind: str, incoming: bool, top: int) -> None:
    """ "X was overruled by three later cases: ..." or "X overruled three cases: ...", with the words that did it."""
    ids = [edge.source if incoming else edge.target for edge in edges]
    sources = [evidence.cite_edge(edge) for edge in edges[:top]]
    names = listing(evidence, ids, top)
    if not incoming:
        evidence.say(f"{wording.label(subject)} {kind} {wording.plural(len(ids), 'case')}: {names}.", sources)
    elif all(edge.is_own for edge in edges):
        count = wording.plural(len(ids), "later case")
        evidence.say(f"{wording.label(subject)} was {kind} by {count}: {names}.", sources)
    else:
        evidence.say(f"{wording.label(subject)} was {kind}, on the record of: {names}.", sources)
    quote_sentences(evidence, edges)


def provision_text(evidence: Evidence, node: Provision) -> None:
    """The provision's heading and its own words, cut where it is very long."""
    source = evidence.cite_provision(node)
    text = wording.tidy(node.text or "")
    heading = (node.heading or "").strip(" .")
    named = f"{wording.title(node)} ({heading})" if heading else wording.title(node)
    shown = text if len(text) <= PROVISION_TEXT_AT_MOST else text[:PROVISION_TEXT_AT_MOST].rsplit(" ", 1)[0] + " …"
    if source:
        evidence.say(f"{named} reads: “{shown}”", [source])
    else:
        evidence.say(f"The graph has no text of {named}.")


def cite_reference(evidence: Evidence, edge: CitesProvision) -> str:
    """The source that shows a case's reference to a provision: its sentence, else the first passage that names it."""
    return evidence.cite_edge(edge) or evidence.cite_mention(evidence.nodes[edge.source], edge.target)


def considering(evidence: Evidence, node: Provision, edges: Sequence[CitesProvision], top: int) -> None:
    """The cases that consider a provision, those that name it most first."""
    ranked = sorted(edges, key=lambda e: (-e.count, e.source))
    ids = [edge.source for edge in ranked]
    sources = [cite_reference(evidence, edge) for edge in ranked[:top]]
    verb = "refers" if len(ids) == 1 else "refer"
    count = wording.plural(len(ids), "case").capitalize()
    evidence.say(f"{count} in the graph {verb} to {wording.title(node)}: {listing(evidence, ids, top)}.", sources)

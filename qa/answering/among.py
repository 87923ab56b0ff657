"""Which of the cases named before were treated so by later ones, or treated others so."""

from qa import citation_edges, labels, prose
from qa.citation_edges import age
from qa.evidence import Evidence
from qa.query.question import Question


def suffered(question: Question, evidence: Evidence, top: int) -> None:
    """The cases of `among` that a later case treated as asked, or that so treated another, each with what did it."""
    evidence.take(question.among)
    ids = [node.id for node in question.among]
    edges = evidence.store.expand(ids, ["CITES"], question.side, {"treatment": list(question.treatments)})
    edges = [e for e in edges if citation_edges.treatment(e) in question.treatments]
    evidence.link(edges)
    incoming = question.side == "in"
    met = {edge.target if incoming else edge.source for edge in edges}
    asked = " or ".join(question.treatments)
    if not met:
        count = labels.plural(len(ids), "case")
        did = f"was {asked}" if incoming else f"{asked} another"
        evidence.say(f"Of the {count} named before, nothing in the graph shows that one {did}.")
        return
    for case in sorted((node for node in question.among if node.id in met), key=age):
        own = [e for e in edges if (e.target if incoming else e.source) == case.id]
        for kind in sorted({citation_edges.treatment(e) for e in own}, key=citation_edges.WEIGHT.index):
            prose.treated(evidence, case, [e for e in own if citation_edges.treatment(e) == kind], kind, incoming, top)
        evidence.answer_with([case.id])

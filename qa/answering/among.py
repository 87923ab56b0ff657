"""Which of the cases named before were treated so by later ones, or treated others so."""

from extraction.records import TREATMENTS
from kg.edges import Cites
from qa import prose
from qa.evidence import Evidence
from qa.query.question import Question
from qa.text import wording


def suffered(question: Question, evidence: Evidence, top: int) -> None:
    """The cases of `among` that a later case treated as asked, or that so treated another, each with what did it."""
    evidence.take(question.among)
    ids = [node.id for node in question.among]
    edges = evidence.store.expand(ids, [Cites], question.side, {"treatment": list(question.treatments)})
    edges = [e for e in edges if e.effective in question.treatments]
    evidence.link(edges)
    incoming = question.side == "in"
    met = {edge.target if incoming else edge.source for edge in edges}
    asked = " or ".join(question.treatments)
    if not met:
        count = wording.plural(len(ids), "case")
        did = f"was {asked}" if incoming else f"{asked} another"
        evidence.say(f"Of the {count} named before, nothing in the graph shows that one {did}.")
        return
    for case in sorted((node for node in question.among if node.id in met), key=lambda case: case.age):
        own = [e for e in edges if (e.target if incoming else e.source) == case.id]
        for kind in sorted({e.effective for e in own}, key=TREATMENTS.index):
            prose.treated(evidence, case, [e for e in own if e.effective == kind], kind, incoming, top)
        evidence.answer_with([case.id])

"""Who cites whom: the citations in and out of one case."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from kg.edges import Cites, FromDocument, Mentions
from kg.nodes import Case, Chunk, Node, of_type
from qa import prose
from qa.evidence import Evidence
from qa.query.question import Question, Side
from qa.text import wording
from qa.text.stems import stems
from qa.text.treatment_words import says

FEW = 8  # citing cases: fewer are all told, whatever passages say
PASSAGES_AT_MOST = 2000  # passages whose mentions are looked up: bounds the time of a broad question


def citations(evidence: Evidence, case: Case, side: Side) -> list[Cites]:
    """All citations of the case ("in") or by it ("out"), oldest first, taken in as evidence."""
    edges = evidence.store.expand([case.id], [Cites], side)
    evidence.take([case])
    evidence.link(edges)
    evidence.complete.add((case.id, side))
    return sorted(edges, key=lambda e: evidence.case(e.source if side == "in" else e.target).age)


def cited_by(question: Question, evidence: Evidence, top: int) -> None:
    """The later cases that cite the named one."""
    subject = question.subject()
    edges = citations(evidence, subject, "in")
    if not edges:
        evidence.say(f"{wording.label(subject)} is cited by no case in the graph.")
        return
    evidence.answer_with(e.source for e in edges)
    prose.citing_cases(evidence, subject, edges, top)


def cites(question: Question, evidence: Evidence, top: int) -> None:
    """The earlier cases that the named one cites, those on the question's topic where it has one."""
    subject = question.subject()
    edges = citations(evidence, subject, "out")
    if not edges:
        evidence.say(f"{wording.label(subject)} cites no case that the graph knows.")
        return
    edges = on_topic(evidence, subject, edges, question.topic)
    evidence.answer_with(e.target for e in edges)
    prose.cited_cases(evidence, subject, edges, top)


def on_topic(evidence: Evidence, case: Case, edges: Sequence[Cites], topic: Iterable[str]) -> list[Cites]:
    """The citations made in passages that share a word with the topic; all of them where few do."""
    wanted = stems(" ".join(topic))
    if not wanted or len(edges) < FEW:
        return list(edges)
    around = passages_on(evidence, case, [e.target for e in edges])
    shares = {e.target: wanted & stems(around[e.target] + " " + e.quote) for e in edges}
    most = max(len(share) for share in shares.values())
    if most < min(2, len(wanted)):
        return list(edges)
    return [e for e in edges if len(shares[e.target]) * 2 >= most]


def passages_on(evidence: Evidence, case: Node, cited: Sequence[str]) -> dict[str, str]:
    """The text of the passages of `case` in which each of the `cited` nodes is named."""
    chunks = [e.source for e in evidence.store.expand([case.id], [FromDocument], "in")]
    mentions = evidence.store.expand(chunks[:PASSAGES_AT_MOST], [Mentions], "out") if chunks else []
    wanted = [e for e in mentions if e.target in set(cited)]
    passages = of_type(Chunk, evidence.store.nodes([e.source for e in wanted]))
    texts = {passage.id: passage.text for passage in passages}
    found: dict[str, str] = defaultdict(str)
    for edge in wanted:
        found[edge.target] += " " + texts.get(edge.source, "")
    return found


def named_beside(evidence: Evidence, edge: Cites, kinds: Collection[str]) -> list[Cites]:
    """Other citations in the passages of the citing case that speak of the edge's target in a word of `kinds`."""
    chunks = [e.source for e in evidence.store.expand([edge.source], [FromDocument], "in")]
    naming = {e.source for e in evidence.store.expand([edge.target], [Mentions], "in")} & set(chunks)
    telling = [n.id for n in of_type(Chunk, evidence.store.nodes(sorted(naming))) if says(n.text, kinds)]
    beside = {e.target for e in evidence.store.expand(telling, [Mentions], "out")} - {edge.target}
    others = [e for e in evidence.store.expand([edge.source], [Cites], "out") if e.target in beside]
    evidence.link(others)
    return others

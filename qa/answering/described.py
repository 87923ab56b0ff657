"""A provision that a question means without naming it: what it says on the point, and what belongs beside that."""

from collections.abc import Sequence

from kg.as_of import AsOf
from kg.edges import CitesProvision
from kg.nodes import Provision
from qa import prose
from qa.answering.offences import say_offences
from qa.citator.replacement import sentence_on
from qa.evidence import Evidence
from qa.query.question import Question
from qa.retrieval.on_point import on_point
from qa.retrieval.passage_signals import asked
from qa.retrieval.provisions.meant import Meant
from qa.text import wording

NEAR_AT_MOST = 2  # near misses that are named: with the answer three
NEARLY = 0.15  # of the answer's chance: what is less likely is no near miss


def say_described(question: Question, evidence: Evidence, meant: Sequence[Meant]) -> None:
    """The first of the provisions meant: its words on the point, its offence, its leading case and what took its
    place; the others as near misses."""
    node = meant[0].provision
    evidence.take([node])
    _say_point(question, evidence, node)
    say_offences(evidence, node)
    _say_leading_case(evidence, node)
    after = sentence_on(evidence.store, node)
    if after and not isinstance(evidence.store, AsOf):
        evidence.say(f"{wording.title(node)}: {after}.")
    evidence.answer_with([node.id])
    near = [other.provision for other in meant[1:] if other.probability >= NEARLY * meant[0].probability]
    evidence.near += [other for other in near if other.id not in evidence.answers][:NEAR_AT_MOST]


def _say_point(question: Question, evidence: Evidence, node: Provision) -> None:
    """The sentence that answers, in the provision's own words."""
    pieces = on_point(node, question.text, asked(question.text, "meaning" not in evidence.without))
    heading = (node.heading or "").strip(" .")
    named = f"{wording.title(node)} ({heading})" if heading else wording.title(node)
    if not pieces:
        evidence.say(f"The graph has no text of {named}.")
        return
    sources = [evidence.cite_words(node, piece) for piece in pieces]
    evidence.say(f"{named}: “{' … '.join(wording.tidy(piece) for piece in pieces)}”", sources)


def _say_leading_case(evidence: Evidence, node: Provision) -> None:
    """The case that names the provision most often."""
    edges: list[CitesProvision] = evidence.store.expand([node.id], [CitesProvision], "in")
    if not edges:
        return
    leading = max(edges, key=lambda e: (e.count, e.source))
    evidence.link([leading])
    case = evidence.nodes[leading.source]
    source = prose.cite_reference(evidence, leading)
    evidence.say(f"Leading case on it: {wording.label(case)}{wording.pinpoint(leading)}.", [source])

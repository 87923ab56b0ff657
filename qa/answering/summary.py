"""What a case was about, in its own sentences, each from a paragraph; of a case without text, what others say of it."""

from collections.abc import Sequence

from extraction.records import PassageRole
from extraction.text.spacing import one_line
from kg.edges import Cites, CitesProvision, strongest
from kg.nodes import Case
from qa import prose
from qa.evidence import Evidence
from qa.query.question import Question
from qa.summaries.telling import USUAL, telling
from qa.text import wording

PROVISIONS_TOLD = 4  # that the case names most
AUTHORITIES_TOLD = 3  # of which it says more than that they exist


def summary(question: Question, evidence: Evidence, top: int) -> None:
    """What the named case was about, or the parts of it that are asked for."""
    say_summary(evidence, question.subject(), question.parts)


def say_summary(evidence: Evidence, subject: Case, parts: Sequence[PassageRole] = ()) -> None:
    """The sentences that tell best what a case was about, or these parts of it."""
    evidence.take([subject])
    evidence.answer_with([subject.id])
    told = _say_parts(evidence, subject, parts or USUAL) if subject.has_text else []
    for part in parts:
        if subject.has_text and part not in told:
            evidence.say(
                f"{wording.label(subject)}: none of its sentences tells the {wording.PARTS[part].lower()} plainly."
            )
    if not subject.has_text:
        _say_by_others(evidence, subject)
    elif not parts:
        _say_provisions(evidence, subject)
        _say_authorities(evidence, subject)


def _say_parts(evidence: Evidence, subject: Case, parts: Sequence[PassageRole]) -> list[PassageRole]:
    """Say the parts that the case tells, and give them back."""
    told = telling(evidence.store, subject, parts)
    for at, found in enumerate(told):
        sentence = found.sentence
        source = evidence.cite_passage(subject, sentence.chunk, sentence.text)
        where = f" (paragraph {sentence.chunk.paragraphs[0]})" if sentence.chunk.paragraphs else ""
        named = "" if at else f"{wording.dated(subject)}. "
        evidence.say(f"{named}{wording.PARTS[found.part]}{where}: “{one_line(sentence.text)}”", [source])
    return [found.part for found in told]


def _say_provisions(evidence: Evidence, subject: Case) -> None:
    edges = sorted(evidence.store.expand([subject.id], [CitesProvision], "out"), key=lambda e: (-e.count, e.target))
    if most := edges[:PROVISIONS_TOLD]:
        evidence.link(most)
        named = wording.join([wording.provision_title(edge.target) for edge in most])
        sources = [prose.cite_reference(evidence, edge) for edge in most]
        evidence.say(f"Provisions: {wording.label(subject)} turns most on {named}.", sources)


def _say_authorities(evidence: Evidence, subject: Case) -> None:
    edges = strongest(edge for edge in evidence.store.expand([subject.id], [Cites], "out") if edge.is_own)
    for edge in edges[:AUTHORITIES_TOLD]:
        evidence.link([edge])
        prose.treatment_sentence(evidence, edge)


def _say_by_others(evidence: Evidence, subject: Case) -> None:
    """What the cases that cite a case say as they do, the gravest treatment first."""
    edges = evidence.store.expand([subject.id], [Cites], "in")
    evidence.say(f"{wording.label(subject)}: the graph has no text of it and knows it only from cases that cite it.")
    told = [
        *strongest(edges),
        *sorted((e for e in edges if e.effective == "cited"), key=lambda e: (-e.count, e.source)),
    ]
    evidence.link(told[: prose.QUOTED_AT_MOST])
    prose.quote_sentences(evidence, told[: prose.QUOTED_AT_MOST])

"""Open questions, answered from paragraphs."""

from collections.abc import Iterable, Sequence

from kg.edges import Cites, CitesProvision, Mentions, strongest
from kg.nodes import Case, Chunk, Node
from kg.store import Hit
from qa import prose
from qa.citator.standing import disagreements, say_disagreements
from qa.evidence import Evidence
from qa.query.question import Question
from qa.retrieval.excerpt import excerpt
from qa.retrieval.passage_ranking import HITS, best_passages, subject_words
from qa.retrieval.passages import passages_of_cases
from qa.retrieval.provision_search import best_provision, fitting_provision
from qa.text import wording

SPELLED_OUT = 6  # passages quoted: about a screen


def open_question(question: Question, evidence: Evidence, top: int) -> None:
    """The paragraphs that answer best, case by case, after a provision that fits; refused where nothing does."""
    within = None
    if question.years:
        within = [n.id for n in evidence.store.find(Case, {"year": question.years, "has_text": True})]
    subject = subject_words(question.topic)
    hits = passages_of_cases(evidence, subject, HITS, within) if within is None or within else []
    provision = None if question.years else fitting_provision(question, evidence)
    if not hits and not provision:
        evidence.refusal = "Nothing in the graph speaks of this" + _corpus_end(question, evidence)
        return
    if provision:
        prose.provision_text(evidence, provision)
        evidence.answer_with([provision.id])
    chosen = best_passages(evidence, question.topic, hits, min(top, SPELLED_OUT))
    chosen += _contrary(evidence, chosen, hits)
    _say_passages(evidence, chosen)
    say_disagreements(evidence, [case.id for case, _ in chosen])


def _contrary(
    evidence: Evidence, chosen: Sequence[tuple[Case, Hit[Chunk]]], hits: Sequence[tuple[Case, Hit[Chunk]]]
) -> list[tuple[Case, Hit[Chunk]]]:
    """The best passages of cases that disagree with a chosen one on the same topic and were not chosen themselves."""
    ids = {case.id for case, _ in chosen}
    others = {case.id: (case, hit) for case, hit in reversed(hits) if case.id not in ids}
    apart = disagreements(evidence.store, ids, others)
    found = dict.fromkeys(i for edge in strongest(apart) for i in (edge.source, edge.target) if i in others)
    return [others[i] for i in found][: prose.QUOTED_AT_MOST]


def nearest(question: Question, evidence: Evidence, top: int) -> None:
    """The passages nearest to the words and the meaning of the whole question, of cases and provisions alike."""
    hits = {hit.home: hit for hit in reversed(evidence.search(question.text, min(top, SPELLED_OUT))) if hit.home}
    owners = evidence.read(reversed(hits))
    if not owners:
        evidence.refusal = "Nothing in the graph speaks of this."
    _say_passages(evidence, [(owner, hits[owner.id]) for owner in owners])


def about_case(question: Question, evidence: Evidence, top: int) -> None:
    """What the named case says on the topic of the question, from its own paragraphs; its opening without a topic.

    Of a case without text, what the cases that cite it say on the topic.
    """
    subject = question.subject()
    evidence.take([subject])
    sought = (" ".join(question.topic) or wording.title(subject), question.text)
    hits = next((hits for text in sought if (hits := evidence.search(text, top, [subject.id]))), [])
    evidence.link(evidence.store.expand([subject.id], [CitesProvision], "out"))
    if not hits and subject.has_text:
        evidence.say(f"{wording.label(subject)}: none of its paragraphs speaks of this.")
        return
    if not hits:
        evidence.say(
            f"{wording.label(subject)}: the graph has no text of it and knows it only from cases that cite it."
        )
        citing = [e.source for e in evidence.store.expand([subject.id], [Cites], "in")]
        topic = [*question.cases[0].text.split(), *question.topic]
        others = passages_of_cases(evidence, subject_words(topic), HITS, citing) if citing and question.topic else []
        _say_passages(evidence, best_passages(evidence, topic, others, prose.QUOTED_AT_MOST))
        return
    _say_passages(evidence, [(subject, hit) for hit in hits[: prose.QUOTED_AT_MOST]])
    evidence.answer_with([subject.id])


def _say_passages(evidence: Evidence, ranked: Iterable[tuple[Node, Hit[Chunk]]]) -> None:
    chosen = list(ranked)
    mentions = evidence.store.expand([hit.node.id for _, hit in chosen], [Mentions], "out") if chosen else []
    evidence.read(e.target for e in mentions)
    for case, hit in chosen:
        quoted = excerpt(evidence.store, hit.node)
        source = evidence.cite_passage(case, hit.node, quoted.quote)
        paragraphs = hit.node.paragraphs
        where = f", paragraph {paragraphs[0]}" if paragraphs else ""
        evidence.say(f"{wording.dated(case)}{where}: “{quoted.shown}”", [source])
    evidence.answer_with(case.id for case, _ in chosen)


def _corpus_end(question: Question, evidence: Evidence) -> str:
    years = [y for n in evidence.store.find(Case, {"has_text": True}) if (y := n.year)]
    if question.years and years:
        return f"; its judgments date from {min(years)} to {max(years)}, and none of the time asked about does."
    return "."


def provision_topic(question: Question, evidence: Evidence, top: int) -> None:
    """The provision whose words the question describes; refused where none does."""
    node = best_provision(question, evidence)
    if node is None:
        evidence.refusal = "No provision in the graph speaks of this."
        return
    prose.provision_text(evidence, node)
    evidence.answer_with([node.id])

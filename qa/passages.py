"""Open questions, answered from paragraphs."""

from collections.abc import Iterable, Sequence

from kg.store import Hit, Node
from qa import compose, labels
from qa.evidence import Evidence
from qa.question import Question
from qa.support import stems
from qa.topics import best_provision

CHUNKS = 60
ENOUGH = 0.6


def rank_cases(evidence: Evidence, topic: Sequence[str], within: Sequence[str] | None = None) -> list[tuple[Node, Hit]]:
    """Cases with a passage that has enough of the topic's words, best first, each with that passage."""
    wanted = stems(" ".join(topic))
    hits = evidence.store.keyword_search(" ".join(topic), CHUNKS, within=within) if wanted else []
    home = {e.source: e.target for e in evidence.store.expand([h.node.id for h in hits], ["FROM_DOCUMENT"], "out")}
    best: dict[str, Hit] = {}
    for hit in hits:
        owner = home.get(hit.node.id)
        if owner and owner not in best and covers(wanted, labels.text(hit.node.properties.get("text"))):
            best[owner] = hit
    nodes = {n.id: n for n in evidence.store.nodes(list(best)) if n.type == "Case"}
    return [(nodes[i], hit) for i, hit in best.items() if i in nodes]


def covers(wanted: set[str], text: str) -> bool:
    """Whether a passage has enough of the words: all where they are one or two, else three in five."""
    shared = len(wanted & stems(text))
    return shared >= (len(wanted) if len(wanted) <= 2 else ENOUGH * len(wanted))


def open_question(question: Question, evidence: Evidence, top: int) -> None:
    """The paragraphs nearest to the question, case by case; refused where none speaks of it."""
    within = None
    if question.years:
        within = [n.id for n in evidence.store.find("Case", {"year": question.years, "has_text": True})]
    ranked = rank_cases(evidence, question.topic, within) if within is None or within else []
    provision = best_provision(question, evidence)
    if not ranked and not provision:
        evidence.refusal = "Nothing in the graph speaks of this" + _corpus_end(question, evidence)
        return
    if provision and not question.years:
        compose.provision_text(evidence, provision)
        evidence.answer_with([provision.id])
    _say_passages(evidence, ranked[:top])


def about_case(question: Question, evidence: Evidence, top: int) -> None:
    """What the named case says on the topic of the question, from its own paragraphs; its opening without a topic."""
    subject = question.subject()
    evidence.take([subject])
    hits = evidence.store.keyword_search(" ".join(question.topic) or labels.title(subject), top, within=[subject.id])
    evidence.link(evidence.store.expand([subject.id], ["CITES_PROVISION"], "out"))
    if not hits:
        evidence.say(f"{labels.label(subject)}: the graph has no text of it and knows it only from cases that cite it.")
        return
    _say_passages(evidence, [(subject, hit) for hit in hits[: compose.QUOTED_AT_MOST]])
    evidence.answer_with([subject.id])


def _say_passages(evidence: Evidence, ranked: Iterable[tuple[Node, Hit]]) -> None:
    chosen = list(ranked)
    mentions = evidence.store.expand([hit.node.id for _, hit in chosen], ["MENTIONS"], "out") if chosen else []
    evidence.read(e.target for e in mentions)
    for case, hit in chosen:
        source = evidence.cite_passage(case, hit.node)
        paragraphs = labels.strings(hit.node.properties.get("paragraphs"))
        where = f", paragraph {paragraphs[0]}" if paragraphs else ""
        quote = labels.one_line(labels.text(hit.node.properties.get("text")))
        evidence.say(f"{compose.dated(case)}{where}: “{quote}”", [source])
    evidence.answer_with(case.id for case, _ in chosen)


def _corpus_end(question: Question, evidence: Evidence) -> str:
    years = [y for n in evidence.store.find("Case", {"has_text": True}) if (y := labels.year(n))]
    if question.years and years:
        return f"; its judgments date from {min(years)} to {max(years)}, and none of the time asked about does."
    return "."

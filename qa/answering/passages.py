"""Open questions, answered from provisions and from what judgments state."""

from collections.abc import Iterable, Sequence

from kg.edges import Cites, CitesProvision, Mentions, strongest
from kg.nodes import Case, Chunk, Node
from kg.store import Hit
from qa import prose
from qa.answering.described import say_described
from qa.answering.timely import years_of_judgments
from qa.citator.standing import disagreements, say_disagreements
from qa.evidence import Evidence
from qa.query.cues import PREMISE
from qa.query.question import Question
from qa.retrieval.absent_acts import absent_act
from qa.retrieval.excerpt import excerpt
from qa.retrieval.passage_ranking import Stated, stating, strongest_first, subject_words
from qa.retrieval.passages import pool
from qa.retrieval.provisions.meant import provisions_meant
from qa.text import wording

QUOTED = 5  # stretches of judgments: about a screen
BESIDE = 3  # beside a provision, which answers first
REPEATED = 3  # cases named that say the same
HOLDING = ("reasoning", "order")
FITTING = 0.4  # the least probability of a provision that answers an open question, which may want a judgment
DESCRIBED = 0.3  # of one that is asked for: alternatives stand beside it
ALONE = 0.5  # of one that is answer enough
SURE = 0.8  # of one that shows that no other act is concerned
FAINT = 0.04  # of one that is named where nothing answers
NEAREST = 3  # of those
NO_ADVICE = "This is the law on the point, not advice on what to do."


def open_question(question: Question, evidence: Evidence, top: int) -> None:
    """The provision that is meant, and what judgments state on the point; refused where neither is likely.

    A provision that is asked for and surely meant is answer enough.
    """
    within = None
    if question.years:
        within = [n.id for n in evidence.store.find(Case, {"year": question.years, "has_text": True})]
    absent = absent_act(question, evidence)
    likely = [] if question.years else provisions_meant(question, evidence)
    asked = question.intent == "provision_topic"
    meant = likely if likely and likely[0].probability >= (DESCRIBED if asked else FITTING) else []
    alone = asked and not absent and meant and meant[0].probability >= ALONE
    stated = [] if alone or within == [] else _stated(question, evidence, within)
    if not stated and not meant:
        evidence.refusal = _nothing(question, evidence, absent)
        if asked and not absent:
            evidence.near += [one.provision for one in likely[:NEAREST] if one.probability >= FAINT]
        return
    if PREMISE["advice"].search(question.text):
        evidence.say(NO_ADVICE)
    if absent and not (meant and meant[0].probability >= SURE):
        evidence.say(f"The graph has no text of the {absent.removeprefix('the ')}, which this seems to concern.")
    if meant:
        say_described(question, evidence, meant)
    chosen = stated[: min(top, BESIDE if meant else QUOTED)]
    chosen += _contrary(evidence, chosen, stated)
    _say_stated(evidence, strongest_first(evidence, chosen))
    say_disagreements(evidence, [s.stretch.case.id for s in chosen])


def _stated(question: Question, evidence: Evidence, within: Sequence[str] | None = None) -> list[Stated]:
    """What judgments state on the question."""
    found = pool(evidence, subject_words(question.topic), question.text, within)
    return stating(evidence, question.text, found)


def _contrary(evidence: Evidence, chosen: Sequence[Stated], stated: Sequence[Stated]) -> list[Stated]:
    """What cases state that disagree with a chosen one and were not chosen themselves."""
    ids = {s.stretch.case.id for s in chosen}
    others = {s.stretch.case.id: s for s in stated if s.stretch.case.id not in ids}
    apart = disagreements(evidence.store, ids, others)
    found = dict.fromkeys(i for edge in strongest(apart) for i in (edge.source, edge.target) if i in others)
    return [others[i] for i in found][: prose.QUOTED_AT_MOST]


def _nothing(question: Question, evidence: Evidence, absent: str | None) -> str:
    """Why nothing is said: what the graph does not have."""
    if absent:
        return f"The graph has no text of the {absent.removeprefix('the ')}, which this seems to concern."
    span = years_of_judgments(evidence) if question.years else None
    if span:
        return (
            "Nothing in the graph speaks of this; its judgments date from "
            f"{span[0]} to {span[1]}, and none of the time asked about does."
        )
    return "Nothing in the graph speaks of this."


def nearest(question: Question, evidence: Evidence, top: int) -> None:
    """The passages nearest to the words and the meaning of the whole question, of cases and provisions alike."""
    hits = {hit.home: hit for hit in reversed(evidence.search(question.text, min(top, QUOTED))) if hit.home}
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
        stated = _stated(question, evidence, citing) if citing and question.topic else []
        _say_stated(evidence, stated[: prose.QUOTED_AT_MOST])
        return
    _say_passages(evidence, [(subject, hit) for hit in _of_parts(question, hits)[: prose.QUOTED_AT_MOST]])
    evidence.answer_with([subject.id])


def _of_parts(question: Question, hits: Sequence[Hit[Chunk]]) -> Sequence[Hit[Chunk]]:
    """The passages that play the parts asked for, if any do; a court holds as it reasons and orders, too."""
    wanted = {*question.parts, *(HOLDING if "holding" in question.parts else ())}
    return [hit for hit in hits if hit.node.role in wanted] or hits


def _say_stated(evidence: Evidence, stated: Iterable[Stated]) -> None:
    """Each stretch in the court's own words, and which later cases say the same."""
    chosen = list(stated)
    _read_mentioned(evidence, [s.stretch.chunk for s in chosen])
    for one in chosen:
        case, chunk = one.stretch.case, one.stretch.chunk
        source = evidence.cite_passage(case, chunk, one.stretch.quote)
        said = f"{wording.dated(case)}{_where(chunk)}: “{one.stretch.shown}”"
        if one.repeated:
            evidence.take(one.repeated)
            said += f" Likewise: {prose.listing(evidence, [c.id for c in one.repeated], REPEATED)}."
        evidence.say(said, [source])
    evidence.answer_with(s.stretch.case.id for s in chosen)


def _say_passages(evidence: Evidence, ranked: Iterable[tuple[Node, Hit[Chunk]]]) -> None:
    chosen = list(ranked)
    _read_mentioned(evidence, [hit.node for _, hit in chosen])
    for case, hit in chosen:
        quoted = excerpt(evidence.store, hit.node)
        source = evidence.cite_passage(case, hit.node, quoted.quote)
        evidence.say(f"{wording.dated(case)}{_where(hit.node)}: “{quoted.shown}”", [source])
    evidence.answer_with(case.id for case, _ in chosen)


def _read_mentioned(evidence: Evidence, chunks: Sequence[Chunk]) -> None:
    """Take in what the passages name, so that it is known when they are quoted."""
    mentions = evidence.store.expand([chunk.id for chunk in chunks], [Mentions], "out") if chunks else []
    evidence.read(e.target for e in mentions)


def _where(chunk: Chunk) -> str:
    return f", paragraph {chunk.paragraphs[0]}" if chunk.paragraphs else ""

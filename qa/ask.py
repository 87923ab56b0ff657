"""From a question to a verified answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from kg.as_of import AsOf
from kg.edges import Edge
from kg.schema import properties
from kg.store import Store
from qa.answer import Answer, Claim, Dropped, Explanation, prose
from qa.answering import (
    among,
    chains,
    citing,
    known,
    offences,
    passages,
    premises,
    provisions,
    summary,
    timely,
    treatment,
)
from qa.answering.alternatives import answer_each
from qa.answering.query.answer import answer_query, composed
from qa.citator.standing import fallen, warning, warning_claims
from qa.evidence import Evidence, Signal, authority
from qa.explanation import explain, explain_query
from qa.models.interface import LanguageModel
from qa.models.prompt import REPLY_TOKENS, messages
from qa.query.question import NO_CONTEXT, Context, Question
from qa.query.record import Query, named
from qa.query.words import in_words
from qa.text import wording
from qa.understanding.alternatives import readings
from qa.understanding.understand import classify, understand
from qa.verification.verify import verified

Handler = Callable[[Question, Evidence, int], None]
HANDLERS: dict[str, Handler] = {
    "cites": citing.cites,
    "cited_by": citing.cited_by,
    "treatment": treatment.treatment,
    "good_law": treatment.good_law,
    "between": treatment.between,
    "path": chains.path,
    "comparison": chains.comparison,
    "filter": composed,
    "among": among.suffered,
    "provision_of_case": provisions.provisions_of_case,
    "cases_on_provision": provisions.cases_on_provision,
    "provision_text": provisions.provision_text,
    "provision_topic": passages.open_question,
    "refers_to": provisions.refers_to,
    "classification": offences.classification,
    "replacement": offences.replacement,
    "summary": summary.summary,
    "case": passages.about_case,
    "known_case": known.known_case,
    "open": passages.open_question,
    "facts": composed,
}
GRAPH = "graph"


def ask(
    store: Store,
    question: str,
    model: LanguageModel | None = None,
    top: int = 10,
    hear: Callable[[Claim], None] | None = None,
    context: Context = NO_CONTEXT,
    without: frozenset[Signal] = frozenset(),
    as_of: str | None = None,
) -> Answer:
    """Answer a question from the graph alone.

    Facts are found by traversal; `model`, if given, writes prose over them, of which only what the evidence bears
    out is kept. `top` limits how many authorities the text spells out, not the answer set. `hear` is called with each
    sentence of the answer as soon as it is verified; `context` has what the question takes from others before it.
    `without` switches signals off; without the graph the answer is the passages nearest to the question. `as_of` (ISO)
    is the day as of which it is answered: what was decided later does not count.
    Raises `QuestionError` for a question that is empty or too long, and `ModelError` when the model fails.
    """
    clock = _Clock()
    understood, evidence = gather(store, question, top, clock.lap, context, without, as_of)
    written = _Written(hear or _unheard)
    if evidence.refusal is None:
        _write(understood, evidence, model, written)
    clock.lap("write")
    explanation = explain(evidence.store, understood, evidence.edges.values(), written.dropped)
    evidence.about = understood.named_ids()
    return _finished(understood.text, evidence, written, explanation, clock)


def ask_query(
    store: Store,
    query: Query,
    top: int = 10,
    hear: Callable[[Claim], None] | None = None,
    as_of: str | None = None,
) -> Answer:
    """Answer a query, as `ask` answers a question; what it names are ids of the graph (`qa.query.linking`)."""
    clock = _Clock()
    evidence = Evidence(AsOf(store, as_of) if as_of else store)
    evidence.about = set(named(query))
    answer_query(query, evidence, top)
    clock.lap("retrieve")
    written = _Written(hear or _unheard)
    for claim in () if evidence.refusal else evidence.claims:
        written.say(claim)
    clock.lap("write")
    said = in_words(evidence.store, query)
    return _finished(said, evidence, written, explain_query(said, evidence.edges.values()), clock)


def _finished(said: str, evidence: Evidence, written: "_Written", explanation: Explanation, clock: "_Clock") -> Answer:
    """The answer with the warnings that belong to what it names."""
    found = fallen(evidence.store, evidence.nodes)
    for claim in () if evidence.refusal else warning_claims(evidence, written.claims, found):
        written.say(claim)
    warned = {case: warning(evidence.store, standing) for case, standing in found.items()}
    return Answer(
        question=said,
        answer=evidence.refusal or prose(written.claims),
        answers=[] if evidence.refusal else [replace(a, warning=warned.get(a.id, "")) for a in evidence.authorities()],
        claims=written.claims,
        sources=[replace(source, warning=warned.get(source.node, "")) for source in evidence.sources.values()],
        graph=_graph(evidence),
        refused=evidence.refusal is not None,
        reason=evidence.refusal,
        generator=written.generator,
        timings=clock.timings(),
        explanation=explanation,
        near=[authority(node) for node in dict.fromkeys(evidence.near)],
    )


def gather(
    store: Store,
    question: str,
    top: int = 10,
    lap: Callable[[str], None] = lambda _: None,
    context: Context = NO_CONTEXT,
    without: frozenset[Signal] = frozenset(),
    as_of: str | None = None,
) -> tuple[Question, Evidence]:
    """A question as it is understood, and all that the graph has on it; `lap` is called as each stage ends.

    Raises `QuestionError` for a question that is empty or too long.
    """
    understood = understand(store, question, context)
    evidence = Evidence(AsOf(store, as_of) if as_of else store, without=without)
    premises.settle(understood, evidence)
    classify(understood)
    lap("understand")
    answer = partial(_answer, evidence=evidence, top=top)
    if found := readings(understood):
        answer_each(found, evidence, answer)
    else:
        answer(understood)
    lap("retrieve")
    return understood, evidence


def _answer(question: Question, evidence: Evidence, top: int) -> None:
    """Gather the evidence for a question whose premises hold."""
    if "graph" in evidence.without:
        passages.nearest(question, evidence, top)
        return
    evidence.refusal = (
        timely.decided_later(question, evidence)
        or premises.false_premise(question, evidence)
        or premises.untimely(question, evidence)
    )
    if evidence.refusal is None:
        timely.say_the_day(question, evidence)
        HANDLERS[question.intent](question, evidence, top)
        if evidence.refusal and question.intent == "provision_topic" and question.asked != "provision":
            evidence.refusal = None
            passages.open_question(question, evidence, top)


def refused(question: str, reason: str) -> Answer:
    """The answer to a question that is not asked of the graph at all, for this reason."""
    explanation = Explanation("unclear", [], {}, [], [], [])
    graph: dict[str, list[dict[str, Any]]] = {"nodes": [], "edges": []}
    return Answer(question, reason, [], [], [], graph, True, reason, GRAPH, {"total": 0.0}, explanation)


@dataclass(slots=True)
class _Written:
    """What has been written of an answer so far: each claim is heard as it is said."""

    hear: Callable[[Claim], None]
    claims: list[Claim] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    generator: str = GRAPH

    def say(self, claim: Claim) -> None:
        """Add a claim that was not said before."""
        if all(claim.text != said.text for said in self.claims):
            self.claims.append(claim)
            self.hear(claim)


def _unheard(_: Claim) -> None:
    """Nobody listens."""


def _write(question: Question, evidence: Evidence, model: LanguageModel | None, written: _Written) -> None:
    """The graph's first sentence, then the model's that are verified; the graph's others where there are none."""
    for claim in evidence.claims[:1]:
        written.say(claim)
    if model and evidence.claims:
        draft = model.stream(messages(question.text, evidence), REPLY_TOKENS)
        for judged in verified(draft, evidence):
            if isinstance(judged, Dropped):
                written.dropped.append(judged)
            else:
                written.say(judged)
                written.generator = model.name
    if written.generator == GRAPH:
        for claim in evidence.claims[1:]:
            written.say(claim)


def _graph(evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    nodes = [{"id": n.id, "type": n.type, "title": wording.title(n)} for n in evidence.nodes.values()]
    edges = [{"type": e.type, "from": e.source, "to": e.target, **_known(e)} for e in evidence.edges.values()]
    return {"nodes": nodes, "edges": edges}


def _known(edge: Edge) -> dict[str, Any]:
    return dict(sorted(properties(edge).items()))


class _Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self._started = self._last = time.perf_counter()
        self._laps: dict[str, float] = {}

    def lap(self, stage: str) -> None:
        """End a stage."""
        now = time.perf_counter()
        self._laps[stage], self._last = round(now - self._last, 4), now

    def timings(self) -> dict[str, float]:
        """The stages and their total."""
        return {**self._laps, "total": round(time.perf_counter() - self._started, 4)}

"""From a question to a verified answer."""

import time
from collections.abc import Callable
from typing import Any

from kg.store import Store
from qa import chains, citing, filters, labels, passages, premises, statutes, topics, treatment
from qa.answer import Answer, Claim, Dropped, Entity, Explanation
from qa.evidence import Evidence
from qa.model import LanguageModel
from qa.prompt import REPLY_TOKENS, messages
from qa.question import Question
from qa.understand import classify, understand
from qa.verify import verify

Handler = Callable[[Question, Evidence, int], None]
HANDLERS: dict[str, Handler] = {
    "cites": citing.cites,
    "cited_by": citing.cited_by,
    "treatment": treatment.treatment,
    "good_law": treatment.good_law,
    "between": treatment.between,
    "path": chains.path,
    "comparison": chains.comparison,
    "filter": filters.filtered,
    "provision_of_case": statutes.provisions_of_case,
    "cases_on_provision": statutes.cases_on_provision,
    "provision_text": statutes.provision_text,
    "provision_topic": topics.provision_topic,
    "refers_to": statutes.refers_to,
    "case": passages.about_case,
    "open": passages.open_question,
}
GRAPH = "graph"


def ask(store: Store, question: str, model: LanguageModel | None = None, top: int = 10) -> Answer:
    """Answer a question from the graph alone.

    Facts are found by traversal; `model`, if given, writes prose over them, of which only what the evidence bears
    out is kept. `top` limits how many authorities the text spells out, not the answer set. Raises `QuestionError`
    for a question that is empty or too long, and `ModelError` when the model fails.
    """
    clock = _Clock()
    understood, evidence = gather(store, question, top, clock.lap)
    claims, dropped, generator = _written(understood, evidence, model, clock)
    return Answer(
        question=question,
        answer=evidence.refusal or prose(claims),
        answers=[] if evidence.refusal else evidence.authorities(),
        claims=claims,
        sources=list(evidence.sources.values()),
        graph=_graph(evidence),
        refused=evidence.refusal is not None,
        reason=evidence.refusal,
        generator=generator,
        timings=clock.timings(),
        explanation=_explanation(understood, evidence, dropped),
    )


def gather(
    store: Store, question: str, top: int = 10, lap: Callable[[str], None] = lambda _: None
) -> tuple[Question, Evidence]:
    """A question as it is understood, and all that the graph has on it; `lap` is called as each stage ends.

    Raises `QuestionError` for a question that is empty or too long.
    """
    understood = understand(store, question)
    evidence = Evidence(store)
    premises.settle(understood, evidence)
    classify(understood)
    lap("understand")
    evidence.refusal = premises.false_premise(understood, evidence) or premises.untimely(understood, evidence)
    if evidence.refusal is None:
        HANDLERS[understood.intent](understood, evidence, top)
    lap("retrieve")
    return understood, evidence


def prose(claims: list[Claim]) -> str:
    """The claims as text, a line each, with the numbers of their sources."""
    return "\n".join(c.text + (f" [{', '.join(c.sources)}]" if c.sources else "") for c in claims)


def _written(
    question: Question, evidence: Evidence, model: LanguageModel | None, clock: "_Clock"
) -> tuple[list[Claim], list[Dropped], str]:
    """The claims of the answer, what verification dropped, and who wrote it."""
    if evidence.refusal is not None:
        return [], [], GRAPH
    if model is None or not evidence.claims:
        return evidence.claims, [], GRAPH
    draft = model.write(messages(question.text, evidence), REPLY_TOKENS)
    clock.lap("write")
    verified = verify(draft, evidence)
    clock.lap("verify")
    if not verified.claims:
        return evidence.claims, verified.dropped, GRAPH
    return [evidence.claims[0], *verified.claims], verified.dropped, model.name


def _graph(evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    nodes = [{"id": n.id, "type": n.type, "title": labels.title(n)} for n in evidence.nodes.values()]
    edges = [{"type": e.type, "from": e.source, "to": e.target, **e.properties} for e in evidence.edges.values()]
    return {"nodes": nodes, "edges": edges}


def _explanation(question: Question, evidence: Evidence, dropped: list[Dropped]) -> Explanation:
    entities = [
        Entity("case", c.text, c.start, c.end, c.node.id if c.node else None, [n.id for n in c.candidates])
        for c in question.cases
    ]
    entities += [
        Entity("provision", p.text, p.start, p.end, p.ids[0] if len(p.ids) == 1 else None, p.ids)
        for p in question.provisions
    ]
    filters_set = {
        "judge": labels.join([labels.title(j) for j in question.judges]),
        "court": labels.join([labels.title(c) for c in question.courts]),
        "years": filters.years_said(question.years) if question.years else "",
        "bench size": str(question.bench_size or ""),
        "side": question.side,
        "treatment": labels.join(question.treatments),
        "asked": question.asked or "",
    }
    read = [f"{e.source} -{e.type}{_kind(e.properties.get('treatment'))}-> {e.target}" for e in evidence.edges.values()]
    return Explanation(
        question.intent, entities, {k: v for k, v in filters_set.items() if v}, question.topic, read, dropped
    )


def _kind(treated: object) -> str:
    return f" ({treated})" if treated else ""


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

"""How an answer came about, for those who ask."""

from collections.abc import Iterable

from kg.edges import Cites, Edge
from kg.store import Store
from qa.answer import Dropped, Entity, Explanation
from qa.query.question import Question
from qa.query.words import in_words
from qa.text import wording


def explain(store: Store, question: Question, edges: Iterable[Edge], dropped: list[Dropped]) -> Explanation:
    """What was understood, the edges read, and what verification dropped."""
    filters = _filters(question)
    if question.query is not None:
        filters["query"] = in_words(store, question.query)
    if question.unread:
        filters["not understood"] = "; ".join(question.unread)
    entities = [
        Entity("case", c.text, c.start, c.end, c.node.id if c.node else None, [n.id for n in c.candidates])
        for c in question.cases
    ]
    entities += [
        Entity("provision", p.text, p.start, p.end, p.ids[0] if len(p.ids) == 1 else None, p.ids)
        for p in question.provisions
    ]
    return Explanation(question.intent, entities, filters, question.topic, _read(edges), dropped)


def explain_query(said: str, edges: Iterable[Edge]) -> Explanation:
    """The query in words, and the edges read."""
    return Explanation("query", [], {"query": said}, [], _read(edges), [])


def _read(edges: Iterable[Edge]) -> list[str]:
    return [f"{e.source} -{e.type}{_kind(e)}-> {e.target}" for e in edges]


def _filters(question: Question) -> dict[str, str]:
    """The conditions that the question sets, those it does not set left out."""
    found = {
        "judge": wording.join([wording.title(j) for j in question.judges]),
        "court": wording.join([wording.title(c) for c in question.courts]),
        "years": wording.years_said(question.years) if question.years else "",
        "bench size": str(question.bench_size or ""),
        "side": question.side,
        "treatment": wording.join(question.treatments),
        "asked": question.asked or "",
        "among": wording.join([wording.label(node) for node in question.among]),
    }
    return {name: value for name, value in found.items() if value}


def _kind(edge: Edge) -> str:
    return f" ({edge.treatment})" if isinstance(edge, Cites) else ""

"""How an answer came about, for those who ask."""

from collections.abc import Iterable

from kg.store import Edge
from qa import labels
from qa.answer import Dropped, Entity, Explanation
from qa.query.question import Question


def explain(question: Question, edges: Iterable[Edge], dropped: list[Dropped]) -> Explanation:
    """What was understood, the edges read, and what verification dropped."""
    entities = [
        Entity("case", c.text, c.start, c.end, c.node.id if c.node else None, [n.id for n in c.candidates])
        for c in question.cases
    ]
    entities += [
        Entity("provision", p.text, p.start, p.end, p.ids[0] if len(p.ids) == 1 else None, p.ids)
        for p in question.provisions
    ]
    read = [f"{e.source} -{e.type}{_kind(e.properties.get('treatment'))}-> {e.target}" for e in edges]
    return Explanation(question.intent, entities, _filters(question), question.topic, read, dropped)


def _filters(question: Question) -> dict[str, str]:
    """The conditions that the question sets, those it does not set left out."""
    found = {
        "judge": labels.join([labels.title(j) for j in question.judges]),
        "court": labels.join([labels.title(c) for c in question.courts]),
        "years": labels.years_said(question.years) if question.years else "",
        "bench size": str(question.bench_size or ""),
        "side": question.side,
        "treatment": labels.join(question.treatments),
        "asked": question.asked or "",
        "among": labels.join([labels.label(node) for node in question.among]),
    }
    return {name: value for name, value in found.items() if value}


def _kind(treated: object) -> str:
    return f" ({treated})" if treated else ""

"""Cases by several conditions at once: judge, court, years, what they cite and which provisions they refer to."""

from collections.abc import Iterable, Sequence

from kg.edges import Cites, CitesProvision, DecidedBy, Edge, strongest
from kg.nodes import Case, of_type
from kg.store import Between, Condition
from qa import prose
from qa.evidence import Evidence
from qa.query.cues import CUES
from qa.query.question import Question, within
from qa.retrieval.passages import rank_cases
from qa.text import wording

PARTICIPLES = {
    "overruled": "overruling",
    "reversed": "reversing",
    "doubted": "doubting",
    "distinguished": "distinguishing",
    "affirmed": "affirming",
}


def filtered(question: Question, evidence: Evidence, top: int) -> None:
    """The cases that meet every condition of the question; by its topic words where no authority is named."""
    edges = _required_edges(question, evidence)
    ids = _meeting_all(edges, question)
    nodes = _of_court_and_years(question, evidence, ids)
    if not edges or not (question.cases or question.provisions or question.among):
        nodes = _on_topic(question, evidence, nodes)
    nodes = sorted((n for n in nodes if n.id not in question.named_ids()), key=lambda n: n.age)
    evidence.take(nodes)
    conditions = _conditions(question, _judges_of({n.id for n in nodes}, edges))
    if not nodes:
        evidence.say(f"The graph has no such case ({conditions}).")
        return
    chosen = {n.id for n in nodes}
    shown = [e for group in edges for e in group if e.source in chosen]
    evidence.link(shown)
    sources = [evidence.cite_edge(e) for e in shown if not isinstance(e, DecidedBy)][:top]
    count = wording.plural(len(nodes), "case").capitalize()
    listed = prose.listing(evidence, [n.id for n in nodes], top)
    evidence.say(f"{count} in the graph ({conditions}): {listed}.", sources)
    for edge in strongest(e for e in shown if isinstance(e, Cites))[:top]:
        prose.treatment_sentence(evidence, edge)
    evidence.answer_with(n.id for n in nodes)


def _required_edges(question: Question, evidence: Evidence) -> list[Sequence[Edge]]:
    """One group of edges for each named case, provision and judge: an answer must have an edge of every group."""
    expand = evidence.store.expand
    named = question.named_cases()
    evidence.take(named)
    citing = [expand([case.id], [Cites], "in") for case in named]
    if CUES["either"].search(question.masked):
        citing = [[edge for group in citing for edge in group]]
    if kinds := _treatments_asked(question):
        citing = [[e for e in group if e.effective in kinds] for group in citing]
    groups: list[Sequence[Edge]] = [*citing]
    groups += [expand(p.ids, [CitesProvision], "in") for p in question.provisions if p.ids]
    if question.judges:
        groups.append(expand([j.id for j in question.judges], [DecidedBy], "in"))
        evidence.take(question.judges)
    return groups


def _treatments_asked(question: Question) -> tuple[str, ...]:
    """The treatments that a case must have given a case named; none where any citation will do."""
    any_will_do = {"cited", "followed"} & set(question.treatments)
    one = len(question.named_cases()) == 1 or CUES["either"].search(question.masked)
    return question.treatments if one and not any_will_do else ()


def _meeting_all(groups: Iterable[Sequence[Edge]], question: Question) -> set[str] | None:
    """Cases with an edge in every group; None where there is no group to limit them."""
    sets = [{edge.source for edge in group} for group in groups]
    if question.among:
        sets.append({node.id for node in question.among})
    return set.intersection(*sets) - question.named_ids() if sets else None


def _of_court_and_years(question: Question, evidence: Evidence, ids: set[str] | None) -> list[Case]:
    where: dict[str, Condition] = {}
    if question.years:
        where["year"] = question.years
    if question.courts:
        where["court"] = [wording.title(court) for court in question.courts]
    if question.bench_size:
        where["bench_size"] = question.bench_size
    if ids is None:
        return evidence.store.find(Case, {**where, "has_text": True})
    nodes = of_type(Case, evidence.store.nodes(sorted(ids)))
    return [n for n in nodes if all(_meets(n, key, value) for key, value in where.items())]


def _meets(case: Case, key: str, condition: Condition) -> bool:
    value = getattr(case, key)
    if isinstance(condition, Between):
        return within(condition, value if isinstance(value, int) else None)
    return value in condition if isinstance(condition, list) else bool(value == condition)


def _on_topic(question: Question, evidence: Evidence, nodes: list[Case]) -> list[Case]:
    """The nodes whose passages speak of the topic; all of them where the question has no topic."""
    if not question.topic or not nodes:
        return nodes
    ranked = rank_cases(evidence, question.topic, within=[n.id for n in nodes])
    chosen = {case.id for case, _ in ranked}
    return [n for n in nodes if n.id in chosen]


def _judges_of(cases: set[str], groups: Iterable[Sequence[Edge]]) -> set[str]:
    """Ids of the judges who decided one of the cases."""
    return {e.target for group in groups for e in group if isinstance(e, DecidedBy) and e.source in cases}


def _conditions(question: Question, judges: set[str]) -> str:
    """The conditions in brackets' style: "citing A v. B; decided by C; of 1980".

    Of several judges whom a name may mean, those in `judges` are named; all of them where none is there.
    """
    parts = [f"among the {len(question.among)} named before"] if question.among else []
    done = " or ".join(PARTICIPLES[kind] for kind in _treatments_asked(question)) or "citing"
    parts += [f"{done} {wording.label(case)}" for case in question.named_cases()]
    parts += [f"referring to {wording.provision_title(p.ids[0])}" for p in question.provisions if p.ids]
    if question.judges:
        meant = [judge for judge in question.judges if judge.id in judges] or question.judges
        parts.append(f"decided by {' or '.join(wording.title(judge) for judge in meant)}")
    if question.courts:
        parts.append(f"of the {wording.title(question.courts[0])}")
    if question.years:
        parts.append(f"of {wording.years_said(question.years)}")
    if question.bench_size:
        parts.append(f"by a bench of {question.bench_size}")
    return "; ".join(parts)

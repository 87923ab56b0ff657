"""How two cases hang together: the chain of citations between them, and what they have in common."""

from kg.edges import Cites, CitesProvision
from kg.nodes import Case
from qa import prose
from qa.answering.citing import citations
from qa.citator.path import chain_between
from qa.evidence import Evidence
from qa.query.question import Question
from qa.text import wording


def path(question: Question, evidence: Evidence, top: int) -> None:
    """The chain between the first two cases that the question names."""
    first, second = question.named_cases()[:2]
    say_chain(evidence, first, second, top)


def say_chain(evidence: Evidence, first: Case, second: Case, top: int) -> None:
    """The shortest chain of citations from the later of two cases to the earlier."""
    chain = chain_between(evidence, first, second)
    if not chain:
        _common(evidence, first, second, top)
        return
    names = [wording.label(evidence.nodes[i]) for i in _stations(chain)]
    sources = [evidence.cite_edge(edge) for edge in chain]
    evidence.say(f"The citations run in {wording.plural(len(chain), 'step')}: {' → '.join(names)}.", sources)
    for edge in chain:
        prose.treatment_sentence(evidence, edge)
    prose.quote_sentences(evidence, chain)
    evidence.answer_with(_stations(chain))


def _stations(chain: list[Cites]) -> list[str]:
    return [chain[0].source, *(edge.target for edge in chain)]


def _common(evidence: Evidence, first: Case, second: Case, top: int) -> None:
    """Say that there is no chain, and which cases both cite or are cited with."""
    evidence.say(f"{wording.label(first)} and {wording.label(second)}: no chain of citations joins them in the graph.")
    shared = _shared_cases(evidence, first, second)
    if shared:
        evidence.say(f"Both cite: {prose.listing(evidence, shared, top)}.")
    evidence.answer_with([first.id, *shared, second.id])


def _shared_cases(evidence: Evidence, first: Case, second: Case) -> list[str]:
    cited = [{e.target: e for e in citations(evidence, case, "out")} for case in (first, second)]
    return [i for i in cited[0] if i in cited[1]]


def comparison(question: Question, evidence: Evidence, top: int) -> None:
    """The first two cases that the question names, side by side."""
    first, second = question.named_cases()[:2]
    say_comparison(evidence, first, second, top)


def say_comparison(evidence: Evidence, first: Case, second: Case, top: int) -> None:
    """Two cases side by side: when and by whom decided, their standing to each other, what both cite and apply."""
    evidence.take([first, second])
    for case in (first, second):
        _described(evidence, case)
    chain = chain_between(evidence, first, second)
    for edge in chain:
        prose.treatment_sentence(evidence, edge)
    prose.quote_sentences(evidence, chain)
    shared = _shared_cases(evidence, first, second)
    if shared:
        evidence.say(f"Both cite: {prose.listing(evidence, shared, top)}.")
    _provisions_compared(evidence, first, second, top)
    evidence.answer_with([first.id, second.id])


def _described(evidence: Evidence, case: Case) -> None:
    decided = wording.day(case.date or "") or str(case.year or "a date unknown to the graph")
    size = case.bench_size
    bench = f" by a bench of {size}" if size and size > 1 else ""
    incoming = citations(evidence, case, "in")
    evidence.say(
        f"{wording.label(case)} was decided on {decided}{bench}; {wording.plural(len(incoming), 'case')} in the graph "
        f"{'cites' if len(incoming) == 1 else 'cite'} it."
    )


def _provisions_compared(evidence: Evidence, first: Case, second: Case, top: int) -> None:
    applied = [evidence.store.expand([case.id], [CitesProvision], "out") for case in (first, second)]
    for edges in applied:
        evidence.link(edges)
    ids = [[e.target for e in edges] for edges in applied]
    both = [i for i in ids[0] if i in ids[1]]
    if both:
        evidence.say(f"Both refer to {prose.listing(evidence, both, top)}.")
    for case, own, other in ((first, ids[0], ids[1]), (second, ids[1], ids[0])):
        alone = [i for i in own if i not in other]
        if alone:
            evidence.say(f"Only {wording.title(case)} refers to {prose.listing(evidence, alone, top)}.")

"""What the graph records of a case or a provision: who wrote it, who sat, when, where, as what it is reported."""

from collections.abc import Iterator, Sequence

from kg.edges import DecidedBy, FromDocument, PartOf
from kg.nodes import Case, Chunk, Judge, Node, Provision, of_type
from qa import prose
from qa.answering.offences import say_offences
from qa.answering.summary import say_summary
from qa.answering.treatment import say_standing
from qa.evidence import Evidence
from qa.query.record import Fact
from qa.text import wording

ROLES = {"author": "who wrote", "concurring": "concurring", "dissenting": "dissenting", "member": ""}


def say_facts(evidence: Evidence, nodes: Sequence[Node], what: Sequence[Fact], top: int) -> None:
    """Say these facts of the first of the nodes."""
    evidence.take(nodes)
    evidence.answer_with(node.id for node in nodes)
    for node in nodes[:top]:
        for fact in what:
            if isinstance(node, Case):
                _of_case(evidence, node, fact, top)
            elif isinstance(node, Provision):
                _of_provision(evidence, node, fact)
    if len(nodes) > top:
        evidence.say(f"And {wording.plural(len(nodes) - top, 'other')}.")


def _of_case(evidence: Evidence, case: Case, fact: Fact, top: int) -> None:
    named = wording.label(case)
    match fact:
        case "author":
            _say_author(evidence, case)
        case "bench":
            _say_bench(evidence, case)
        case "bench size":
            _say_size(evidence, case)
        case "date":
            _say_date(evidence, case)
        case "court":
            _say(evidence, f"{named} was decided by the {case.court}", case.court, f"which court decided {named}")
        case "citations":
            known = "; ".join(case.citations)
            _say(evidence, f"{wording.title(case)} is reported as {known}", known, f"where {named} is reported")
        case "case number":
            number = case.case_number
            _say(evidence, f"{named} was filed as {number}", number, f"under which number {named} was filed")
        case "status":
            say_standing(evidence, case, top)
        case "result":
            say_summary(evidence, case, ["order"])
        case _:
            raise AssertionError(fact)


def _of_provision(evidence: Evidence, node: Provision, fact: Fact) -> None:
    named = wording.title(node)
    match fact:
        case "text":
            prose.provision_text(evidence, node)
        case "heading":
            _say(evidence, f"{named} is headed “{node.heading}”", node.heading, f"what {named} is headed")
        case "punishment":
            if node.punishment:
                say_offences(evidence, node)
            else:
                _say(evidence, "", None, f"a punishment under {named}")
        case "act":
            edges = evidence.store.expand([node.id], [PartOf], "out")
            evidence.link(edges)
            evidence.say(f"{named} is part of that act: {prose.listing(evidence, [e.target for e in edges], 1)}.")
        case _:
            raise AssertionError(fact)


def _say(evidence: Evidence, said: str, known: str | None, otherwise: str) -> None:
    """Say a fact where it is known, else that it is not."""
    evidence.say(f"{said}." if known else f"The graph does not record {otherwise}.")


def _say_author(evidence: Evidence, case: Case) -> None:
    named = wording.label(case)
    wrote = [judge.name for judge, role in _bench(evidence, case) if role == "author"]
    if not wrote:
        evidence.say(f"The graph does not record who wrote {named}.")
        return
    evidence.say(f"{named} was written by {wording.join(wrote)}.", [_naming(evidence, case, wrote[0])])


def _say_bench(evidence: Evidence, case: Case) -> None:
    named, sat = wording.label(case), list(_bench(evidence, case))
    if not sat:
        evidence.say(f"The graph does not record who sat in {named}.")
        return
    names = [f"{judge.name} ({ROLES[role]})" if ROLES[role] else judge.name for judge, role in sat]
    more = (case.bench_size or 0) - len(sat)
    unnamed = [f"{wording.plural(more, 'other')} whom the graph does not name"] if more > 0 else []
    sources = [_naming(evidence, case, judge.name) for judge, _ in sat]
    evidence.say(f"{named} was decided by {wording.join([*names, *unnamed])}.", list(dict.fromkeys(sources)))


def _say_size(evidence: Evidence, case: Case) -> None:
    named, sat = wording.label(case), [judge.name for judge, _ in _bench(evidence, case)]
    if case.bench_size:
        evidence.say(f"{named} was decided by a bench of {case.bench_size}.")
    elif sat:
        evidence.say(
            f"The graph does not record how many judges sat in {named}; it names {wording.join(sat)}.",
            [_naming(evidence, case, sat[0])],
        )
    else:
        evidence.say(f"The graph does not record how many judges sat in {named}.")


def _say_date(evidence: Evidence, case: Case) -> None:
    named = wording.label(case)
    if case.date:
        evidence.say(f"{named} was decided on {wording.day(case.date)}.", [_naming(evidence, case, case.date[:4])])
    else:
        _say(
            evidence,
            f"{named} is of {case.year}; the day is not known",
            str(case.year or ""),
            f"when {named} was decided",
        )


def _bench(evidence: Evidence, case: Case) -> Iterator[tuple[Judge, str]]:
    """The judges who sat, the author first, each with the role."""
    edges = evidence.store.expand([case.id], [DecidedBy], "out")
    evidence.link(edges)
    for role in ROLES:
        for edge in (edge for edge in edges if edge.role == role):
            for judge in of_type(Judge, [evidence.nodes[edge.target]]):
                yield judge, role


def _naming(evidence: Evidence, case: Case, name: str) -> str:
    """The source that is the first passage of a case with the last word of a name; "" where none has it."""
    word = name.split()[-1].lower()
    ids = [edge.source for edge in evidence.store.expand([case.id], [FromDocument], "in")]
    passages = sorted(of_type(Chunk, evidence.store.nodes(ids)), key=lambda chunk: chunk.ordinal)
    found = next((chunk for chunk in passages if word in chunk.text.lower()), None)
    return evidence.cite_passage(case, found) if found else ""

"""Provisions: their text, their cross references, the cases on them and the provisions of a case."""

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.as_of import AsOf
from kg.edges import CitesProvision, E, RefersTo
from kg.nodes import Provision, of_type
from qa import prose
from qa.citator.replacement import sentence_on
from qa.evidence import Evidence
from qa.query.question import Question
from qa.text import wording
from qa.text.stems import stems

FRACTION_OF_MOST = 0.25  # of the namings of the provision named most
FRACTION_FOR_ONE = 0.6  # where the question asks for one provision, only its near equals
FRACTION_ON_TOPIC = 0.15  # where its heading has a word of the topic, fewer are enough
KINDS = ("article", "section", "order", "rule", "schedule")
ONE = re.compile(r"\b(?:article|section|provision|rule|power|jurisdiction|guarantee)\b", re.IGNORECASE)
LEADING_CASES = 5  # cases told under a provision
FEW_EQUALS = 2  # provisions named equally often: of more, those of the opening paragraph are the matter


def provision_text(question: Question, evidence: Evidence, top: int) -> None:
    """The text of each provision named, and the cases that turn on it most."""
    for node in named_provisions(question, evidence):
        prose.provision_text(evidence, node)
        after = sentence_on(evidence.store, node)
        if after and not isinstance(evidence.store, AsOf):
            evidence.say(f"{wording.title(node)}: {after}.")
        edges = leading_cases(evidence, node)
        if edges:
            prose.considering(evidence, node, edges, LEADING_CASES)
        elif question.asked == "case":
            evidence.say(f"No case in the graph refers to {wording.title(node)}.")
        evidence.answer_with([node.id, *(e.source for e in edges if question.asked == "case")])


def named_provisions(question: Question, evidence: Evidence) -> list[Provision]:
    """The provisions that the question names and the graph has."""
    return of_type(Provision, evidence.read(i for p in question.provisions for i in p.ids))


def leading_cases(evidence: Evidence, node: Provision) -> list[CitesProvision]:
    """Citations of a provision, those of the cases that name it most often first."""
    edges = evidence.store.expand([node.id], [CitesProvision], "in")
    evidence.link(edges)
    return sorted(edges, key=lambda e: (-e.count, e.source))


def cases_on_provision(question: Question, evidence: Evidence, top: int) -> None:
    """All cases that refer to the provisions named."""
    for node in named_provisions(question, evidence):
        edges = leading_cases(evidence, node)
        if edges:
            prose.considering(evidence, node, edges, top)
            prose.quote_sentences(evidence, edges)
            evidence.answer_with(e.source for e in edges)
        else:
            evidence.say(f"No case in the graph refers to {wording.title(node)}.")


def refers_to(question: Question, evidence: Evidence, top: int) -> None:
    """The provisions that the named one refers to, or that refer to it where the question asks so."""
    named = named_provisions(question, evidence)
    for node in named:
        edges = _of_kind(evidence.store.expand([node.id], [RefersTo], question.side), question.masked)
        evidence.link(edges)
        ends = [e.source if question.side == "in" else e.target for e in edges]
        if question.side == "in":
            sources = [evidence.cite_edge(edge) for edge in edges[:top]]
            said = f"{wording.title(node)} is referred to in {prose.listing(evidence, ends, len(ends))}."
        else:
            sources = [evidence.cite_provision(node)]
            said = f"{wording.title(node)} refers to {prose.listing(evidence, ends, len(ends))}."
        if ends:
            evidence.say(said, sources)
            evidence.answer_with(i for i in ends if i != node.id)
        else:
            evidence.say(f"The text of {wording.title(node)} names no other provision that the graph knows.")


def provisions_of_case(question: Question, evidence: Evidence, top: int) -> None:
    """The provisions that the named case turns on: those it names most, of the acts asked for."""
    subject = question.subject()
    evidence.take([subject])
    edges = evidence.store.expand([subject.id], [CitesProvision], "out")
    evidence.link(edges)
    wanted = asked_for(edges, question)
    applied = of_type(Provision, evidence.read(e.target for e in wanted))
    headings = {provision.id: provision.heading or "" for provision in applied}
    share = FRACTION_FOR_ONE if ONE.search(question.masked) else FRACTION_OF_MOST
    chosen = chief(wanted, headings, question.topic, share)
    if share == FRACTION_FOR_ONE and len(chosen) > FEW_EQUALS:
        chosen = _opening(chosen)
    ranked = sorted(chosen, key=lambda e: (-e.count, e.target))
    if not ranked:
        evidence.say(f"{wording.label(subject)} refers to no provision that the graph knows.")
        return
    ids = [edge.target for edge in ranked]
    sources = [prose.cite_reference(evidence, edge) for edge in ranked[:top]]
    evidence.say(f"{wording.label(subject)} turns on {prose.listing(evidence, ids, max(top, len(ids)))}.", sources)
    prose.quote_sentences(evidence, ranked)
    evidence.answer_with(ids)


def _opening(edges: Sequence[CitesProvision]) -> list[CitesProvision]:
    """Of provisions named equally often, those of the first paragraph that names one: under which the matter came."""
    first = [edge.pinpoint[0] for edge in edges]
    numbered = [int(place) for place in first if place and place.isdigit()]
    return (
        [e for e, place in zip(edges, first, strict=True) if place == str(min(numbered))] if numbered else list(edges)
    )


def asked_for(edges: Iterable[CitesProvision], question: Question) -> list[CitesProvision]:
    """The citations of provisions of the acts and kinds that the question names; all where it names none."""
    every = list(edges)
    of_acts = [e for e in every if e.target.partition("/")[0] in question.acts]
    if of_acts:
        return of_acts
    return _of_kind(every, question.masked)


def _of_kind(edges: Sequence[E], words: str) -> list[E]:
    """The citations of provisions of the kinds that the words name; all where there is none of those."""
    kinds = [kind for kind in KINDS if kind in words.lower()]
    of_kind = [e for e in edges if any(k in e.target.partition("/")[2] for k in kinds)]
    return of_kind or list(edges)


def chief(
    edges: Sequence[CitesProvision], headings: Mapping[str, str], topic: Iterable[str], share: float = FRACTION_OF_MOST
) -> list[CitesProvision]:
    """The citations that carry weight: named at least `share` as often as the one named most.

    Of those whose heading has a word of the topic, fewer namings are enough. `headings` are by provision.
    """
    if not edges:
        return []
    wanted = stems(" ".join(topic))
    most = max(e.count for e in edges)
    return [
        e
        for e in edges
        if e.count >= share * most
        or (e.count >= FRACTION_ON_TOPIC * most and wanted & stems(headings.get(e.target, "")))
    ]

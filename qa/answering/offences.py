"""Facts of an offence, as the procedure code's schedule has them; and which section took the place of which."""

import re
from collections.abc import Sequence
from datetime import date

from kg.as_of import AsOf
from kg.edges import CorrespondsTo, RefersTo
from kg.nodes import Provision, of_type
from qa.answering.provisions import named_provisions, provision_text
from qa.citator.in_force import standing_on
from qa.citator.replacement import replaces, sentence_on
from qa.evidence import Evidence
from qa.query.cues import CUES
from qa.query.question import Question
from qa.text import wording

_CLAUSE = re.compile(r"^(?:\(\w+\))+")


def classification(question: Question, evidence: Evidence, top: int) -> None:
    """How the offences under the provisions named are punished, whether they are bailable and cognizable, and where
    they are tried. The text where only the punishment is asked and no schedule is there; else a refusal."""
    nodes = named_provisions(question, evidence)
    if any(node.classification for node in nodes):
        for node in nodes:
            _classified(question, evidence, node)
        return
    if not CUES["classified"].search(question.masked) and any(node.text for node in nodes):
        provision_text(question, evidence, top)
        return
    evidence.refusal = " ".join(_unclassified(evidence, node) for node in nodes)


def _classified(question: Question, evidence: Evidence, node: Provision) -> None:
    """A sentence for each offence under a provision, or under the clause of it that the question names."""
    if not node.classification:
        evidence.say(_unclassified(evidence, node))
        return
    say_offences(evidence, node, [p.text for p in question.provisions if node.id in p.ids])
    evidence.answer_with([node.id])


def say_offences(evidence: Evidence, node: Provision, said: Sequence[str] = ()) -> None:
    """The offences under a provision as the schedule has them: those of the clauses `said`, where it has such."""
    of_clause = [told for told in node.classification if any(_is_of(told[0], text) for text in said)]
    for offence, punishment, cognizable, bailable, court in of_clause or node.classification:
        facts = f"punishment: {punishment}; {cognizable.lower()}; {bailable.lower()}; triable by {court}"
        evidence.say(f"{wording.title(node)}, {offence}: {facts}.", _row(evidence, node, [offence, punishment]))


def _is_of(offence: str, text: str) -> bool:
    clause = _CLAUSE.match(offence)
    return clause is not None and clause.group() in re.sub(r"\s", "", text)


def _row(evidence: Evidence, node: Provision, cells: Sequence[str]) -> list[str]:
    """The source that is the schedule's row on an offence."""
    referring = [e.source for e in evidence.store.expand([node.id], [RefersTo], "in") if "/schedule-" in e.source]
    wanted = [_CLAUSE.sub("", cell).strip() for cell in cells]
    for schedule in of_type(Provision, evidence.read(referring)):
        for line in (schedule.text or "").split("\n"):
            if all(cell in line for cell in wanted):
                return [evidence.cite_words(schedule, line)]
    return []


def _unclassified(evidence: Evidence, node: Provision) -> str:
    after = sentence_on(evidence.store, node)
    new = f"; {after}" if after else ""
    return f"The graph has no schedule that classifies offences under {wording.title(node)}{new}."


def replacement(question: Question, evidence: Evidence, top: int) -> None:
    """What took the place of the provisions named, or whose place they took."""
    refusals = []
    for node in named_provisions(question, evidence):
        standing = bool(CUES["in_force"].search(question.masked))
        if standing and not isinstance(evidence.store, AsOf):
            evidence.say(standing_on(evidence.store, node, date.today().isoformat()).said)
        edges = evidence.store.expand([node.id], [CorrespondsTo], "both")
        evidence.link(edges)
        after, before = sentence_on(evidence.store, node), [replaces(e) for e in edges if e.source == node.id]
        ends = [e.source if e.target == node.id else e.target for e in edges]
        sources = [evidence.cite_provision(end) for end in evidence.read(ends)]
        if after and not standing:
            evidence.say(f"{wording.title(node)}: {after}.", sources)
        if before:
            evidence.say(f"{wording.title(node)} took the place of {'; '.join(before)}.", sources)
        if standing and not after and not before:
            provision_text(question, evidence, top)
        elif not after and not before:
            refusals.append(f"The graph does not know what took the place of {wording.title(node)}, nor whose it took.")
        evidence.answer_with(ends)
    evidence.refusal = " ".join(refusals) if refusals and not evidence.claims else None

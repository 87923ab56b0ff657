"""A name that several cases bear: the question is answered of each, none being guessed."""

from collections.abc import Callable
from dataclasses import replace

from qa import citation_edges, labels
from qa.evidence import Evidence
from qa.understanding.question import Question
from qa.understanding.understand import classify

MOST = 4
LISTED = frozenset({"cited_by", "treatment", "good_law", "cites", "filter"})


def readings(question: Question) -> list[Question]:
    """The question once for each case that its one open name may mean, where few do and each can be answered apart."""
    open_names = [case for case in question.cases if case.node is None]
    if len(open_names) != 1 or not 1 < len(open_names[0].candidates) <= MOST:
        return []
    found = []
    for node in open_names[0].candidates:
        cases = [replace(case, node=node) if case is open_names[0] else case for case in question.cases]
        found.append(replace(question, cases=cases))
        classify(found[-1])
    return found if all(reading.intent in LISTED for reading in found) else []


def answer_each(found: list[Question], evidence: Evidence, answer: Callable[[Question], None]) -> None:
    """Answer every reading in turn; refused only where each of them is."""
    opened = next(case for case in found[0].cases if len(case.candidates) > 1)
    cases = labels.join([citation_edges.dated(node) for node in opened.candidates])
    refusals = []
    said = f"“{opened.text}” may be any of {labels.plural(len(found), 'case')}, answered here one by one"
    evidence.say(f"{said}: {cases}.")
    for reading in found:
        answer(reading)
        if evidence.refusal:
            refusals.append(evidence.refusal)
        evidence.refusal = None
    if len(refusals) == len(found):
        evidence.refusal = " ".join(refusals)
        return
    for reason in refusals:
        evidence.say(reason)

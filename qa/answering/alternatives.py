"""A question that can be read in several ways, answered in each of them."""

from collections.abc import Callable

from qa.evidence import Evidence
from qa.query.question import Question
from qa.text import wording


def answer_each(found: list[Question], evidence: Evidence, answer: Callable[[Question], None]) -> None:
    """Answer every reading in turn; refused only where each of them is."""
    opened = next(case for case in found[0].cases if len(case.candidates) > 1)
    cases = wording.join([wording.dated(node) for node in opened.candidates])
    refusals = []
    said = f"“{opened.text}” may be any of {wording.plural(len(found), 'case')}, answered here one by one"
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

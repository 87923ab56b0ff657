"""A name that several cases bear: the question read once for each, none being guessed."""

from dataclasses import replace

from qa.query.question import Question
from qa.understanding.understand import classify

MOST = 4  # meanings of a name that are answered side by side; of more the user is asked
LISTED = frozenset({"cited_by", "treatment", "good_law", "cites", "filter", "facts"})


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

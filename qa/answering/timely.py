"""An answer as of a day: which law was then in force, and that later cases do not count."""

from kg.as_of import AsOf
from kg.nodes import Case
from qa.answering.provisions import named_provisions
from qa.citator.in_force import standing_on
from qa.evidence import Evidence
from qa.query.question import Question
from qa.text import wording


def decided_later(question: Question, evidence: Evidence) -> str | None:
    """Why a question as of a day cannot be answered: a case that it names was decided after it."""
    graph = evidence.store
    if not isinstance(graph, AsOf):
        return None
    return next((f"{later}." for case in question.named_cases() if (later := graph.later(case))), None)


def say_the_day(question: Question, evidence: Evidence) -> None:
    """Say as of which day the answer is, and whether the provisions named were then the law; their words are that
    day's from here on."""
    graph = evidence.store
    if not isinstance(graph, AsOf):
        return
    for node in named_provisions(question, evidence):
        standing = standing_on(graph, node, graph.day)
        evidence.nodes[node.id] = standing.provision
        evidence.say(standing.said)
    if not question.provisions:
        evidence.say(f"As of {wording.day(graph.day)}, counting only what was decided by then:")


def later_than_all(question: Question, evidence: Evidence) -> str | None:
    """Why a question of years after all judgments of the graph cannot be answered."""
    if question.years is None or not question.years.low:
        return None
    span = years_of_judgments(evidence)
    if span is None or int(question.years.low) <= span[1]:
        return None
    return f"The graph's judgments date from {span[0]} to {span[1]}, and none of the time asked about."


def years_of_judgments(evidence: Evidence) -> tuple[int, int] | None:
    """The first and the last year of the judgments whose text the graph has."""
    years = [year for case in evidence.store.find(Case, {"has_text": True}) if (year := case.year)]
    return (min(years), max(years)) if years else None

"""The cases that a question describes, by what they decided, what happened in them or what they are known for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.evidence import Evidence
from qa.query.known import told
from qa.query.question import Question
from qa.retrieval.cases.signals import SIGNALS, Found, candidates
from qa.retrieval.choice import trained

ALIKE = 0.8  # of the best one's chance: of cases so near the earliest laid it down


@dataclass(frozen=True, slots=True)
class Known:
    """A case, and how probably it is meant."""

    found: Found
    probability: float


def known_cases(question: Question, evidence: Evidence, most: int = 5) -> list[Known]:
    """The cases that the question may describe without naming them, the likeliest first, of those alike the earliest.

    What their probabilities lack of one is that of none of them being meant.
    """
    found, signals = candidates(question, evidence, told(question.text))
    chances = trained("cases.toml", "vectors", SIGNALS).probabilities(signals).tolist()
    known = [Known(one, chance) for one, chance in zip(found, chances, strict=True)]
    ranked = sorted(known, key=lambda one: (-one.probability, one.found.case.id))
    return _earliest_first(ranked[:most])


def _earliest_first(ranked: Sequence[Known]) -> list[Known]:
    """The earliest of those that are as likely as the first takes its place and its chance."""
    if not ranked:
        return []
    alike = [one for one in ranked if one.probability >= ALIKE * ranked[0].probability]
    first = min(alike, key=lambda one: one.found.case.age)
    rest = [one for one in ranked if one is not first]
    return [replace(first, probability=ranked[0].probability), *rest]

"""The provisions that a question describes without naming them."""

import math
from dataclasses import dataclass, replace

from kg.nodes import Provision
from qa.evidence import Evidence
from qa.query.question import Question
from qa.retrieval.choice import trained
from qa.retrieval.provisions.asked import packaged
from qa.retrieval.provisions.signals import SIGNALS, candidates, knowledge

USUAL = 0.6  # of the questions that the signals were weighed on have a provision that answers
TRUST = 1.0  # in what the question seems to want, beside what the signals say: both rest on its words


@dataclass(frozen=True, slots=True)
class Meant:
    """A provision that a question may mean, and how probably."""

    provision: Provision
    probability: float


def provisions_meant(question: Question, evidence: Evidence, most: int = 5) -> list[Meant]:
    """The provisions, of the acts asked for, that the question may mean without naming them, likeliest first.

    What their probabilities lack of one is that of none of them being meant.
    """
    nodes, signals = candidates(question, evidence, packaged())
    choice = trained("provisions.toml", knowledge(evidence), SIGNALS)
    chances = replace(choice, none=choice.none + _unwanted(question)).probabilities(signals)
    ranked = sorted(zip(nodes, chances.tolist(), strict=True), key=lambda found: (-found[1], found[0].id))
    return [Meant(node, chance) for node, chance in ranked[:most]]


def _unwanted(question: Question) -> float:
    """What no provision is worth more (less: negative) than usual, by how probably the question wants one."""
    if not question.wants:
        return 0.0
    wanted = min(max(question.wants["provision"], 0.02), 0.98)
    return TRUST * (_logit(USUAL) - _logit(wanted))


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))

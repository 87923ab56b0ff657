"""The provisions that a question describes without naming them."""

from dataclasses import dataclass

from kg.nodes import Provision
from qa.evidence import Evidence
from qa.query.question import Question
from qa.retrieval.choice import trained
from qa.retrieval.provisions.asked import packaged
from qa.retrieval.provisions.signals import SIGNALS, candidates, knowledge


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
    chances = choice.probabilities(signals)
    ranked = sorted(zip(nodes, chances.tolist(), strict=True), key=lambda found: (-found[1], found[0].id))
    return [Meant(node, chance) for node, chance in ranked[:most]]

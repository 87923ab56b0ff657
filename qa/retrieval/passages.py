"""Passages and cases that fit what was asked."""

from collections.abc import Sequence

from kg.nodes import Case, Chunk
from kg.store import Hit
from qa.evidence import Evidence
from qa.text.stems import stems

CHUNKS = 60  # passages looked at


ENOUGH = 0.6  # of the topic's words, where these are more than two


def rank_cases(
    evidence: Evidence, topic: Sequence[str], within: Sequence[str] | None = None
) -> list[tuple[Case, Hit[Chunk]]]:
    """Cases with a passage that has enough of the topic's words, best first, each with that passage."""
    best: dict[str, tuple[Case, Hit[Chunk]]] = {}
    for case, hit in passages_of_cases(evidence, topic, CHUNKS, within):
        best.setdefault(case.id, (case, hit))
    return list(best.values())


def passages_of_cases(
    evidence: Evidence, topic: Sequence[str], limit: int, within: Sequence[str] | None = None
) -> list[tuple[Case, Hit[Chunk]]]:
    """Of the `limit` best passages for the topic's words, those of cases that have enough of them."""
    wanted = stems(" ".join(topic))
    hits = evidence.search(" ".join(topic), limit, within) if wanted else []
    hits = [hit for hit in hits if covers(wanted, hit.node.text)]
    homes = sorted({hit.home for hit in hits if hit.home})
    cases = {n.id: n for n in evidence.store.nodes(homes) if isinstance(n, Case)}
    return [(cases[hit.home], hit) for hit in hits if hit.home in cases]


def covers(wanted: set[str], text: str) -> bool:
    """Whether a passage has enough of the words: all where they are one or two, else three in five."""
    shared = len(wanted & stems(text))
    return shared >= (len(wanted) if len(wanted) <= 2 else ENOUGH * len(wanted))

"""Passages and cases that fit what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.nodes import Case, Chunk
from kg.store import Hit
from qa.evidence import Evidence
from qa.text.stems import stems

CHUNKS = 60  # passages looked at for the cases of a topic
HITS = 100  # for an open question: cases that many cite have several each, and each case keeps one
ENOUGH = 0.6  # of the topic's words, where these are more than two


@dataclass(frozen=True, slots=True)
class Pool:
    """Passages of cases that may answer, by id; `rankings` are their ids by words and by meaning."""

    passages: dict[str, tuple[Case, Chunk]]
    rankings: tuple[list[str], ...]


def pool(evidence: Evidence, words: Sequence[str], text: str, within: Sequence[str] | None = None) -> Pool:
    """The passages that have most of the words, and those nearest in meaning to the text."""
    by_words = evidence.by_words(" ".join(words), HITS, Chunk, within) if words else []
    found = [by_words, evidence.by_meaning(text, HITS, Chunk, within)]
    cases = _cases(evidence, [hit for hits in found for hit in hits])
    passages = {hit.node.id: (cases[hit.home], hit.node) for hits in found for hit in hits if hit.home in cases}
    return Pool(passages, tuple([hit.node.id for hit in hits if hit.home in cases] for hits in found))


def rank_cases(
    evidence: Evidence, topic: Sequence[str], within: Sequence[str] | None = None
) -> list[tuple[Case, Hit[Chunk]]]:
    """Cases with a passage that has enough of the topic's words, best first, each with that passage."""
    wanted = stems(" ".join(topic))
    hits = evidence.search(" ".join(topic), CHUNKS, within) if wanted else []
    hits = [hit for hit in hits if covers(wanted, hit.node.text)]
    cases = _cases(evidence, hits)
    best: dict[str, tuple[Case, Hit[Chunk]]] = {}
    for hit in hits:
        if hit.home in cases:
            best.setdefault(hit.home, (cases[hit.home], hit))
    return list(best.values())


def _cases(evidence: Evidence, hits: Sequence[Hit[Chunk]]) -> dict[str, Case]:
    """The cases that the passages stand in, by id."""
    homes = sorted({hit.home for hit in hits if hit.home})
    return {n.id: n for n in evidence.store.nodes(homes) if isinstance(n, Case)}


def covers(wanted: set[str], text: str) -> bool:
    """Whether a passage has enough of the words: all where they are one or two, else three in five."""
    shared = len(wanted & stems(text))
    return shared >= (len(wanted) if len(wanted) <= 2 else ENOUGH * len(wanted))

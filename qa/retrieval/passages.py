"""Passages and cases that fit what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.nodes import Case, Chunk
from kg.store import Hit
from qa.evidence import Evidence

HITS = 100  # for an open question: cases that many cite have several each, and each case keeps one


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


def _cases(evidence: Evidence, hits: Sequence[Hit[Chunk]]) -> dict[str, Case]:
    """The cases that the passages stand in, by id."""
    homes = sorted({hit.home for hit in hits if hit.home})
    return {n.id: n for n in evidence.store.nodes(homes) if isinstance(n, Case)}

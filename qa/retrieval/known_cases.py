"""The cases that are known for something: by what others say of them, by who names them there, by their own words."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.edges import Cites, Describes, Mentions
from kg.nodes import Case, Chunk, Description, of_type
from kg.store import Hit
from qa.evidence import Evidence
from qa.retrieval.passage_signals import Asked, asked, word_share
from qa.retrieval.passages import Pool, pool

DESCRIPTIONS = 250  # looked at by meaning, and as many by their words
CANDIDATES = 40  # cases weighed in full
COVERED = 0.7  # all words of the question in a description beside a cosine of 1
AGREEING = 0.6  # what further descriptions add: half as much each as the one before
AGREE_AT_MOST = 6  # descriptions: past them the next adds nothing
NAMED = 0.25  # for the case that the passages on the matter name most
OWN = 0.2  # for a case whose own passage is the first of both rankings
CITED = 0.08  # for each e-fold of citations: between cases described alike the one that is cited
SOONER = 20  # ranks: a passage there says half as much as the first
LIKELY = 1.25  # of questions about cases that no description tells of, four in five stay below
ALIKE = 0.95  # of the best: of cases so near the earliest laid it down
WORTH = 0.8  # of the best: those beneath are other matters


@dataclass(frozen=True, slots=True)
class Known:
    """A case with how surely it is meant, and the descriptions of it that say so, the nearest first."""

    case: Case
    score: float
    descriptions: tuple[Hit[Description], ...]
    passage: Chunk | None


def known_cases(evidence: Evidence, text: str) -> list[Known]:
    """The cases that are known for what `text` says, the likeliest first; none where none is likely.

    Of those equally likely the earliest comes first. Without vectors nothing tells how likely a case is: none.
    """
    question = asked(text, "meaning" not in evidence.without)
    described = _described(evidence, text, question)
    if not described:
        return []
    found = pool(evidence, list(question.words), text)
    ranks = _by_rank(found)
    passages = _own(found, ranks)
    told = {case: _agreement(hits) for case, hits in described.items()}
    own = {case: OWN * ranks[chunk.id] for case, chunk in passages.items()}
    scores = _added(told, _named(evidence, ranks), own)
    first = sorted(scores, key=lambda id: (-scores[id], id))[:CANDIDATES]
    cited = Counter(edge.target for edge in evidence.store.expand(sorted(first), [Cites], "in"))
    known = [
        Known(
            case,
            scores[case.id] + CITED * math.log1p(cited[case.id]),
            tuple(described.get(case.id, ())),
            passages.get(case.id),
        )
        for case in of_type(Case, evidence.store.nodes(first))
    ]
    return _earliest_first([one for one in known if one.score >= LIKELY])


def _described(evidence: Evidence, text: str, question: Asked) -> dict[str, list[Hit[Description]]]:
    """By case the descriptions of it that have something of the question, each with how near it is, nearest first."""
    by_meaning = evidence.by_meaning(text, DESCRIPTIONS, Description)
    if not by_meaning:
        return {}
    by_words = evidence.by_words(" ".join(question.words), DESCRIPTIONS, Description)
    cosines = {hit.node.id: hit.score for hit in by_meaning}
    hits = {hit.node.id: hit for hit in (*by_words, *by_meaning)}
    described: dict[str, list[Hit[Description]]] = defaultdict(list)
    for edge in evidence.store.expand(sorted(hits), [Describes]):
        hit = hits[edge.source]
        near = cosines.get(edge.source, by_meaning[-1].score) + COVERED * word_share(question, hit.node.text)
        described[edge.target].append(Hit(hit.node, near, hit.home))
    return {case: sorted(found, key=lambda h: (-h.score, h.node.id)) for case, found in described.items()}


def _agreement(hits: Sequence[Hit[Description]]) -> float:
    """The nearest description, and what the others add that say the same."""
    more = [hit.score * 0.5**place for place, hit in enumerate(hits[1:AGREE_AT_MOST], 1)]
    return hits[0].score + AGREEING * sum(more)


def _by_rank(found: Pool) -> dict[str, float]:
    """What each passage says by its places in the rankings: 1 for the first of both."""
    weights: dict[str, float] = defaultdict(float)
    for ranking in found.rankings:
        for rank, id in enumerate(ranking):
            weights[id] += SOONER / (SOONER + rank) / len(found.rankings)
    return weights


def _named(evidence: Evidence, ranks: Mapping[str, float]) -> dict[str, float]:
    """By case how much it is named by the passages on the matter."""
    votes: dict[str, float] = defaultdict(float)
    for edge in evidence.store.expand(sorted(ranks), [Mentions]):
        if "/" not in edge.target:
            votes[edge.target] += ranks[edge.source]
    most = max(votes.values(), default=1.0)
    return {case: NAMED * math.sqrt(vote / most) for case, vote in votes.items()}


def _own(found: Pool, ranks: Mapping[str, float]) -> dict[str, Chunk]:
    """By case its own passage that stands foremost."""
    best: dict[str, Chunk] = {}
    for id in sorted(ranks, key=lambda id: (-ranks[id], id)):
        case, chunk = found.passages[id]
        best.setdefault(case.id, chunk)
    return best


def _added(*signals: Mapping[str, float]) -> dict[str, float]:
    return {id: sum(signal.get(id, 0.0) for signal in signals) for signal in signals for id in signal}


def _earliest_first(known: Sequence[Known]) -> list[Known]:
    ranked = sorted(known, key=lambda k: (-k.score, k.case.id))
    alike = [k for k in ranked if k.score >= ALIKE * ranked[0].score]
    first = min(alike, key=lambda k: k.case.age, default=None)
    return sorted(ranked, key=lambda k: k is not first)

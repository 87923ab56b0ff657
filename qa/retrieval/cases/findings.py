"""What the graph has on the cases that a question may describe: descriptions by others, their own passages, names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.edges import Describes, Mentions
from kg.nodes import Chunk, Description
from kg.store import Hit
from qa.evidence import Evidence
from qa.retrieval.passage_signals import Asked, word_share

DESCRIPTIONS = 250  # looked at by meaning, and as many by their words
PASSAGES = 300  # of judgments, looked at by meaning, and as many by their words
AGREE_AT_MOST = 6  # descriptions: past them the next adds nothing
SOONER = 20  # ranks: a passage there says half as much as the first
FOREMOST = 120  # passages that are read for what they say beside a name
TOGETHER = 4  # passages of a case that are read as one: a story stands in several


@dataclass(frozen=True, slots=True)
class Told:
    """The descriptions of a case that are near a question, the nearest first.

    `words` is how much of the question the best has, `score` that and its cosine, `agreeing` what the others add.
    """

    hits: tuple[Hit[Description], ...] = ()
    words: float = 0.0
    score: float = 0.0
    agreeing: float = 0.0


@dataclass(slots=True)
class Own:
    """The passages of a case that are near a question, and what each says by its places (1: first of both rankings)."""

    passages: dict[str, Chunk] = field(default_factory=dict)
    places: dict[str, float] = field(default_factory=dict)
    cosine: float = 0.0
    words: float = 0.0

    def add(self, chunk: Chunk, place: float) -> None:
        """Take in a passage that stands somewhere in a ranking."""
        self.passages[chunk.id] = chunk
        self.places[chunk.id] = self.places.get(chunk.id, 0.0) + place

    def best(self) -> list[Chunk]:
        """The passages, the foremost first."""
        return [self.passages[id] for id in sorted(self.places, key=lambda id: (-self.places[id], id))]

    def foremost(self) -> float:
        """What the best of them says."""
        return max(self.places.values())


@dataclass(slots=True)
class Named:
    """How much passages name a case (the sum of what each says by its places), and how much of the question the one
    of them has that has most."""

    votes: float = 0.0
    covered: float = 0.0

    def add(self, place: float, covered: float) -> None:
        """Take in a passage that names the case."""
        self.votes += place
        self.covered = max(self.covered, covered)


def told(evidence: Evidence, text: str, question: Asked) -> dict[str, Told]:
    """By case what others say of it that has something of the question."""
    by_meaning = evidence.by_meaning(text, DESCRIPTIONS, Description)
    by_words = evidence.by_words(" ".join(question.words), DESCRIPTIONS, Description)
    cosines = {hit.node.id: hit.score for hit in by_meaning}
    least = by_meaning[-1].score if by_meaning else 0.0
    hits = {hit.node.id: hit for hit in (*by_words, *by_meaning)}
    found: dict[str, list[tuple[float, Hit[Description]]]] = defaultdict(list)
    for edge in evidence.store.expand(sorted(hits), [Describes]):
        hit = hits[edge.source]
        words = word_share(question, hit.node.text)
        found[edge.target].append((words, Hit(hit.node, cosines.get(hit.node.id, least) + words, hit.home)))
    return {case: _together(hits) for case, hits in found.items()}


def _together(found: Sequence[tuple[float, Hit[Description]]]) -> Told:
    hits = sorted((hit for _, hit in found), key=lambda hit: (-hit.score, hit.node.id))
    more = sum(hit.score * 0.5**place for place, hit in enumerate(hits[1:AGREE_AT_MOST], 1))
    return Told(tuple(hits), max(words for words, _ in found), hits[0].score, more)


def own(evidence: Evidence, text: str, question: Asked) -> dict[str, Own]:
    """By case its passages that are near."""
    found: dict[str, Own] = defaultdict(Own)
    for rank, hit in enumerate(evidence.by_words(" ".join(question.words), PASSAGES, Chunk)):
        if hit.home and "/" not in hit.home:
            found[hit.home].add(hit.node, _place(rank))
            found[hit.home].words = max(found[hit.home].words, hit.score)
    for rank, hit in enumerate(evidence.by_meaning(text, PASSAGES, Chunk)):
        if hit.home and "/" not in hit.home:
            found[hit.home].add(hit.node, _place(rank))
            found[hit.home].cosine = max(found[hit.home].cosine, hit.score)
    return found


def _place(rank: int) -> float:
    return SOONER / (SOONER + rank) / 2


def named(evidence: Evidence, found: Mapping[str, Own], question: Asked) -> dict[str, Named]:
    """By case how the passages of others on the matter name it."""
    homes = {id: (case, chunk, one.places[id]) for case, one in found.items() for id, chunk in one.passages.items()}
    foremost = sorted(homes, key=lambda id: (-homes[id][2], id))[:FOREMOST]
    shares = {id: covered(question, [homes[id][1]]) for id in foremost}
    names: dict[str, Named] = defaultdict(Named)
    for edge in evidence.store.expand(sorted(homes), [Mentions]):
        home, _, place = homes[edge.source]
        if "/" not in edge.target and edge.target != home:
            names[edge.target].add(place, shares.get(edge.source, 0.0))
    return names


def covered(question: Asked, chunks: Sequence[Chunk]) -> float:
    """How much of what the question's words tell the passages have together."""
    return word_share(question, " ".join(chunk.text for chunk in chunks))

"""What speaks for each provision that a question may mean: its passages' meaning, its words, questions asked of it."""

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kg.cache import per_version
from kg.edges import CitesProvision, CorrespondsTo
from kg.nodes import Chunk, Provision, of_type
from kg.search.encoder import PackagedEmbedder
from kg.store import Store
from qa.evidence import Evidence
from qa.query import cues
from qa.query.question import Question
from qa.retrieval.choice import Rows
from qa.retrieval.provisions.asked import Asking
from qa.text.masking import blank
from qa.text.stems import STOP_WORDS, stem

SIGNALS = (
    "meaning",  # cosine of the question and the provision's nearest passage
    "meaning_place",  # 1, 1/2, 1/3 ... by that cosine
    "words",  # BM25, as a share of the best provision's
    "words_place",
    "asked",  # cosine of the nearest question that was asked of the provision before
    "asked_place",
    "never_asked",  # 1 where none was
    "meaning_never_asked",  # the cosine of its passage then, which stands in for what is not known
    "in_heading",  # share of the question's words that the heading has, the rare ones weightier
    "of_heading",  # share of the heading's words that the question has
    "in_whole",  # share of the question's words in heading or text
    "cited",  # logarithm of how many cases cite it, less that of the most cited: what is applied more is asked more
)
PASSAGES = 120  # nearest ones: some provisions have ten of them
BY_WORDS = 60
FEW = 100  # citations of the most cited: a graph with fewer tells little of what people ask
LIKELY = 25  # provisions looked at for each kind of signal: of the right ones that any kind finds, nearly all
UNTOLD = frozenset(cues.TABLE["topic"]["asking_provisions"].split())

Knowledge = Literal["vectors", "asked", "words"]
"""What provisions are found by; each has what those after it have."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the heading of every provision with a heading or text, and how many headings have each."""

    words: dict[str, frozenset[str]]
    counts: Counter[str]

    def weigh(self, words: Iterable[str]) -> float:
        """The weight of words, the rarer in headings the weightier."""
        return sum(math.log(1 + len(self.words) / (1 + self.counts[word])) for word in words)

    def share(self, words: frozenset[str], of: frozenset[str]) -> float:
        """By weight, how much `of` the second words the first are."""
        return self.weigh(words & of) / (self.weigh(of) or 1.0)


@per_version
def headings_of(store: Store) -> Headings:
    """The headings of a graph's provisions."""
    found = {node.id: content(node.heading or "") for node in store.find(Provision) if node.heading or node.text}
    return Headings(found, Counter(word for words in found.values() for word in words))


def content(text: str) -> frozenset[str]:
    """The stems of a text's words, but for those of asking and those that say nothing."""
    words = re.findall(r"[^\W_]{2,}", text.lower().replace("'s", "").replace("’s", ""))
    return frozenset(stem(w) for w in words if w not in STOP_WORDS and w not in UNTOLD)


def candidates(question: Question, evidence: Evidence, asking: Asking) -> tuple[list[Provision], Rows]:
    """The provisions, of the acts asked for, that any signal speaks for, and their signals (provisions, signals).

    What the graph or the evidence does without (`knowledge`) is naught.
    """
    headings = headings_of(evidence.store)
    acts = set(question.acts)
    within = [i for i in headings.words if not acts or i.partition("/")[0] in acts]
    if not within:
        return [], np.empty((0, len(SIGNALS)))
    plain = blank(question.text, [(act.start, act.end) for act in question.doc._.acts])
    meant, asked = _meant(question.text, evidence, asking, within)
    asked = {id: cosine for id, cosine in asked.items() if not acts or id.partition("/")[0] in acts}
    told = {id: asked[id] for id in within if id in asked}
    said = {hit.node.id: hit.score for hit in evidence.by_words(plain, BY_WORDS, Provision, within)}
    likely = {i for kind in (meant, told, said) for i in heapq.nlargest(LIKELY, kind, key=lambda i: (kind[i], i))}
    nodes = of_type(Provision, evidence.store.nodes(sorted(likely))) if likely else []
    columns = (
        _by_searching(nodes, meant, asked, said),
        _by_reading(nodes, content(plain), headings),
        _by_citing(nodes, evidence.store),
    )
    rows = [[signal for part in row for signal in part] for row in zip(*columns, strict=True)]
    return nodes, np.array(rows).reshape(len(nodes), len(SIGNALS))


def _meant(
    text: str, evidence: Evidence, asking: Asking, within: Sequence[str]
) -> tuple[dict[str, float], dict[str, float]]:
    """For provisions the cosine of their nearest passage, and of the nearest question that was asked of them."""
    known = knowledge(evidence)
    if known == "words":
        return {}, {}
    vector = asking.vector(text)
    asked = _of_today(evidence.store, asking.asked.nearest(vector))
    meant: dict[str, float] = {}
    for hit in evidence.store.vector_search(vector, PASSAGES, Chunk, within) if known == "vectors" else ():
        meant.setdefault(hit.home or "", hit.score)
    return meant, asked


def knowledge(evidence: Evidence) -> Knowledge:
    """What provisions are found by: vectors of their passages by the package's model, else questions asked of them."""
    if "meaning" in evidence.without:
        return "words"
    reader = evidence.reader()
    return "vectors" if reader and reader.name == PackagedEmbedder.name else "asked"


def _of_today(store: Store, asked: Mapping[str, float]) -> dict[str, float]:
    """What was asked of a section is asked of those that took its place too."""
    found = dict(asked)
    for old, new in _successions(store):
        if old in asked:
            found[new] = max(found.get(new, asked[old]), asked[old])
    return found


@per_version
def _successions(store: Store) -> list[tuple[str, str]]:
    """Provisions of old codes, each with one that took its place."""
    return [(edge.target, edge.source) for edge in store.scan_edges(CorrespondsTo)]


def _by_searching(
    nodes: Sequence[Provision], meant: Mapping[str, float], asked: Mapping[str, float], said: Mapping[str, float]
) -> Iterator[list[float]]:
    """The signals of what was searched for; what was asked counts among all provisions, those too that no graph has."""
    best, least = max(said.values(), default=1.0), min(meant.values(), default=0.0)
    by_meaning, by_words, by_asked = _places(meant), _places(said), _places(asked)
    for id in (node.id for node in nodes):
        near, never = meant.get(id, least), float(id not in asked)
        yield [
            *(near, by_meaning.get(id, 0.0), said.get(id, 0.0) / best, by_words.get(id, 0.0)),
            *(asked.get(id, 0.0), by_asked.get(id, 0.0), never, near * never),
        ]


def _places(scores: Mapping[str, float]) -> dict[str, float]:
    """1, 1/2, 1/3 ... by score; provisions with one score share a place, as an old section and its successor do."""
    places = {score: 1 / place for place, score in enumerate(sorted(set(scores.values()), reverse=True), 1)}
    return {id: places[score] for id, score in scores.items()}


def _by_reading(nodes: Sequence[Provision], words: frozenset[str], headings: Headings) -> Iterator[list[float]]:
    """The signals of what stands in the provisions themselves."""
    for node in nodes:
        heading = headings.words[node.id]
        whole = heading | content(node.text or "")
        yield [headings.share(heading, words), headings.share(words, heading), headings.share(whole, words)]


def _by_citing(nodes: Sequence[Provision], store: Store) -> Iterator[list[float]]:
    """The signal of the cases that apply the provisions."""
    cited, most = _citations(store)
    yield from ([math.log1p(cited[node.id]) - math.log1p(most)] for node in nodes)


@per_version
def _citations(store: Store) -> tuple[Counter[str], int]:
    """How many cases cite each provision, and how many cite the most cited of them."""
    cited = Counter(edge.target for edge in store.scan_edges(CitesProvision))
    return cited, max([FEW, *cited.values()])

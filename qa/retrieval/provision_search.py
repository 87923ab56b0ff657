"""The provisions that a question describes without naming them."""

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.cache import per_version
from kg.edges import Mentions
from kg.nodes import Chunk, Provision, of_type
from kg.store import Store
from qa.evidence import Evidence
from qa.query import cues
from qa.query.question import Question
from qa.retrieval.passage_ranking import CUES
from qa.retrieval.statute_terms import restated, written
from qa.text.masking import blank
from qa.text.stems import STOP_WORDS, stem

CANDIDATES = 60  # provisions looked at from the words, and as many from the headings
PASSAGES = 30  # passages of judgments that vote
NEAREST = 10  # provisions looked at for their meaning
HEADING = 1.0  # a word of the question in the heading: the measure of the others
TEXT = 0.6  # in the text alone a word counts less, for long sections have most words
EXTRA = 0.3  # lost for a heading that says much besides: else the longest heading wins
VOTE = 0.2  # judgments that name a provision weigh little beside its own words
RANK = 0.2  # the search's own order likewise
ENTITLED = 0.4  # for the provision whose heading is the question, before those that only mention it
ENOUGH = 0.4  # the least share of the question's words: beneath it any provision of an act would do
MEANING = 1.0  # a cosine counts as much as all words
SURELY_MEANT = 0.6  # at this cosine no words are needed
SHORT_QUESTION = 8  # words that count: in a longer question terms of statutes are there by chance
IN_FULL = 0.9  # nearly all the terms that statutes use for what is asked
LONG_QUESTION = 6  # so many words do not meet in one provision by chance
MOST = 0.8  # of a long question's words, anywhere in the provision
MET = 0.7  # of a shorter question's words, where the heading has IN_HEADING of them too
IN_HEADING = 0.6  # a heading has two or three words, so most of them
WHOLE_HEADING = 3  # words: a heading of one or two ("Punishment") stands in many questions
UNTOLD = frozenset(cues.TABLE["topic"]["asking_provisions"].split())


@dataclass(frozen=True, slots=True)
class _Headings:
    """The words of every provision's heading, and how many headings have each."""

    words: dict[str, set[str]]
    counts: Counter[str]

    def weight(self, word: str) -> float:
        """The rarer in headings, the weightier."""
        return math.log(1 + len(self.words) / (1 + self.counts[word]))

    def nearest(self, weights: dict[str, float]) -> list[str]:
        """Ids of the provisions whose headings have most of the weighted words."""
        shares = {i: sum(weights[w] for w in words & set(weights)) for i, words in self.words.items()}
        return heapq.nlargest(CANDIDATES, (i for i, share in shares.items() if share), key=lambda i: (shares[i], i))


@per_version
def _headings(store: Store) -> _Headings:
    headings = {node.id: _stems(node.heading or "") for node in store.find(Provision)}
    return _Headings(headings, Counter(word for words in headings.values() for word in words))


def fitting_provision(question: Question, evidence: Evidence) -> Provision | None:
    """The provision that an open question describes, where it asks for the law's words or has most of them.

    Few words meet by chance in a long text, so a short question must be met by the heading.
    """
    if CUES["statute"].search(question.text):
        return best_provision(question, evidence)
    if CUES["doctrine"].search(question.text):
        return None
    node = best_provision(question, evidence)
    if node is None:
        return None
    headings = _headings(evidence.store)
    own, put_over, terms = (
        {w: headings.weight(w) for w in _stems(text) if w not in UNTOLD}
        for text in (question.text, restated(question.text), written(question.text))
    )
    heading = node.heading or ""
    whole = f"{heading}\n{node.text or ''}"
    if _entitles(node, own) or (len(own) <= SHORT_QUESTION and terms and _met(whole, terms) >= IN_FULL):
        return node
    met = max(_met(whole, own), _met(whole, put_over))
    if len(own) >= LONG_QUESTION and met >= MOST:
        return node
    by_heading = max(_met(heading, own), _met(heading, put_over))
    return node if by_heading >= IN_HEADING and met >= MET else None


def _entitles(node: Provision, weights: dict[str, float]) -> bool:
    """Whether the whole heading, of several words, stands in the question."""
    heading = _stems(node.heading or "")
    return len(heading) >= WHOLE_HEADING and heading <= set(weights)


def _met(text: str, weights: dict[str, float]) -> float:
    """The share, by weight, of the words that a text has."""
    said = _stems(text)
    return sum(weight for w, weight in weights.items() if w in said) / (sum(weights.values()) or 1.0)


@dataclass(frozen=True, slots=True)
class Meant:
    """A provision that a question may mean, and how probably."""

    provision: Provision
    probability: float


def best_provision(question: Question, evidence: Evidence) -> Provision | None:
    """The provision, of the acts asked for, that says most of what the question says; None where none says enough."""
    found = provisions_meant(question, evidence, 1)
    evidence.take([meant.provision for meant in found])
    return found[0].provision if found else None


def provisions_meant(question: Question, evidence: Evidence, most: int = 5) -> list[Meant]:
    """The provisions, of the acts asked for, that the question may mean without naming them, likeliest first.

    The question's words, as they stand or as statutes put them, count by how rare they are in headings, more in a
    heading than in a text, most where they are the heading; passages of judgments on the topic vote for the provisions
    that they name. Where the graph has embeddings, nearness in meaning counts, and is enough where it is great.
    """
    plain = blank(question.text, [(act.start, act.end) for act in question.doc._.acts])
    query = restated(plain)
    asked = [words for text in (plain, query, written(plain)) if (words := _stems(text))]
    if not asked:
        return []
    headings = _headings(evidence.store)
    readings = [{word: headings.weight(word) for word in words} for words in asked]
    hits = evidence.by_words(query, CANDIDATES, Provision)
    votes = _votes(evidence, query)
    nodes = [hit.node for hit in hits]
    others = {*votes, *(i for weights in readings for i in headings.nearest(weights))} - {node.id for node in nodes}
    meant = _meant(question, evidence, headings)
    nodes += of_type(Provision, evidence.store.nodes(sorted(others | (set(meant) - {node.id for node in nodes}))))
    places = {hit.node.id: 1 / (1 + place) for place, hit in enumerate(hits)}
    scored = []
    for node in _of_acts(nodes, question.acts):
        near = meant.get(node.id, 0.0)
        least = ENOUGH if near < SURELY_MEANT else 0.0
        scores = [said - _unasked(node, w, headings) for w in readings if (said := _said(node, w)) >= least]
        if scores:
            entitled = ENTITLED * (headings.words.get(node.id) in asked)
            score = max(scores) + entitled + VOTE * votes.get(node.id, 0.0) + RANK * places.get(node.id, 0.0)
            score += MEANING * near
            scored.append((score, node.id, node))
    best = heapq.nlargest(most, scored, key=lambda s: (s[0], s[1]))
    return [Meant(node, score / (1 + score)) for score, _, node in best]


def _meant(question: Question, evidence: Evidence, headings: _Headings) -> dict[str, float]:
    """The provisions nearest in meaning to the question, with their cosines; none without embeddings."""
    acts = set(question.acts)
    within = [i for i in headings.words if not acts or i.partition("/")[0] in acts]
    near: dict[str, float] = {}
    for hit in evidence.by_meaning(question.text, NEAREST, Chunk, within) if within else ():
        near.setdefault(hit.home or "", hit.score)
    return near


def _said(node: Provision, weights: dict[str, float]) -> float:
    """The weight of the question's words that the provision has, as a share of the whole."""
    heading = _stems(node.heading or "")
    text = _stems(node.text or "")
    got = sum(w * (HEADING if word in heading else TEXT if word in text else 0.0) for word, w in weights.items())
    return got / sum(weights.values())


def _unasked(node: Provision, weights: dict[str, float], headings: _Headings) -> float:
    """What the heading says beyond the question, as a share of the heading."""
    heading = {word: headings.weight(word) for word in _stems(node.heading or "")}
    beyond = sum(weight for word, weight in heading.items() if word not in weights)
    return EXTRA * beyond / (sum(heading.values()) or 1.0)


def _votes(evidence: Evidence, query: str) -> dict[str, float]:
    """Provisions named in passages on the topic, with their share of the votes of the most named."""
    hits = evidence.by_words(query, PASSAGES, Chunk)
    named = evidence.store.expand([hit.node.id for hit in hits], [Mentions], "out")
    counts = Counter(edge.target for edge in named if "/" in edge.target)
    return {target: count / max(counts.values()) for target, count in counts.most_common(10)}


def _of_acts(nodes: Iterable[Provision], acts: Sequence[str]) -> list[Provision]:
    with_text = [n for n in nodes if n.text or n.heading]
    return [n for n in with_text if n.act_id in acts] if acts else with_text


def _stems(text: str) -> set[str]:
    words = re.findall(r"[^\W_]{2,}", text.lower().replace("'s", "").replace("’s", ""))
    return {stem(w) for w in words if w not in STOP_WORDS and w not in UNTOLD}

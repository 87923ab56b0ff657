"""Which passages answer an open question best: those with its words, near each other, that state the law."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise

from kg.edges import Cites
from kg.nodes import Case, Chunk
from kg.store import Hit
from qa.evidence import Evidence
from qa.text.stems import stem

HITS = 150  # passages looked at: cases that many cite have several each, and each case keeps one
NEAR = 2  # one word may stand between two of a phrase ("basic constitutional structure")
STEM = 7  # letters that count of a word, so that "arbitrary" and "arbitrarily" are one
RANK = 0.3  # the search's own order breaks ties between passages with equally many of the words
ASKED = 0.3  # words of asking ("when", "allowed") count less than those of the subject, which count 1
PHRASE = 0.7  # neighbouring words of the topic that are near each other: the weightiest sign after the words themselves
LAW = 0.3  # the passage states law ("it is settled that")
TOLD = 0.3  # as much is lost where it tells facts or arguments
AUTHORITY = 0.04  # for each e-fold of citations: a hundred are worth 0.18, so that they never outweigh what is said
SHORT = 0.3  # as much is lost by a scrap: a heading has all words of a topic and says nothing
SHORT_TEXT = 160  # characters of a scrap: less than a sentence of print
WORTH = 0.7  # of the best passage's score; what falls far behind it is about something else
_TABLE = tomllib.loads(files("qa").joinpath("data/open.toml").read_text(encoding="utf-8"))
ASKING = frozenset(stem(word) for word in _TABLE.pop("asking").split())
CUES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TABLE.items()}


def subject_words(topic: Sequence[str]) -> list[str]:
    """The words of the topic that say what it is about; all of them where each is a word of asking."""
    return [w for w in topic if stem(w.lower()) not in ASKING] or list(topic)


def best_passages(
    evidence: Evidence, topic: Sequence[str], hits: Sequence[tuple[Case, Hit[Chunk]]], top: int
) -> list[tuple[Case, Hit[Chunk]]]:
    """The best passage of each of at most `top` cases, best first, down to `WORTH` of the best one's score."""
    cited = Counter(e.target for e in evidence.store.expand(sorted({c.id for c, _ in hits}), [Cites], "in"))
    most = max((hit.score for _, hit in hits), default=1.0) or 1.0
    scored = [
        (
            _worth(topic, hit.node.text) + RANK * hit.score / most + AUTHORITY * math.log1p(cited[case.id]),
            case,
            hit,
        )
        for case, hit in hits
    ]
    scored.sort(key=lambda s: (-s[0], s[2].node.id))
    chosen: dict[str, tuple[Case, Hit[Chunk]]] = {}
    for score, case, hit in scored:
        if score >= WORTH * scored[0][0] and len(chosen) < top:
            chosen.setdefault(case.id, (case, hit))
    return list(chosen.values())


def _worth(topic: Sequence[str], text: str) -> float:
    """How well a passage answers: the share of the topic's words and phrases, and whether it states the law."""
    said = [word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", text.lower())]
    every, subject = ([w.lower()[:STEM] for w in words] for words in (topic, subject_words(topic)))
    worth = _share(subject, said) + ASKED * _share(every, said) + PHRASE * _phrases(every, said)
    worth += LAW * bool(CUES["law"].search(text)) - TOLD * bool(CUES["told"].search(text))
    return worth - SHORT * (len(text) < SHORT_TEXT)


def _share(wanted: Sequence[str], said: Sequence[str]) -> float:
    return len(set(wanted) & set(said)) / (len(set(wanted)) or 1)


def _phrases(wanted: Sequence[str], said: Sequence[str]) -> float:
    """The share of neighbouring words of the topic that stand near each other in the text."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(said):
        places.setdefault(word, []).append(place)
    pairs = list(pairwise(wanted))
    near = [any(0 < b - a <= NEAR for a in places.get(x, ()) for b in places.get(y, ())) for x, y in pairs]
    return sum(near) / len(near) if near else 0.0

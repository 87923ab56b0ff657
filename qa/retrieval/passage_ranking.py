"""Which stretches of judgments answer an open question: likely ones of different cases, the strongest first."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files

from kg.edges import Cites
from kg.nodes import Case, Chunk
from qa.citator.standing import fallen
from qa.evidence import Evidence
from qa.retrieval.alike import alike
from qa.retrieval.passage_signals import Asked, asked, probabilities
from qa.retrieval.passages import Pool
from qa.retrieval.stretches import Stretch, stretch
from qa.text.stems import stem

READ = 20  # passages that are read sentence by sentence
LIKELY = 0.42  # of the judged stretches from here on one in twenty has nothing to do with its question
STRENGTH = 0.5  # a case cited ten times as often, or by a bench twice as large, weighs more than a little more likely
USUAL_BENCH = 2  # judges, where the graph does not know how many sat
FIRST_YEAR, SPAN = 1950, 50  # years: half a century makes an authority as much later as e times the citations stronger
DAMPING = 60  # of reciprocal ranks, as in the search
_TABLE = tomllib.loads(files("qa").joinpath("data/open.toml").read_text(encoding="utf-8"))
ASKING = frozenset(stem(word) for word in _TABLE.pop("asking").split())
CUES = {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _TABLE.items()}


@dataclass(frozen=True, slots=True)
class Stated:
    """A stretch that probably answers; `repeated` are later cases that say the same."""

    stretch: Stretch
    probability: float
    repeated: list[Case] = field(default_factory=list)


def subject_words(topic: Sequence[str]) -> list[str]:
    """The words of the topic that say what it is about; all of them where each is a word of asking."""
    return [w for w in topic if stem(w.lower()) not in ASKING] or list(topic)


def stating(evidence: Evidence, text: str, found: Pool) -> list[Stated]:
    """Of the passages found, the stretches that probably answer `text`, likeliest first.

    Each is of another case and says another thing.
    """
    cited = _citations(evidence, (case.id for case, _ in found.passages.values()))
    question = asked(text, "meaning" not in evidence.without)
    read = [stretch(evidence.store, case, chunk, question) for case, chunk in _promising(question, found, cited)]
    likely = probabilities(question, [s.quote for s in read], [cited[s.case.id] for s in read])
    stated = [Stated(s, p) for s, p in zip(read, likely, strict=True) if p >= LIKELY]
    stated.sort(key=lambda s: (-s.probability, s.stretch.chunk.id))
    return _apart(stated)


def _promising(question: Asked, found: Pool, cited: Counter[str]) -> list[tuple[Case, Chunk]]:
    """The passages that are worth reading: by their places in the search and by the words of the whole passage."""
    ids = list(found.passages)
    passages = [found.passages[id] for id in ids]
    words = replace(question, vector=None)
    likely = probabilities(words, [chunk.text for _, chunk in passages], [cited[case.id] for case, _ in passages])
    as_likely = [id for _, id in sorted(zip(likely, ids, strict=True), reverse=True)]
    score = dict.fromkeys(ids, 0.0)
    for ranking in (*found.rankings, as_likely):
        for rank, id in enumerate(ranking, 1):
            score[id] += 1 / (DAMPING + rank)
    return [found.passages[id] for id in sorted(ids, key=lambda id: (-score[id], id))[:READ]]


def _apart(found: Sequence[Stated]) -> list[Stated]:
    """One stretch a case; of those that say the same the earliest case's, which the others repeat."""
    apart: list[Stated] = []
    cases: set[str] = set()
    for one in found:
        same = next((i for i, other in enumerate(apart) if alike(one.stretch.quote, other.stretch.quote)), None)
        if same is not None:
            apart[same] = _joined(apart[same], one)
        elif one.stretch.case.id not in cases:
            apart.append(one)
        cases.add(one.stretch.case.id)
    return apart


def _joined(one: Stated, other: Stated) -> Stated:
    """The stretch of the earlier case, repeated by the later."""
    first, later = sorted((one, other), key=lambda s: s.stretch.case.age)
    if first.stretch.case.id == later.stretch.case.id:
        return one
    cases = {c.id: c for c in (*one.repeated, *other.repeated, later.stretch.case)}
    repeated = sorted(cases.values(), key=lambda c: c.age)
    return replace(first, repeated=repeated, probability=max(one.probability, other.probability))


def strongest_first(evidence: Evidence, found: Sequence[Stated]) -> list[Stated]:
    """Sorted by how likely each answers and how much its case weighs; cases that fell come last."""
    ids = [s.stretch.case.id for s in found]
    fell, cited = fallen(evidence.store, ids), _citations(evidence, ids)

    def weight(one: Stated) -> tuple[bool, float]:
        case = one.stretch.case
        bench, years = math.log(case.bench_size or USUAL_BENCH), ((case.year or FIRST_YEAR) - FIRST_YEAR) / SPAN
        strength = math.log1p(cited[case.id]) + bench + years
        return case.id in fell, -math.log(one.probability / (1 - one.probability)) - STRENGTH * strength

    return sorted(found, key=weight)


def _citations(evidence: Evidence, ids: Iterable[str]) -> Counter[str]:
    """How many cases cite each."""
    cases = sorted(set(ids))
    return Counter(e.target for e in evidence.store.expand(cases, [Cites], "in")) if cases else Counter()

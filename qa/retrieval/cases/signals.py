"""What speaks for each case that a question may describe."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.cache import per_version
from kg.edges import Cites, DecidedBy
from kg.nodes import Case, Chunk, Description, of_type
from kg.search.encoder import PackagedEmbedder
from kg.store import Hit, Store
from qa.evidence import Evidence
from qa.query.question import Question, within
from qa.retrieval.cases.findings import TOGETHER, Own, Told, covered, named, own, told
from qa.retrieval.choice import Rows
from qa.retrieval.passage_signals import Asked, asked

SIGNALS = (
    "told_words",  # how much of what the question's words tell the best description of the case has
    "told_place",  # 1, 1/2, 1/3 ... by the descriptions' words and meaning
    "agreeing",  # what further descriptions say, half as much each as the one before
    "untold",  # 1 where there is none
    "named",  # how much the passages on the matter name the case
    "own",  # cosine of its own nearest passage
    "own_place",
    "own_words_place",  # by BM25 of its own best passage
    "covered",  # how much of the question its best passages have together
    "whole",  # and all of its passages
    "densest",  # and the one that has most
    "near",  # cosine of its own best passage, read by the encoder
    "agrees",  # how many conditions of the question (years, bench, judges) it meets
    "differs",  # and how many it does not
    "no_text",  # 1 where it is only cited
    "cited",  # logarithm of how many cases cite it, less that of the most cited
)
CANDIDATES = 40  # cases weighed in full
WITHIN = 500  # passages of those, by their words
READ = 12  # cases of which a passage is read by the encoder, which takes some 10 ms each
FEW = 100  # citations of the most cited: a graph with fewer tells little of what people ask


@dataclass(frozen=True, slots=True)
class Found:
    """A case, the descriptions of it that are near, the nearest first, and its own best passage."""

    case: Case
    descriptions: tuple[Hit[Description], ...]
    passage: Chunk | None


def candidates(question: Question, evidence: Evidence, text: str) -> tuple[list[Found], Rows]:
    """The cases that `text`, the question without what only asks, may describe, and their signals (cases, signals)."""
    words = asked(text, "meaning" not in evidence.without)
    by_others, by_itself = told(evidence, text, words), own(evidence, text, words)
    by_name = named(evidence, by_itself)
    first = _foremost(by_others, by_itself, by_name)
    cases = of_type(Case, evidence.store.nodes(first))
    columns = (
        _of_others(cases, by_others, by_name),
        _of_its_own(cases, by_itself, words),
        _read_closely(cases, by_itself, words, evidence),
        [_conditions(question, evidence, case) for case in cases],
        _of_record(cases, evidence.store),
    )
    rows = [[signal for part in row for signal in part] for row in zip(*columns, strict=True)]
    return [_found(case, by_others, by_itself) for case in cases], np.array(rows).reshape(len(cases), len(SIGNALS))


def _found(case: Case, by_others: Mapping[str, Told], by_itself: Mapping[str, Own]) -> Found:
    hits = by_others[case.id].hits if case.id in by_others else ()
    return Found(case, hits, by_itself[case.id].best()[0] if case.id in by_itself else None)


def _foremost(by_others: Mapping[str, Told], by_itself: Mapping[str, Own], by_name: Mapping[str, float]) -> list[str]:
    """The cases that stand first in any ranking."""
    rankings = (
        {id: one.score for id, one in by_others.items()},
        {id: one.cosine for id, one in by_itself.items()},
        {id: one.words for id, one in by_itself.items()},
        {id: one.foremost() for id, one in by_itself.items()},
        by_name,
    )
    places: Counter[str] = Counter()
    for scores in rankings:
        places |= Counter(_places(scores))
    return sorted(sorted(places, key=lambda id: (-places[id], id))[:CANDIDATES])


def _of_others(cases: Sequence[Case], told: Mapping[str, Told], named: Mapping[str, float]) -> list[list[float]]:
    places = _places({id: one.score for id, one in told.items()})
    none = Told()
    rows = []
    for id in (case.id for case in cases):
        one = told.get(id, none)
        rows.append([one.words, places.get(id, 0.0), one.agreeing, float(id not in told), named.get(id, 0.0)])
    return rows


def _of_its_own(cases: Sequence[Case], found: Mapping[str, Own], words: Asked) -> list[list[float]]:
    by_meaning = _places({id: one.cosine for id, one in found.items()})
    by_words = _places({id: one.words for id, one in found.items()})
    none = Own()
    rows = []
    for id in (case.id for case in cases):
        one = found.get(id, none)
        rows.append(
            [
                *(one.cosine, by_meaning.get(id, 0.0), by_words.get(id, 0.0)),
                covered(words, one.best()[:TOGETHER]),
            ]
        )
    return rows


def _read_closely(
    cases: Sequence[Case], found: Mapping[str, Own], words: Asked, evidence: Evidence
) -> list[list[float]]:
    """What all passages of the cases have of the question, and what the encoder makes of the best ones."""
    passages: dict[str, list[Chunk]] = defaultdict(list)
    for hit in evidence.by_words(" ".join(words.words), WITHIN, Chunk, [case.id for case in cases]):
        passages[hit.home or ""].append(hit.node)
    near = _near(words, {case.id: found[case.id] for case in cases if case.id in found})
    rows = []
    for case in cases:
        densest = max((covered(words, [chunk]) for chunk in passages[case.id][:TOGETHER]), default=0.0)
        rows.append([covered(words, passages[case.id]), densest, near.get(case.id, 0.0)])
    return rows


def _near(words: Asked, found: Mapping[str, Own]) -> dict[str, float]:
    best = sorted(found, key=lambda id: (-found[id].foremost(), id))[:READ]
    if words.vector is None or not best:
        return {}
    cosines = PackagedEmbedder().encode([found[id].best()[0].text for id in best]) @ words.vector
    return dict(zip(best, cosines.tolist(), strict=True))


def _conditions(question: Question, evidence: Evidence, case: Case) -> list[float]:
    """How many of the question's conditions the case meets and how many not, as far as the graph knows."""
    met = []
    if question.years is not None and case.year is not None:
        met.append(within(question.years, case.year))
    if question.bench_size and case.bench_size:
        met.append(question.bench_size == case.bench_size)
    if question.judges and case.has_text:
        sat = {edge.target for edge in evidence.store.expand([case.id], [DecidedBy])}
        met.append(any(judge.id in sat for judge in question.judges))
    return [float(sum(met)), float(len(met) - sum(met))]


def _of_record(cases: Sequence[Case], store: Store) -> list[list[float]]:
    cited, most = _citations(store)
    return [[float(not case.has_text), math.log1p(cited[case.id]) - math.log1p(most)] for case in cases]


def _places(scores: Mapping[str, float]) -> dict[str, float]:
    return {id: 1 / place for place, id in enumerate(sorted(scores, key=lambda i: (-scores[i], i)), 1)}


@per_version
def _citations(store: Store) -> tuple[Counter[str], int]:
    """How many cases cite each case, and how many cite the most cited."""
    cited = Counter(edge.target for edge in store.scan_edges(Cites))
    return cited, max([FEW, *cited.values()])

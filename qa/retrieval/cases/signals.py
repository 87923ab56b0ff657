"""What speaks for each case that a question may describe."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.edges import Cites, DecidedBy
from kg.nodes import Case, Chunk, Description, of_type
from kg.store import Hit, Store
from qa.evidence import Evidence
from qa.query.question import Question, within
from qa.retrieval.cases.findings import TOGETHER, Named, Own, Told, covered, named, own, told
from qa.retrieval.choice import Rows
from qa.retrieval.passage_signals import Asked, asked

SIGNALS = (
    "told_words",  # how much of what the question's words tell the best description of the case has
    "told_place",  # 1, 1/2, 1/3 ... by the descriptions' words and meaning
    "agreeing",  # what further descriptions say, half as much each as the one before
    "untold",  # 1 where there is none
    "named_beside",  # how much of the question a passage of another case has that names it
    "own",  # cosine of its own nearest passage
    "own_place",
    "own_words_place",  # by BM25 of its own best passage
    "covered",  # how much of the question its best passages have together
    "whole",  # and all of its passages
    "densest",  # and the one that has most
    "agrees",  # how many conditions of the question (years, bench, judges) it meets
    "differs",  # and how many it does not
    "no_text",  # 1 where it is only cited
    "cited",  # logarithm of how many cases cite it
)
CANDIDATES = 40  # cases weighed in full
WITHIN = 500  # passages of those, by their words


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
    by_name = named(evidence, by_itself, words)
    first = _foremost(by_others, by_itself, by_name)
    cases = of_type(Case, evidence.store.nodes(first))
    columns = (
        _of_others(cases, by_others, by_name),
        _of_its_own(cases, by_itself, words),
        _of_the_whole(cases, words, evidence),
        [_conditions(question, evidence, case) for case in cases],
        _of_record(cases, evidence.store),
    )
    rows = [[signal for part in row for signal in part] for row in zip(*columns, strict=True)]
    return [_found(case, by_others, by_itself) for case in cases], np.array(rows).reshape(len(cases), len(SIGNALS))


def _found(case: Case, by_others: Mapping[str, Told], by_itself: Mapping[str, Own]) -> Found:
    hits = by_others[case.id].hits if case.id in by_others else ()
    return Found(case, hits, by_itself[case.id].best()[0] if case.id in by_itself else None)


def _foremost(by_others: Mapping[str, Told], by_itself: Mapping[str, Own], by_name: Mapping[str, Named]) -> list[str]:
    """The cases that stand first in any ranking."""
    rankings = (
        {id: one.score for id, one in by_others.items()},
        {id: one.cosine for id, one in by_itself.items()},
        {id: one.words for id, one in by_itself.items()},
        {id: one.foremost() for id, one in by_itself.items()},
        {id: one.votes for id, one in by_name.items()},
    )
    places: Counter[str] = Counter()
    for scores in rankings:
        places |= Counter(_places(scores))
    return sorted(sorted(places, key=lambda id: (-places[id], id))[:CANDIDATES])


def _of_others(cases: Sequence[Case], told: Mapping[str, Told], named: Mapping[str, Named]) -> list[list[float]]:
    places = _places({id: one.score for id, one in told.items()})
    rows = []
    for id in (case.id for case in cases):
        one, name = told.get(id, Told()), named.get(id, Named())
        said = (one.words, places.get(id, 0.0), one.agreeing, float(id not in told))
        rows.append([*said, name.covered])
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


def _of_the_whole(cases: Sequence[Case], words: Asked, evidence: Evidence) -> list[list[float]]:
    """What all passages of the cases have of the question."""
    passages: dict[str, list[Chunk]] = defaultdict(list)
    for hit in evidence.by_words(" ".join(words.words), WITHIN, Chunk, [case.id for case in cases]):
        passages[hit.home or ""].append(hit.node)
    rows = []
    for case in cases:
        densest = max((covered(words, [chunk]) for chunk in passages[case.id][:TOGETHER]), default=0.0)
        rows.append([covered(words, passages[case.id]), densest])
    return rows


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
    cited = Counter(edge.target for edge in store.expand([case.id for case in cases], [Cites], "in"))
    return [[float(not case.has_text), math.log1p(cited[case.id])] for case in cases]


def _places(scores: Mapping[str, float]) -> dict[str, float]:
    return {id: 1 / place for place, id in enumerate(sorted(scores, key=lambda i: (-scores[i], i)), 1)}

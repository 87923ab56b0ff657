"""Facts in, precedents and provisions out, each with what speaks for it."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from kg.nodes import Case, Chunk, Node, Provision, of_type
from kg.store import Store
from qa.errors import QuestionError
from qa.research.index import Model, model_of
from qa.research.own_text import own_cases
from qa.research.rank import Ranked, rank_cases, rank_provisions
from qa.research.signals import Facts, read_facts
from qa.research.text_index import Floats
from qa.retrieval.excerpt import excerpt
from qa.text import wording

REASONS = 3  # names told with each reason


@dataclass(frozen=True, slots=True)
class Ground:
    """A case or provision that a reason names."""

    id: str
    title: str
    citation: str


@dataclass(frozen=True, slots=True)
class Precedent:
    """A case for the facts: the higher the score the better.

    `parts` is what each signal adds to the score. Reasons: the passage most like the facts (`quote`, from
    `paragraph` where it is numbered), the similar cases that cite it, the provisions it shares with them.
    """

    id: str
    title: str
    citation: str
    documents: list[str]
    score: float
    parts: dict[str, float]
    paragraph: str | None
    quote: str
    cited_by: list[Ground]
    shares: list[Ground]


@dataclass(frozen=True, slots=True)
class Applicable:
    """A provision for the facts, with the similar cases that apply it."""

    id: str
    title: str
    heading: str
    documents: list[str]
    score: float
    applied_by: list[Ground]


@dataclass(frozen=True, slots=True)
class Precedents:
    """What was found; `own` are judgments that the text is taken from, which do not speak for themselves."""

    own: list[Ground]
    cases: list[Precedent]
    provisions: list[Applicable]


def facts_of(store: Store, text: str) -> Facts:
    """The facts as the signals see them. Raises QuestionError for a text without words, or a graph without texts."""
    if not any(character.isalpha() for character in text):
        raise QuestionError("there are no facts to go by; describe the situation in words, or name a file that does")
    model = model_of(store)
    if not model.corpus.cases:
        raise QuestionError("the graph has no judgment with a text to find precedents in; build some first")
    return read_facts(model, text, own_cases(store, model, text, model.texts.scores(text)))


def precedents(store: Store, text: str, top: int = 10, without: Collection[str] = ()) -> Precedents:
    """The `top` cases and the `top` provisions for facts told in `text`; `without` leaves groups of signals out."""
    facts = facts_of(store, text)
    ranked, provisions = rank_cases(facts, without), rank_provisions(facts)
    cases = [row for row in np.argsort(-ranked.scores, kind="stable")[:top] if ranked.scores[row] > 0]
    best = _distinct(facts.model, provisions, top)
    own = [facts.model.corpus.cases[row] for row in np.flatnonzero(facts.without)]
    return Precedents(
        [ground(node) for node in store.nodes(own)],
        [_precedent(store, facts, ranked, int(row)) for row in cases],
        [_applicable(store, facts, provisions, column) for column in best],
    )


def _distinct(model: Model, scores: Floats, top: int) -> list[int]:
    """The best provisions, of one number in several versions of an act the best alone."""
    chosen: dict[int, int] = {}
    for column in np.argsort(-scores, kind="stable"):
        chosen.setdefault(int(model.family[column]), int(column))
        if len(chosen) == top:
            break
    return [column for column in chosen.values() if scores[column] > 0]


def _precedent(store: Store, facts: Facts, ranked: Ranked, row: int) -> Precedent:
    corpus = facts.model.corpus
    [case] = of_type(Case, store.nodes([corpus.cases[row]]))
    [passage] = of_type(Chunk, store.nodes([corpus.passages[facts.best[row]]]))
    citing = [near for near in facts.near if facts.model.between[near, row]][:REASONS]
    return Precedent(
        case.id,
        wording.title(case),
        wording.best_citation(case),
        list(case.documents),
        round(float(ranked.scores[row]), 4),
        {name: round(float(part[row]), 4) for name, part in ranked.parts.items() if part[row]},
        next(iter(passage.paragraphs), None),
        excerpt(store, passage).quote,
        [ground(node) for node in store.nodes([corpus.cases[near] for near in citing])],
        [ground(node) for node in store.nodes(_shared(facts, row))],
    )


def _shared(facts: Facts, row: int) -> list[str]:
    """The provisions of a case that the similar cases apply most, rare ones before common ones."""
    applies = facts.model.corpus.applies
    columns = applies[row].indices
    weight = (applies.T @ facts.weight)[columns] / np.sqrt(np.asarray(applies.sum(axis=0)).ravel()[columns])
    order = np.argsort(-weight, kind="stable")[:REASONS]
    return [facts.model.corpus.provisions[columns[i]] for i in order if weight[i] > 0]


def _applicable(store: Store, facts: Facts, scores: Floats, column: int) -> Applicable:
    corpus = facts.model.corpus
    [node] = of_type(Provision, store.nodes([corpus.provisions[column]]))
    applying = facts.model.corpus.applies[:, column].toarray().ravel()
    nearest = [corpus.cases[near] for near in facts.near if applying[near]][:REASONS]
    return Applicable(
        node.id,
        wording.title(node),
        node.heading or "",
        list(node.documents),
        round(float(scores[column]), 4),
        [ground(case) for case in store.nodes(nearest)],
    )


def ground(node: Node) -> Ground:
    """A node as a reason names it."""
    return Ground(node.id, wording.title(node), wording.best_citation(node))

"""The act that a question names or plainly concerns and that the graph has no text of."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from extraction.provisions.acts import act_title, acts_named
from kg.cache import per_version
from kg.nodes import Provision
from kg.search.encoder import PackagedEmbedder
from kg.store import Store
from qa.evidence import Evidence
from qa.query.question import Question

NEAR = 0.45  # cosine of a question and a phrase: one in twenty of 800 questions on acts at hand is so near another
NEARER = 0.12  # than to any phrase of an act that the graph has


READ = 5  # phrases of each kind that are compared by the encoder; its table finds them


@dataclass(frozen=True, slots=True)
class _Matters:
    """Phrases for what acts are about, with the title of the act of each; `vectors` are the table's."""

    titles: list[str]
    phrases: list[str]
    vectors: NDArray[np.float32]


@cache
def _matters() -> _Matters:
    table = tomllib.loads(files("qa").joinpath("data/matters.toml").read_text(encoding="utf-8"))["matters"]
    rows = [(title, phrase) for title, said in table.items() for phrase in said.strip().splitlines()]
    titles, phrases = [title for title, _ in rows], [phrase for _, phrase in rows]
    return _Matters(titles, phrases, PackagedEmbedder().approximate(phrases))


@cache
def _meaning(phrase: str) -> NDArray[np.float32]:
    return np.asarray(PackagedEmbedder().encode([phrase])[0])


def absent_act(question: Question, evidence: Evidence) -> str | None:
    """The title of an act without text in the graph: one that the question names, else the one whose matter it is."""
    if question.acts:
        return None if _with_text(evidence.store, question.acts) else act_title(question.acts[0])
    if question.provisions or "meaning" in evidence.without:
        return None
    concerned, surely = _concerned(question.text, _present(evidence.store))
    return concerned if surely else None


def _concerned(text: str, present: set[str]) -> tuple[str, bool]:
    """The act, of those not present, whose matter is nearest to a text, and whether it is plainly that."""
    matters, vector = _matters(), _meaning(text)
    rough = matters.vectors @ PackagedEmbedder().approximate([text])[0]
    order = np.argsort(-rough)
    absent = [i for i in order if matters.titles[i] not in present][:READ]
    others = [i for i in order if matters.titles[i] in present][:READ]
    scores = {i: float(_meaning(matters.phrases[i]) @ vector) for i in (*absent, *others)}
    best = max(absent, key=lambda i: scores[i])
    rival = max((scores[i] for i in others), default=0.0)
    return matters.titles[best], scores[best] >= max(NEAR, NEARER + rival)


@per_version
def _present(store: Store) -> set[str]:
    """Titles of the table whose act, or an older or newer one of the same name, the graph has the text of."""
    acts = {
        title: [act.id for act in acts_named(title.rpartition(",")[0] or title)] for title in set(_matters().titles)
    }
    known = _with_text(store, (id for ids in acts.values() for id in ids))
    return {title for title, ids in acts.items() if known & set(ids)}


def _with_text(store: Store, ids: Iterable[str]) -> set[str]:
    return {id for id in set(ids) if any(node.text for node in store.find(Provision, {"act_id": id}))}

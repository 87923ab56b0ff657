"""Cases and provisions by how much speaks for them, given facts."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from qa.research.signals import SIGNALS, Facts, scaled
from qa.research.text_index import Floats

_TABLE = tomllib.loads(files("qa").joinpath("data/precedents.toml").read_text(encoding="utf-8"))
WEIGHTS: Mapping[str, float] = _TABLE["weights"]
"""What each signal of `SIGNALS` weighs, as benchmarks/learn_precedents.py learned it."""
GROUPS: Mapping[str, tuple[str, ...]] = {name: tuple(signals) for name, signals in _TABLE["groups"].items()}
"""Signals that are switched off together."""

_VOTERS = 50  # nearest cases whose provisions count
_VOTE_STEEPNESS = 3  # the nearer a case, the more its vote: in the third power of its likeness
_SOFTNESS = 0.35  # between 0, where article 14 wins everywhere, and 1, where the rarest provision does
_LEARNED = 0.6  # of the score; the rest are votes
_NAMED_ACT = 0.1  # parts versions of one act, and must not part provisions


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """A score for each case, and what each signal adds to it: shape (cases,) each."""

    scores: Floats
    parts: Mapping[str, Floats]


def rank_cases(facts: Facts, without: Collection[str] = ()) -> Ranked:
    """How much speaks for each case; `without` names groups of signals to leave out."""
    left_out = {signal for group in without for signal in GROUPS[group]}
    parts = {
        name: (WEIGHTS[name] * signal(facts)).astype(np.float32)
        for name, signal in SIGNALS.items()
        if name not in left_out and WEIGHTS.get(name)
    }
    scores = sum(parts.values(), np.zeros(len(facts.without), np.float32))
    return Ranked(np.where(facts.without, -np.inf, scores).astype(np.float32), parts)


def rank_provisions(facts: Facts) -> Floats:
    """How much speaks for each provision: what similar cases apply, and what its readers' texts are like.

    Both count the number in any version of the act; the version that the similar cases name comes first.
    """
    model = facts.model
    applied = np.asarray(model.families.sum(axis=0)).ravel()
    cases = len(facts.without)
    rare = (((cases + 1) / (applied + 1)) ** _SOFTNESS).astype(np.float32)
    voters = _voters(facts)
    votes = scaled((model.families.T @ voters) * rare)
    learned = np.zeros_like(votes)
    if model.learned.size:
        expected = facts.likeness @ model.learned + (applied / cases).astype(np.float32)
        learned = scaled(np.maximum(expected, 0) * rare * (applied > 1))
    family = _LEARNED * learned + (1 - _LEARNED) * votes
    named = scaled(model.corpus.applies.T @ voters)
    scores: Floats = (family[model.family] + _NAMED_ACT * named).astype(np.float32)
    return scores


def _voters(facts: Facts) -> Floats:
    """The weight of the nearest cases, the steeper the fewer they are."""
    weight = np.zeros_like(facts.weight)
    near = facts.near[:_VOTERS]
    weight[near] = facts.weight[near] ** (_VOTE_STEEPNESS / 2)
    return weight

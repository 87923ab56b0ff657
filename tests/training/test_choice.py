"""Weighing what speaks for a provision: what is right comes out likeliest, and nothing where nothing is right."""

import numpy as np
import pytest

from qa.retrieval.provisions.signals import SIGNALS
from training.choice import Case, weigh

MEANING = SIGNALS.index("meaning")
NOISE = SIGNALS.index("cited")


def case(meanings: list[float], right: int | None, draws: np.random.Generator) -> Case:
    rows = np.zeros((len(meanings), len(SIGNALS)))
    rows[:, MEANING], rows[:, NOISE] = meanings, draws.random(len(meanings))
    return Case(rows, np.array([float(place == right) for place in range(len(meanings))]))


@pytest.fixture
def cases() -> list[Case]:
    draws = np.random.default_rng(1)
    near = [case([0.8, 0.4, 0.3], 0, draws) for _ in range(40)]
    return near + [case([0.4, 0.3, 0.35], None, draws) for _ in range(40)]


def test_the_signal_that_tells_gets_the_weight(cases: list[Case]) -> None:
    weights = weigh(cases, penalty=1e-3).weights
    assert weights[MEANING] > 5 * abs(weights[NOISE])


def test_a_provision_is_probable_where_it_is_near_and_none_is_where_none_is(cases: list[Case]) -> None:
    choice = weigh(cases, penalty=1e-3)
    assert choice.probabilities(cases[0].rows)[0] > 0.8
    assert choice.probabilities(cases[-1].rows).sum() < 0.2


def test_without_candidates_there_is_no_probability(cases: list[Case]) -> None:
    assert weigh(cases, penalty=1e-3).probabilities(np.empty((0, len(SIGNALS)))).shape == (0,)

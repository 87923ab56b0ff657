"""What the weighed signals find on questions that they were not weighed on."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.retrieval.choice import Choice
from qa.understanding.wants import WANTS
from training.choice import Case, ranked, weigh
from training.provisions.questions import Wanted

PLACES = (1, 3, 10)
FOLDS = 4


def report(kinds: Mapping[str, Sequence[Case]], settings: Mapping[str, Any]) -> str:
    """For each kind of question the share found at each of `PLACES`, then the calibration of the first ones."""
    chosen = [_weighed_without(kinds, fold, settings) for fold in range(FOLDS)]
    lines, firsts = [], list[tuple[float, bool]]()
    for kind, cases in kinds.items():
        of_each = [ranked(chosen[at % FOLDS], case) for at, case in enumerate(cases)]
        shares = [np.mean([right[:few].any() for _, right in of_each]) for few in PLACES]
        first = [(float(chances[0]), bool(right[0])) for chances, right in of_each if len(right)]
        firsts += first
        sure = [np.mean([chance >= least for chance, _ in first]) for least in (0.2, 0.3, 0.4, 0.5)]
        lines.append(f"{kind} {len(cases)}: found {_figures(shares)}; shown from 0.2, 0.3, 0.4, 0.5: {_figures(sure)}")
    for tenth in range(10):
        within = [first for first in firsts if tenth <= first[0] * 10 < tenth + 1]
        if within:
            said, right = np.mean(within, axis=0)
            lines.append(f"said {said:.2f}, right {right:.2f}, {len(within)} questions")
    return "\n".join(lines)


def wants_told(asked: Sequence[Wanted], chances: NDArray[np.float32]) -> str:
    """For each want how many questions want it, and how many of them are told to want each; then how sure that is."""
    told = chances.argmax(axis=1)
    lines = [f"{'':10}" + "".join(f"{want:>10}" for want in WANTS)]
    for want in WANTS:
        rows = [place for place, question in enumerate(asked) if question.want == want]
        lines.append(f"{want:10}" + "".join(f"{sum(told[rows] == place):10}" for place in range(len(WANTS))))
    sure = chances.max(axis=1)
    right = np.array([WANTS[place] for place in told]) == np.array([question.want for question in asked])
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 1.01)):
        within = (sure >= low) & (sure < high)
        if within.any():
            lines.append(f"said {sure[within].mean():.2f}, right {right[within].mean():.2f}, {within.sum()} questions")
    return "\n".join([*lines, f"right {right.mean():.3f}"])


def _weighed_without(kinds: Mapping[str, Sequence[Case]], fold: int, settings: Mapping[str, Any]) -> Choice:
    rest = [case for cases in kinds.values() for at, case in enumerate(cases) if at % FOLDS != fold]
    return weigh(rest, settings["penalty"])


def _figures(shares: Sequence[Any]) -> str:
    return ", ".join(f"{share:.3f}" for share in shares)

"""Weigh what speaks for a case that a question describes: `python -m training.cases OUT_FILE GRAPH QUESTIONS_DIR`."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from kg.store import Store
from kg.stores.open import open_store
from qa.evidence import Evidence
from qa.query.known import told
from qa.retrieval.cases.signals import SIGNALS, candidates
from qa.understanding.understand import understand
from training.cases.questions import Described, read_described
from training.choice import Case, ranked, weigh, write

PENALTY = 1e-3  # on the squares of the weights
PLACES = (1, 5)
ABOUT = "What speaks for a case, weighed by training/cases; `none` is the worth of no case."


def main(out: Path, graph: str, folder: Path) -> None:
    """Say how well cases are found for a writer whose questions were not weighed, then weigh on all."""
    store = open_store(graph)
    asked = read_described(folder, store)
    weighed = [_case(store, question, place) for place, question in enumerate(asked)]
    _report(asked, weighed)
    write({"vectors": weigh(weighed, PENALTY)}, SIGNALS, ABOUT, out)


def _case(store: Store, question: Described, place: int) -> Case:
    if place % 100 == 0:
        print(f"{place} questions looked up", flush=True)
    found, rows = candidates(understand(store, question.text), Evidence(store), told(question.text))
    return Case(rows, np.array([float(one.case.id in question.cases) for one in found]))


def _report(asked: Sequence[Described], weighed: Sequence[Case]) -> None:
    """By kind the share found at each of `PLACES`, and how sure the first are: right ones, and those where none is."""
    firsts: list[tuple[float, bool, bool]] = []
    shares: Mapping[str, list[list[bool]]] = {question.kind: [] for question in asked}
    for writer in sorted({question.writer for question in asked}):
        pairs = list(zip(asked, weighed, strict=True))
        choice = weigh([case for question, case in pairs if question.writer != writer], PENALTY)
        for question, case in (pair for pair in pairs if pair[0].writer == writer):
            chances, right = ranked(choice, case)
            shares[question.kind].append([bool(right[:few].any()) for few in PLACES])
            firsts.append((float(chances.max(initial=0.0)), bool(right[:1].any()), question.kind == "none"))
    for kind, found in shares.items():
        print(f"{kind} {len(found)}: found " + ", ".join(f"{share:.3f}" for share in np.mean(found, axis=0)))
    for least in (0.1, 0.2, 0.25, 0.3, 0.4, 0.5):
        shown = [(right, none) for chance, right, none in firsts if chance >= least]
        of_none = sum(none for _, none in shown) / sum(none for *_, none in firsts)
        answered = [right for right, none in shown if not none]
        share = len(answered) / sum(not none for *_, none in firsts)
        print(f"from {least}: {share:.3f} answered, {np.mean(answered):.3f} of them right; {of_none:.3f} of none")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))

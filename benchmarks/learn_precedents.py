"""Learns what each signal of precedents weighs, from who cites whom in a graph.

A query is the beginning of a judgment: its first passages that name neither a case nor a provision, names of people
and places masked. What it cites is relevant, and it may not speak itself: its citations, its passages and its text are
hidden from every signal. The weights make the cited cases likely among all cases (softmax; Cao et al. 2007, ListNet).

Run: python -m benchmarks.learn_precedents GRAPH.db --queries 700
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.optimize import minimize
from scipy.special import logsumexp

from benchmarks.tried_signals import TRIED
from kg.edges import Mentions
from kg.nodes import Chunk, of_type
from kg.store import Store
from kg.stores.open import open_store
from qa.evaluation.retrieval import paired_p
from qa.research.corpus import Corpus
from qa.research.index import Model, model_of
from qa.research.rank import GROUPS
from qa.research.signals import SIGNALS, read_facts
from qa.research.text_index import Floats

_WORDS = (150, 800)
_NAME = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][a-z]+\b")
_SHRINKAGE = 0.01
_FOLDS = 3
_NEVER = -1e9

ALL = SIGNALS | TRIED

Rows = NDArray[np.intp]


def facts(store: Store, corpus: Corpus, row: int, naming: set[str], words: int) -> str:
    """The first `words` words of a case in passages that name no authority."""
    passages = [corpus.passages[i] for i in np.flatnonzero(corpus.owner == row)]
    told: list[str] = []
    for passage in of_type(Chunk, store.nodes([id for id in passages if id not in naming])):
        told += _NAME.sub("X", passage.text).split()
        if len(told) >= words:
            break
    return " ".join(told[:words])


def queries(store: Store, model: Model, wanted: int) -> list[tuple[int, str, Rows]]:
    """Cases drawn once that cite others of the corpus: row, facts, rows of the cited."""
    draw = np.random.default_rng(0)
    naming = {edge.source for edge in store.scan_edges(Mentions)}
    citing = np.flatnonzero(np.diff(model.between.indptr))
    drawn = []
    for row in draw.permutation(citing)[:wanted]:
        text = facts(store, model.corpus, int(row), naming, int(draw.integers(*_WORDS)))
        cited = np.setdiff1d(model.between[row].indices, [row])
        if len(text.split()) >= _WORDS[0] // 2 and len(cited):
            drawn.append((int(row), text, cited))
    return drawn


def signals(model: Model, row: int, text: str) -> Floats:
    """Every signal, those tried included, for the facts of a case that may not speak: shape (cases, signals)."""
    own = np.zeros(len(model.corpus.cases), np.bool_)
    own[row] = True
    seen = read_facts(model, text, own)
    return np.stack([signal(seen) for signal in ALL.values()], axis=1)


def learn(seen: Sequence[Floats], rows: Sequence[int], cited: Sequence[Rows]) -> Floats:
    """Weights, none below 0, under which the cited cases are likeliest."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = _SHRINKAGE * len(seen) * weights @ weights, 2 * _SHRINKAGE * len(seen) * weights
        for values, row, relevant in zip(seen, rows, cited, strict=True):
            scores = values @ weights
            scores[row] = _NEVER
            likely = np.exp(scores - logsumexp(scores))
            total += logsumexp(scores) - scores[relevant].mean()
            slope = slope + likely @ values - values[relevant].mean(axis=0)
        return float(total), slope

    start = np.ones(seen[0].shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start))
    return np.asarray(found.x, np.float32)


def average_precision(values: Floats, weights: Floats, row: int, relevant: Rows) -> float:
    """Of the cited cases among all others."""
    scores = values @ weights
    scores[row] = _NEVER
    place = np.empty(len(scores), np.intp)
    place[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    places = np.sort(place[relevant])
    return float(np.mean(np.arange(1, len(places) + 1) / places))


@dataclass(frozen=True, slots=True)
class Drawn:
    """Queries with the values of all signals: `seen` has (cases, signals) for each."""

    rows: list[int]
    cited: list[Rows]
    seen: list[Floats]

    def only(self, names: Collection[str]) -> "Drawn":
        """The same with these signals alone."""
        columns = [place for place, name in enumerate(ALL) if name in names]
        return Drawn(self.rows, self.cited, [values[:, columns] for values in self.seen])

    def learned(self, which: Collection[int]) -> Floats:
        """The weights that some of the queries teach."""
        return learn([self.seen[i] for i in which], [self.rows[i] for i in which], [self.cited[i] for i in which])

    def precisions(self) -> Floats:
        """Average precision of each query under the weights that other queries teach."""
        every = range(len(self.rows))
        found = np.zeros(len(every), np.float32)
        for fold in range(_FOLDS):
            weights = self.learned([i for i in every if i % _FOLDS != fold])
            for i in every[fold::_FOLDS]:
                found[i] = average_precision(self.seen[i], weights, self.rows[i], self.cited[i])
        return found


@click.command()
@click.argument("graph")
@click.option("--queries", "wanted", type=int, default=700, show_default=True)
def main(graph: str, wanted: int) -> None:
    """Print MAP of sets of signals on cases that their weights were not learned from, and the weights of ours."""
    store = open_store(graph)
    model = model_of(store)
    asked = queries(store, model, wanted)
    seen = [signals(model, row, text) for row, text, _ in track(asked, "Asking")]
    store.close()
    drawn = Drawn([row for row, _, _ in asked], [cited for _, _, cited in asked], seen)
    ours = drawn.only(SIGNALS).precisions()
    table = Table("signals", "MAP", "p against ours")
    sets = {name: {name} for name in ALL}
    sets |= {"words": {*GROUPS["words"]}, "graph": {*GROUPS["graph"]}, "ours": {*SIGNALS}}
    sets |= {f"ours and {name}": {*SIGNALS, name} for name in TRIED}
    for name, chosen in sets.items():
        theirs = drawn.only(chosen).precisions()
        p_value = paired_p(*({str(i): float(ap) for i, ap in enumerate(found)} for found in (ours, theirs)))
        table.add_row(name, f"{theirs.mean():.4f}", f"{p_value:.4f}")
    Console(width=100).print(table, f"{len(asked)} queries; the weights of ours:")
    for name, weight in zip(SIGNALS, drawn.only(SIGNALS).learned(range(len(asked))), strict=True):
        click.echo(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()

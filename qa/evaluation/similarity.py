"""Measures likeness of cases on pairs that experts have scored."""

import csv
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from extraction.errors import first_line
from extraction.labels import LabelError
from extraction.progress import Progress, unheard
from kg.build.build import build
from kg.nodes import Case, Chunk, of_type
from kg.search.embedding import default_embedder
from kg.store import Store
from kg.stores.open import open_store
from qa.research.corpus import Corpus, read_corpus
from qa.research.similar import likeness, mean_rank, telling_passages
from qa.research.text_index import Floats

_RESAMPLES = 2000  # draws of the bootstrap


@dataclass(frozen=True, slots=True)
class Correlation:
    """A coefficient with its 95% interval (bootstrap over the pairs, percentiles)."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SimilarityMeasured:
    """How far likeness follows the experts' scores; `views` are Pearson's coefficients of each view alone."""

    pearson: Correlation
    spearman: Correlation
    views: dict[str, float]
    predictions: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures as one object of plain JSON types."""
        told: dict[str, Any] = {}
        for name in ("pearson", "spearman"):
            found: Correlation = getattr(self, name)
            told |= {name: found.value, f"{name}_interval": [found.low, found.high]}
        return {**told, "views": self.views, "pairs": len(self.predictions)}


def measure_similarity(folder: Path, progress: Progress = unheard) -> SimilarityMeasured:
    """Score the pairs of the CSV file in `folder` (two stems and a score from 0 to 1) over the documents in it.

    The documents are built into a graph of their own, so that nothing but they counts. Raises LabelError where
    the pairs cannot be read or name a document that is not there.
    """
    pairs = _pairs(folder)
    with tempfile.TemporaryDirectory() as home:
        store = open_store(str(Path(home, "graph.db")), create=True)
        try:
            build(store, [folder], progress=progress)
            return _measured(store, pairs, folder)
        finally:
            store.close()


def _measured(store: Store, pairs: Sequence[tuple[str, str, float]], folder: Path) -> SimilarityMeasured:
    corpus = read_corpus(store)
    views_of = likeness(corpus, _embedded(store, corpus))
    row = {case: i for i, case in enumerate(views_of.cases)}
    place: dict[str, int] = {}
    for node in store.scan_nodes(Case):
        for name in node.documents:
            place[name.rpartition("/")[2]] = row[node.id]
    missing = sorted({stem for one, other, _ in pairs for stem in (one, other)} - set(place))
    if missing:
        raise LabelError(
            f"{folder}: there is no judgment {', '.join(missing[:5])} in it; add the file, or mend the pair"
        )
    left, right = (np.array([place[pair[side]] for pair in pairs], np.intp) for side in (0, 1))  # type: ignore[index]
    views = views_of.pairs(left, right)
    scores, gold = mean_rank(views), np.array([score for _, _, score in pairs])
    return SimilarityMeasured(
        _correlation(stats.pearsonr, scores, gold),
        _correlation(stats.spearmanr, scores, gold),
        {name: round(float(stats.pearsonr(view, gold)[0]), 4) for name, view in views.items()},
        [
            {"pair": [one, other], "score": round(float(score), 4)}
            for (one, other, _), score in zip(pairs, scores, strict=True)
        ],
    )


def _embedded(store: Store, corpus: Corpus) -> tuple[NDArray[np.intp], Floats]:
    """The passages that tell most, embedded."""
    embedder = default_embedder()
    chosen = telling_passages(corpus)
    passages = of_type(Chunk, store.nodes([corpus.passages[at] for at in chosen]))
    return chosen, embedder.encode([passage.text for passage in passages])


def _pairs(folder: Path) -> list[tuple[str, str, float]]:
    tables = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    if len(tables) != 1:
        raise LabelError(f"{folder}: it needs one CSV file of pairs and their scores, and has {len(tables)}")
    try:
        pairs = list(_scored(tables[0]))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelError(f"{tables[0]}: it cannot be read as CSV in UTF-8 ({first_line(error)})") from error
    if len(pairs) < 3 or len({score for *_, score in pairs}) < 2:
        raise LabelError(f"{tables[0]}: it needs three pairs or more, and scores that differ")
    return pairs


def _scored(table: Path) -> Iterator[tuple[str, str, float]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        for number, line in enumerate(csv.reader(file), 1):
            if line and not (number == 1 and not _number(line[-1])):
                if len(line) != 3 or not _number(line[2]):
                    raise LabelError(f"{table}, line {number}: it needs two documents and a score")
                yield line[0].strip(), line[1].strip(), float(line[2])


def _number(text: str) -> bool:
    try:
        return bool(np.isfinite(float(text)))
    except ValueError:
        return False


def _correlation(coefficient: Any, scores: Any, gold: Any) -> Correlation:
    def of(one: Any, other: Any) -> float:
        return float(coefficient(one, other)[0]) if np.ptp(one) and np.ptp(other) else np.nan

    options = {"n_resamples": _RESAMPLES, "method": "percentile", "rng": np.random.default_rng(0)}
    with warnings.catch_warnings(action="ignore", category=stats.DegenerateDataWarning):
        drawn = stats.bootstrap((scores, gold), of, paired=True, vectorized=False, **options).bootstrap_distribution
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    return Correlation(round(float(coefficient(scores, gold)[0]), 4), round(float(low), 4), round(float(high), 4))

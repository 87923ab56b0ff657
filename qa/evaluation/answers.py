"""Measures answers against labelled questions."""

import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from extraction.labels import read_aliases, write_items
from extraction.progress import Progress, unheard
from kg.store import Store
from qa.ask import ask
from qa.evaluation.scoring import Score, fabricated_names, false_quotes, score
from qa.evidence import Signal
from qa.labelled import read_questions
from qa.models.interface import LanguageModel
from qa.text.stems import squeeze


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was answered to one labelled question; `answer` is the answer's JSON form, `seconds` its latency."""

    id: str
    answer: dict[str, Any]
    seconds: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over all questions; F1 and its parts are means over the answerable ones, latencies milliseconds."""

    f1: float
    precision: float
    recall: float
    by_type: dict[str, float]
    refused: dict[str, float]
    fabricated: int
    false_quotes: int
    latency_ms: dict[str, float]
    scores: dict[str, Score]
    predictions: list[Prediction]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        return {
            "f1": self.f1,
            "precision": self.precision,
            "recall": self.recall,
            "by_type": self.by_type,
            "refused": self.refused,
            "fabricated": self.fabricated,
            "false_quotes": self.false_quotes,
            "latency_ms": self.latency_ms,
        }


def evaluate(
    store: Store,
    questions: Path,
    model: LanguageModel | None = None,
    texts: Sequence[Path] = (),
    progress: Progress = unheard,
    without: frozenset[Signal] = frozenset(),
) -> Evaluation:
    """Ask every question of the file (JSON lines) and score the answers.

    An `aliases.json` beside the file groups documents that hold the same judgment. `texts` are folders of
    documents in which source quotes are looked up; `without` switches signals off. Raises LabelError for a
    file that cannot be read.
    """
    gold = read_questions(questions)
    predictions = []
    for number, item in enumerate(gold, 1):
        started = time.perf_counter()
        answer = ask(store, item["question"], model, without=without).as_json()
        predictions.append(Prediction(item["id"], answer, time.perf_counter() - started))
        progress(number, len(gold), item["id"])
    return measure(gold, predictions, read_aliases(questions.parent / "aliases.json"), read_texts(texts))


def measure(
    gold: Sequence[Mapping[str, Any]],
    predictions: Sequence[Prediction],
    alias: Mapping[str, str],
    texts: Mapping[str, str],
) -> Evaluation:
    """The figures for `predictions`, one for each question of `gold` in the same order."""
    scores: dict[str, Score] = {}
    by_type: dict[str, list[float]] = defaultdict(list)
    refused: dict[str, list[bool]] = {"unanswerable": [], "answerable": []}
    for item, prediction in zip(gold, predictions, strict=True):
        side = "answerable" if item["answerable"] else "unanswerable"
        refused[side].append(bool(prediction.answer.get("refused")))
        if item["answerable"]:
            scores[item["id"]] = score(item, prediction.answer, alias)
            by_type[item["type"]].append(scores[item["id"]].f1)
    seconds = [prediction.seconds for prediction in predictions] or [0.0]
    return Evaluation(
        f1=_mean(s.f1 for s in scores.values()),
        precision=_mean(s.precision for s in scores.values()),
        recall=_mean(s.recall for s in scores.values()),
        by_type={kind: _mean(values) for kind, values in sorted(by_type.items())},
        refused={side: sum(values) / max(1, len(values)) for side, values in refused.items()},
        fabricated=sum(len(fabricated_names(p.answer)) for p in predictions),
        false_quotes=sum(false_quotes(p.answer, texts) for p in predictions),
        latency_ms={f"p{p}": round(float(np.percentile(seconds, p)) * 1000, 1) for p in (50, 95)},
        scores=scores,
        predictions=list(predictions),
    )


def write_predictions(evaluation: Evaluation, path: Path) -> None:
    """One JSON line a question: its `id` and the `answer`, for scoring elsewhere."""
    write_items(path, ({"id": p.id, "answer": p.answer} for p in evaluation.predictions))


def read_texts(folders: Sequence[Path]) -> dict[str, str]:
    """The squeezed text of every file in the folders, by stem."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.*"))]
    return {path.stem: squeeze(path.read_text(encoding="utf-8", errors="replace")) for path in paths}


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return round(sum(numbers) / max(1, len(numbers)), 4)

"""Measures the names found in sentences and preambles against labelled ones, and how fast they are found."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extraction.evaluation.figures import Figures
from extraction.evaluation.spans import Spans, score
from extraction.labels import read_items
from extraction.ner.reading import Name
from extraction.ner.tags import LABELS
from extraction.pipeline import nlp
from extraction.progress import Progress, unheard

NEEDED = {"text": str, "spans": list}
_AT_ONCE = 256  # texts between two steps of the progress bar
_THREADS = 2  # parts that are read side by side


@dataclass(frozen=True, slots=True)
class NamesMeasured:
    """Strict figures (same start, end and label) over all labels and for each.

    `words_per_second` is of grammar and tagger together, on two threads. `predictions` are in the labels' own form.
    """

    micro: Figures
    by_label: dict[str, Figures]
    words_per_second: int
    predictions: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        figures = asdict(self)
        del figures["predictions"]
        return figures


def measure_names(labels: Sequence[Path], progress: Progress = unheard) -> NamesMeasured:
    """Find the names in labelled texts (JSON lines with `text` and `spans`) and compare. Raises LabelError."""
    items = [item for path in labels for item in read_items(path, NEEDED, _wrong)]
    nlp()(items[0]["text"])
    began = time.perf_counter()
    names = _found([item["text"] for item in items], progress)
    seconds = time.perf_counter() - began
    scores = score([_spans(item["spans"]) for item in items], [_triples(own) for own in names])
    words = sum(len(item["text"].split()) for item in items)
    return NamesMeasured(
        micro=scores.micro,
        by_label=scores.by_label,
        words_per_second=round(words / seconds),
        predictions=[
            {"id": item.get("id", index), "spans": [[n.start, n.end, n.label] for n in own]}
            for index, (item, own) in enumerate(zip(items, names, strict=True))
        ],
    )


def _found(texts: Sequence[str], progress: Progress) -> list[list[Name]]:
    """The names of each text, read by the whole pipeline as in a build."""
    parts = [texts[at : at + _AT_ONCE] for at in range(0, len(texts), _AT_ONCE)]
    found: list[list[Name]] = []
    with ThreadPoolExecutor(_THREADS) as pool:
        for done, names in enumerate(pool.map(_names, parts), 1):
            found += names
            progress(done, len(parts), "")
    return found


def _names(texts: Sequence[str]) -> list[list[Name]]:
    return [doc._.names for doc in nlp().pipe(texts, batch_size=_AT_ONCE)]


def _triples(names: Sequence[Name]) -> Spans:
    return frozenset((name.start, name.end, name.label) for name in names)


def _wrong(item: dict[str, Any]) -> str:
    if all(_is_span(span, len(item["text"])) for span in item["spans"]):
        return ""
    return f"each span is [start, end, label] inside the text, with one of the labels {', '.join(LABELS)}"


def _is_span(span: Any, length: int) -> bool:
    if not isinstance(span, list) or len(span) != 3 or span[2] not in LABELS:
        return False
    start, end, _ = span
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length


def _spans(raw: Sequence[Sequence[Any]]) -> Spans:
    return frozenset((start, end, label) for start, end, label in raw)

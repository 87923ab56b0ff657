"""Measures how mentions of cases are treated, and by whom, against labelled mentions."""

from bisect import insort
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extraction.annotations import source
from extraction.citations.cases import FoundCase
from extraction.documents.files import load
from extraction.evaluation.figures import Figures, by_label
from extraction.evaluation.spans import overlapping
from extraction.extracting import extract
from extraction.labels import by_document, read_items, wrong_place
from extraction.light_spacy import Doc
from extraction.progress import Progress, unheard
from extraction.reading import read
from extraction.records import Judgment
from extraction.treatment.treatment import judge

AVERAGED = ("followed", "distinguished", "overruled", "doubted", "cited")
"""The labels that macro-F1 is the mean over."""
LABELS = (*AVERAGED, "affirmed", "reversed")
NEEDED = {"doc": str, "start": int, "end": int, "label": str, "by": str}
SPEAKERS = ("court", "counsel", "other")


@dataclass(frozen=True, slots=True)
class TreatmentMeasured:
    """Figures over all labelled mentions; `found` of them are mentions to the extraction too.

    `predictions` are in the labels' own form and order, with their `index` in the file.
    """

    macro_f1: float
    by_label: dict[str, Figures]
    by_accuracy: float
    by_speaker: dict[str, Figures]
    found: int
    predictions: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        figures = asdict(self)
        del figures["predictions"]
        return figures


def measure_treatment(labels: Path, texts: Sequence[Path], progress: Progress = unheard) -> TreatmentMeasured:
    """Read the documents that the labels (JSON lines) point into and compare the treatment of each mention.

    A labelled mention that extraction passes over is judged where it stands all the same. Raises LabelError and
    DocumentError for labels and texts that cannot be read.
    """
    items = read_items(labels, NEEDED, _wrong)
    documents = by_document(items, texts)
    judged: dict[int, dict[str, Any]] = {}
    for done, (path, indexes) in enumerate(documents, 1):
        spans = [(items[i]["start"], items[i]["end"]) for i in indexes]
        judged |= dict(zip(indexes, _judged(path, spans), strict=True))
        progress(done, len(documents), path.stem)
    return _compared(items, [judged[index] for index in range(len(items))])


def _wrong(item: dict[str, Any]) -> str:
    known = item["label"] in LABELS
    return wrong_place(item) or ("" if known else f"{item['label']!r} is no treatment; give one of {', '.join(LABELS)}")


def _compared(items: Sequence[dict[str, Any]], judged: Sequence[dict[str, Any]]) -> TreatmentMeasured:
    labels = by_label([i["label"] for i in items], [j["label"] for j in judged], LABELS)
    speakers = by_label([i["by"] for i in items], [j["by"] for j in judged], SPEAKERS)
    predictions = [
        {"index": index, **{key: item[key] for key in ("doc", "start", "end")}, "label": j["label"], "by": j["by"]}
        for index, (item, j) in enumerate(zip(items, judged, strict=True))
    ]
    return TreatmentMeasured(
        macro_f1=round(sum(labels[label].f1 for label in AVERAGED) / len(AVERAGED), 4),
        by_label=labels,
        by_accuracy=round(sum(i["by"] == j["by"] for i, j in zip(items, judged, strict=True)) / len(items), 4),
        by_speaker=speakers,
        found=sum(j["found"] for j in judged),
        predictions=predictions,
    )


def _judged(path: Path, spans: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    """The treatment of the mention at each span of a document."""
    document = load(path, path.stem)
    extraction = extract(document)
    references = extraction.references if isinstance(extraction, Judgment) else ()
    mentions = [mention for reference in references for mention in reference.mentions]
    found = [overlapping(mentions, start, end) for start, end in spans]
    doc = read("" if all(found) else document.text)
    judged = []
    for (start, end), mention in zip(spans, found, strict=True):
        label, by = (mention.treatment, mention.by) if mention else _judged_alone(doc, start, end)
        judged.append({"label": label, "by": by, "found": mention is not None})
    return judged


def _judged_alone(doc: Doc, start: int, end: int) -> tuple[str, str]:
    """The treatment of what stands at a span, taken for a case's name whatever extraction says of it."""
    text = source(doc)
    cases = [case for case in doc._.cases if case.end <= start or case.start >= end]
    named = FoundCase(start, end, "short", "", "", text[start:end], (), None)
    insort(cases, named, key=lambda case: case.start)
    judged = judge(text, doc._.sentences, cases)[cases.index(named)]
    return judged.treatment, judged.by

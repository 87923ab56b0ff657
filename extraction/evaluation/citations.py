"""Measures which mentions of cases and which citations are found, in which form, against labelled ones."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extraction.citations.citations import FoundCitation
from extraction.documents.files import load
from extraction.evaluation.figures import Figures, by_label
from extraction.evaluation.spans import overlapping
from extraction.labels import by_document, read_items, wrong_place
from extraction.light_spacy import Doc
from extraction.progress import Progress, unheard
from extraction.reading import read as read_text

NEEDED = {"doc": str, "start": int, "end": int}
MISSED = "missed"


@dataclass(frozen=True, slots=True)
class CitationsMeasured:
    """Figures by form: of a mention full, parallel, citation_only, short or supra; of a bare citation its reporter.

    `found` is the share of labels where anything is found, `exact` that of spans found to the character, `canonical`
    that of labelled citations read as labelled (None where no label gives a citation). `unlabelled` counts what is
    found in the labelled documents where no label stands: errors if the labels are complete, no matter if they are
    a sample. `predictions` are in the labels' own form and order, with their `index` in the file.
    """

    by_form: dict[str, Figures]
    found: float
    exact: float
    canonical: float | None
    unlabelled: int
    predictions: list[dict[str, Any]]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        figures = asdict(self)
        del figures["predictions"]
        return figures


@dataclass(frozen=True, slots=True)
class _Read:
    """What was found at a span."""

    start: int
    end: int
    form: str
    citations: tuple[str, ...]


@dataclass(slots=True)
class _Compared:
    """Labels and what was read, by index in the file."""

    gold: dict[int, str] = field(default_factory=dict)
    read: dict[int, _Read | None] = field(default_factory=dict)
    unlabelled: int = 0


def measure_citations(labels: Path, texts: Sequence[Path], progress: Progress = unheard) -> CitationsMeasured:
    """Read the documents that the labels (JSON lines) point into and compare what is found with each label.

    A label with `form` is of a mention of a case, its names included; one without is of a citation alone, whose
    canonical text `citation` may give. Raises LabelError and DocumentError for what cannot be read.
    """
    items = read_items(labels, NEEDED, _wrong)
    documents = by_document(items, texts)
    compared = _Compared()
    for done, (path, indexes) in enumerate(documents, 1):
        text = load(path, path.stem).text
        _compare(text, read_text(text), {index: items[index] for index in indexes}, compared)
        progress(done, len(documents), path.stem)
    return _measured(items, compared)


def _wrong(item: dict[str, Any]) -> str:
    wrong = [key for key in ("form", "citation") if not isinstance(item.get(key, ""), str)]
    return wrong_place(item) or (f"{wrong[0]} is to be text" if wrong else "")


def _compare(text: str, doc: Doc, items: dict[int, dict[str, Any]], compared: _Compared) -> None:
    mentions = [_Read(c.start, c.end, c.form, tuple(x.text for x in c.citations)) for c in doc._.cases]
    citations = [_bare(found) for found in doc._.citations]
    touched: set[tuple[int, int]] = set()
    for index, item in items.items():
        read = overlapping(mentions if "form" in item else citations, item["start"], item["end"])
        compared.gold[index] = item["form"] if "form" in item else _reporter(text, item)
        compared.read[index] = read
        touched |= {(read.start, read.end)} if read else set()
    labelled = mentions if any("form" in item for item in items.values()) else citations
    compared.unlabelled += sum((read.start, read.end) not in touched for read in labelled)


def _bare(found: FoundCitation) -> _Read:
    return _Read(found.start, found.end, found.citation.reporter, (found.citation.text,))


def _reporter(text: str, item: dict[str, Any]) -> str:
    """The reporter of a labelled citation, as far as its own text tells."""
    printed = item.get("citation") or text[item["start"] : item["end"]]
    found = read_text(str(printed))._.citations
    return found[0].citation.reporter if found else "unknown"


def _measured(items: Sequence[dict[str, Any]], compared: _Compared) -> CitationsMeasured:
    reads = [compared.read[index] for index in range(len(items))]
    gold = [compared.gold[index] for index in range(len(items))]
    predicted = [read.form if read else MISSED for read in reads]
    spans = [
        (item["start"], item["end"]) == (read.start, read.end) for item, read in zip(items, reads, strict=True) if read
    ]
    texts = [_same_text(item["citation"], read) for item, read in zip(items, reads, strict=True) if "citation" in item]
    return CitationsMeasured(
        by_form=by_label(gold, predicted, sorted(set(gold))),
        found=round(sum(read is not None for read in reads) / len(items), 4),
        exact=round(sum(spans) / len(items), 4),
        canonical=round(sum(texts) / len(texts), 4) if texts else None,
        unlabelled=compared.unlabelled,
        predictions=[
            _prediction(index, item, read) for index, (item, read) in enumerate(zip(items, reads, strict=True))
        ],
    )


def _same_text(citation: str, read: _Read | None) -> bool:
    canonical = [found.citation.text for found in read_text(citation)._.citations] or [citation]
    return read is not None and set(canonical) <= set(read.citations)


def _prediction(index: int, item: dict[str, Any], read: _Read | None) -> dict[str, Any]:
    if read is None:
        return {"index": index, "doc": item["doc"], "start": None, "end": None, "form": None, "citations": []}
    return {
        "index": index,
        "doc": item["doc"],
        "start": read.start,
        "end": read.end,
        "form": read.form,
        "citations": list(read.citations),
    }

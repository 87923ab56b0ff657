"""Measures heads and authorities of judgments, as a graph has them, against labels made by reading the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extraction.labels import read_items
from extraction.progress import Progress, unheard
from kg.evaluation.authorities import Authorities
from kg.evaluation.heads import Heads
from kg.evaluation.labelled import labelled_cases
from kg.store import Store

Kind = Literal["heads", "authorities"]
KINDS: Mapping[Kind, type[Heads] | type[Authorities]] = {"heads": Heads, "authorities": Authorities}


@dataclass(frozen=True, slots=True)
class DocumentsMeasured:
    """The figures of one kind of labels, over `counted` of them; `left_out` are folders of which no text is there.

    `predictions` are in the labels' own form and order, each with what is wrong in it; `unread` are documents that
    could not be read, a line each.
    """

    figures: Heads | Authorities
    counted: int
    left_out: list[str]
    predictions: list[dict[str, Any]]
    unread: list[str]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        return self.figures.as_json()


def measure_documents(
    labels: Path, kind: Kind, texts: Sequence[Path], store: Store | None = None, progress: Progress = unheard
) -> DocumentsMeasured:
    """Compare heads or authorities of judgments with labels (JSON lines).

    A label's `doc` is folder and stem of a file ("delhi/7"). Each such folder among `texts` is built into a graph of
    its own, unless a built graph is given. Raises LabelError and StoreError.
    """
    figures = KINDS[kind]()
    items = read_items(labels, figures.needed, figures.wrong)
    with labelled_cases(items, texts, store, progress) as cases:
        predictions = [figures.compare(item, own, case) for item, own, case in cases.found]
        return DocumentsMeasured(figures, len(predictions), cases.left_out, predictions, cases.unread)

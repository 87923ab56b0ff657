"""Measures which case each labelled mention is resolved to, over a whole folder of judgments or a built graph."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extraction.documents.files import DocumentError, find_documents, load
from extraction.evaluation.figures import figures
from extraction.evaluation.spans import overlapping
from extraction.extracting import extract
from extraction.labels import LabelError, read_aliases, read_items, wrong_place
from extraction.progress import Progress, unheard
from extraction.records import Extraction, Judgment
from kg.identity.decisions import decisions_of
from kg.identity.naming import Decision, Naming, namings_of
from kg.ledger.entries import entries, entries_of_documents, extraction_of
from kg.nodes import Document
from kg.store import Store

NEEDED = {"doc": str, "start": int, "end": int, "target": str | None}
"""The target is the stem of a document, or null."""


@dataclass(frozen=True, slots=True)
class FormFigures:
    """Precision and recall of one form of mention (each 0 where undefined), and how many have their case there."""

    precision: float
    recall: float
    present: int
    absent: int
    absent_resolved: float


@dataclass(frozen=True, slots=True)
class ResolutionMeasured:
    """Precision over mentions that are resolved to a document, recall over those whose document is in the corpus.

    `absent_resolved` is the share of mentions of absent cases that are resolved to a document all the same.
    `found` counts mentions that extraction finds at all, `unread` documents that could not be read, a line each.
    `predictions` are in the labels' own form and order, with their `index` in the file.
    """

    precision: float
    recall: float
    absent_resolved: float
    present: int
    absent: int
    by_form: dict[str, FormFigures]
    found: int
    predictions: list[dict[str, Any]]
    unread: list[str]

    def as_json(self) -> dict[str, Any]:
        """The figures alone, as one object of plain JSON types."""
        told = asdict(self)
        del told["predictions"]
        return told


@dataclass(slots=True)
class _Corpus:
    """Names of documents by stem, what the labelled ones say, and what every naming was found to be."""

    names: dict[str, str] = field(default_factory=dict)
    said: dict[str, Judgment] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    documents: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    unread: list[str] = field(default_factory=list)

    def case_of(self, doc: str, start: int, end: int) -> Decision | None:
        """What the mention at a span was found to be; None where extraction finds no mention."""
        judgment = self.said[doc]
        owner = {m: ordinal for ordinal, reference in enumerate(judgment.references) for m in reference.mentions}
        best = overlapping(owner, start, end)
        return self.decisions.get(f"{judgment.name}@{owner[best]}") if best else None


def measure_resolution(
    labels: Path, texts: Sequence[Path], store: Store | None = None, progress: Progress = unheard
) -> ResolutionMeasured:
    """Resolve the mentions that the labels (JSON lines) point at and compare their documents with the `target`s.

    Which case a mention is depends on the whole corpus: that of a built graph, or else all documents in `texts`, read
    and decided in memory. A `target` is a document's stem, or null for a case that is not in the corpus; files that
    `aliases.json` beside the labels lists as one judgment are the same answer. Raises LabelError and StoreError.
    """
    items = read_items(labels, NEEDED, wrong_place)
    docs = {item["doc"] for item in items}
    corpus = _of_graph(store, docs) if store else _of_texts(texts, docs, progress)
    missing = sorted(docs - corpus.said.keys())
    if missing:
        where = "the graph" if store else ", ".join(map(str, texts)) or "no folder"
        raise LabelError(f"there is no judgment {', '.join(missing[:5])} in {where}; labels point into {len(docs)}")
    return _measured(items, corpus, read_aliases(labels.parent / "aliases.json"))


def _of_texts(texts: Sequence[Path], docs: set[str], progress: Progress) -> _Corpus:
    corpus = _Corpus()
    namings: list[Naming] = []
    listing = find_documents(texts)
    for done, file in enumerate(listing.files, 1):
        try:
            said = extract(load(file.path, file.name))
        except DocumentError as error:
            corpus.unread.append(str(error))
            continue
        namings += namings_of(said)
        _note(corpus, file.path.stem, said, docs)
        progress(done, len(listing.files), file.name)
    corpus.decisions = decisions_of(namings)
    _note_documents(corpus, (n for n in namings if n.own))
    return corpus


def _of_graph(store: Store, docs: set[str]) -> _Corpus:
    corpus = _Corpus()
    stems = {n.name: Path(n.name).name for n in store.scan_nodes(Document)}
    wanted = [name for name, stem in stems.items() if stem in docs]
    for name in wanted:
        said = extraction_of(store, name)
        if said:
            _note(corpus, stems[name], said, docs)
    for entry in entries_of_documents(store, wanted):
        corpus.decisions[entry.naming.id] = entry.decision
    owns = entries(store, [f"{name}@own" for name in stems])
    corpus.decisions |= {e.naming.id: e.decision for e in owns}
    _note_documents(corpus, (e.naming for e in owns))
    return corpus


def _note(corpus: _Corpus, stem: str, said: Extraction, docs: set[str]) -> None:
    if stem in docs and isinstance(said, Judgment):
        corpus.said[stem] = said


def _note_documents(corpus: _Corpus, own: Iterable[Naming]) -> None:
    """Keep the documents that are the text of each case, by stem."""
    for naming in own:
        corpus.documents[corpus.decisions[naming.id].case].extend(
            Path(name).name for name in (naming.document, *naming.copies)
        )


def _measured(items: Sequence[dict[str, Any]], corpus: _Corpus, same: Mapping[str, str]) -> ResolutionMeasured:
    found = [corpus.case_of(item["doc"], item["start"], item["end"]) for item in items]
    answers = [sorted(corpus.documents.get(d.case, ())) if d and d.case else [] for d in found]
    right = [
        item["target"] is not None and same.get(item["target"], item["target"]) in {same.get(a, a) for a in answer}
        for item, answer in zip(items, answers, strict=True)
    ]
    forms = [str(item.get("form", "any")) for item in items]
    scored = list(zip(forms, items, answers, right, strict=True))
    overall = _figures([(i, a, r) for _, i, a, r in scored])
    return ResolutionMeasured(
        precision=overall.precision,
        recall=overall.recall,
        absent_resolved=overall.absent_resolved,
        present=overall.present,
        absent=overall.absent,
        by_form={f: _figures([(i, a, r) for form, i, a, r in scored if form == f]) for f in sorted(set(forms))},
        found=sum(d is not None for d in found),
        predictions=[
            _prediction(index, item, answer, decision)
            for index, (item, answer, decision) in enumerate(zip(items, answers, found, strict=True))
        ],
        unread=corpus.unread,
    )


def _figures(scored: Sequence[tuple[Mapping[str, Any], list[str], bool]]) -> FormFigures:
    absent = [bool(answer) for item, answer, _ in scored if item["target"] is None]
    counted = Counter(present=len(scored) - len(absent), answered=sum(bool(answer) for _, answer, _ in scored))
    measured = figures(sum(right for *_, right in scored), counted["answered"], counted["present"])
    share = round(sum(absent) / max(1, len(absent)), 4)
    return FormFigures(measured.precision, measured.recall, counted["present"], len(absent), share)


def _prediction(
    index: int, item: Mapping[str, Any], answer: Sequence[str], decision: Decision | None
) -> dict[str, Any]:
    place = {key: item[key] for key in ("doc", "start", "end")}
    outcome = decision.outcome if decision else "not found"
    case, reason = (decision.case, decision.reason) if decision else ("", "")
    target = {"target": answer[0] if answer else None}
    return {"index": index, **place, **target, "case": case, "outcome": outcome, "reason": reason}

"""Building a graph from files: extraction in several processes, one writer, one transaction a document."""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import process

from extraction import CHUNK_OVERLAP, CHUNK_SIZE, find_documents
from extraction.progress import Progress, unheard
from extraction.records import file_name
from kg.build.change import put, take_out
from kg.build.excerpts import at_their_places, place_excerpts
from kg.build.reading import How, Known, Read, read_all, read_otherwise
from kg.ledger.documents import Provenance, chunk_texts
from kg.ledger.entries import document_id
from kg.nodes import Document, Reference
from kg.search.embedding import Embedder
from kg.search.hybrid import embedder_of
from kg.store import Store, StoreError


@dataclass(slots=True)
class BuildReport:
    """What a build did, by document name.

    `failed` and `notes` (on what was read with a caveat) are lines for the user; `ignored` are files of other kinds.
    """

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    interrupted: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    citations: dict[str, int] = field(default_factory=dict)


def build(
    store: Store,
    paths: Sequence[Path],
    *,
    workers: int = 1,
    chunk_size: int = CHUNK_SIZE,
    chunk_overlap: int = CHUNK_OVERLAP,
    embedder: Embedder | None = None,
    ocr: bool = False,
    progress: Progress = unheard,
) -> BuildReport:
    """Add all documents under `paths` to the graph; those already there and unchanged are skipped.

    `ocr` has scanned pages of PDF files read by tesseract.
    `progress(done, total, name)` is called after every document. Ctrl-C ends the build after the document
    being written; the report then says `interrupted`, and the same call goes on from there.
    """
    listing = find_documents(paths)
    report = BuildReport(failed=list(listing.problems), ignored=[str(path) for path in listing.ignored])
    known = {n.name: Known(n.digest, n.origin) for n in store.scan_nodes(Document) if n.kind != "registry"}
    report.notes += read_otherwise(known.values())
    how = How(chunk_size, chunk_overlap, embedder.name if embedder else "-", ocr)
    done, total = 0, len(listing.files)
    with contextlib.closing(read_all(listing.files, known, workers, how)) as reads:
        try:
            excerpts: list[Read] = []
            for read in reads:
                if read.excerpt:
                    excerpts.append(read)
                else:
                    _take_in(store, read, known, embedder, report)
                done += 1
                progress(done, total, read.file.name)
            place_excerpts(store, embedder)
            placed = at_their_places(store, [read.excerpt for read in excerpts])
            for read, extraction in zip(excerpts, placed, strict=True):
                extractions = (extraction,) if extraction else ()
                _take_in(store, replace(read, extractions=extractions), known, embedder, report)
        except KeyboardInterrupt:
            report.interrupted = True
    report.counts = store.count()
    report.citations = {o: len(store.find(Reference, {"outcome": o})) for o in ("resolved", "ambiguous", "unresolved")}
    return report


def remove(store: Store, name: str) -> None:
    """Take the documents of a file out, and all that only they contributed: all of its judgments where it has several.

    Raises StoreError for a name that is not there.
    """
    if not store.nodes([document_id(name)]):
        names = [node.name for node in store.scan_nodes(Document)]
        near = ", ".join(match for match, _, _ in process.extract(name, names, limit=3, score_cutoff=60))
        hint = f"; near it: {near}" if near else ""
        raise StoreError(f"there is no document {name!r} in the graph{hint}")
    file = file_name(name)
    for part in reversed([node.name for node in store.scan_nodes(Document) if file_name(node.name) == file]):
        take_out(store, part)
    if store.find(Document, {"kind": "excerpt"}, 1):
        place_excerpts(store, embedder_of(store))


def _take_in(store: Store, read: Read, known: dict[str, Known], embedder: Embedder | None, report: BuildReport) -> None:
    name = read.file.name
    report.notes += [f"{name}: {note}" for note in read.notes]
    if read.problem is not None:
        report.failed.append(read.problem)
    elif not read.extractions:
        report.skipped.append(name)
    else:
        _replace(store, read, {other for other in known if file_name(other) == name}, embedder)
        (report.changed if name in known else report.added).append(name)


def _replace(store: Store, read: Read, there: set[str], embedder: Embedder | None) -> None:
    """Write the documents of a file in the place of those `there`; the first, by which it is known, is written last."""
    for gone in sorted(there - {extraction.name for extraction in read.extractions}):
        take_out(store, gone)
    for extraction in reversed(read.extractions):
        vectors = list(embedder.encode(chunk_texts(extraction))) if embedder else None
        put(store, extraction, Provenance(read.digest, str(read.file.path.resolve())), vectors)

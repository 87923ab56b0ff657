"""Building a graph from files: extraction in several processes, one writer, one transaction a document."""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import process

from extraction import CHUNK_OVERLAP, CHUNK_SIZE, find_documents
from extraction.progress import Progress, unheard
from extraction.records import file_name
from kg.build.archives import with_entries
from kg.build.excerpts import at_their_places, place_excerpts
from kg.build.files import KnownFiles
from kg.build.intake import let_go, note_place, take_in
from kg.build.interrupts import noting_interrupts
from kg.build.reading import How, Read, read_all, read_otherwise
from kg.ledger.entries import document_id
from kg.nodes import Document, Reference
from kg.search.embedding import Embedder
from kg.search.hybrid import embedder_of
from kg.store import Store, StoreError


@dataclass(slots=True)
class BuildReport:
    """What a build did, by document name.

    `copies` are files whose content the graph has under another name too, `pruned` files that were gone. `failed` and
    `notes` (on what was read with a caveat) are lines for the user; `ignored` are files of other kinds.
    """

    added: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    pruned: list[str] = field(default_factory=list)
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
    prune: bool = False,
    progress: Progress = unheard,
) -> BuildReport:
    """Add all documents under `paths` to the graph; those already there and unchanged are skipped.

    `ocr` has scanned pages of PDF files read by tesseract; `prune` takes out what is gone from the folders given.
    `progress(done, total, name)` is called after every document. Ctrl-C ends the build after the document
    being written, a second one at once; the report then says `interrupted`, and the same call goes on from there.
    """
    listing = find_documents(paths)
    report = BuildReport(failed=list(listing.problems), ignored=[str(path) for path in listing.ignored])
    known = KnownFiles(store.scan_nodes(Document))
    report.notes += read_otherwise(known)
    listed, unread, missing = with_entries(listing.files, listing.catalogues)
    report.failed += unread
    report.notes += missing
    files = known.named(listed)
    _prune(store, known, known.gone(map(Path, paths), files, listing.unsure), prune, report)
    how = How(chunk_size, chunk_overlap, embedder.name if embedder else "-", ocr)
    done, total = 0, len(files)
    with noting_interrupts() as asked, contextlib.closing(read_all(files, known, workers, how)) as reads:
        try:
            excerpts: list[Read] = []
            for read in _until(asked, reads):
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


def _until(asked: Callable[[], bool], reads: Iterable[Read]) -> Iterator[Read]:
    """What is read, until an interrupt was asked for: the document at hand is finished first."""
    for read in reads:
        yield read
        if asked():
            raise KeyboardInterrupt


def remove(store: Store, name: str) -> None:
    """Take the documents of a file out, and all that only they contributed: all of its judgments where it has several.

    Raises StoreError for a name that is not there.
    """
    if not store.nodes([document_id(name)]):
        names = [node.name for node in store.scan_nodes(Document)]
        near = ", ".join(match for match, _, _ in process.extract(name, names, limit=3, score_cutoff=60))
        hint = f"; near it: {near}" if near else ""
        raise StoreError(f"there is no document {name!r} in the graph{hint}")
    let_go(store, file_name(name), KnownFiles(store.scan_nodes(Document)))
    if store.find(Document, {"kind": "excerpt"}, 1):
        place_excerpts(store, embedder_of(store))


def _take_in(store: Store, read: Read, known: KnownFiles, embedder: Embedder | None, report: BuildReport) -> None:
    name = read.file.name
    report.notes += [f"{name}: {note}" for note in read.notes]
    if read.problem is not None:
        report.failed.append(read.problem)
    elif not read.extractions:
        note_place(store, read, known)
        report.skipped.append(name)
    else:
        earlier = known.get(name)
        take_in(store, read, known, embedder)
        now = known.get(name)
        (report.changed if earlier else report.copies if now and now.copy_of else report.added).append(name)


def _prune(store: Store, known: KnownFiles, gone: Mapping[str, Path], prune: bool, report: BuildReport) -> None:
    """Take out the files that are gone from their folders, or say that they are."""
    for name, folder in gone.items():
        if prune:
            let_go(store, name, known)
            report.pruned.append(name)
        else:
            report.notes.append(f"{name} is gone from {folder}: --prune takes it out")

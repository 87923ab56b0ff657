"""Building a graph from files: extraction in several processes, one writer, one transaction a document."""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path

from rapidfuzz import process

from extraction import CHUNK_OVERLAP, CHUNK_SIZE, DocumentError, extract, find_documents
from extraction.documents.files import DocumentFile, digest, is_pdf, read_bytes, read_document
from extraction.records import Extraction, Statute
from extraction.statutes.statute import unwritten
from extraction.version import extractor_version
from kg.build.change import put, take_out
from kg.ledger.documents import Provenance, chunk_texts
from kg.search.embedding import Embedder
from kg.search.hybrid import embedder_of
from kg.ledger.entries import document_id
from kg.build.excerpts import at_their_places, place_excerpts
from kg.store import Store, StoreError

Progress = Callable[[int, int, str], None]
_AHEAD = 4


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What the graph has of a document of this name."""

    digest: str
    origin: str


@dataclass(frozen=True, slots=True)
class _How:
    """How documents are read: another way makes another version of them."""

    size: int
    overlap: int
    model: str
    ocr: bool

    def versions(self, data: bytes) -> tuple[str, str]:
        """The digest of a file read this way, and of one read so with text recognition."""
        plain = f"{digest(data)} {extractor_version()} {self.size}/{self.overlap}/{self.model}"
        return (f"{plain}/ocr" if self.ocr and is_pdf(data) else plain), f"{plain}/ocr"


@dataclass(frozen=True, slots=True)
class _Read:
    """A document read in a worker: its extraction, or why there is none."""

    file: DocumentFile
    digest: str
    extraction: Extraction | None
    problem: str | None
    notes: tuple[str, ...]


def build(
    store: Store,
    paths: Sequence[Path],
    *,
    workers: int = 1,
    chunk_size: int = CHUNK_SIZE,
    chunk_overlap: int = CHUNK_OVERLAP,
    embedder: Embedder | None = None,
    ocr: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Add all documents under `paths` to the graph; those already there and unchanged are skipped.

    `ocr` has scanned pages of PDF files read by tesseract.
    `progress(done, total, name)` is called after every document. Ctrl-C ends the build after the document
    being written; the report then says `interrupted`, and the same call goes on from there.
    """
    listing = find_documents(paths)
    report = BuildReport(failed=list(listing.problems), ignored=[str(path) for path in listing.ignored])
    known = {
        str(n.properties["name"]): _Known(str(n.properties["digest"]), str(n.properties["origin"]))
        for n in store.scan_nodes("Document")
        if n.properties["kind"] != "registry"
    }
    report.notes += _read_otherwise(known.values())
    how = _How(chunk_size, chunk_overlap, embedder.name if embedder else "-", ocr)
    done, total = 0, len(listing.files)
    with contextlib.closing(_read_all(listing.files, known, workers, how)) as reads:
        try:
            excerpts: list[_Read] = []
            for read in reads:
                if isinstance(read.extraction, Statute) and read.extraction.unplaced:
                    excerpts.append(read)
                else:
                    _take_in(store, read, known, embedder, report)
                done += 1
                if progress:
                    progress(done, total, read.file.name)
            place_excerpts(store, embedder)
            for read, extraction in zip(
                excerpts, at_their_places(store, [r.extraction for r in excerpts]), strict=True
            ):
                _take_in(store, replace(read, extraction=extraction), known, embedder, report)
        except KeyboardInterrupt:
            report.interrupted = True
    report.counts = store.count()
    report.citations = {
        o: len(store.find("Reference", {"outcome": o})) for o in ("resolved", "ambiguous", "unresolved")
    }
    return report


def _read_otherwise(known: Iterable[_Known]) -> list[str]:
    """A note where documents of the graph were read by another version of the extraction."""
    others = sum(document.digest.split(" ")[1:2] != [extractor_version()] for document in known)
    note = f"{others} documents were read by another version of lawgraph; those given here are read again"
    return [note] if others else []


def remove(store: Store, name: str) -> None:
    """Take a document out, and all that only it contributed. Raises StoreError for a name that is not there."""
    if not store.nodes([document_id(name)]):
        names = [str(node.properties["name"]) for node in store.scan_nodes("Document")]
        near = ", ".join(match for match, _, _ in process.extract(name, names, limit=3, score_cutoff=60))
        hint = f"; near it: {near}" if near else ""
        raise StoreError(f"there is no document {name!r} in the graph{hint}")
    take_out(store, name)
    if store.find("Document", {"kind": "excerpt"}, 1):
        place_excerpts(store, embedder_of(store))


def _take_in(
    store: Store, read: _Read, known: dict[str, _Known], embedder: Embedder | None, report: BuildReport
) -> None:
    name = read.file.name
    report.notes += [f"{name}: {note}" for note in read.notes]
    if read.problem is not None:
        report.failed.append(read.problem)
    elif read.extraction is None:
        report.skipped.append(name)
    else:
        vectors = list(embedder.encode(chunk_texts(read.extraction))) if embedder else None
        put(store, read.extraction, Provenance(read.digest, str(read.file.path.resolve())), vectors)
        (report.changed if name in known else report.added).append(name)


def _read_all(
    files: Sequence[DocumentFile],
    known: dict[str, _Known],
    workers: int,
    how: _How,
) -> Generator[_Read, None, None]:
    """Read documents in `workers` processes, in the order of `files`, a few ahead of the writer."""
    jobs = [(file, known.get(file.name), how) for file in files]
    if workers <= 1:
        yield from (_read(*job) for job in jobs)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_serve_the_writer) as pool:
        pending: list[tuple[DocumentFile, Future[_Read]]] = []
        try:
            for job in jobs:
                pending.append((job[0], pool.submit(_read, *job)))
                if len(pending) >= workers * _AHEAD:
                    yield _result(*pending.pop(0))
            while pending:
                yield _result(*pending.pop(0))
        finally:
            for _, future in pending:
                future.cancel()


def _serve_the_writer() -> None:
    """Leave interrupts to the writer, and don't outlive it, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_writer, daemon=True).start()


def _end_with_the_writer() -> None:
    writer = multiprocessing.parent_process()
    if writer is not None:
        writer.join()
        os._exit(1)


def _result(file: DocumentFile, future: "Future[_Read]") -> _Read:
    try:
        return future.result()
    except BrokenProcessPool:
        raise StoreError(
            f"reading {file.path} or a document near it ended a worker process (out of memory?); "
            "all before it is in the graph: run the same command again, with --workers 1 if it happens again"
        ) from None


def _read(file: DocumentFile, known: _Known | None, how: _How) -> _Read:
    """Read one document unless the graph has it as it is."""
    try:
        data = read_bytes(file.path)
        version, recognised = how.versions(data)
        if known is not None and known.digest in (version, recognised):
            return _Read(file, known.digest, None, None, ())
        _check_namesake(file, digest(data), known)
        document = read_document(file.path, file.name, data, how.ocr)
        extraction = extract(document, how.size, how.overlap)
        notes = unwritten(extraction) if isinstance(extraction, Statute) else ()
        return _Read(file, version, extraction, None, document.notes + notes)
    except DocumentError as error:
        return _Read(file, "", None, str(error), ())


def _check_namesake(file: DocumentFile, digest: str, known: _Known | None) -> None:
    """A file of the same name elsewhere that differs is another document, not a new version of the one there."""
    if known is None or known.digest.partition(" ")[0] == digest:
        return
    origin = Path(known.origin)
    if origin != file.path.resolve() and origin.exists():
        raise DocumentError(
            f"{file.path}: the graph already has a document named {file.name!r}, from {origin}; rename one of the "
            f"files, or take the other out with: lawgraph remove {file.name}"
        )

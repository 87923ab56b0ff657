"""Documents read ahead of the writer, in this process or in several."""

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from extraction import DocumentError, extract_all
from extraction.documents.files import DocumentFile, digest, file_bytes, is_pdf, read_document
from extraction.records import CatalogueEntry, Extraction, SourceDocument, Statute
from extraction.statutes.statute import unwritten
from extraction.version import extractor_version
from kg.build.files import Known, KnownFiles
from kg.store import StoreError

_AHEAD = 4  # documents read ahead for each worker: enough that none waits, few enough for memory


@dataclass(frozen=True, slots=True)
class How:
    """How documents are read: another way makes another version of them."""

    size: int
    overlap: int
    model: str
    ocr: bool

    def versions(self, file: DocumentFile, data: bytes) -> tuple[str, str]:
        """The digest of a file, with its entry in a catalogue, read this way, and of one read so with recognition."""
        said = repr(file.entry).encode() if file.entry else b""
        plain = f"{digest(data + said)} {extractor_version()} {self.size}/{self.overlap}/{self.model}"
        return (f"{plain}/ocr" if self.ocr and is_pdf(data) else plain), f"{plain}/ocr"


@dataclass(frozen=True, slots=True)
class Read:
    """A file read in a worker: its documents, or why there are none; without either it is as the graph has it."""

    file: DocumentFile
    digest: str
    extractions: tuple[Extraction, ...]
    problem: str | None
    notes: tuple[str, ...]

    @property
    def excerpt(self) -> Statute | None:
        """The provision that the file gives without its act; None where it is anything else."""
        for extraction in self.extractions:
            if isinstance(extraction, Statute) and extraction.unplaced:
                return extraction
        return None


def read_all(
    files: Sequence[DocumentFile],
    known: KnownFiles,
    workers: int,
    how: How,
) -> Generator[Read, None, None]:
    """Read documents in `workers` processes, in the order of `files`, a few ahead of the writer."""
    jobs = [(file, known.get(file.name), how) for file in files]
    if workers <= 1:
        yield from (_read(*job) for job in jobs)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_serve_the_writer) as pool:
        pending: list[tuple[DocumentFile, Future[Read]]] = []
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


def _result(file: DocumentFile, future: "Future[Read]") -> Read:
    try:
        return future.result()
    except BrokenProcessPool:
        raise StoreError(
            f"reading {file.path} or a document near it ended a worker process (out of memory?); "
            "all before it is in the graph: run the same command again, with --workers 1 if it happens again"
        ) from None


def _read(file: DocumentFile, known: Known | None, how: How) -> Read:
    """Read one file unless the graph has it as it is."""
    try:
        data = file_bytes(file)
        version, recognised = how.versions(file, data)
        if known is not None and known.digest in (version, recognised):
            return Read(file, known.digest, (), None, ())
        document = _with_entry(read_document(file.path, file.name, data, how.ocr), file.entry)
        extractions = extract_all(document, how.size, how.overlap)
        return Read(file, version, extractions, None, document.notes + _notes(extractions))
    except DocumentError as error:
        return Read(file, "", (), str(error), ())
    except Exception as error:
        return Read(file, "", (), f"{file.path}: {_unexpected(error)}", ())


def _with_entry(document: SourceDocument, entry: CatalogueEntry | None) -> SourceDocument:
    """What a court lists among its judgments is one, whatever else its text looks like."""
    return replace(document, entry=entry, format="judgment") if entry else document


def _notes(extractions: Sequence[Extraction]) -> tuple[str, ...]:
    """What a user is told of the documents of a file: provisions without text, judgments that stand together."""
    unsaid = tuple(note for e in extractions if isinstance(e, Statute) for note in unwritten(e))
    names = ", ".join(e.name for e in extractions)
    return (*unsaid, f"the file has {len(extractions)} judgments: {names}") if len(extractions) > 1 else unsaid


def _unexpected(error: Exception) -> str:
    """A fault of the reading itself, in one line, with the place where it happened; the build goes on without it."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    reason = " ".join(f"{type(error).__name__}: {error}".split())[:200].rstrip(": ")
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"lawgraph fails to read it ({reason}; {where}); save it as plain text, and please report this"


def read_otherwise(known: Iterable[Known]) -> list[str]:
    """A note where documents of the graph were read by another version of the extraction."""
    others = sum(document.digest.split(" ")[1:2] != [extractor_version()] for document in known)
    note = f"{others} documents were read by another version of lawgraph; those given here are read again"
    return [note] if others else []

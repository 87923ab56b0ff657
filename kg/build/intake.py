"""What was read goes into the graph file by file; of files with the same content one is the document."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.records import part_name
from kg.build.change import put, put_copies, take_out
from kg.build.files import Known, KnownFiles, content_of
from kg.build.reading import Read
from kg.build.vectors import passage_vectors
from kg.ledger.documents import Provenance, with_texts
from kg.ledger.entries import document_id, extraction_of
from kg.nodes import Chunk, Document, of_type
from kg.search.embedding import Embedder
from kg.search.hybrid import embedder_of
from kg.store import Batch, Store


def take_in(store: Store, read: Read, files: KnownFiles, embedder: Embedder | None) -> None:
    """Write what was read of a file: as a document, or as one more name of a document with the same content."""
    name, content, known = read.file.name, content_of(read.digest), files.get(read.file.name)
    same = [other for other in files.with_content(content) if other != name]
    if known and known.content != content and (same or known.copy_of or files.copies_of(name)):
        let_go(store, name, files)
    if same and same[0] < name:
        files.note(name, Known(read.digest, read.file.place, same[0]))
        _keep_copies(store, same[0], files)
    else:
        _write(store, read, same, files, embedder)


def note_place(store: Store, read: Read, files: KnownFiles) -> None:
    """Keep where an unchanged file now is, if it was moved."""
    known = files.get(read.file.name)
    if known and known.origin != read.file.place:
        nodes = of_type(Document, store.nodes([document_id(part) for part in parts_of(store, read.file.name)]))
        store.write(Batch(nodes=[replace(node, origin=read.file.place) for node in nodes]))
        files.note(read.file.name, replace(known, origin=read.file.place))


def let_go(store: Store, name: str, files: KnownFiles) -> None:
    """Take out a file, with all that it alone contributed; where it has copies, one of them is the document now."""
    known = files.get(name)
    if known and known.copy_of:
        files.forget(name)
        _keep_copies(store, known.copy_of, files)
    elif known and files.copies_of(name):
        _rename(store, name, known, files)
    else:
        for part in reversed(parts_of(store, name)):
            take_out(store, part)
        files.forget(name)


def parts_of(store: Store, name: str) -> list[str]:
    """The documents of a file: one, or one for each judgment in it."""
    parts = [name]
    while store.nodes([document_id(part_name(name, len(parts) + 1))]):
        parts.append(part_name(name, len(parts) + 1))
    return parts


def _write(store: Store, read: Read, copies: Sequence[str], files: KnownFiles, embedder: Embedder | None) -> None:
    """Write a file's documents, the first, by which it is known, last; they take the place of those of its copies."""
    name = read.file.name
    was = name if files.get(name) or not copies else copies[0]
    earlier = {name + part.removeprefix(was): part for part in parts_of(store, was)}
    for gone in sorted(earlier.keys() - {extraction.name for extraction in read.extractions}):
        take_out(store, earlier[gone])
    provenance = Provenance(read.digest, read.file.place, _places(copies, files))
    for extraction in reversed(read.extractions):
        vectors = passage_vectors(extraction, embedder)
        put(store, extraction, provenance, vectors, earlier.get(extraction.name, ""))
    _note(name, provenance, files)


def _keep_copies(store: Store, name: str, files: KnownFiles) -> None:
    """Say anew which copies a document has."""
    if known := files.get(name):
        provenance = Provenance(known.digest, known.origin, _places(files.copies_of(name), files))
        for part in reversed(parts_of(store, name)):
            put_copies(store, part, provenance)


def _rename(store: Store, name: str, known: Known, files: KnownFiles) -> None:
    """Give a document, whose file leaves, the name of its first copy."""
    (heir, origin), *rest = _places(files.copies_of(name), files)
    provenance = Provenance(known.digest, origin, tuple(rest))
    embedder = embedder_of(store)
    for part in reversed(parts_of(store, name)):
        if extraction := extraction_of(store, part):
            whole = with_texts(extraction, {c.id: c.text for c in store.find(Chunk, {"document": part})})
            vectors = passage_vectors(whole, embedder)
            put(store, replace(whole, name=heir + part.removeprefix(name)), provenance, vectors, part)
    files.forget(name)
    _note(heir, provenance, files)


def _note(name: str, provenance: Provenance, files: KnownFiles) -> None:
    files.note(name, Known(provenance.digest, provenance.origin))
    for copy, origin in provenance.copies:
        files.note(copy, Known(provenance.digest, origin, name))


def _places(names: Sequence[str], files: KnownFiles) -> tuple[tuple[str, str], ...]:
    return tuple((name, known.origin) for name in names if (known := files.get(name)))

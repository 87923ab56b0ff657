"""What a document brings along itself: its nodes in the ledger, its chunks and what it says of cases."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extraction.records import EXTRACTION, Chunk, Extraction, Judgment, Statute, file_name
from kg.ledger.entries import document_id
from kg.nodes import Chunk as ChunkNode
from kg.nodes import Description, Document, Node
from kg.nodes import Extraction as ExtractionNode
from kg.projection.descriptions import description_nodes, descriptions_in
from kg.projection.passages import chunk_nodes, chunk_prefix

COPY = "copy"
"""The kind of a file that has the same content as another, which was read."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from: its digest (of content and of how it was read) and its path.

    `copies` are the names and paths of other files with the same content.
    """

    digest: str
    origin: str
    copies: tuple[tuple[str, str], ...] = ()

    def names_of_copies(self, name: str) -> tuple[str, ...]:
        """What a document is called in the copies of its file."""
        return tuple(f"{copy}{name.removeprefix(file_name(name))}" for copy, _ in self.copies)


def document_nodes(extraction: Extraction, provenance: Provenance) -> list[Node]:
    """The ledger's nodes of a document: what it is, and what was read from it."""
    name = extraction.name
    subject = extraction.act.id if isinstance(extraction, Statute) else ""
    kind = "excerpt" if isinstance(extraction, Statute) and extraction.unplaced else extraction.kind
    digest, origin = provenance.digest, provenance.origin
    document = Document(document_id(name), name=name, kind=kind, digest=digest, origin=origin, subject=subject)
    record = EXTRACTION.dump_json(_without_texts(extraction)).decode()
    return [document, ExtractionNode(f"extraction/{name}", record=record), *_copies(name, provenance)]


def _copies(name: str, provenance: Provenance) -> list[Node]:
    """The nodes of the copies of a file; none for its later judgments."""
    return [
        Document(document_id(copy), name=copy, kind=COPY, digest=provenance.digest, origin=origin, copy_of=name)
        for copy, origin in provenance.copies
        if name == file_name(name)
    ]


def registry_node(name: str, provenance: Provenance) -> Document:
    """The ledger's node of a court's list of its judgments."""
    digest, origin = provenance.digest, provenance.origin
    return Document(document_id(name), name=name, kind="registry", digest=digest, origin=origin)


def _without_texts(extraction: Extraction) -> Extraction:
    """The chunks' texts are left out: the chunk nodes hold them."""
    if isinstance(extraction, Judgment):
        return replace(extraction, chunks=tuple(replace(c, text="") for c in extraction.chunks))
    return replace(
        extraction,
        provisions=tuple(
            replace(p, chunks=tuple(replace(c, text="") for c in p.chunks)) for p in extraction.provisions
        ),
    )


def with_texts(extraction: Extraction, texts: Mapping[str, str]) -> Extraction:
    """An extraction with the texts of its chunks, by their ids."""

    def filled(prefix: str, chunks: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
        return tuple(replace(c, text=texts[f"{prefix}#{c.ordinal}"]) for c in chunks)

    if isinstance(extraction, Judgment):
        return replace(extraction, chunks=filled(extraction.name, extraction.chunks))
    name, provisions = extraction.name, extraction.provisions
    whole = (replace(p, chunks=filled(chunk_prefix(name, p.id), p.chunks)) for p in provisions)
    return replace(extraction, provisions=tuple(whole))


def _stretches(extraction: Extraction) -> Iterable[tuple[str, tuple[Chunk, ...]]]:
    """The chunks of a document by what their ids begin with."""
    if isinstance(extraction, Judgment):
        yield extraction.name, extraction.chunks
    else:
        for provision in extraction.provisions:
            yield chunk_prefix(extraction.name, provision.id), provision.chunks


def chunk_ids(extraction: Extraction) -> list[str]:
    """Ids of all chunks of a document, in the order of its text."""
    return [f"{prefix}#{chunk.ordinal}" for prefix, chunks in _stretches(extraction) for chunk in chunks]


def chunk_texts(extraction: Extraction) -> list[str]:
    """Texts of all chunks of a document, in the order of `chunk_ids`."""
    return [chunk.text for _, chunks in _stretches(extraction) for chunk in chunks]


def headed_texts(statute: Statute) -> list[str]:
    """Texts of all chunks of an act's file, each after its provision's heading, in the order of `chunk_ids`."""
    return [f"{p.heading}. {c.text}" if p.heading else c.text for p in statute.provisions for c in p.chunks]


def description_texts(judgment: Judgment) -> list[str]:
    """What a judgment says of the cases it cites, in the order of its descriptions."""
    return [said.text for _, _, _, said in descriptions_in(judgment)]


def passage_ids(extraction: Extraction) -> list[str]:
    """Ids of all chunks and descriptions of a document, in the order of `passages_of`."""
    described = descriptions_in(extraction) if isinstance(extraction, Judgment) else ()
    return [*chunk_ids(extraction), *(id for id, *_ in described)]


def passages_of(extraction: Extraction, vectors: Sequence[NDArray[np.float32]] | None) -> list[ChunkNode | Description]:
    """The `Chunk` nodes of a document, then its `Description` nodes, with a vector each where given, in order."""
    nodes: list[ChunkNode | Description] = []
    for prefix, chunks in _stretches(extraction):
        part = vectors[len(nodes) : len(nodes) + len(chunks)] if vectors is not None else None
        nodes += chunk_nodes(extraction.name, prefix, chunks, part)
    if isinstance(extraction, Judgment):
        nodes += description_nodes(extraction, vectors[len(nodes) :] if vectors is not None else None)
    return nodes

"""Passages as nodes, linked to what they come from, to what they name and to the next."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise, repeat

import numpy as np
from numpy.typing import NDArray

from extraction.records import Chunk
from kg.edges import FromDocument, Mentions, NextChunk
from kg.nodes import Chunk as ChunkNode
from kg.projection.projection import Projection


def chunk_nodes(
    document: str, prefix: str, chunks: Sequence[Chunk], vectors: Sequence[NDArray[np.float32]] | None
) -> list[ChunkNode]:
    """`Chunk` nodes of a stretch of a document, with embeddings where there are any."""
    return [
        ChunkNode(
            f"{prefix}#{chunk.ordinal}",
            text=chunk.text,
            embedding=vector,
            ordinal=chunk.ordinal,
            paragraphs=chunk.paragraphs,
            pages=chunk.pages,
            start=chunk.start,
            end=chunk.end,
            document=document,
            role=chunk.role,
        )
        for chunk, vector in zip(chunks, vectors or repeat(None), strict=False)
    ]


def link_chunks(
    result: Projection, subject: str, prefix: str, chunks: Sequence[Chunk], targets: Sequence[tuple[int, str]]
) -> None:
    """FROM_DOCUMENT, NEXT_CHUNK and MENTIONS of consecutive chunks; `targets` are offsets and node ids."""
    ids = [f"{prefix}#{c.ordinal}" for c in chunks]
    for id in ids:
        result.add_edge(FromDocument(id, subject))
    for one, other in pairwise(ids):
        result.add_edge(NextChunk(one, other))
    starts = [c.start for c in chunks]
    for at, target in targets:
        index = bisect_right(starts, at) - 1
        while index >= 0 and chunks[index].start <= at < chunks[index].end and target != subject:
            result.add_edge(Mentions(ids[index], target))
            index -= 1


def chunk_prefix(document: str, provision: str) -> str:
    """What the ids of a provision's chunks begin with."""
    return f"{document}/{provision.partition('/')[2]}"

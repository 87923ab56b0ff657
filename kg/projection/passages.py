"""Passages as nodes, linked to what they come from, to what they name and to the next."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extraction.records import Chunk
from kg.projection.projection import Projection
from kg.store import Node, Value


def chunk_nodes(
    document: str, prefix: str, chunks: Sequence[Chunk], vectors: Sequence[NDArray[np.float32]] | None
) -> list[Node]:
    """`Chunk` nodes of a stretch of a document, with embeddings where there are any."""
    nodes: list[Node] = []
    for chunk in chunks:
        properties: dict[str, Value] = {
            "text": chunk.text,
            "ordinal": chunk.ordinal,
            "paragraphs": list(chunk.paragraphs),
            "pages": list(chunk.pages),
            "start": chunk.start,
            "end": chunk.end,
            "document": document,
        }
        if vectors is not None:
            properties["embedding"] = vectors[len(nodes)]
        nodes.append(Node("Chunk", f"{prefix}#{chunk.ordinal}", properties))
    return nodes


def link_chunks(
    result: Projection, subject: str, prefix: str, chunks: Sequence[Chunk], targets: Sequence[tuple[int, str]]
) -> None:
    """FROM_DOCUMENT, NEXT_CHUNK and MENTIONS of consecutive chunks; `targets` are offsets and node ids."""
    ids = [f"{prefix}#{c.ordinal}" for c in chunks]
    for id in ids:
        result.add_edge("FROM_DOCUMENT", id, subject)
    for one, other in pairwise(ids):
        result.add_edge("NEXT_CHUNK", one, other)
    starts = [c.start for c in chunks]
    for at, target in targets:
        index = bisect_right(starts, at) - 1
        while index >= 0 and chunks[index].start <= at < chunks[index].end and target != subject:
            result.add_edge("MENTIONS", ids[index], target)
            index -= 1


def chunk_prefix(document: str, provision: str) -> str:
    """What the ids of a provision's chunks begin with."""
    return f"{document}/{provision.partition('/')[2]}"

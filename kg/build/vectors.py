"""Which vectors the passages of a document get."""

import numpy as np
from numpy.typing import NDArray

from extraction.records import Extraction, Judgment
from kg.ledger.documents import chunk_texts, headed_texts
from kg.search.embedding import Embedder


def chunk_vectors(extraction: Extraction, embedder: Embedder | None) -> list[NDArray[np.float32]] | None:
    """One vector for each chunk of a document, in their order; None without an embedder.

    Passages of judgments are many, and their vectors approximate; a provision's are the encoder's own, under its
    heading.
    """
    if embedder is None:
        return None
    if isinstance(extraction, Judgment):
        return list(embedder.approximate(chunk_texts(extraction)))
    return list(embedder.encode(headed_texts(extraction)))

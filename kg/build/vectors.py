"""Which vectors the passages of a document get."""

import numpy as np
from numpy.typing import NDArray

from extraction.records import Extraction, Judgment
from kg.ledger.documents import chunk_texts, description_texts, headed_texts
from kg.search.embedding import Embedder


def passage_vectors(extraction: Extraction, embedder: Embedder | None) -> list[NDArray[np.float32]] | None:
    """One vector for each chunk and description of a document, in the order of its passages; None without an embedder.

    Passages of judgments are many, and their vectors approximate; a provision's are the encoder's own, under its
    heading, and so are those of what is said of a case.
    """
    if embedder is None:
        return None
    if isinstance(extraction, Judgment):
        described = description_texts(extraction)
        passages = list(embedder.approximate(chunk_texts(extraction)))
        return [*passages, *embedder.encode(described)] if described else passages
    return list(embedder.encode(headed_texts(extraction)))

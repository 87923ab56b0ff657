"""Embeddings of chunks and questions: by the packaged encoder, or by any sentence-transformers model."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extraction.errors import first_line
from kg.search.encoder import PackagedEmbedder
from kg.store import StoreError


class Embedder(Protocol):
    """Texts to vectors. `name` says which model, so that vectors of two models never mix."""

    @property
    def name(self) -> str:
        """What the graph remembers of the model."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length for each text: shape (texts, dimensions)."""

    def approximate(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same, or near to it and much cheaper: for the many passages of judgments."""


class SentenceTransformerEmbedder:
    """A sentence-transformers model from a folder or a hub id."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar

        disable_progress_bar()
        try:
            self._model = SentenceTransformer(model)
        except (OSError, ValueError) as error:
            raise StoreError(f"no embedding model at {model!r} ({first_line(error)}); use --no-embed") from None
        self.name = Path(model).name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length for each text."""
        vectors = self._model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def approximate(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same: such a model has no cheaper likeness of itself."""
        return self.encode(texts)


def default_embedder() -> Embedder:
    """The model that LAWGRAPH_EMBEDDER names, a folder or a hub id, else the package's own.

    Raises StoreError where a model is named and sentence-transformers is not installed.
    """
    named = os.environ.get("LAWGRAPH_EMBEDDER")
    if not named:
        return PackagedEmbedder()
    if importlib.util.find_spec("sentence_transformers") is None:
        raise StoreError("LAWGRAPH_EMBEDDER names a model, which needs: pip install 'lawgraph[models]'")
    return SentenceTransformerEmbedder(named)

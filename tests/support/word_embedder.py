"""Embeddings without a model: words hashed into a vector, so that texts with the same words are near."""

import re
from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 64


class WordEmbedder:
    """An embedder for tests; its vectors have length 1."""

    name = "words"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row for each text."""
        vectors = np.full((len(texts), DIMENSIONS), 1e-3, np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            for word in re.findall(r"\w+", text.lower()):
                vector[int.from_bytes(sha256(word.encode()).digest()[:4]) % DIMENSIONS] += 1
            vector /= np.linalg.norm(vector)
        return vectors

    def approximate(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same."""
        return self.encode(texts)

"""Vectors: of unit length, and in 8 bits as every store keeps them."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_SCALE = np.dtype("<f2")
_LEAST = 2.0**-24  # the smallest number that a scale can be


def unit(matrix: Floats) -> Floats:
    """Each row (rows, dimensions) at length one; a row of zeros stays."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(lengths == 0, np.float32(1), lengths)).astype(np.float32, copy=False)


def packed(vector: Floats) -> bytes:
    """A vector (dimensions,) in 8 bits a number, after the scale of all; what is unpacked packs to the same again."""
    scale = np.array(max(float(np.abs(vector).max()) / 127, _LEAST), _SCALE)
    numbers = np.rint(vector / scale.astype(np.float32)).clip(-127, 127).astype(np.int8)
    return scale.tobytes() + numbers.tobytes()


def unpacked(kept: bytes) -> Floats:
    """The vector (dimensions,) that is kept in these bytes."""
    numbers = np.frombuffer(kept, np.int8, offset=_SCALE.itemsize)
    return np.multiply(numbers, np.frombuffer(kept, _SCALE, 1), dtype=np.float32)


def codes(kept: list[bytes]) -> NDArray[np.int8]:
    """Vectors of the same size as rows (vectors, dimensions) of whole numbers, each with a scale of its own."""
    rows = np.frombuffer(b"".join(kept), np.int8).reshape(len(kept), -1)
    return rows[:, _SCALE.itemsize :]

"""Vectors of unit length."""

import numpy as np
from numpy.typing import NDArray


def unit(matrix: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row (rows, dimensions) at length one; a row of zeros stays."""
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return (matrix / np.where(lengths == 0, np.float32(1), lengths)).astype(np.float32, copy=False)

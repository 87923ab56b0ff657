"""Vectors in 8 bits: near to what they were, and the same however often they are packed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.search.vectors import codes, packed, unit, unpacked
from tests.support.kg_small_graph import vector

numbers = st.floats(-1, 1, width=32)


@given(arrays(np.float32, st.integers(1, 40), elements=numbers))
def test_what_is_unpacked_packs_to_the_same(told: np.ndarray[tuple[int], np.dtype[np.float32]]) -> None:
    kept = packed(told)
    assert len(kept) == len(told) + 2
    assert packed(unpacked(kept)) == kept
    assert unpacked(kept) == pytest.approx(told, abs=float(np.abs(told).max()) / 200 + 1e-7)


def test_a_unit_vector_keeps_its_direction() -> None:
    rows = unit(np.random.default_rng(3).normal(size=(50, 384)).astype(np.float32))
    kept = unit(np.stack([unpacked(packed(row)) for row in rows]))
    assert (rows * kept).sum(axis=1).min() > 0.9998


def test_codes_are_the_numbers_without_their_scale() -> None:
    assert codes([packed(vector(1, -1, 0)), packed(vector(0, 0.25, 0.5))]).tolist() == [[127, -127, 0], [0, 64, 127]]

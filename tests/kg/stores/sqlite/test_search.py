"""Search in the embedded engine is exact, and equal scores go by id."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from kg.nodes import Chunk
from kg.store import Batch, Store
from kg.stores.sqlite.store import SqliteStore
from tests.support.kg_small_graph import vector


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "graph.db", create=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("k", [1, 2, 5, 149, 150, 200])
def test_equal_scores_go_by_id(store: Store, k: int) -> None:
    order = [f"c{i:03}" for i in range(150)]
    chunks = [Chunk(id, text="equal words", embedding=vector(1, 1)) for id in order[::-1]]
    store.write(Batch(nodes=[*chunks, Chunk("worse", text="words that are too many to be equal")]))
    assert [hit.node.id for hit in store.keyword_search("words", k, Chunk)] == [*order, "worse"][:k]
    assert [hit.node.id for hit in store.vector_search(vector(0, 1), k, Chunk)] == order[:k]


def test_the_nearest_of_all_are_found(store: Store) -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(300, 16)).astype(np.float32)
    store.write(Batch(nodes=[Chunk(f"c{i:03}", text="x", embedding=v) for i, v in enumerate(vectors)]))
    for question in random.normal(size=(5, 16)).astype(np.float32):
        cosines = vectors @ question / np.linalg.norm(vectors, axis=1) / np.linalg.norm(question)
        found = store.vector_search(question, 10, Chunk)
        assert [hit.node.id for hit in found] == [f"c{i:03}" for i in np.argsort(-cosines)[:10]]
        assert [hit.score for hit in found] == pytest.approx(np.sort(cosines)[:-11:-1], abs=1e-4)

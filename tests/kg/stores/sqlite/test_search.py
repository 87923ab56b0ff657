"""Search in the embedded engine finds the nearest of many, whatever was written when, and equal scores go by id."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kg.edges import FromDocument
from kg.nodes import Case, Chunk
from kg.search.vectors import packed, unit, unpacked
from kg.store import Batch, Hit, Store
from kg.stores.sqlite.store import SqliteStore
from tests.support.kg_small_graph import vector

MANY = 6000
"""More passages than are compared number by number."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = SqliteStore(tmp_path / "graph.db", create=True)
    yield opened
    opened.close()


def kept(count: int, dimensions: int) -> NDArray[np.float32]:
    """Vectors as a store keeps them."""
    told = np.random.default_rng(7).normal(size=(count, dimensions)).astype(np.float32)
    return np.stack([unpacked(packed(row)) for row in told])


def questions(dimensions: int) -> NDArray[np.float32]:
    return np.random.default_rng(8).normal(size=(5, dimensions)).astype(np.float32)


def chunks(vectors: NDArray[np.float32]) -> list[Chunk]:
    return [Chunk(f"c{i:04}", text="x", embedding=row) for i, row in enumerate(vectors)]


def nearest(vectors: NDArray[np.float32], question: NDArray[np.float32], among: Sequence[int]) -> list[str]:
    cosines = unit(vectors) @ question
    return [f"c{i:04}" for i in sorted(among, key=lambda i: -cosines[i])[:10]]


def ids(found: Sequence[Hit[Chunk]]) -> list[str]:
    return [hit.node.id for hit in found]


@pytest.mark.parametrize("k", [1, 2, 5, 149, 150, 200])
def test_equal_scores_go_by_id(store: Store, k: int) -> None:
    order = [f"c{i:03}" for i in range(150)]
    equal = [Chunk(id, text="equal words", embedding=vector(1, 1)) for id in order[::-1]]
    store.write(Batch(nodes=[*equal, Chunk("worse", text="words that are too many to be equal")]))
    assert [hit.node.id for hit in store.keyword_search("words", k, Chunk)] == [*order, "worse"][:k]
    assert ids(store.vector_search(vector(0, 1), k, Chunk)) == order[:k]


@pytest.mark.parametrize(("count", "dimensions"), [(300, 16), (300, 100), (MANY, 384)])
def test_the_nearest_of_all_are_found(store: Store, count: int, dimensions: int) -> None:
    vectors = kept(count, dimensions)
    store.write(Batch(nodes=[*chunks(vectors)]))
    for question in questions(dimensions):
        found = store.vector_search(question, 10, Chunk)
        assert ids(found) == nearest(vectors, question, range(count))
        cosines = vectors @ question / np.linalg.norm(vectors, axis=1) / np.linalg.norm(question)
        assert [hit.score for hit in found] == pytest.approx(np.sort(cosines)[:-11:-1], abs=1e-4)


def test_the_nearest_within_many_are_found(store: Store) -> None:
    vectors = kept(2 * MANY, 64)
    homes = [FromDocument(f"c{i:04}", f"case-{i % 2}") for i in range(2 * MANY)]
    store.write(Batch(nodes=[*chunks(vectors), Case("case-0"), Case("case-1")], edges=[*homes]))
    for question in questions(64):
        found = store.vector_search(question, 10, Chunk, within=["case-1"])
        assert ids(found) == nearest(vectors, question, range(1, 2 * MANY, 2))
        assert {hit.home for hit in found} == {"case-1"}


def test_the_order_of_writing_does_not_show(store: Store, tmp_path: Path) -> None:
    nodes = chunks(np.concatenate([kept(MANY // 2, 64)] * 2))
    store.write(Batch(nodes=[*nodes]))
    other = SqliteStore(tmp_path / "other.db", create=True)
    other.write(Batch(nodes=[Chunk("gone", text="x", embedding=vector(*[1] * 64)), *nodes[: -MANY // 3 : -1]]))
    other.write(Batch(nodes=[*nodes[: MANY // 2]]))
    other.write(Batch(nodes=[*nodes[MANY // 2 :]], drop_nodes=["gone"]))
    for question in questions(64):
        assert other.vector_search(question, 7, Chunk) == store.vector_search(question, 7, Chunk)
    other.close()


def test_a_reader_beside_a_writer_finds_what_is_there(store: Store, tmp_path: Path) -> None:
    vectors, reader = kept(MANY, 64), SqliteStore(tmp_path / "graph.db")
    store.write(Batch(nodes=[*chunks(vectors)]))
    there = set(range(MANY))
    question = questions(64)[0]
    for _ in range(3):
        found = ids(reader.vector_search(question, 10, Chunk))
        assert found == nearest(vectors, question, sorted(there))
        store.write(Batch(drop_nodes=found[::2], nodes=[Chunk(found[1], text="without a vector")]))
        there -= {int(id[1:]) for id in (*found[::2], found[1])}
    reader.close()

"""The engines under test, each with an empty store and with the small graph."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kg_small_graph import ARTICLE, CHUNKS, COOPER, EDGES, GOPALAN, MANEKA, STUB

from kg.store import Batch, Store
from kg.stores import open_store

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_store(str(folder / "graph.db"), create=True),
}


@pytest.fixture(params=sorted(ENGINES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine: str = request.param
    opened = ENGINES[engine](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def graph(store: Store) -> Store:
    store.write(Batch(nodes=[GOPALAN, COOPER, MANEKA, STUB, ARTICLE, *CHUNKS], edges=list(EDGES)))
    return store

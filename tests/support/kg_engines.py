"""The engines under test, each with an empty store and with the small graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.server.server import Running
from kg.store import Batch, Store
from kg.stores.open import open_store
from tests.support.kg_small_graph import ARTICLE, CHUNKS, COOPER, EDGES, GOPALAN, MANEKA, STUB

ENGINES = ("neo4j", "sqlite")


def connect(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `open_store` in with the server's user and password."""
    monkeypatch.setenv("NEO4J_USERNAME", server.username)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.delenv("NEO4J_DATABASE", raising=False)


def emptied(server: Running) -> Store:
    """A store without a graph on the server; indexes are left for the next graph."""
    from neo4j import GraphDatabase

    with (
        GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver,
        driver.session() as session,
    ):
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    return open_store(server.uri, create=True)


def empty_store(engine: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Store:
    """A new store of an engine."""
    if engine == "sqlite":
        return open_store(str(folder / "graph.db"), create=True)
    server: Running = request.getfixturevalue("neo4j_server")
    connect(server, monkeypatch)
    return emptied(server)


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(request.param, request, monkeypatch, tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def graph(store: Store) -> Store:
    store.write(Batch(nodes=[GOPALAN, COOPER, MANEKA, STUB, ARTICLE, *CHUNKS], edges=list(EDGES)))
    return store

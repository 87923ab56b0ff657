"""What goes wrong with a server is told in one line; what is away for a while is waited for."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build.build import build
from kg.server import process as neo4j_process
from kg.server.java import DATA
from kg.server.server import Running, start, stop
from kg.store import Batch, Store, StoreError
from kg.stores.export import export
from kg.stores.neo4j import connection as neo4j_connection
from kg.stores.neo4j.connection import check_version
from kg.stores.open import open_store
from tests.support.cli_runs import documents, lawgraph, one_line
from tests.support.judgments import write_corpus
from tests.support.kg_engines import connect, emptied
from tests.support.kg_small_graph import MANEKA
from tests.support.neo4j_server import guarded, java_is_there

if TYPE_CHECKING:
    from neo4j import Session


def refused(uri: str, create: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(uri, create)
    message = str(caught.value)
    assert "\n" not in message
    return message


@contextmanager
def connected(server: Running) -> "Iterator[Session]":
    """A session of the driver itself, on an emptied database that is left empty."""
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        session = driver.session()
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        yield session
        session.run("MATCH (n) DETACH DELETE n").consume()


@pytest.fixture
def uri(neo4j_server: Running, monkeypatch: pytest.MonkeyPatch) -> str:
    connect(neo4j_server, monkeypatch)
    return neo4j_server.uri


@pytest.mark.parametrize("password", ["", "wrong", "'}) DETACH DELETE n //"])
def test_a_wrong_password(uri: str, password: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", password)
    assert refused(uri) == f"{uri} does not accept this user and password; set NEO4J_USERNAME and NEO4J_PASSWORD"


def test_a_wrong_database(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    assert refused(uri) == f"{uri} has no database 'nowhere'; set NEO4J_DATABASE to one that it has"


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "bolt://no-such-host.invalid:7687"])
def test_an_unreachable_host(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", "any")
    message = refused(address)
    assert message.startswith(f"no Neo4j server answers at {address} (")
    assert "lawgraph neo4j start" in message


@pytest.mark.parametrize("address", ["bolt://127.0.0.1:port", "bolt://a b"])
def test_what_is_no_address(address: str) -> None:
    pytest.importorskip("neo4j")
    assert refused(address).startswith(
        (f"{address} cannot be a server's address: ", f"no Neo4j server answers at {address}")
    )


AGENTS = {
    "Neo4j/4.4.38": False,
    "Neo4j/5.12.0": False,
    "Neo4j/5.25.1": False,
    "Neo4j/5.26.0": True,
    "Neo4j/5.26.30": True,
    "Neo4j/5.27-aura": True,
    "Neo4j/2026.08.1": True,
}


@pytest.mark.parametrize(("agent", "supported"), AGENTS.items())
def test_versions(agent: str, supported: bool) -> None:
    if supported:
        check_version("bolt://here", agent)
        return
    with pytest.raises(StoreError, match=f"^the server at bolt://here is {agent}; lawgraph needs Neo4j 5.26 or newer$"):
        check_version("bolt://here", agent)


def test_a_server_older_than_supported(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neo4j_connection, "OLDEST", (9999, 1))
    assert refused(uri).endswith("lawgraph needs Neo4j 9999.1 or newer")


def test_a_missing_graph_says_how_to_build_one(neo4j_server: Running, uri: str) -> None:
    with connected(neo4j_server):
        pass
    assert refused(uri) == f"there is no graph at {uri}; build one with: lawgraph build PATH... --store {uri}"


def test_another_database_is_refused_and_left_alone(neo4j_server: Running, uri: str) -> None:
    with connected(neo4j_server) as session:
        session.run("CREATE (:Pet {name: 'Rex'})").consume()
        assert refused(uri).startswith("there is no graph at")
        assert refused(uri, create=True).endswith("holds something else; empty it, or name another in NEO4J_DATABASE")
        assert session.run("MATCH (n) RETURN labels(n), n.name").values() == [[["Pet"], "Rex"]]


def test_a_graph_of_another_version_is_refused(neo4j_server: Running, uri: str) -> None:
    with connected(neo4j_server) as session:
        emptied(neo4j_server).close()
        session.run("MATCH (g:Lawgraph) SET g.schema = 0").consume()
        assert "made by another version of lawgraph" in refused(uri)


# A server of one's own, to be stopped


@pytest.fixture(scope="module")
def own_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if not java_is_there():
        pytest.skip("no Java here to run a Neo4j server: install Java 17 or newer")
    data = tmp_path_factory.mktemp("server")
    with guarded(data):
        yield data


@pytest.fixture
def own_server(own_data: Path, monkeypatch: pytest.MonkeyPatch) -> Running:
    running = start(own_data, docker=False)
    connect(running, monkeypatch)
    return running


def exported(store: Store, folder: Path) -> bytes:
    export(store, folder / "graph.jsonl")
    return (folder / "graph.jsonl").read_bytes()


def test_a_build_outlives_a_server_stopped_and_started_again(own_server: Running, tmp_path: Path) -> None:
    paths = list(write_corpus(tmp_path / "corpus").values())
    undisturbed = open_store(str(tmp_path / "graph.db"), create=True)
    build(undisturbed, paths)
    data, back = Path(own_server.data), threading.Event()

    def away(done: int, total: int, name: str) -> None:
        if done == 2:
            stop(data)
            threading.Thread(target=come_back).start()

    def come_back() -> None:
        start(data, docker=False)
        back.set()

    store = open_store(own_server.uri, create=True)
    report = build(store, paths, progress=away)
    assert back.wait(60)
    assert len(report.added) == len(paths)
    assert exported(store, tmp_path) == exported(undisturbed, tmp_path)
    store.close()


def test_a_full_disk_or_read_only_database(
    own_server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(own_server.uri, create=True)
    store.write(Batch(nodes=[MANEKA]))
    store.close()
    stop(Path(own_server.data))
    shutil.copytree(str(DATA), tmp_path / "configuration")
    with (tmp_path / "configuration" / "neo4j.conf").open("a") as conf:
        conf.write("server.databases.read_only=neo4j\n")
    monkeypatch.setattr(neo4j_process, "DATA", tmp_path / "configuration")
    running = start(Path(own_server.data), docker=False)
    store = open_store(running.uri)
    with pytest.raises(StoreError) as caught:
        store.write(Batch(drop_nodes=["maneka"]))
    assert str(caught.value) == (
        f"{running.uri} takes no writes: its database is read-only (is its disk full?); nothing was written"
    )
    assert store.nodes(["maneka"]) == [MANEKA]
    store.close()


def test_the_command_finds_the_server_by_neo4j_uri(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("neo4j")
    monkeypatch.delenv("LAWGRAPH_STORE", raising=False)
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    result = lawgraph("ask", "Is Golak Nath still good law?")
    assert result.exit_code == 2
    assert "no Neo4j server answers at bolt://127.0.0.1:1" in one_line(result)


def test_the_command_builds_and_answers_on_a_server(neo4j_server: Running, uri: str, tmp_path: Path) -> None:
    emptied(neo4j_server).close()
    built = lawgraph("build", documents(tmp_path / "texts"), "--no-embed", "--store", uri)
    assert built.exit_code == 0, built.stderr
    asked = lawgraph("ask", "Which cases does Maneka Gandhi cite?", "--json", "--store", uri)
    assert asked.exit_code == 0, asked.stderr
    assert "1970_rc_cooper" in asked.stdout

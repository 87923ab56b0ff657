"""The embedded engine as a file: opening, sharing, damage."""

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kg.nodes import Case, Judge
from kg.store import Batch, StoreError
from kg.stores.open import open_store
from kg.stores.sqlite.store import SqliteStore
from tests.support.cli_runs import ROOT

CASE = Case("maneka", title="Maneka Gandhi v. Union of India")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a graph?#.db"
    store = SqliteStore(path, create=True)
    store.write(Batch(nodes=[CASE]))
    store.close()
    return path


def refused(location: str, create: bool = False) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(location, create)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    for create in (False, True):
        store = open_store(str(path), create)
        assert store.nodes(["maneka"]) == [CASE]
        store.close()


def test_a_missing_graph_says_how_to_build_one(tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    assert refused(str(missing)) == f"there is no graph at {missing}; build one with: lawgraph build PATH..."
    assert not missing.exists()


@pytest.mark.parametrize("create", [False, True])
def test_other_files_are_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("Maneka Gandhi v. Union of India\n" * 100)
    assert "not a lawgraph file" in refused(str(text), create)
    assert text.read_text().startswith("Maneka")

    other = tmp_path / "other.db"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE pets (name TEXT)")
    connection.close()
    before = other.read_bytes()
    assert "not a lawgraph file" in refused(str(other), create)
    assert other.read_bytes() == before


def test_an_empty_file_is_no_graph_but_may_become_one(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "not a lawgraph file" in refused(str(empty))
    open_store(str(empty), create=True).close()
    open_store(str(empty)).close()


def test_a_graph_of_another_version_is_to_be_rebuilt(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert "another version of lawgraph; remove it and build it again" in refused(str(path))


def test_a_damaged_graph_is_one_line(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged") as caught:
        SqliteStore(path).nodes(["maneka"])
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("place", ["missing/graph.db", "file.txt/graph.db"])
def test_a_place_that_cannot_hold_a_file_is_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "file.txt").touch()
    assert "check that its folder exists" in refused(str(tmp_path / place), create=True)


def test_folders_and_nothing_are_no_graphs(tmp_path: Path) -> None:
    assert "is a folder" in refused(str(tmp_path), create=True)
    assert "no graph was named" in refused(" ")


def test_reading_goes_on_while_another_process_writes(path: Path) -> None:
    writer, reader = SqliteStore(path), SqliteStore(path)
    seen = reader.version()
    with writer._file.transaction() as connection:
        connection.execute("UPDATE node SET properties = '{}'")
        assert reader.nodes(["maneka"]) == [CASE]
    writer.write(Batch(nodes=[Case("cooper")]))
    assert reader.version() > seen
    assert len(reader.find(Case)) == 2


def test_a_second_writer_waits_and_then_says_so(path: Path) -> None:
    first, second = SqliteStore(path), SqliteStore(path, wait=0.05)
    with first._file.transaction(), pytest.raises(StoreError, match="being written by another process"):
        second.write(Batch(nodes=[Case("cooper")]))
    second.write(Batch(nodes=[Case("cooper")]))
    assert len(first.find(Case)) == 2


def test_writers_that_wait_all_get_their_turn(path: Path) -> None:
    def write(name: str) -> None:
        store = SqliteStore(path)
        for i in range(20):
            store.write(Batch(nodes=[Case(f"{name}-{i}")]))
        store.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert SqliteStore(path).count()["Case"] == 61


def test_a_process_killed_in_the_middle_leaves_the_last_finished_write(path: Path) -> None:
    script = (
        "import os, sys; from pathlib import Path\n"
        "from kg.stores.sqlite.store import SqliteStore; from kg.nodes import Case; from kg.store import Batch\n"
        "store = SqliteStore(Path(sys.argv[1]))\n"
        "store.write(Batch(nodes=[Case('finished')]))\n"
        "with store._file.transaction() as connection:\n"
        "    connection.execute(\"INSERT INTO node (id, type, properties) VALUES ('half', 'Case', '{}')\")\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], cwd=ROOT, check=False).returncode == -9
    assert [node.id for node in SqliteStore(path).find(Case)] == ["finished", "maneka"]


def test_bookkeeping_of_a_failed_write_is_undone(path: Path) -> None:
    store = SqliteStore(path)
    version = store.version()
    with pytest.raises(StoreError):
        store.write(Batch(nodes=[Case("cooper"), Judge("maneka")]))
    assert store.version() == version
    assert store.keyword_search("maneka", 5, Case)[0].node == CASE

"""Running a Neo4j server without Docker, and the commands for it."""

import json
import os
import socket
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.server import docker as neo4j_docker
from kg.server import java as neo4j_java
from kg.server import process as neo4j_process
from kg.server.java import Release, java, java_version, release_for
from kg.server.server import Running, start, status, stop
from kg.store import StoreError
from tests.support.cli_runs import ROOT, lawgraph, one_line
from tests.support.neo4j_server import java_is_there


def program(folder: Path, name: str, script: str) -> Path:
    """A small program that stands for one that is installed."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(("java_release", "version"), [(17, "5.26"), (20, "5.26"), (21, "2026."), (25, "2026.")])
def test_the_release_fits_the_java(java_release: int, version: str) -> None:
    assert release_for(java_release).version.startswith(version)


def test_an_old_java_is_told_so() -> None:
    with pytest.raises(StoreError, match="needs Java 17 or newer, and this is Java 11"):
        release_for(11)


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_292"', 8),
        ('openjdk version "25" 2025-09-16', 25),
        ('openjdk version "21-ea" 2023-09-19', 21),
    ],
)
def test_the_version_of_a_java_is_read(tmp_path: Path, said: str, version: int) -> None:
    assert java_version(program(tmp_path, "java", f"echo '{said}' >&2")) == version


def test_what_is_not_java_is_turned_away(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="needs Java 17"):
        java_version(program(tmp_path, "java", "echo hello"))


def test_java_home_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    expected = program(tmp_path / "bin", "java", "true")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    assert java() == expected


def test_without_java_and_without_maven_one_line_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(StoreError, match="needs Java 17 or newer, or a Docker engine"):
        start(tmp_path / "data")
    with pytest.raises(StoreError, match="install Maven"):
        neo4j_java.jars(Release("5.26.30", 17, "x"))


def test_what_maven_says_is_passed_on_and_nothing_is_left_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "mvn", "echo '[ERROR] Could not reach the repository'; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with pytest.raises(StoreError, match=r"could not fetch Neo4j 5\.26\.30: Could not reach the repository"):
        neo4j_java.jars(Release("5.26.30", 17, "x"))
    assert not list((tmp_path / "cache" / "lawgraph").iterdir())


def test_a_port_that_is_taken_is_not_chosen() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        assert neo4j_process.free_port(port) != port
    assert neo4j_process.free_port(port) == port


@pytest.mark.parametrize(("script", "answers"), [("exit 0", True), ("exit 1", False)])
def test_docker_counts_only_where_its_engine_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, answers: bool
) -> None:
    program(tmp_path, "docker", script)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert neo4j_docker.answers() is answers


def test_with_docker_compose_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    program(tmp_path, "docker", f'echo "$NEO4J_BOLT_PORT $NEO4J_PASSWORD $*" >> {asked}; echo up')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    running = start(tmp_path / "data")
    assert running.pid is None
    assert status(tmp_path / "data") == running
    assert stop(tmp_path / "data")
    lines = asked.read_text("utf-8").splitlines()
    port = running.uri.rpartition(":")[2]
    assert any(line.startswith(f"{port} {running.password} compose --file") for line in lines)
    assert any(line.endswith("up --detach --wait neo4j") for line in lines)
    assert lines[-1].endswith(" down")


def test_a_server_that_cannot_start_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    script = '[ "$1" = -version ] && echo \'version "17.0.1"\' >&2 && exit; echo out of memory; exit 1'
    program(tmp_path / "bin", "java", script)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "lawgraph" / "neo4j-5.26.30").mkdir(parents=True)
    with pytest.raises(StoreError, match="ended as it started: out of memory"):
        start(tmp_path / "data", docker=False)
    assert status(tmp_path / "data") is None


def test_a_server_that_answers_on_the_port_is_not_taken_for_the_one_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another takes the port between its choice and the start: other ports are tried, and its password is let be."""
    (tmp_path / "bin").mkdir()
    started = tmp_path / "started"
    script = f'[ "$1" = -version ] && echo \'version "17.0.1"\' >&2 && exit; echo once >> {started}; sleep 1; exit 1'
    program(tmp_path / "bin", "java", script)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "lawgraph" / "neo4j-5.26.30").mkdir(parents=True)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        monkeypatch.setattr(neo4j_process, "free_port", lambda wanted: int(other.getsockname()[1]))
        with pytest.raises(StoreError, match="ended as it started"):
            start(tmp_path / "data", docker=False)
    assert len(started.read_text("utf-8").split()) == 3


def test_a_folder_that_is_broken_or_of_a_newer_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "server.json").write_text("{", "utf-8")
    with pytest.raises(StoreError, match=r"move .* away"):
        start(tmp_path, docker=False)
    newer = {"uri": "bolt://127.0.0.1:7687", "username": "neo4j", "password": "p", "browser": "http://h:1/browser/"}
    (tmp_path / "server.json").write_text(json.dumps(newer | {"version": "9999.1.0", "data": "", "pid": 0}), "utf-8")
    if java_is_there():
        with pytest.raises(StoreError, match=r"written by Neo4j 9999\.1\.0, which this Java does not run"):
            start(tmp_path, docker=False)


def test_start_find_stop_and_start_again(neo4j_server: Running, tmp_path: Path) -> None:
    """Beside the session's server, so that the ports are others."""
    from neo4j import GraphDatabase

    if neo4j_server.version == "given" and not java_is_there():
        pytest.skip("no Java here to run a second server")
    assert status(tmp_path) is None
    first = start(tmp_path, docker=False)
    try:
        assert first.uri != neo4j_server.uri
        assert status(tmp_path) == start(tmp_path, docker=False) == first
        assert stat.S_IMODE((tmp_path / "server.json").stat().st_mode) == 0o600
        with GraphDatabase.driver(first.uri, auth=(first.username, first.password)) as driver:
            driver.execute_query("CREATE (:Kept)")
        assert stop(tmp_path)
        assert status(tmp_path) is None
        again = start(tmp_path, docker=False)
        assert (again.uri, again.password) == (first.uri, first.password)
        with GraphDatabase.driver(again.uri, auth=(again.username, again.password)) as driver:
            assert driver.execute_query("MATCH (n:Kept) RETURN count(n)").records[0][0] == 1
        ends_with_a_killed_process(tmp_path)
    finally:
        stop(tmp_path)
    assert not stop(tmp_path)


def test_servers_started_at_once_take_different_ports(tmp_path: Path) -> None:
    if not java_is_there():
        pytest.skip("no Java here to run servers")
    folders = [tmp_path / "one", tmp_path / "other"]
    try:
        with ThreadPoolExecutor() as pool:
            running = list(pool.map(lambda folder: start(folder, docker=False), folders))
        assert len({address for server in running for address in (server.uri, server.browser)}) == 4
        assert [status(folder) for folder in folders] == running
    finally:
        for folder in folders:
            stop(folder)


def ends_with_a_killed_process(data: Path) -> None:
    """A test run that is killed takes its server with it."""
    run = "import sys, time; from pathlib import Path; from tests.support.neo4j_server import guarded\n"
    run += "with guarded(Path(sys.argv[1])): print('guarded', flush=True); time.sleep(600)"
    command = [sys.executable, "-c", run, str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as killed:
        assert killed.stdout
        assert killed.stdout.readline() == b"guarded\n"
        killed.kill()
    deadline = time.monotonic() + neo4j_process.STOP_SECONDS
    while status(data) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert status(data) is None


def test_the_commands_for_a_server_that_does_not_run(tmp_path: Path) -> None:
    asked = lawgraph("neo4j", "status", "--data", tmp_path, "--json")
    assert (asked.exit_code, json.loads(asked.stdout)) == (1, {"running": False})
    stopped = lawgraph("neo4j", "stop", "--data", tmp_path)
    assert stopped.stdout == "No server was running.\n"


def test_start_shows_what_is_needed_to_use_the_server(neo4j_server: Running) -> None:
    if neo4j_server.version == "given":
        pytest.skip("the server was not started here")
    shown = lawgraph("neo4j", "start", "--data", neo4j_server.data)
    assert f"export NEO4J_PASSWORD={neo4j_server.password} LAWGRAPH_STORE={neo4j_server.uri}" in shown.stdout
    told = json.loads(lawgraph("neo4j", "status", "--data", neo4j_server.data, "--json").stdout)
    assert {"uri", "username", "password", "browser"} <= set(told)


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot hold a server's data" in one_line(lawgraph("neo4j", "start", "--data", tmp_path / "file" / "data"))

"""A Neo4j server as a process on this machine: written configuration, started, made ready, stopped."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

from kg.server.java import DATA, Release, jars, java
from kg.store import StoreError

READY_SECONDS = 300  # a server's first start makes its system database, slowly on a small machine
STOP_SECONDS = 60  # it writes its log out before it ends
_HEAP = ("-Xms512m", "-Xmx2g")
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
_FIRST_PASSWORD = "neo4j"
_STARTED = b"Bolt enabled on "
"""What a server logs once it has its port for drivers."""


def free_port(wanted: int) -> int:
    """`wanted` if nothing listens there, else a port that is free."""
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise StoreError("no port is free on 127.0.0.1")


def launch(home: Path, release: Release, bolt: int, http: int) -> "subprocess.Popen[bytes]":
    """Start a server with its files under `home`, in a process group of its own."""
    (home / "conf").mkdir(parents=True, exist_ok=True)
    (home / "logs").mkdir(exist_ok=True)
    style = json.dumps(json.loads((DATA / "lawgraph.grass").read_text("utf-8")), ensure_ascii=False)
    conf = (DATA / "neo4j.conf").read_text("utf-8").format(bolt=bolt, http=http, style=style)
    (home / "conf" / "neo4j.conf").write_text(conf, "utf-8")
    command = [str(java()), *_HEAP, *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED)]
    command += ["-cp", f"{jars(release)}/*", release.main, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]
    with _console(home).open("wb") as console:
        return subprocess.Popen(
            command, cwd=home, stdin=subprocess.DEVNULL, stdout=console, stderr=console, start_new_session=True
        )


class PortTakenError(StoreError):
    """Another program took a port between its choice and the server's start."""


def logged(home: Path) -> int:
    """How much the servers of `home` have written to their log, in bytes."""
    log = _log(home)
    return log.stat().st_size if log.exists() else 0


def await_ready(home: Path, process: "subprocess.Popen[bytes]", ports: Iterable[int], before: int) -> None:
    """Wait until the server says, after what was logged `before`, that it listens; another server may answer.

    Raises StoreError with the last line of its log where it ends or is slow, PortTakenError where a port is another's.
    """
    deadline = time.monotonic() + READY_SECONDS
    while True:
        if process.poll() is not None:
            ended = f"the Neo4j server ended as it started: {_last_line(home)}; see {_console(home)}"
            raise PortTakenError(ended) if any(map(_listens, ports)) else StoreError(ended)
        if logged(home) > before and _STARTED in _log(home).read_bytes()[before:]:
            return
        if time.monotonic() > deadline:
            raise StoreError(f"the Neo4j server is not ready after {READY_SECONDS} seconds; see {_console(home)}")
        time.sleep(0.1)


def make_ready(uri: str, password: str) -> None:
    """Return when the server runs a query for `password`, which replaces the one that a new server starts with."""
    from neo4j import GraphDatabase, exceptions

    try:
        _until_answered(uri, password)
        return
    except exceptions.AuthError:
        pass
    try:
        with GraphDatabase.driver(uri, auth=("neo4j", _FIRST_PASSWORD)) as driver:
            change = "ALTER CURRENT USER SET PASSWORD FROM $first TO $password"
            driver.execute_query(change, first=_FIRST_PASSWORD, password=password, database_="system")
        _until_answered(uri, password)
    except exceptions.AuthError:
        raise StoreError(f"the server at {uri} has another password than the one kept with its data") from None


def _until_answered(uri: str, password: str) -> None:
    from neo4j import GraphDatabase, exceptions

    deadline = time.monotonic() + READY_SECONDS
    while True:
        try:
            with GraphDatabase.driver(uri, auth=("neo4j", password)) as driver:
                driver.execute_query("RETURN 1")
            return
        except (exceptions.ServiceUnavailable, exceptions.TransientError, exceptions.DatabaseUnavailable):
            if time.monotonic() > deadline:
                raise StoreError(f"{uri} does not answer after {READY_SECONDS} seconds") from None
            time.sleep(0.2)


def alive(home: Path, pid: int) -> bool:
    """Whether process `pid` is the server of `home`, not one that has since been given the same number."""
    return str(home) in _command_of(pid)


def end(home: Path, pid: int) -> None:
    """Stop the server with SIGTERM and wait until it has ended. Raises StoreError where it does not."""
    os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while alive(home, pid):
        if time.monotonic() > deadline:
            raise StoreError(f"the Neo4j server (process {pid}) has not stopped after {STOP_SECONDS} seconds")
        time.sleep(0.1)


def _command_of(pid: int) -> str:
    """The command line of a running process; empty for one that has ended."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
        except OSError:
            return ""
    listing = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(listing, capture_output=True, text=True, check=False).stdout


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def _log(home: Path) -> Path:
    return home / "logs" / "neo4j.log"


def _console(home: Path) -> Path:
    return home / "logs" / "console.log"


def _last_line(home: Path) -> str:
    logs = [log.read_text("utf-8", "replace") for log in (_log(home), _console(home)) if log.exists()]
    lines = [line.strip() for log in logs for line in log.splitlines() if line.strip()]
    told = [line for line in lines if " ERROR " in line] or lines
    return told[-1] if told else "nothing was logged"

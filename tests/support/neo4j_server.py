"""One real Neo4j server for the whole test session, stopped whatever happens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from kg.server.server import Running, start

_GUARD = """
import sys
from pathlib import Path
from kg.server.server import stop
sys.stdin.read()
stop(Path(sys.argv[1]))
"""


def _given(uri: str) -> Running:
    """The server of NEO4J_TEST_URI, bolt://user:password@host:port, or with the NEO4J_ variables' user and password."""
    parts = urlsplit(uri)
    username = unquote(parts.username or os.environ.get("NEO4J_USERNAME", "neo4j"))
    password = unquote(parts.password or os.environ.get("NEO4J_PASSWORD", ""))
    address = f"{parts.scheme}://{parts.hostname}:{parts.port or 7687}"
    browser = os.environ.get("NEO4J_TEST_BROWSER", f"http://{parts.hostname}:7474/browser/")
    return Running(address, username, password, browser, "given", "", None)


def java_is_there() -> bool:
    return shutil.which("java") is not None or "JAVA_HOME" in os.environ


@contextmanager
def guarded(data: Path) -> Iterator[None]:
    """Stop the server of `data` at the end, or when this process ends, even killed: its end closes the guard's pipe."""
    command = [sys.executable, "-c", _GUARD, str(data)]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield
    finally:
        guard.communicate()
        assert guard.returncode == 0, f"the server of {data} may still run"


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A running server; its graph is whatever the last test left. Skips, with a reason, where there is no Java."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if uri:
        yield _given(uri)
        return
    if not java_is_there() and "LAWGRAPH_REQUIRE_NEO4J" not in os.environ:
        pytest.skip("no Java here to run a Neo4j server: install Java 17 or newer, or set NEO4J_TEST_URI")
    data: Path = tmp_path_factory.mktemp("neo4j")
    with guarded(data):
        yield start(data, docker=False)

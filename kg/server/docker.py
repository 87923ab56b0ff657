"""The Neo4j server of docker-compose.yml, for a data folder of its own."""

import os
import shutil
import subprocess
from hashlib import sha256
from importlib.resources import as_file
from pathlib import Path

from kg.server.java import DATA
from kg.store import StoreError

VERSION = "5.26"
_SECONDS = 15  # to answer at all: a daemon that hangs is told to the user


def answers() -> bool:
    """Whether a Docker engine with Compose answers."""
    if shutil.which("docker") is None:
        return False
    return all(_succeeds("docker", *asked) for asked in (("info",), ("compose", "version")))


def up(data: Path, bolt: int, http: int, password: str) -> None:
    """Start the server and wait until it is healthy. Raises StoreError with what Docker said."""
    ports = {"NEO4J_BOLT_PORT": str(bolt), "NEO4J_HTTP_PORT": str(http)}
    done = _compose(data, {**ports, "NEO4J_PASSWORD": password}, "up", "--detach", "--wait", "neo4j")
    if done.returncode != 0:
        said = done.stderr.strip().split("\n")[-1]
        raise StoreError(f"docker compose could not start Neo4j: {said}")


def down(data: Path) -> None:
    """Stop the server; its volumes stay."""
    if _compose(data, {"NEO4J_PASSWORD": "unused-here"}, "down").returncode != 0:
        raise StoreError(f"docker compose could not stop the server of {data}; try: docker ps")


def runs(data: Path) -> bool:
    """Whether the server's container is up."""
    if not answers():
        return False
    done = _compose(data, {"NEO4J_PASSWORD": "unused-here"}, "ps", "--quiet", "--status=running", "neo4j")
    return done.returncode == 0 and bool(done.stdout.strip())


def _compose(data: Path, environment: dict[str, str], *command: str) -> "subprocess.CompletedProcess[str]":
    project = f"lawgraph-{sha256(str(data).encode()).hexdigest()[:8]}"
    with as_file(DATA / "docker-compose.yml") as file:
        return subprocess.run(
            ["docker", "compose", "--file", str(file), "--project-name", project, *command],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )


def _succeeds(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False

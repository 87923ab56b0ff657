"""A Neo4j server for this machine: Docker Compose where a Docker engine answers, the jars on Java otherwise."""

import json
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.folders import FOLDERS
from kg.server import docker as neo4j_docker
from kg.server import process as neo4j_process
from kg.server.java import java, java_version, release_for
from kg.store import StoreError

if TYPE_CHECKING:
    from filelock import BaseFileLock

_BOLT = 7687  # Neo4j's own port for drivers
_HTTP = 7474  # Neo4j's own port for its browser
_TRIES = 3  # another program may take a port while the server starts


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers. `pid` is None where Docker runs it; `data` is its folder."""

    uri: str
    username: str
    password: str
    browser: str
    version: str
    data: str
    pid: int | None


def default_folder() -> Path:
    """Where the server's data are kept unless a folder is named."""
    return FOLDERS.user_data_path / "neo4j"


def start(data: Path, docker: bool | None = None) -> Running:
    """Start a server with its data under `data`, or find it running, and return when Bolt answers.

    Ports are the usual ones or those of the last time where they are free, others if not. The password is
    made up the first time and kept, for its owner only, with the data. `docker` None asks whether a Docker
    engine answers. Raises StoreError, one line for the user, where no server can be started.
    """
    _require_driver()
    data = data.expanduser().resolve()
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise StoreError(f"{data} cannot hold a server's data: {error.strerror}") from None
    with _one_at_a_time():
        return status(data) or _start(data, docker)


def _start(data: Path, docker: bool | None) -> Running:
    for _ in range(_TRIES - 1):
        with suppress(neo4j_process.PortTakenError):
            return _start_once(data, docker)
    return _start_once(data, docker)


def _start_once(data: Path, docker: bool | None) -> Running:
    kept = _recall(data)
    bolt = neo4j_process.free_port(_port(kept.uri) if kept else _BOLT)
    http = neo4j_process.free_port(_port(kept.browser.removesuffix("/browser/")) if kept else _HTTP)
    password = kept.password if kept else secrets.token_urlsafe(12)
    by_docker = neo4j_docker.answers() if docker is None else docker
    return (_start_docker if by_docker else _start_java)(data, kept, bolt, http, password)


def stop(data: Path) -> bool:
    """Stop the server of `data`; False if none runs."""
    data = data.expanduser().resolve()
    running = status(data)
    if running is None:
        return False
    if running.pid is None:
        neo4j_docker.down(data)
    else:
        neo4j_process.end(data, running.pid)
    return True


def status(data: Path) -> Running | None:
    """The server of `data`, if it runs."""
    data = data.expanduser().resolve()
    kept = _recall(data)
    if kept is None:
        return None
    runs = neo4j_docker.runs(data) if kept.pid is None else neo4j_process.alive(data, kept.pid)
    return kept if runs else None


def _start_java(data: Path, kept: Running | None, bolt: int, http: int, password: str) -> Running:
    release = release_for(java_version(java()))
    if kept and _number(kept.version) > _number(release.version):
        raise StoreError(
            f"{data} was written by Neo4j {kept.version}, which this Java does not run; set JAVA_HOME to a newer one"
        )
    before = neo4j_process.logged(data)
    process = neo4j_process.launch(data, release, bolt, http)
    running = _running(data, bolt, http, password, release.version, process.pid)
    _keep(running)
    try:
        neo4j_process.await_ready(data, process, (bolt, http), before)
        neo4j_process.make_ready(running.uri, password)
    except BaseException:
        process.terminate()
        process.wait()
        raise
    return running


def _start_docker(data: Path, kept: Running | None, bolt: int, http: int, password: str) -> Running:
    running = _running(data, bolt, http, password, neo4j_docker.VERSION, None)
    _keep(running)
    neo4j_docker.up(data, bolt, http, password)
    return running


def _running(data: Path, bolt: int, http: int, password: str, version: str, pid: int | None) -> Running:
    browser = f"http://127.0.0.1:{http}/browser/"
    return Running(f"bolt://127.0.0.1:{bolt}", "neo4j", password, browser, version, str(data), pid)


def _keep(running: Running) -> None:
    """Note the server beside its data, readable by its owner only."""
    path = Path(running.data) / "server.json"
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(running), indent=2) + "\n", "utf-8")


def _recall(data: Path) -> Running | None:
    path = data / "server.json"
    try:
        return Running(**json.loads(path.read_text("utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError):
        raise StoreError(f"{path} cannot be read; move {data} away and start again") from None


def _port(address: str) -> int:
    return int(address.rpartition(":")[2])


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _one_at_a_time() -> "BaseFileLock":
    """Servers start one after another, so that none takes the ports that another has found free."""
    from filelock import FileLock

    folder = FOLDERS.user_cache_path
    folder.mkdir(parents=True, exist_ok=True)
    return FileLock(folder / "neo4j-start.lock")


def _require_driver() -> None:
    try:
        import filelock  # noqa: F401
        import neo4j  # noqa: F401
    except ModuleNotFoundError:
        raise StoreError("Neo4j's driver is not installed: pip install 'lawgraph[neo4j]'") from None

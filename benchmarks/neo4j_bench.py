"""What the Neo4j benchmarks share: a server with APOC for the peer, a graph cut to size, embeddings, medians."""

import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np
from neo4j import Driver, GraphDatabase
from numpy.typing import NDArray

from kg.edges import Edge, FromDocument
from kg.nodes import Case, Chunk, Node
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.server.java import jars, java, java_version, release_for
from kg.server.server import Running, start, stop
from kg.store import Batch, Store

POM = Path(__file__).parent / "apoc-pom.xml"
DIMENSIONS = 384
_BATCH = 20_000
_TYPES = [type for type in EDGE_TYPES.values() if not type.ledger]


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes and edges of some judgments: `texts` are chunks with vectors, `cases` all others."""

    cases: list[Node]
    case_edges: list[Edge]
    texts: list[Node]
    text_edges: list[Edge]


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of hashed words: near for texts that share words, and quick, so that they do not hide the server."""
    vectors = np.full((len(texts), DIMENSIONS), 1e-3, np.float32)
    for vector, text in zip(vectors, texts, strict=True):
        for word in re.findall(r"\w+", text.lower()):
            vector[int.from_bytes(sha256(word.encode()).digest()[:4]) % DIMENSIONS] += 1
        vector /= np.linalg.norm(vector)
    return vectors


def cut(store: Store, judgments: int) -> Graph:
    """The first `judgments` cases that have texts, with all that is joined to them and lies between them."""
    kept = {node.id for node in store.find(Case, {"has_text": True}, limit=judgments)}
    texts = {edge.source for edge in store.expand(sorted(kept), [FromDocument], "in")}
    kept |= {edge.target for edge in store.expand(sorted(kept), [t for t in _TYPES if Case in t.sources])}
    wanted = kept | texts
    return _graph(store, texts, lambda id: id in wanted)


def load(store: Store, nodes: list[Node], edges: list[Edge]) -> None:
    """Write some thousand nodes at a time and the edges with the last of them, as documents are written."""
    last = max(range(0, len(nodes), _BATCH))
    for first in range(0, len(nodes), _BATCH):
        store.write(Batch(nodes=nodes[first : first + _BATCH], edges=edges if first == last else []))


def whole(store: Store) -> Graph:
    """All nodes and edges but the ledger's."""
    texts = {node.id for node in store.scan_nodes(Chunk)}
    return _graph(store, texts, lambda _: True)


def _graph(store: Store, texts: set[str], wanted: Callable[[str], bool]) -> Graph:
    """The wanted nodes with the edges between them, parted by whether they are `texts`.

    Those have the vectors that the graph was built with, hashed words where it was built without.
    """
    edges = [e for t in _TYPES for e in store.scan_edges(t) if wanted(e.source) and wanted(e.target)]
    nodes = [
        n for t in NODE_TYPES.values() if not t.ledger for n in store.scan_nodes(t, embeddings=True) if wanted(n.id)
    ]
    chunks = [node for node in nodes if isinstance(node, Chunk)]
    bare = [node for node in chunks if node.embedding is None]
    hashed = dict(zip((n.id for n in bare), embed([n.text for n in bare]), strict=True))
    embedded: list[Node] = [replace(n, embedding=hashed[n.id]) if n.id in hashed else n for n in chunks]
    return Graph(
        [node for node in nodes if not isinstance(node, Chunk)],
        [edge for edge in edges if edge.source not in texts],
        embedded,
        [edge for edge in edges if edge.source in texts],
    )


@contextmanager
def with_apoc(folder: Path) -> Iterator[None]:
    """A cache of jars under `folder` that has APOC's among Neo4j's."""
    release = release_for(java_version(java()))
    cache = folder / "cache" / "lawgraph" / f"neo4j-{release.version}"
    cache.mkdir(parents=True)
    for jar in jars(release).iterdir():
        (cache / jar.name).symlink_to(jar)
    fetch = ["mvn", "-B", "-q", "-f", str(POM), "dependency:copy-dependencies", "-DexcludeTransitive=true"]
    subprocess.run([*fetch, f"-DoutputDirectory={cache}"], check=True)
    plugin = next(cache.glob("apoc-core-*.jar"))
    (folder / "plugins").mkdir()
    (folder / "plugins" / plugin.name).symlink_to(plugin)
    before = dict(os.environ)
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def server() -> Iterator[tuple[Running, Driver]]:
    """A new server that has APOC on its class path, which the peer's writer needs."""
    with tempfile.TemporaryDirectory() as folder, with_apoc(Path(folder)):
        running = start(Path(folder), docker=False)
        try:
            with GraphDatabase.driver(running.uri, auth=(running.username, running.password)) as driver:
                yield running, driver
        finally:
            stop(Path(folder))


def clear(driver: Driver) -> None:
    """Empty the server, its indexes and constraints included."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
        for kind in ("CONSTRAINTS", "INDEXES"):
            for (name,) in session.run(f"SHOW {kind} YIELD name, type WHERE type <> 'LOOKUP' RETURN name").values():
                session.run(f"DROP {kind.removesuffix('S').removesuffix('E')} `{name}` IF EXISTS").consume()


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds on the clock, and CPU seconds of the server and of the client."""

    clock: float
    server: float
    client: float


def taken(pid: int, work: Callable[[], object]) -> Taken:
    """What `work` takes; `pid` is the server's process."""
    begun, server, client = perf_counter(), _cpu_seconds(pid), process_time()
    work()
    return Taken(perf_counter() - begun, _cpu_seconds(pid) - server, process_time() - client)


def middle(all_taken: Sequence[Taken]) -> Taken:
    """The median of each."""
    return Taken(*(median(getattr(t, name) for t in all_taken) for name in ("clock", "server", "client")))


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

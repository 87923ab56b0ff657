"""Writing the whole graph to a file: two equal graphs give two equal files, whatever the engine."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from kg.edges import Edge
from kg.nodes import Node
from kg.schema import EDGE_TYPES, NODE_TYPES, Value, properties
from kg.store import Store, StoreError

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(store: Store, path: Path) -> None:
    """Write nodes and edges, sorted, to `path`: JSON lines (.jsonl) or GraphML (.graphml), whole or not at all.

    Bookkeeping and embeddings are left out. Raises StoreError where the suffix is another or the file
    cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise StoreError(f"{path}: unknown kind of export; give a name that ends in {' or '.join(_WRITERS)}")
    with whole_file(path) as file:
        write(store, file)


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that is at `path` when all of it is written, and not at all where that fails (StoreError)."""
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            part = Path(file.name)
            try:
                yield file
                file.close()
                part.chmod(0o644)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}") from error


def _nodes(store: Store) -> Iterator[Node]:
    for _, type in sorted(NODE_TYPES.items()):
        if not type.ledger:
            yield from store.scan_nodes(type)


def _edges(store: Store) -> Iterator[Edge]:
    for _, type in sorted(EDGE_TYPES.items()):
        if not type.ledger:
            yield from store.scan_edges(type)


def _write_json_lines(store: Store, file: IO[bytes]) -> None:
    for node in _nodes(store):
        file.write(_line({"node": node.type, "id": node.id}, node))
    for edge in _edges(store):
        file.write(_line({"edge": edge.type, "from": edge.source, "to": edge.target}, edge))


def _line(head: dict[str, str], item: Node | Edge) -> bytes:
    return (
        json.dumps(head | dict(sorted(properties(item).items())), ensure_ascii=False).encode("utf-8", "replace") + b"\n"
    )


def _write_graphml(store: Store, file: IO[bytes]) -> None:
    import networkx as nx

    graph = nx.MultiDiGraph()
    for node in _nodes(store):
        graph.add_node(_xml(node.id), type=node.type, **_attributes(node))
    for edge in _edges(store):
        source, target = _xml(edge.source), _xml(edge.target)
        graph.add_edge(source, target, f"{source} {edge.type} {target}", type=edge.type, **_attributes(edge))
    nx.write_graphml_xml(graph, file)


def _attributes(item: Node | Edge) -> dict[str, str | int | bool]:
    return {name: _attribute(value) for name, value in sorted(properties(item).items())}


def _attribute(value: Value) -> str | int | bool:
    """A list becomes JSON, since GraphML has none; characters that XML lacks become U+FFFD."""
    if isinstance(value, int):
        return value
    return _xml(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _xml(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


_WRITERS: dict[str, Callable[[Store, IO[bytes]], None]] = {
    ".jsonl": _write_json_lines,
    ".graphml": _write_graphml,
}

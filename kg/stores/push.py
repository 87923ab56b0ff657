"""Copying a built graph to another store, on either engine, and proving that the copy is the same."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from extraction.progress import Progress, unheard
from kg.edges import Edge
from kg.nodes import Document, Node
from kg.schema import EDGE_TYPES, NODE_TYPES, Value, properties
from kg.store import Batch, Store, StoreError

Item = Node | Edge
Type = type[Node] | type[Edge]
Key = tuple[str, ...]

_TYPES: tuple[Type, ...] = (
    *(type for _, type in sorted(NODE_TYPES.items())),
    *(type for _, type in sorted(EDGE_TYPES.items())),
)
_ITEMS = 2000  # nodes or edges of a batch
_CHARACTERS = 4_000_000  # of text in a batch, for passages are long


@dataclass(slots=True)
class PushReport:
    """What a push did: nodes and edges written, found there and the same, and taken out; the digest of both graphs."""

    written: int = 0
    unchanged: int = 0
    dropped: int = 0
    digest: str = ""


def push(source: Store, target: Store, progress: Progress = unheard) -> PushReport:
    """Make `target` hold what `source` holds, bookkeeping and embeddings included.

    What is there already and the same is left alone, so that a push that was interrupted goes on from where it
    was. `progress(done, total, type)` is called before each type. Raises StoreError where `target` holds
    documents that `source` lacks (it is another graph), and where the two differ at the end.
    """
    _check_no_strangers(source, target)
    report = PushReport()
    for done, type in enumerate(_TYPES):
        progress(done, len(_TYPES), type.type)
        _push_type(source, target, type, report)
    report.digest = digest(source)
    if source.count() != target.count() or digest(target) != report.digest:
        raise StoreError("the copy differs from the graph it was made of (was either written to?); push again")
    return report


def digest(store: Store) -> str:
    """A hexadecimal SHA-256 of all that `store` holds: equal graphs have equal digests, whatever the engine."""
    sha = hashlib.sha256()
    for type in _TYPES:
        for item in _scan(store, type):
            sha.update(_imprint(item))
    return sha.hexdigest()


def _check_no_strangers(source: Store, target: Store) -> None:
    known = {node.id for node in source.scan_nodes(Document)}
    strangers = sorted(node.name for node in target.scan_nodes(Document) if node.id not in known)
    if strangers:
        raise StoreError(
            f"the graph to push to has {len(strangers)} documents that are not in this one ({strangers[0]!r} is the "
            "first); push to an empty graph, or take them out there with: lawgraph remove"
        )


def _push_type(source: Store, target: Store, type: Type, report: PushReport) -> None:
    there = {_key(item): _imprint(item) for item in _scan(target, type)}

    def differing() -> Iterator[Item]:
        for item in _scan(source, type):
            if there.pop(_key(item), None) == _imprint(item):
                report.unchanged += 1
            else:
                yield item

    for items in _batches(differing()):
        target.write(Batch([i for i in items if isinstance(i, Node)], [i for i in items if isinstance(i, Edge)]))
        report.written += len(items)
    leftover = iter(there)
    while keys := list(islice(leftover, _ITEMS)):
        target.write(_drops(type, keys))
        report.dropped += len(keys)


def _drops(type: Type, keys: list[Key]) -> Batch:
    if issubclass(type, Node):
        return Batch(drop_nodes=[node for (node,) in keys])
    return Batch(drop_edges=[(type.type, source, target) for source, target in keys])


def _scan(store: Store, type: Type) -> Iterator[Item]:
    return store.scan_nodes(type, embeddings=True) if issubclass(type, Node) else store.scan_edges(type)


def _key(item: Item) -> Key:
    return (item.id,) if isinstance(item, Node) else (item.source, item.target)


def _imprint(item: Item) -> bytes:
    """32 bytes that two items share only if they are the same, to the last bit of an embedding."""
    known = {name: _plain(value) for name, value in properties(item).items()}
    told = json.dumps([item.type, _key(item), known], sort_keys=True)
    return hashlib.sha256(told.encode()).digest()


def _plain(value: Value) -> str | int | tuple[str, ...]:
    return value.astype("<f4").tobytes().hex() if isinstance(value, np.ndarray) else value


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in lists that one transaction takes: not too many, and not too much text."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += sum(len(value) for value in properties(item).values() if isinstance(value, str))
        if len(batch) == _ITEMS or size > _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

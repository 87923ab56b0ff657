"""Copying a built graph to another store, on either engine, and proving that the copy is the same."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from extraction.progress import Progress, unheard
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Batch, Edge, Node, Store, StoreError, Value

Item = Node | Edge
Key = tuple[str, ...]

_TYPES = (*sorted(NODE_TYPES), *sorted(EDGE_TYPES))
_ITEMS, _CHARACTERS = 2000, 4_000_000


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
    for done, name in enumerate(_TYPES):
        progress(done, len(_TYPES), name)
        _push_type(source, target, name, report)
    report.digest = digest(source)
    if source.count() != target.count() or digest(target) != report.digest:
        raise StoreError("the copy differs from the graph it was made of (was either written to?); push again")
    return report


def digest(store: Store) -> str:
    """A hexadecimal SHA-256 of all that `store` holds: equal graphs have equal digests, whatever the engine."""
    sha = hashlib.sha256()
    for name in _TYPES:
        for item in _scan(store, name):
            sha.update(_imprint(item))
    return sha.hexdigest()


def _check_no_strangers(source: Store, target: Store) -> None:
    known = {node.id for node in source.scan_nodes("Document")}
    strangers = sorted(str(node.properties["name"]) for node in target.scan_nodes("Document") if node.id not in known)
    if strangers:
        raise StoreError(
            f"the graph to push to has {len(strangers)} documents that are not in this one ({strangers[0]!r} is the "
            "first); push to an empty graph, or take them out there with: lawgraph remove"
        )


def _push_type(source: Store, target: Store, name: str, report: PushReport) -> None:
    there = {_key(item): _imprint(item) for item in _scan(target, name)}

    def differing() -> Iterator[Item]:
        for item in _scan(source, name):
            if there.pop(_key(item), None) == _imprint(item):
                report.unchanged += 1
            else:
                yield item

    for items in _batches(differing()):
        target.write(Batch([i for i in items if isinstance(i, Node)], [i for i in items if isinstance(i, Edge)]))
        report.written += len(items)
    leftover = iter(there)
    while keys := list(islice(leftover, _ITEMS)):
        target.write(_drops(name, keys))
        report.dropped += len(keys)


def _drops(name: str, keys: list[Key]) -> Batch:
    if name in NODE_TYPES:
        return Batch(drop_nodes=[node for (node,) in keys])
    return Batch(drop_edges=[(name, source, target) for source, target in keys])


def _scan(store: Store, name: str) -> Iterator[Item]:
    return store.scan_nodes(name, embeddings=True) if name in NODE_TYPES else store.scan_edges(name)


def _key(item: Item) -> Key:
    return (item.id,) if isinstance(item, Node) else (item.source, item.target)


def _imprint(item: Item) -> bytes:
    """32 bytes that two items share only if they are the same, to the last bit of an embedding."""
    properties = {name: _plain(value) for name, value in item.properties.items() if value is not None}
    told = json.dumps([item.type, _key(item), properties], sort_keys=True)
    return hashlib.sha256(told.encode()).digest()


def _plain(value: Value) -> str | int | list[str] | None:
    return value.astype("<f4").tobytes().hex() if isinstance(value, np.ndarray) else value


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items in lists that one transaction takes: not too many, and not too much text."""
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += sum(len(value) for value in item.properties.values() if isinstance(value, str))
        if len(batch) == _ITEMS or size > _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Does a batch keep to the schema? Asked before any engine writes it."""

from collections.abc import Mapping

import numpy as np

from kg.edges import Edge
from kg.nodes import Node
from kg.schema import PropertyType, declared, properties
from kg.store import Batch, StoreError

_PYTHON_TYPES: dict[PropertyType, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "strings": tuple,
    "vector": np.ndarray,
}


def check_batch(batch: Batch) -> None:
    """Raise StoreError naming the first node or edge that has a value of a kind that its type does not declare."""
    for node in batch.nodes:
        _check_values(f"{node.type} {node.id}", node)
    for edge in batch.edges:
        _check_values(f"{edge.type} from {edge.source}", edge)


def check_ends(batch: Batch, types: Mapping[str, str]) -> None:
    """Raise StoreError for an edge that does not join nodes its type may join; `types` are node types by id."""
    for edge in batch.edges:
        for end, allowed in ((edge.source, edge.sources), (edge.target, edge.targets)):
            if end not in types:
                raise StoreError(f"edge {edge.type} from {edge.source} to {edge.target}: there is no node {end}")
            if types[end] not in [t.type for t in allowed]:
                raise StoreError(f"edge {edge.type} from {edge.source} to {edge.target}: {end} is a {types[end]}")


def _check_values(owner: str, item: Node | Edge) -> None:
    kinds = declared(type(item))
    for name, value in properties(item).items():
        if type(value) is not _PYTHON_TYPES[kinds[name]]:
            raise StoreError(f"{owner}: {name} is to be a {kinds[name]}, not {value!r:.60}")

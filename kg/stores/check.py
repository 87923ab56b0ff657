"""Does a batch keep to the schema? Asked before any engine writes it."""

from collections.abc import Mapping

import numpy as np

from kg.schema import EDGE_TYPES, NODE_TYPES, PropertyType
from kg.store import Batch, StoreError, Value

_PYTHON_TYPES: dict[PropertyType, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "strings": list,
    "vector": np.ndarray,
}


def check_batch(batch: Batch) -> None:
    """Raise StoreError naming the first node or edge whose type or properties the schema does not declare."""
    for node in batch.nodes:
        node_type = NODE_TYPES.get(node.type)
        if node_type is None:
            raise StoreError(f"node {node.id}: the schema has no node type {node.type}")
        _check_properties(f"{node.type} {node.id}", node.properties, node_type.properties)
    for edge in batch.edges:
        edge_type = EDGE_TYPES.get(edge.type)
        if edge_type is None:
            raise StoreError(f"edge from {edge.source}: the schema has no edge type {edge.type}")
        _check_properties(f"{edge.type} from {edge.source}", edge.properties, edge_type.properties)


def check_ends(batch: Batch, types: Mapping[str, str]) -> None:
    """Raise StoreError for an edge that does not join nodes its type may join; `types` are node types by id."""
    for edge in batch.edges:
        declared = EDGE_TYPES[edge.type]
        for end, allowed in ((edge.source, declared.source), (edge.target, declared.target)):
            if end not in types:
                raise StoreError(f"edge {edge.type} from {edge.source} to {edge.target}: there is no node {end}")
            if types[end] not in allowed:
                raise StoreError(f"edge {edge.type} from {edge.source} to {edge.target}: {end} is a {types[end]}")


def _check_properties(owner: str, properties: Mapping[str, Value], declared: Mapping[str, PropertyType]) -> None:
    for name, value in properties.items():
        if name not in declared:
            raise StoreError(f"{owner}: the schema has no property {name}")
        if value is not None and type(value) is not _PYTHON_TYPES[declared[name]]:
            raise StoreError(f"{owner}: {name} is to be a {declared[name]}, not {value!r:.60}")

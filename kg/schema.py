"""The graph's types as engines see them: by name, each with its properties, to and from what is stored."""

from collections.abc import Mapping
from dataclasses import fields
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import numpy as np
from numpy.typing import NDArray

from kg import edges, nodes
from kg.edges import E, Edge
from kg.nodes import Embedded, N, Node

PropertyType = Literal["string", "integer", "boolean", "strings", "vector"]
Value = str | int | bool | tuple[str, ...] | NDArray[np.float32]

NODE_TYPES: dict[str, type[Node]] = {
    t.type: t
    for t in (
        nodes.Case,
        nodes.Act,
        nodes.Provision,
        nodes.Chunk,
        nodes.Description,
        nodes.Judge,
        nodes.Court,
        nodes.Document,
        nodes.Extraction,
        nodes.Reference,
        nodes.Key,
        nodes.Split,
    )
}

EDGE_TYPES: dict[str, type[Edge]] = {
    t.type: t
    for t in (
        edges.Cites,
        edges.CitesProvision,
        edges.RefersTo,
        edges.PartOf,
        edges.Amends,
        edges.CorrespondsTo,
        edges.Replaces,
        edges.FromDocument,
        edges.NextChunk,
        edges.Mentions,
        edges.Describes,
        edges.DecidedBy,
        edges.HeardIn,
        edges.HasKey,
        edges.MadeIn,
    )
}

HOME: dict[str, type[Edge]] = {s.type: t for t in EDGE_TYPES.values() if t.leads_home for s in t.sources}
"""By node type, the edge to the case or provision that its nodes are of; others are of themselves."""

EMBEDDED: tuple[str, ...] = tuple(name for name, t in NODE_TYPES.items() if issubclass(t, Embedded))
"""The types with a vector index."""

_IDENTITY = ("id", "source", "target")
_PROPERTY_TYPES: dict[Any, PropertyType] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    tuple[str, ...]: "strings",
    NDArray[np.float32]: "vector",
}


def _declared(type: type[Node] | type[Edge]) -> dict[str, PropertyType]:
    hints = get_type_hints(type)
    return {f.name: _property_type(hints[f.name]) for f in fields(type) if f.name not in _IDENTITY}


def _property_type(annotation: Any) -> PropertyType:
    """Of `str`, of `str | None`, of a literal."""
    if annotation in _PROPERTY_TYPES:
        return _PROPERTY_TYPES[annotation]
    if get_origin(annotation) is Literal:
        return "string"
    [known] = [kind for kind in get_args(annotation) if kind is not NoneType]
    return _property_type(known)


_TYPES: tuple[type[Node] | type[Edge], ...] = (*NODE_TYPES.values(), *EDGE_TYPES.values())
_DECLARED = {type.type: _declared(type) for type in _TYPES}


def declared(type: type[Node] | type[Edge]) -> Mapping[str, PropertyType]:
    """The properties of a type, beside what it is told by, and what each holds."""
    return _DECLARED[type.type]


def properties(item: Node | Edge) -> dict[str, Value]:
    """What is known of a node or an edge beside what it is told by."""
    values = ((name, getattr(item, name)) for name in declared(type(item)))
    return {name: value for name, value in values if value is not None}


def node(type: type[N], id: str, kept: Mapping[str, Any]) -> N:
    """A node with its properties as an engine keeps them."""
    return type(id, **_values(kept))


def edge(type: type[E], source: str, target: str, kept: Mapping[str, Any]) -> E:
    """An edge with its properties as an engine keeps them."""
    return type(source, target, **_values(kept))


def _values(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Engines keep lists; nodes and edges, which never change, have tuples."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in kept.items()}

"""Conditions on properties as Cypher; names come from the schema, values go in as parameters only."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.edges import Edge
from kg.nodes import Node
from kg.schema import PropertyType, declared
from kg.store import Between, Condition, StoreError
from kg.stores.neo4j import cypher
from kg.stores.neo4j.indexes import LISTED, TEXT_INDEX
from kg.stores.neo4j.lucene import holding

Clauses = tuple[str, dict[str, Any]]


def node_conditions(type: type[Node], where: Mapping[str, Condition]) -> tuple[str, str, dict[str, Any]]:
    """How nodes `n` of a type are matched, what narrows the match, its parameters; StoreError for unknown names."""
    kinds = declared(type)
    for name in where:
        if name not in kinds:
            raise StoreError(f"{type.type} has no property {name}")
    clauses, parameters = _clauses("n", where, kinds)
    for name in (n for n in LISTED.get(type.type, ()) if n in where):
        values = [str(value) for value in parameters.get(f"one_of_{name}", [])]
        if query := holding(name, values):
            return cypher.FIND_LISTED, clauses, parameters | {"index": TEXT_INDEX[type.type], "query": query}
    return cypher.FIND[type.type], clauses, parameters


def edge_conditions(types: Sequence[type[Edge]], where: Mapping[str, Condition]) -> Clauses:
    """What narrows a match of an edge `e` of any of the types, with its parameters; StoreError for unknown names."""
    kinds = {name: kind for type in types for name, kind in declared(type).items()}
    for name in where:
        if name not in kinds:
            raise StoreError(f"{' and '.join(type.type for type in types)} have no property {name}")
    return _clauses("e", where, kinds)


def _clauses(variable: str, where: Mapping[str, Condition], kinds: Mapping[str, PropertyType]) -> Clauses:
    cypher, parameters = "", dict[str, Any]()
    for name, condition in where.items():
        test, values = _test(name, condition)
        if kinds[name] == "strings":
            cypher += f" AND any(value IN {variable}.{name} WHERE {test.format(value='value')})"
        else:
            cypher += " AND " + test.format(value=f"{variable}.{name}")
        parameters |= values
    return cypher, parameters


def _test(name: str, condition: Condition) -> Clauses:
    """A test of `{value}`, with its parameters."""
    if not isinstance(condition, Between):
        values = [condition] if isinstance(condition, str | int) else list(condition)
        return f"{{value}} IN $one_of_{name}", {f"one_of_{name}": values}
    ends = {f"low_{name}": condition.low, f"high_{name}": condition.high}
    parameters: dict[str, Any] = {end: value for end, value in ends.items() if value is not None}
    tests = [f"{{value}} {'>=' if end.startswith('low_') else '<='} ${end}" for end in parameters]
    return " AND ".join(["{value} IS NOT NULL", *tests]), parameters

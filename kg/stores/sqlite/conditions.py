"""Conditions on properties as SQL of the embedded engine; names and values go in as parameters only."""

import json
from collections.abc import Mapping, Sequence
from typing import Literal

from kg.edges import Edge
from kg.nodes import Node
from kg.schema import declared
from kg.store import Between, Condition, StoreError

Clauses = tuple[str, list[object]]
_Test = Literal["one of", "between"]

_ON_INDEXED: dict[_Test, str] = {
    "one of": " AND key IN (SELECT node FROM property WHERE name = ? AND value IN (SELECT value FROM json_each(?)))",
    "between": " AND key IN (SELECT node FROM property WHERE name = ? AND value BETWEEN ? AND ?)",
}
_ON_NODE: dict[_Test, str] = {
    "one of": " AND EXISTS (SELECT 1 FROM json_each(properties, ?) AS p"
    " WHERE p.value IN (SELECT value FROM json_each(?)))",
    "between": " AND EXISTS (SELECT 1 FROM json_each(properties, ?) AS p WHERE p.value BETWEEN ? AND ?)",
}
_ON_EDGE: dict[_Test, str] = {
    "one of": " AND EXISTS (SELECT 1 FROM json_each(e.properties, ?) AS p"
    " WHERE p.value IN (SELECT value FROM json_each(?)))",
    "between": " AND EXISTS (SELECT 1 FROM json_each(e.properties, ?) AS p WHERE p.value BETWEEN ? AND ?)",
}
_LEAST, _GREATEST = -(2**63), b""
"""Open ends: SQLite sorts numbers before texts and texts before blobs."""


def node_conditions(type: type[Node], where: Mapping[str, Condition]) -> Clauses:
    """A condition on the table `node`, with its parameters; StoreError for unknown names.

    Where an indexed property leads, `+` keeps the index of types out of the plan.
    """
    sql = "+type = ?" if any(name in type.indexed for name in where) else "type = ?"
    parameters: list[object] = [type.type]
    for name, condition in where.items():
        if name not in declared(type):
            raise StoreError(f"{type.type} has no property {name}")
        test, values = _test(condition)
        indexed = name in type.indexed
        sql += _ON_INDEXED[test] if indexed else _ON_NODE[test]
        parameters += [f"{type.type}.{name}" if indexed else f"$.{name}", *values]
    return sql, parameters


def edge_conditions(types: Sequence[type[Edge]], where: Mapping[str, Condition]) -> Clauses:
    """What follows the join on edges `e`, with its parameters; StoreError for unknown names."""
    sql, parameters = "", list[object]()
    for name, condition in where.items():
        if not any(name in declared(type) for type in types):
            raise StoreError(f"{' and '.join(type.type for type in types)} have no property {name}")
        test, values = _test(condition)
        sql += _ON_EDGE[test]
        parameters += [f"$.{name}", *values]
    return sql, parameters


def _test(condition: Condition) -> tuple[_Test, list[object]]:
    if isinstance(condition, Between):
        low = _LEAST if condition.low is None else condition.low
        return "between", [low, _GREATEST if condition.high is None else condition.high]
    values = [condition] if isinstance(condition, str | int) else list(condition)
    return "one of", [json.dumps(values)]

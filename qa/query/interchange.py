"""A query as JSON, for other programs and for language models; what is wrong with one is said in a line."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from qa.errors import QueryError
from qa.query.checking import checked
from qa.query.record import Query


@cache
def _adapter() -> TypeAdapter[Query]:
    return TypeAdapter(Query)


def from_json(text: str) -> Query:
    """The query that a JSON object says. Raises `QueryError` with the place of what is wrong."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise QueryError(f"the query is no JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    try:
        query = _adapter().validate_json(json.dumps(data))
    except ValidationError as error:
        raise QueryError(_told(error)) from error
    return checked(query)


def as_json(query: Query) -> dict[str, Any]:
    """The query as plain JSON types; what it leaves open is left out."""
    found = _without_gaps(_adapter().dump_python(query, mode="json"))
    assert isinstance(found, dict)
    return found


def schema() -> dict[str, Any]:
    """The JSON schema of queries."""
    return _adapter().json_schema()


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_gaps(part) for name, part in value.items() if part is not None and part != []}
    return [_without_gaps(part) for part in value] if isinstance(value, list) else value


def _told(error: ValidationError) -> str:
    """The first thing that is wrong, and where."""
    first = error.errors(include_url=False)[0]
    return f"{_place(first['loc'])}: {first['msg'][:1].lower()}{first['msg'][1:]}"


def _place(location: Sequence[int | str]) -> str:
    """ "where.of[1].relation": the names of the record's types, which pydantic puts between, left out."""
    place = ""
    for step in location[1:]:
        if isinstance(step, int):
            place += f"[{step}]"
        elif not place or step not in _TAGS:
            place += f".{step}" if place else step
    return place or "the query"


_TAGS = frozenset(("nodes", "is", "related", "within", "stands", "text", "about", "and", "or", "not"))

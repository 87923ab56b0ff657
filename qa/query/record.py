"""A query: what is wanted of the graph and on which conditions, as one typed record.

Every union here is closed: what works on a query matches on all of its members, so that no condition goes unheeded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from extraction.records import Role, Treatment

Kind = Literal["case", "provision", "act", "judge", "court"]
Relation = Literal[
    "cites",
    "cited by",
    "refers to",
    "referred to by",
    "decided by",
    "decided",
    "heard in",
    "heard",
    "part of",
    "contains",
    "amends",
    "amended by",
    "replaces",
    "replaced by",
]
Property = Literal["year", "date", "bench size", "number"]
Standing = Literal["overruled", "reversed", "doubted", "distinguished", "affirmed", "followed", "untreated"]
Fact = Literal[
    "author",
    "bench",
    "bench size",
    "date",
    "court",
    "citations",
    "case number",
    "status",
    "result",
    "text",
    "heading",
    "punishment",
    "act",
]

PROPERTIES: dict[Property, Kind] = {"year": "case", "date": "case", "bench size": "case", "number": "provision"}
FACTS: dict[Kind, tuple[Fact, ...]] = {
    "case": ("author", "bench", "bench size", "date", "court", "citations", "case number", "status", "result"),
    "provision": ("text", "heading", "punishment", "act"),
}
GOOD: tuple[Standing, ...] = ("distinguished", "affirmed", "followed", "untreated")
"""The standings of good law: none that overrules, reverses or doubts it."""


class Strict:
    """Read from JSON, it has no keys but its own."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid", strict=True)


@dataclass(frozen=True, slots=True)
class Is(Strict):
    """It is one of these, by id; as people write it, by name."""

    names: tuple[str, ...]
    type: Literal["is"] = field(default="is", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Related(Strict):
    """It stands in a relation to one of others: with one of these treatments, or in one of these roles, if any."""

    relation: Relation
    to: "Nodes"
    treatments: tuple[Treatment, ...] = ()
    roles: tuple[Role, ...] = ()
    type: Literal["related"] = field(default="related", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Within(Strict):
    """A property lies from `low` to `high`, both included; None leaves an end open."""

    property: Property
    low: int | str | None = None
    high: int | str | None = None
    type: Literal["within"] = field(default="within", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Stands(Strict):
    """The gravest that became of a case is one of these."""

    standings: tuple[Standing, ...]
    type: Literal["stands"] = field(default="stands", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class HasText(Strict):
    """The graph has its text; it is not only named by others."""

    type: Literal["text"] = field(default="text", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class About(Strict):
    """A passage of it has these words, or most of them where they are many."""

    words: str
    type: Literal["about"] = field(default="about", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class And(Strict):
    """Every one of these holds."""

    of: "tuple[Condition, ...]"
    type: Literal["and"] = field(default="and", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Or(Strict):
    """At least one of these holds."""

    of: "tuple[Condition, ...]"
    type: Literal["or"] = field(default="or", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Not(Strict):
    """This does not hold."""

    of: "Condition"
    type: Literal["not"] = field(default="not", kw_only=True, repr=False)


Condition = Annotated[
    Is | Related | Within | Stands | HasText | About | And | Or | Not,
    Field(discriminator="type"),
]


@dataclass(frozen=True, slots=True)
class Top(Strict):
    """The `count` that have the most of a relation, the latest or the largest bench; the other end with `least`."""

    by: Related | Literal["date", "bench size"]
    count: int = 1
    least: bool = False


@dataclass(frozen=True, slots=True)
class Nodes(Strict):
    """The nodes of a kind that meet a condition; all of them without. The cases come in the order of their dates."""

    kind: Kind
    where: Condition | None = None
    top: Top | None = None
    type: Literal["nodes"] = field(default="nodes", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Count(Strict):
    """How many there are."""

    of: Nodes
    type: Literal["count"] = field(default="count", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Whether(Strict):
    """Whether there is any."""

    of: Nodes
    type: Literal["whether"] = field(default="whether", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Facts(Strict):
    """What is recorded of each of them."""

    of: Nodes
    what: tuple[Fact, ...]
    type: Literal["facts"] = field(default="facts", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Path(Strict):
    """The shortest chain of citations between two cases."""

    start: Nodes
    end: Nodes
    type: Literal["path"] = field(default="path", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison(Strict):
    """Two cases side by side."""

    one: Nodes
    other: Nodes
    type: Literal["comparison"] = field(default="comparison", kw_only=True, repr=False)


@dataclass(frozen=True, slots=True)
class Summary(Strict):
    """What a case was about, in its own words."""

    of: Nodes
    type: Literal["summary"] = field(default="summary", kw_only=True, repr=False)


Query = Annotated[
    Nodes | Count | Whether | Facts | Path | Comparison | Summary,
    Field(discriminator="type"),
]


def parts(query: Query) -> tuple[Nodes, ...]:
    """The sets of nodes that a query is about."""
    match query:
        case Nodes():
            return (query,)
        case Count(of) | Whether(of) | Facts(of) | Summary(of):
            return (of,)
        case Path(one, other) | Comparison(one, other):
            return (one, other)


def named(query: Query) -> Iterator[str]:
    """Every name in a query."""
    for nodes in parts(query):
        yield from _named(nodes)


def _named(nodes: Nodes) -> Iterator[str]:
    conditions = [nodes.where] if nodes.where is not None else []
    while conditions:
        match conditions.pop():
            case Is(names):
                yield from names
            case Related(_, to):
                yield from _named(to)
            case And(of) | Or(of):
                conditions += of
            case Not(of):
                conditions.append(of)
            case Within() | Stands() | HasText() | About():
                pass
    if nodes.top is not None and isinstance(nodes.top.by, Related):
        yield from _named(nodes.top.by.to)


def number_key(number: str) -> tuple[int, str] | None:
    """What the number of a provision is sorted by: "21A" comes after 21 and before 22; None for any other form."""
    found = re.fullmatch(r"([0-9]+)([A-Z]*)", number)
    return (int(found[1]), found[2]) if found else None

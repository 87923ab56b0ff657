"""The names in a query, as people type them, become ids of the graph; a name of several is listed, never guessed."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.citations.courts import find_courts
from kg.linking.acts import acts_meant, nearest_acts
from kg.linking.judges import judges
from kg.linking.lookup import resolve
from kg.nodes import Court, Node
from kg.store import Store
from qa.errors import QueryError
from qa.query.record import (
    About,
    And,
    Comparison,
    Condition,
    Count,
    Facts,
    HasText,
    Is,
    Kind,
    Nodes,
    Not,
    Or,
    Path,
    Query,
    Related,
    Stands,
    Summary,
    Whether,
    Within,
)
from qa.query.relations import TYPES
from qa.text import wording

OFFERED = 5  # names shown to choose from


def linked(store: Store, query: Query) -> Query:
    """The query with ids for names. Raises `QueryError` for a name that is none, or several."""
    match query:
        case Nodes():
            return _nodes(store, query)
        case Count() | Whether() | Facts() | Summary():
            return replace(query, of=_nodes(store, query.of))
        case Path(start, end):
            return Path(_nodes(store, start), _nodes(store, end))
        case Comparison(one, other):
            return Comparison(_nodes(store, one), _nodes(store, other))


def _nodes(store: Store, nodes: Nodes) -> Nodes:
    top = nodes.top
    if top is not None and isinstance(top.by, Related):
        top = replace(top, by=replace(top.by, to=_nodes(store, top.by.to)))
    return replace(nodes, where=nodes.where and _condition(store, nodes.kind, nodes.where), top=top)


def _condition(store: Store, kind: Kind, condition: Condition) -> Condition:
    match condition:
        case Is(names):
            return Is(tuple(dict.fromkeys(_named(store, kind, name) for name in names)))
        case Related():
            return replace(condition, to=_nodes(store, condition.to))
        case And(of):
            return And(tuple(_condition(store, kind, part) for part in of))
        case Or(of):
            return Or(tuple(_condition(store, kind, part) for part in of))
        case Not(of):
            return Not(_condition(store, kind, of))
        case Within() | Stands() | HasText() | About():
            return condition


def _named(store: Store, kind: Kind, name: str) -> str:
    """The id of the one node of a kind that a name means."""
    if any(isinstance(node, TYPES[kind]) for node in store.nodes([name])):
        return name
    meant, near = _meant(store, kind, name)
    if len(meant) == 1:
        return meant[0].id
    if meant:
        raise QueryError(f"“{name}” may be {_offered(meant)}: write the id of the one that is meant")
    raise QueryError(f"the graph has no {kind} “{name}”" + (f"; the nearest: {'; '.join(near)}" if near else ""))


def _meant(store: Store, kind: Kind, name: str) -> tuple[Sequence[Node], Sequence[str]]:
    """The nodes that a name may mean, and the names of those that are nearest to it."""
    if kind == "judge":
        return judges(store, f"Justice {name}"), ()
    if kind == "court":
        named = {found.name for found in find_courts(name)} | {name}
        return [court for court in store.find(Court) if court.name in named], ()
    if kind == "act" and (acts := acts_meant(store, name)):
        return acts, ()
    found = resolve(store, name, (TYPES[kind],))
    meant = [found.found] if found.found else [candidate.node for candidate in found.candidates]
    if kind == "act":
        return meant, nearest_acts(store, name)
    return meant, [f"{wording.label(candidate.node)} [{candidate.node.id}]" for candidate in found.nearest]


def _offered(meant: Sequence[Node]) -> str:
    shown = [f"{wording.label(node)} [{node.id}]" for node in meant[:OFFERED]]
    more = len(meant) - len(shown)
    return "; ".join([*shown, *([f"{more} more"] if more else [])])

"""Answers a query by the verbs of the store: which nodes meet it, and the edges that say so."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extraction.records import TREATMENTS
from kg.edges import Cites, Edge, EdgeKey
from kg.nodes import Case, Chunk, Node, Provision
from kg.store import Between, Store
from qa.query.record import (
    About,
    And,
    Condition,
    HasText,
    Is,
    Kind,
    Nodes,
    Not,
    Or,
    Related,
    Stands,
    Top,
    Within,
    number_key,
)
from qa.query.relations import TYPES, Way, ends, joined
from qa.text.stems import covers, stems

PASSAGES = 1000  # that fit words best are looked at: bounds the time of words that are everywhere
WEIGHTY = TREATMENTS[: TREATMENTS.index("cited")]
CHEAP = (Is, Related, Within, And, Or, HasText, Stands, About, Not)
"""The order in which conditions are tried, those that leave fewest first."""
LAST = "9999"  # sorts what has no date behind all that has


@dataclass(frozen=True, slots=True)
class Found:
    """The nodes that meet a query, in order; the edges by which they do; of a ranking, by how many each is there."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    counts: Mapping[str, int]


def evaluate(store: Store, nodes: Nodes) -> Found:
    """The nodes of the graph that meet a query."""
    running = _Evaluation(store)
    ids = running.ids(nodes)
    found = store.nodes(ids)
    place = {id: at for at, id in enumerate(ids)}
    counts = {id: running.counts[id] for id in ids if id in running.counts}
    edges = {edge.key: edge for edge in running.support(nodes.kind, nodes.where, set(ids))} if nodes.where else {}
    ordered = sorted(edges.values(), key=lambda edge: place.get(edge.source, place.get(edge.target, len(ids))))
    return Found(found, ordered, counts)


def about(store: Store, condition: About) -> list[str]:
    """The ids of the cases and provisions that have a passage with enough of the words."""
    wanted = stems(condition.words)
    hits = store.keyword_search(condition.words, PASSAGES, Chunk) if wanted else []
    return sorted({hit.home for hit in hits if hit.home and covers(wanted, hit.node.text)})


@dataclass(slots=True)
class _Evaluation:
    """Which nodes meet which condition; `matched` are the edges found for each, `counts` those of the last ranking."""

    store: Store
    matched: dict[Related, dict[EdgeKey, Edge]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    everything: dict[Kind, set[str]] = field(default_factory=dict)

    def ids(self, nodes: Nodes) -> list[str]:
        """The ids of the nodes, the first or the most as the query has it; else the cases oldest first."""
        met = self._all(nodes.kind) if nodes.where is None else self._meeting(nodes.kind, nodes.where, None)
        if nodes.top is None:
            self.counts = {}
            return [node.id for node in sorted(self.store.nodes(sorted(met)), key=_age)]
        return self._top(nodes.kind, nodes.top, met)

    def support(self, kind: Kind, where: Condition, ids: set[str]) -> Iterator[Edge]:
        """The edges by which the nodes with these ids meet a condition, with those by which the others meet theirs."""
        if isinstance(where, And | Or):
            for part in where.of:
                yield from self.support(kind, part, ids)
        if not isinstance(where, Related):
            return
        way = joined(kind, where)[1]
        edges = [edge for edge in self.matched.get(where, {}).values() if ends(edge, way)[0] in ids]
        yield from edges
        if where.to.where is not None:
            yield from self.support(where.to.kind, where.to.where, {ends(edge, way)[1] for edge in edges})

    def _all(self, kind: Kind) -> set[str]:
        if kind not in self.everything:
            self.everything[kind] = {node.id for node in self.store.find(TYPES[kind])}
        return self.everything[kind]

    def _meeting(self, kind: Kind, where: Condition, among: set[str] | None) -> set[str]:
        """Those that meet a condition, `among` these or among all."""
        match where:
            case Is(names):
                known = {node.id for node in self.store.nodes(names) if isinstance(node, TYPES[kind])}
                return known if among is None else known & among
            case Related():
                edges = self._edges(kind, where, among)
                self.matched.setdefault(where, {}).update((edge.key, edge) for edge in edges)
                way = joined(kind, where)[1]
                return {ends(edge, way)[0] for edge in edges}
            case Within() | HasText():
                return self._having(kind, where, among)
            case Stands(standings):
                gravest = self._gravest(self._all(kind) if among is None else among)
                return {id for id, standing in gravest.items() if standing in standings}
            case About():
                fitting = {node.id for node in self.store.nodes(about(self.store, where))}
                return fitting & (self._all(kind) if among is None else among)
            case And(of):
                for part in sorted(of, key=lambda part: CHEAP.index(type(part))):
                    among = self._meeting(kind, part, among)
                return among or set()
            case Or(of):
                return {id for part in of for id in self._meeting(kind, part, among)}
            case Not(of):
                every = self._all(kind) if among is None else among
                return every - self._meeting(kind, of, every)

    def _edges(self, kind: Kind, related: Related, among: set[str] | None) -> list[Edge]:
        """The edges by which nodes stand in a relation, read from the side that has fewer of them."""
        edge, way = joined(kind, related)
        back: Way = "in" if way == "out" else "out"
        open_end = related.to.where is None and related.to.top is None
        others = None if open_end else set(self.ids(related.to))
        if others is not None and (among is None or len(others) <= len(among)):
            found = self.store.expand(sorted(others), [edge], back, _narrowed(related))
        else:
            found = self.store.expand(
                sorted(self._all(kind) if among is None else among), [edge], way, _narrowed(related)
            )
        return [
            one
            for one in found
            if (others is None or ends(one, way)[1] in others)
            and (among is None or ends(one, way)[0] in among)
            and (not related.treatments or (isinstance(one, Cites) and one.effective in related.treatments))
        ]

    def _having(self, kind: Kind, where: Within | HasText, among: set[str] | None) -> set[str]:
        if among is None:
            return {node.id for node in self.store.find(TYPES[kind], _searched(kind, where)) if _has(node, where)}
        return {node.id for node in self.store.nodes(sorted(among)) if _has(node, where)}

    def _gravest(self, ids: Collection[str]) -> dict[str, str]:
        """By case, the gravest that became of it."""
        edges: list[Cites] = self.store.expand(sorted(ids), [Cites], "in", {"treatment": list(WEIGHTY)})
        told: dict[str, set[str]] = {id: {"untreated"} for id in ids}
        for edge in edges:
            told[edge.target].add(edge.tells)
        return {id: next((word for word in WEIGHTY if word in words), "untreated") for id, words in told.items()}

    def _top(self, kind: Kind, top: Top, met: set[str]) -> list[str]:
        if isinstance(top.by, Related):
            way = joined(kind, top.by)[1]
            counts = Counter(ends(edge, way)[0] for edge in self._edges(kind, top.by, met))
            self.counts = {id: counts[id] for id in met}
            order = sorted(met, key=lambda id: (counts[id] if top.least else -counts[id], id))
            return order[: top.count]
        values = {node.id: _value(node, top.by) for node in self.store.nodes(sorted(met))}
        known = sorted(id for id in met if values[id] is not None)
        known.sort(key=lambda id: values[id] or "", reverse=not top.least)
        unknown = sorted(id for id in met if values[id] is None)
        return [*known, *unknown][: top.count]


def _narrowed(related: Related) -> dict[str, Any]:
    """What the store itself can leave out; a mere citation may be counsel's word of anything graver."""
    if related.treatments and "cited" not in related.treatments:
        return {"treatment": list(related.treatments)}
    return {"role": list(related.roles)} if related.roles else {}


def _searched(kind: Kind, where: Within | HasText) -> dict[str, Any]:
    """What the store itself can find."""
    if isinstance(where, HasText):
        return {"has_text": True} if kind == "case" else {}
    if where.property == "number":
        return {}
    return {where.property.replace(" ", "_"): Between(where.low, where.high)}


def _has(node: Node, where: Within | HasText) -> bool:
    """Whether a node has a text, or a property in a range."""
    if isinstance(where, HasText):
        return node.has_text if isinstance(node, Case) else isinstance(node, Provision) and bool(node.text)
    value, low, high = (_key(where.property, end) for end in (_property(node, where.property), where.low, where.high))
    return value is not None and (low is None or low <= value) and (high is None or value <= high)


def _property(node: Node, name: str) -> Any:
    return getattr(node, name.replace(" ", "_"), None)


def _key(name: str, value: Any) -> Any:
    """What values of a property are compared by: the number of a provision by its figures, then its letters."""
    return number_key(value) if name == "number" and value is not None else value


def _value(node: Node, by: str) -> Any:
    """What cases are ranked by; of a case without a date its year."""
    if by == "bench size":
        return _property(node, by)
    return _dated(node)


def _dated(node: Node) -> str | None:
    return (node.date or (str(node.year) if node.year else None)) if isinstance(node, Case) else None


def _age(node: Node) -> tuple[str, str]:
    return _dated(node) or LAST, node.id

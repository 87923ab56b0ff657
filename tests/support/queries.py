"""Queries drawn at random, of every part that the record has."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st

from extraction.records import TREATMENTS, Role
from qa.query.record import (
    FACTS,
    PROPERTIES,
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
    Property,
    Query,
    Related,
    Relation,
    Standing,
    Stands,
    Summary,
    Top,
    Whether,
    Within,
    number_key,
)
from qa.query.relations import JOINS

T = TypeVar("T")
KINDS: tuple[Kind, ...] = get_args(Kind)
YEARS = st.integers(1950, 2020)
DAYS = st.dates().map(lambda day: day.replace(year=1950 + day.year % 70, day=1).isoformat())
NUMBERS = st.builds("{}{}".format, st.integers(1, 520), st.sampled_from(["", "", "A"]))
ENDS: dict[Property, st.SearchStrategy[int] | st.SearchStrategy[str]] = {
    "year": YEARS,
    "date": DAYS,
    "bench size": st.integers(1, 13),
    "number": NUMBERS,
}


def _range(property: Property) -> st.SearchStrategy[Within]:
    def within(low: int | str | None, high: int | str | None) -> Within:
        ends = [end for end in (low, high) if end is not None]
        if len(ends) == 2 and property == "number":
            ends.sort(key=lambda end: number_key(str(end)) or (0, ""))
        elif len(ends) == 2:
            ends.sort()
        if len(ends) == 2:
            return Within(property, *ends)
        return Within(property, low, high) if ends else Within(property, *_FIXED[property])

    end = st.none() | ENDS[property]
    return st.builds(within, end, end)


_FIXED: dict[Property, tuple[int | str, int | str]] = {
    "year": (1978, 1978),
    "date": ("1978-01-01", "1978-12-31"),
    "bench size": (5, 5),
    "number": ("14", "21A"),
}


class Drawing:
    """Draws queries that name these nodes and are about these words; each strategy is made once."""

    def __init__(self, names: Mapping[Kind, Sequence[str]], words: Sequence[str] = ()) -> None:
        self.names = names
        self.words = words
        self.made: dict[tuple[str, Kind, int], st.SearchStrategy[Any]] = {}

    def once(self, what: str, kind: Kind, depth: int, make: Callable[[Kind, int], st.SearchStrategy[T]]) -> Any:
        """A strategy, made where it was not yet."""
        if (what, kind, depth) not in self.made:
            self.made[what, kind, depth] = make(kind, depth)
        return self.made[what, kind, depth]

    def nodes(self, kind: Kind, depth: int) -> st.SearchStrategy[Nodes]:
        """Sets of nodes of a kind, one within another up to a depth."""
        found: st.SearchStrategy[Nodes] = self.once("nodes", kind, depth, self._nodes)
        return found

    def conditions(self, kind: Kind, depth: int) -> st.SearchStrategy[Condition]:
        """Conditions that nodes of a kind can meet."""
        found: st.SearchStrategy[Condition] = self.once("conditions", kind, depth, self._conditions)
        return found

    def related(self, kind: Kind, depth: int) -> st.SearchStrategy[Related]:
        """Relations in which nodes of a kind can stand."""
        found: st.SearchStrategy[Related] = self.once("related", kind, depth, self._related)
        return found

    def queries(self, depth: int = 2) -> st.SearchStrategy[Query]:
        """Queries of every sort."""
        every = st.one_of([self.nodes(kind, depth) for kind in KINDS])
        case = self.nodes("case", 1)
        facts = [
            st.builds(Facts, self.nodes(kind, 1), st.lists(st.sampled_from(own), min_size=1, unique=True).map(tuple))
            for kind, own in FACTS.items()
        ]
        return st.one_of(
            every,
            every,
            every.map(Count),
            every.map(Whether),
            *facts,
            st.builds(Path, case, case),
            st.builds(Comparison, case, case),
            case.map(Summary),
        )

    def _nodes(self, kind: Kind, depth: int) -> st.SearchStrategy[Nodes]:
        if depth < 0:
            named = st.lists(st.sampled_from(self.names[kind]), min_size=1, max_size=2, unique=True)
            return st.just(Nodes(kind)) | named.map(lambda ids: Nodes(kind, Is(tuple(ids))))
        by: st.SearchStrategy[Any] = self.related(kind, depth - 1)
        if kind == "case":
            by |= st.sampled_from(["date", "bench size"])
        top = st.none() | st.builds(Top, by, st.integers(1, 5), st.booleans())
        return st.builds(Nodes, st.just(kind), st.none() | self.conditions(kind, depth), top)

    def _conditions(self, kind: Kind, depth: int) -> st.SearchStrategy[Condition]:
        leaf = st.one_of(self._leaves(kind, depth))
        if depth <= 0:
            return leaf | leaf.map(Not)
        inner = self.conditions(kind, depth - 1)
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(leaf, leaf, inner.map(Not), several.map(And), several.map(Or))

    def _leaves(self, kind: Kind, depth: int) -> list[st.SearchStrategy[Any]]:
        named = st.lists(st.sampled_from(self.names[kind]), min_size=1, max_size=3, unique=True)
        single: list[st.SearchStrategy[Any]] = [named.map(lambda ids: Is(tuple(ids)))]
        single += [self.related(kind, depth)] * 2
        single += [_range(property) for property, own in PROPERTIES.items() if own == kind]
        if kind == "case":
            standings = st.lists(st.sampled_from(get_args(Standing)), min_size=1, max_size=4, unique=True)
            single.append(standings.map(lambda found: Stands(tuple(found))))
        if kind in ("case", "provision"):
            single.append(st.just(HasText()))
            single += [st.sampled_from(self.words).map(About)] if self.words else []
        return single

    def _related(self, kind: Kind, depth: int) -> st.SearchStrategy[Related]:
        return st.one_of([self._in_relation(*join, depth) for join in JOINS if join[0] == kind])

    def _in_relation(self, _: Kind, relation: Relation, other: Kind, depth: int) -> st.SearchStrategy[Related]:
        treatments = st.lists(st.sampled_from(TREATMENTS), max_size=2, unique=True).map(tuple)
        roles = st.lists(st.sampled_from(get_args(Role)), max_size=2, unique=True).map(tuple)
        return st.builds(
            Related,
            st.just(relation),
            self.nodes(other, depth - 1),
            treatments if relation in ("cites", "cited by") else st.just(()),
            roles if relation in ("decided", "decided by") else st.just(()),
        )

"""A query in words: the line that people type, and the same with the names of what it speaks of."""

import json
from collections.abc import Callable, Sequence

from kg.nodes import Case
from kg.store import Store
from qa.query.record import (
    GOOD,
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
    Stands,
    Summary,
    Top,
    Whether,
    Within,
)
from qa.query.relations import JOINS, VERBS, singular
from qa.text import wording

Naming = Callable[[str], str]
RANGES: dict[Property, tuple[str, str, str]] = {
    "year": ("of", "or later", "or earlier"),
    "date": ("of", "or later", "or earlier"),
    "bench size": ("a bench of", "or more", "or fewer"),
    "number": ("numbered", "or higher", "or lower"),
}
"""What comes before a range of each property, and what leaves an end of it open."""
ENDS = {("date", True): "first", ("date", False): "last", ("bench size", False): "largest"}
ENDS[("bench size", True)] = "smallest"


def line(query: Query) -> str:
    """The query as the line that people type, its names in quotation marks: `qa.query.parsing` reads it back."""
    return _Words(lambda name: json.dumps(name, ensure_ascii=False)).query(query)


def in_words(store: Store, query: Query) -> str:
    """The query as it is shown, what it names by the titles that the graph has."""
    return _Shown(_titles(store)).query(query)


def meeting(store: Store, nodes: Nodes, one: bool) -> str:
    """The condition of some nodes as it follows them in a sentence: "that follow A v. B"; of one "that follows"."""
    return _Shown(_titles(store)).that(nodes, one)


def _titles(store: Store) -> Naming:
    """Cases in quotation marks, so that a name can be told from the words before it."""

    def title(name: str) -> str:
        [node] = store.nodes([name])
        return f"“{wording.label(node)}”" if isinstance(node, Case) else wording.label(node)

    return title


def several(kind: Kind, count: int = 2) -> str:
    """The kind's name, for one or for several."""
    return kind if count == 1 else f"{kind}s"


class _Words:
    """Puts a query into words; names as `naming` has them."""

    def __init__(self, naming: Naming) -> None:
        self.naming = naming

    def query(self, query: Query) -> str:
        match query:
            case Nodes():
                return self.nodes(query)
            case Count(of):
                return f"how many {self.nodes(of)}"
            case Whether(of):
                return f"whether there are {self.nodes(of)}"
            case Facts(of, what):
                return f"{' and '.join(what)} of {self.nodes(of)}"
            case Path(start, end):
                return f"path from {self.other(start, ('case',))} to {self.other(end, ('case',))}"
            case Comparison(one, other):
                return f"comparison of {self.other(one, ('case',))} with {self.other(other, ('case',))}"
            case Summary(of):
                return f"summary of {self.other(of, ('case',))}"

    def nodes(self, nodes: Nodes) -> str:
        if nodes.top is None and isinstance(nodes.where, Is):
            return f"{nodes.kind} {self.names(nodes.where)}"
        return f"{self.top(nodes.kind, nodes.top)}{several(nodes.kind)}{self.that(nodes)}"

    def that(self, nodes: Nodes, one: bool = False) -> str:
        return "" if nodes.where is None else f" that {self.condition(nodes.kind, nodes.where, one)}"

    def top(self, kind: Kind, top: Top | None) -> str:
        if top is None:
            return ""
        some = f"the {top.count} " if top.count != 1 else "the "
        if not isinstance(top.by, Related):
            return f"{some}{ENDS[top.by, top.least]} of the "
        return f"{some}{'least' if top.least else 'most'} {self.ranking(kind, top.by)} of the "

    def ranking(self, kind: Kind, by: Related) -> str:
        """What the most of are wanted: "cited", or a whole condition in brackets."""
        if by.relation == "cited by" and by.to == Nodes("case"):
            return self.verbs(by)
        return f"({self.related(kind, by, False)})"

    def condition(self, kind: Kind, condition: Condition, one: bool = False) -> str:
        """The condition as a clause after "that"."""
        match condition:
            case And(of) | Or(of):
                return f" {condition.type} ".join(self.part(kind, part, one) for part in of)
            case Not(of):
                return self.negated(kind, of, one)
        verb, rest = self.clause(kind, condition, one)
        return f"{verb} {rest}"

    def part(self, kind: Kind, condition: Condition, one: bool) -> str:
        said = self.condition(kind, condition, one)
        return f"({said})" if isinstance(condition, And | Or) else said

    def negated(self, kind: Kind, condition: Condition, one: bool) -> str:
        if isinstance(condition, And | Or | Not):
            return f"not ({self.condition(kind, condition, one)})"
        verb, rest = self.clause(kind, condition, False)
        if verb == "are":
            return f"{'is' if one else 'are'} not {rest}"
        return f"{'does' if one else 'do'} not {verb} {rest}"

    def clause(self, kind: Kind, condition: Condition, one: bool) -> tuple[str, str]:
        """The verb of a single condition and what follows it."""
        be, have = ("is", "has") if one else ("are", "have")
        match condition:
            case Is():
                return be, self.names(condition)
            case Related():
                verb, _, rest = self.related(kind, condition, one).partition(" ")
                return verb, rest
            case Within(property):
                return have if property == "bench size" else be, self.within(condition)
            case Stands(standings):
                return be, f"now {'good law' if standings == GOOD else ' or '.join(standings)}"
            case HasText():
                return have, "a text"
            case About(words):
                return be, f"about {json.dumps(words, ensure_ascii=False)}"
            case And() | Or() | Not():
                raise AssertionError(condition)

    def within(self, within: Within) -> str:
        before, up, down = RANGES[within.property]
        if within.low == within.high:
            return f"{before} {within.low}"
        if within.high is None:
            return f"{before} {within.low} {up}"
        if within.low is None:
            return f"{before} {within.high} {down}"
        return f"{before} {within.low} to {within.high}"

    def related(self, kind: Kind, related: Related, one: bool) -> str:
        verbs = VERBS[related.relation]
        be = ("is " if one else "are ") if verbs.passive else ""
        by = f" {verbs.by}" if verbs.by else ""
        said = self.verbs(related, one and not verbs.passive)
        possible = tuple(to for own, relation, to in JOINS if (own, relation) == (kind, related.relation))
        return f"{be}{said}{by} {self.other(related.to, possible)}"

    def verbs(self, related: Related, one: bool = False) -> str:
        forms = VERBS[related.relation].forms
        chosen = [forms[qualifier] for qualifier in (*related.treatments, *related.roles)] or [forms[""]]
        return " or ".join(map(singular, chosen) if one else chosen)

    def other(self, nodes: Nodes, possible: Sequence[Kind]) -> str:
        """What a relation leads to: names alone where only one kind is possible."""
        if nodes.top is None and isinstance(nodes.where, Is):
            return self.names(nodes.where) if len(possible) == 1 else self.nodes(nodes)
        if nodes.top is None and nodes.where is None:
            return f"any {nodes.kind}"
        return f"({self.nodes(nodes)})"

    def names(self, condition: Is) -> str:
        return " or ".join(map(self.naming, condition.names))


class _Shown(_Words):
    """Words that are read by people alone: what ranks by a relation is said as a clause."""

    def nodes(self, nodes: Nodes) -> str:
        top = nodes.top
        if top is None or not isinstance(top.by, Related) or top.by.relation == "cited by":
            return super().nodes(nodes)
        one, verbs = top.count == 1, VERBS[top.by.relation]
        some = "the " if one else f"the {top.count} "
        be = ("is " if one else "are ") if verbs.passive else ""
        by = f" {verbs.by}" if verbs.by else ""
        most = f"{'fewest' if top.least else 'most'} {several(top.by.to.kind)}{self.that(top.by.to)}"
        among = f", among the {several(nodes.kind)}{self.that(nodes)}" if nodes.where is not None else ""
        done = f"{be}{self.verbs(top.by, one and not be)}{by}"
        return f"{some}{several(nodes.kind, top.count)} that {done} the {most}{among}"

"""A query as Cypher that gives the same ids on Neo4j; values are parameters only."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.edges import FINAL, UNHEEDED
from qa.query.evaluate import WEIGHTY
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
from qa.query.relations import TYPES, joined

_FIGURES = "reduce(f = '', c IN split({n}.number, '') | CASE WHEN c >= '0' AND c <= '9' THEN f + c ELSE f END)"
_NUMBER = (
    "CASE WHEN {n}.number =~ '[0-9]+[A-Z]*'"
    f" THEN [toInteger({_FIGURES}), substring({{n}}.number, size({_FIGURES}))] END"
)
_DATED = "coalesce({n}.date, toString({n}.year))"


@dataclass(frozen=True, slots=True)
class Statement:
    """A Cypher statement that returns ids in order, and its parameters."""

    text: str
    parameters: dict[str, Any]


def cypher(nodes: Nodes, about: Callable[[About], Sequence[str]]) -> Statement:
    """The statement that finds what a query finds; `about` gives what words fit, which the graph itself cannot tell."""
    writing = _Writing(about)
    main, order = writing.found(nodes, "n"), writing.order(nodes, "n")
    text = "\n".join([*writing.before, *main, "RETURN n.id AS id", *order])
    return Statement(text, writing.parameters)


@dataclass(slots=True)
class _Writing:
    """Writes a statement: `before` are the subqueries that rank, whose ids stand in variables named after them."""

    about: Callable[[About], Sequence[str]]
    parameters: dict[str, Any] = field(default_factory=dict)
    before: list[str] = field(default_factory=list)
    ranked: list[str] = field(default_factory=list)
    named: int = 0

    def given(self, value: object) -> str:
        """A parameter with this value."""
        name = f"p{len(self.parameters)}"
        self.parameters[name] = list(value) if isinstance(value, tuple) else value
        return f"${name}"

    def name(self, letter: str) -> str:
        """A variable that is not yet used."""
        self.named += 1
        return f"{letter}{self.named}"

    def found(self, nodes: Nodes, n: str) -> list[str]:
        """The lines that match the nodes as a variable."""
        test = self.test(nodes.kind, nodes.where, n) if nodes.where is not None else ""
        return [f"MATCH ({n}:{TYPES[nodes.kind].type})", *([f"WHERE {test}"] if test else [])]

    def order(self, nodes: Nodes, n: str) -> list[str]:
        """The lines that put the nodes in order and keep the first."""
        if nodes.top is None:
            dated = f"coalesce({_DATED.format(n=n)}, '9999'), " if nodes.kind == "case" else ""
            return [f"ORDER BY {dated}{n}.id"]
        return [f"ORDER BY {self.rank(nodes.kind, nodes.top, n)}, {n}.id", f"LIMIT {self.given(nodes.top.count)}"]

    def rank(self, kind: Kind, top: Top, n: str) -> str:
        way = "" if top.least else " DESC"
        if isinstance(top.by, Related):
            return f"COUNT {{ {self.pattern(kind, top.by, n)} }}{way}"
        value = _DATED.format(n=n) if top.by == "date" else f"{n}.bench_size"
        return f"{value} IS NULL, {value}{way}"

    def test(self, kind: Kind, where: Condition, n: str) -> str:
        """The condition on a variable as an expression."""
        match where:
            case Is(names):
                return f"{n}.id IN {self.given(names)}"
            case Related():
                return f"EXISTS {{ {self.pattern(kind, where, n)} }}"
            case Within():
                return self.within(where, n)
            case Stands(standings):
                return f"{self.gravest(n)} IN {self.given(standings)}"
            case HasText():
                return f"{n}.has_text" if kind == "case" else f"coalesce({n}.text, '') <> ''"
            case About():
                return f"{n}.id IN {self.given(tuple(self.about(where)))}"
            case And(of):
                return " AND ".join(f"({self.test(kind, part, n)})" for part in of)
            case Or(of):
                return " OR ".join(f"({self.test(kind, part, n)})" for part in of)
            case Not(of):
                return f"NOT coalesce({self.test(kind, of, n)}, false)"

    def pattern(self, kind: Kind, related: Related, n: str) -> str:
        """The relationship to the others and what is asked of both."""
        edge, way = joined(kind, related)
        e, m = self.name("e"), self.name("m")
        tests = []
        if related.treatments:
            heeded = f"CASE WHEN {e}.by IN {self.given(UNHEEDED)} THEN 'cited' ELSE {e}.treatment END"
            tests.append(f"{heeded} IN {self.given(related.treatments)}")
        if related.roles:
            tests.append(f"{e}.role IN {self.given(related.roles)}")
        if related.to.top is not None:
            tests.append(f"{m}.id IN {self.apart(related.to)}")
        elif related.to.where is not None:
            tests.append(self.test(related.to.kind, related.to.where, m))
        joining = f"-[{e}:{edge.type}]->" if way == "out" else f"<-[{e}:{edge.type}]-"
        where = f" WHERE {' AND '.join(f'({test})' for test in tests)}" if tests else ""
        return f"MATCH ({n}){joining}({m}:{TYPES[related.to.kind].type}){where}"

    def apart(self, nodes: Nodes) -> str:
        """A variable that holds the ids of ranked nodes, found before all else."""
        m, ids = self.name("m"), self.name("ids")
        main, order = self.found(nodes, m), self.order(nodes, m)
        scope = ", ".join(self.ranked)
        inside = " ".join([*main, f"WITH {m}", *order, f"RETURN collect({m}.id) AS {ids}"])
        self.before.append(f"CALL ({scope}) {{ {inside} }}")
        self.ranked.append(ids)
        return ids

    def within(self, within: Within, n: str) -> str:
        """Whether a property lies in a range; the number of a provision by its figures, then its letters."""
        numbered = within.property == "number"
        value = _NUMBER.format(n=n) if numbered else f"{n}.{within.property.replace(' ', '_')}"
        ends = (number_key(str(end)) if numbered and end else end for end in (within.low, within.high))
        tests = [f"{value} {sign} {self.given(end)}" for sign, end in zip((">=", "<="), ends, strict=True) if end]
        return " AND ".join(tests)

    def gravest(self, n: str) -> str:
        """The gravest that citations tell of a case's standing, as `kg.edges.Cites.tells` has it."""
        e = self.name("e")
        final, weighty = self.given(FINAL), self.given(WEIGHTY)
        told = (
            f"COLLECT {{ MATCH ({n})<-[{e}:CITES]-() WHERE {e}.by = 'court'"
            f" OR ({e}.treatment IN {final} AND NOT {e}.by IN {self.given(UNHEEDED)}) RETURN {e}.treatment }}"
        )
        return f"coalesce(head([t IN {weighty} WHERE t IN {told}]), 'untreated')"

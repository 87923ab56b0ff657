"""Whether a query holds together: each relation, property and fact is one that its kind of node has."""

from datetime import date

from qa.errors import QueryError
from qa.query.record import (
    FACTS,
    PROPERTIES,
    About,
    And,
    Comparison,
    Condition,
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
    Within,
    number_key,
    parts,
)
from qa.query.relations import JOINS


def checked(query: Query) -> Query:
    """The query itself. Raises `QueryError` where a part of it cannot be answered."""
    for nodes in parts(query):
        _nodes(nodes, nodes.kind)
        if isinstance(query, Path | Comparison | Summary) and nodes.kind != "case":
            raise QueryError(f"{query.type}: it is of cases, not of {nodes.kind}s")
        if isinstance(query, Facts):
            _facts(query)
    return query


def _facts(query: Facts) -> None:
    known = FACTS.get(query.of.kind, ())
    if not query.what:
        raise QueryError(f"facts: none is named; a {query.of.kind} has {_listed(known)}")
    for fact in query.what:
        if fact not in known:
            raise QueryError(f"facts: a {query.of.kind} has no {fact}; it has {_listed(known)}")


def _nodes(nodes: Nodes, place: str) -> None:
    if nodes.where is not None:
        _condition(nodes.kind, nodes.where, place)
    if nodes.top is None:
        return
    if nodes.top.count < 1:
        raise QueryError(f"{place}, top: at least one is wanted, not {nodes.top.count}")
    if isinstance(nodes.top.by, Related):
        _related(nodes.kind, nodes.top.by, f"{place}, top")
    elif nodes.kind != "case":
        raise QueryError(f"{place}, top: a {nodes.kind} has no {nodes.top.by}")


def _condition(kind: Kind, condition: Condition, place: str) -> None:
    match condition:
        case Is(names):
            if not names or not all(name.strip() for name in names):
                raise QueryError(f"{place}: a name is empty")
        case Related():
            _related(kind, condition, place)
        case Within():
            _within(kind, condition, place)
        case Stands(standings):
            if kind != "case":
                raise QueryError(f"{place}: a {kind} has no standing; only a case has")
            if not standings:
                raise QueryError(f"{place}: no standing is named")
        case HasText():
            if kind not in ("case", "provision"):
                raise QueryError(f"{place}: a {kind} has no text; cases and provisions have")
        case About(words):
            if kind not in ("case", "provision") or not words.strip():
                raise QueryError(f"{place}: words are about a case or a provision, and there must be some")
        case And(of) | Or(of):
            if len(of) < 2:
                raise QueryError(f"{place}: “{condition.type}” joins two conditions or more")
            for part in of:
                _condition(kind, part, place)
        case Not(of):
            _condition(kind, of, place)


def _related(kind: Kind, related: Related, place: str) -> None:
    if (kind, related.relation, related.to.kind) not in JOINS:
        known = sorted({f"{relation} a {to}" for own, relation, to in JOINS if own == kind})
        raise QueryError(f"{place}: no {kind} “{related.relation}” a {related.to.kind}; it may be: {', '.join(known)}")
    if related.treatments and related.relation not in ("cites", "cited by"):
        raise QueryError(f"{place}: “{related.relation}” has no treatments; “cites” and “cited by” have")
    if related.roles and related.relation not in ("decided", "decided by"):
        raise QueryError(f"{place}: “{related.relation}” has no roles; “decided” and “decided by” have")
    if len(set(related.treatments)) < len(related.treatments) or len(set(related.roles)) < len(related.roles):
        raise QueryError(f"{place}: “{related.relation}” names a treatment or a role twice")
    _nodes(related.to, f"{place}, {related.relation}")


def _within(kind: Kind, within: Within, place: str) -> None:
    if PROPERTIES[within.property] != kind:
        raise QueryError(f"{place}: a {kind} has no {within.property}")
    ends = [end for end in (within.low, within.high) if end is not None]
    if not ends:
        raise QueryError(f"{place}: {within.property} has neither a low nor a high end")
    for end in ends:
        if not _fits(within.property, end):
            raise QueryError(f"{place}: {within.property} cannot be {end!r}; write {_EXAMPLES[within.property]}")
    if len(ends) == 2 and _key(ends[0]) > _key(ends[1]):
        raise QueryError(f"{place}: {within.property} from {ends[0]} to {ends[1]} runs backwards")


_EXAMPLES = {"year": "1978", "date": "1978-01-25", "bench size": "5", "number": "21A"}


def _fits(name: str, end: int | str) -> bool:
    if name == "year":
        return isinstance(end, int) and 1000 <= end <= 9999
    if name == "bench size":
        return isinstance(end, int) and end > 0
    if name == "number":
        return isinstance(end, str) and number_key(end) is not None
    try:
        return date.fromisoformat(str(end)).isoformat() == end
    except ValueError:
        return False


def _key(end: int | str) -> tuple[int, str]:
    """What an end is compared by: a number of a provision by its figures, then its letters."""
    return (end, "") if isinstance(end, int) else number_key(end) or (0, end)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "none"

"""The relations that queries speak of: the edge that each is in the graph, and the verbs that say it."""

from dataclasses import dataclass
from typing import Literal

from kg.edges import (
    Amends,
    Cites,
    CitesProvision,
    CorrespondsTo,
    DecidedBy,
    Edge,
    HeardIn,
    PartOf,
    RefersTo,
    Replaces,
)
from kg.nodes import Act, Case, Court, Judge, Node, Provision
from qa.query.record import Kind, Related, Relation

Way = Literal["out", "in"]
TYPES: dict[Kind, type[Node]] = {"case": Case, "provision": Provision, "act": Act, "judge": Judge, "court": Court}
JOINS: dict[tuple[Kind, Relation, Kind], tuple[type[Edge], Way]] = {
    ("case", "cites", "case"): (Cites, "out"),
    ("case", "cited by", "case"): (Cites, "in"),
    ("case", "refers to", "provision"): (CitesProvision, "out"),
    ("provision", "referred to by", "case"): (CitesProvision, "in"),
    ("provision", "refers to", "provision"): (RefersTo, "out"),
    ("provision", "referred to by", "provision"): (RefersTo, "in"),
    ("case", "decided by", "judge"): (DecidedBy, "out"),
    ("judge", "decided", "case"): (DecidedBy, "in"),
    ("case", "heard in", "court"): (HeardIn, "out"),
    ("court", "heard", "case"): (HeardIn, "in"),
    ("provision", "part of", "act"): (PartOf, "out"),
    ("act", "contains", "provision"): (PartOf, "in"),
    ("act", "amends", "provision"): (Amends, "out"),
    ("provision", "amended by", "act"): (Amends, "in"),
    ("provision", "replaces", "provision"): (CorrespondsTo, "out"),
    ("provision", "replaced by", "provision"): (CorrespondsTo, "in"),
    ("act", "replaces", "act"): (Replaces, "out"),
    ("act", "replaced by", "act"): (Replaces, "in"),
}
"""The edge of each relation between two kinds of node, and which way it runs from the first."""

Qualifier = str
"""A treatment, a role, or "" for the relation as such."""


@dataclass(frozen=True, slots=True)
class Verbs:
    """The verbs of a relation by what qualifies it. A `passive` one is said with "are"; `by` comes before the other.

    `past` are other forms in which people write them.
    """

    forms: dict[Qualifier, str]
    passive: bool = False
    by: str = ""
    past: dict[str, Qualifier] | None = None


_TREATMENTS = {
    "": "cite",
    "overruled": "overrule",
    "reversed": "reverse",
    "doubted": "doubt",
    "distinguished": "distinguish",
    "affirmed": "affirm",
    "followed": "follow",
    "cited": "mention",
}
_TREATED = {
    "": "cited",
    "overruled": "overruled",
    "reversed": "reversed",
    "doubted": "doubted",
    "distinguished": "distinguished",
    "affirmed": "affirmed",
    "followed": "followed",
    "cited": "mentioned",
}
_ROLES = {
    "": "sit in",
    "author": "write",
    "concurring": "concur in",
    "dissenting": "dissent in",
    "member": "join",
}
_ROLES_PAST = {
    "sat in": "",
    "decided": "",
    "wrote": "author",
    "concurred in": "concurring",
    "dissented in": "dissenting",
    "joined": "member",
}
_DECIDED = {
    "": "decided",
    "author": "written",
    "concurring": "concurred in",
    "dissenting": "dissented in",
    "member": "joined",
}

VERBS: dict[Relation, Verbs] = {
    "cites": Verbs(_TREATMENTS, past={past: kind for kind, past in _TREATED.items()}),
    "cited by": Verbs(_TREATED, passive=True, by="by"),
    "refers to": Verbs({"": "refer to"}, past={"referred to": ""}),
    "referred to by": Verbs({"": "referred to"}, passive=True, by="by"),
    "decided by": Verbs(_DECIDED, passive=True, by="by"),
    "decided": Verbs(_ROLES, past=_ROLES_PAST),
    "heard in": Verbs({"": "heard in"}, passive=True),
    "heard": Verbs({"": "hear"}, past={"heard": ""}),
    "part of": Verbs({"": "part of"}, passive=True),
    "contains": Verbs({"": "contain"}, past={"contained": ""}),
    "amends": Verbs({"": "amend"}, past={"amended": ""}),
    "amended by": Verbs({"": "amended"}, passive=True, by="by"),
    "replaces": Verbs({"": "replace"}, past={"replaced": ""}),
    "replaced by": Verbs({"": "replaced"}, passive=True, by="by"),
}


def singular(verb: str) -> str:
    """The verb of one: "cite" -> "cites", "distinguish" -> "distinguishes", "refer to" -> "refers to"."""
    first, _, rest = verb.partition(" ")
    return f"{first}{'es' if first.endswith('sh') else 's'} {rest}".strip()


def joined(kind: Kind, related: Related) -> tuple[type[Edge], Way]:
    """The edge by which a node of a kind stands in a relation, and which way it runs."""
    return JOINS[kind, related.relation, related.to.kind]


def ends(edge: Edge, way: Way) -> tuple[str, str]:
    """The node that stands in the relation, and the other."""
    return (edge.source, edge.target) if way == "out" else (edge.target, edge.source)

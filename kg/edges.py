"""The graph's edges, one class a type, with the nodes that each may join."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from extraction.provisions.correspondence import Change
from extraction.records import TREATMENTS, Role, Speaker, Treatment
from kg.nodes import Act, Case, Chunk, Court, Description, Document, Judge, Key, Node, Provision, Reference

EdgeKey = tuple[str, str, str]
"""An edge's type, source and target."""

UNHEEDED: tuple[Speaker, ...] = ("counsel", "dissent")
"""Those at whose word a case is no more than cited."""
FINAL: tuple[Treatment, ...] = TREATMENTS[: TREATMENTS.index("doubted")]
"""The treatments that end a case, whoever records them."""

Ends = tuple[type[Node], ...]
"""The types of the nodes that an edge may come from, or lead to."""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge: there is at most one of a type between two nodes.

    One that `leads_home` tells what a passage is of.
    """

    type: ClassVar[str]
    sources: ClassVar[Ends]
    targets: ClassVar[Ends]
    ledger: ClassVar[bool] = False
    leads_home: ClassVar[bool] = False

    source: str
    target: str

    def __init_subclass__(cls) -> None:
        """Name the type as the class, in the manner of relationships: CitesProvision is CITES_PROVISION."""
        cls.type = re.sub(r"\B(?=[A-Z])", "_", cls.__name__).upper()

    @property
    def key(self) -> EdgeKey:
        """What tells it from all others."""
        return self.type, self.source, self.target

    @property
    def pinpoint(self) -> tuple[str | None, str | None]:
        """The paragraph and the page that say so; None where unknown."""
        return None, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Edge):
    """An edge with the sentence that says so."""

    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted(Quoted):
    """An edge from a text to what it names, with how often it does."""

    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinpointed(Counted):
    """An edge from a judgment to an authority, with the paragraphs and pages that name it."""

    paragraphs: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def pinpoint(self) -> tuple[str | None, str | None]:
        """The first paragraph and page that name the authority; None where unknown."""
        return next(iter(self.paragraphs), None), next(iter(self.pages), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites(Pinpointed):
    """A case cites a case: the gravest it does to it, by whose word, and how sure that is, in per cent."""

    sources = (Case,)
    targets = (Case,)

    treatment: Treatment = "cited"
    by: Speaker = "court"
    confidence: int = 0
    quote_paragraph: str | None = None
    quote_page: str | None = None

    @property
    def pinpoint(self) -> tuple[str | None, str | None]:
        """The paragraph and the page of the quotation, else the first that name the case; None where unknown."""
        paragraph, page = next(iter(self.paragraphs), None), next(iter(self.pages), None)
        return self.quote_paragraph or paragraph, self.quote_page or page

    @property
    def is_own(self) -> bool:
        """Whether the citing court itself so treats the case, rather than recording what another did."""
        return self.by == "court"

    @property
    def effective(self) -> Treatment:
        """The treatment; "cited" where only counsel or a dissenting judge asked for more."""
        return "cited" if self.by in UNHEEDED else self.treatment

    @property
    def tells(self) -> Treatment:
        """What it tells of the standing of the case cited: an overruling or reversal whoever records it, any other
        treatment only as the citing court's own."""
        return self.effective if self.is_own or self.effective in FINAL else "cited"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitesProvision(Pinpointed):
    """A case cites a provision; `clauses` are what follows its number."""

    sources = (Case,)
    targets = (Provision,)

    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefersTo(Counted):
    """A provision refers to another."""

    sources = (Provision,)
    targets = (Provision,)


@dataclass(frozen=True, slots=True)
class PartOf(Edge):
    """A provision is part of an act."""

    sources = (Provision,)
    targets = (Act,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amends(Quoted):
    """An act changes a provision."""

    sources = (Act,)
    targets = (Provision,)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrespondsTo(Edge):
    """A provision of a new code took the place of one of an old code: by which of its clauses, changed or not."""

    sources = (Provision,)
    targets = (Provision,)

    change: Change = "changed"
    clauses: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaces(Edge):
    """A code replaced another, since a date (ISO)."""

    sources = (Act,)
    targets = (Act,)

    date: str = ""


@dataclass(frozen=True, slots=True)
class FromDocument(Edge):
    """A passage is of a case or of a provision; a description is of the case that gives it."""

    sources = (Chunk, Description)
    targets = (Case, Provision)
    leads_home = True


@dataclass(frozen=True, slots=True)
class NextChunk(Edge):
    """A passage is followed by another."""

    sources = (Chunk,)
    targets = (Chunk,)


@dataclass(frozen=True, slots=True)
class Mentions(Edge):
    """A passage names a case or a provision."""

    sources = (Chunk,)
    targets = (Case, Provision)


@dataclass(frozen=True, slots=True)
class Describes(Edge):
    """A description says what a case stands for."""

    sources = (Description,)
    targets = (Case,)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedBy(Edge):
    """A judge sat in a case: wrote the court's opinion, one that concurs or dissents, or was a member of the bench."""

    sources = (Case,)
    targets = (Judge,)

    role: Role = "member"


@dataclass(frozen=True, slots=True)
class HeardIn(Edge):
    """A case was heard in a court."""

    sources = (Case,)
    targets = (Court,)


@dataclass(frozen=True, slots=True)
class HasKey(Edge):
    """A reference can be met under a key."""

    sources = (Reference,)
    targets = (Key,)
    ledger = True


@dataclass(frozen=True, slots=True)
class MadeIn(Edge):
    """A reference was made in a document."""

    sources = (Reference,)
    targets = (Document,)
    ledger = True


E = TypeVar("E", bound=Edge)


def strongest(edges: Iterable[Cites]) -> list[Cites]:
    """The citations that are more than that, the gravest first."""
    return sorted((e for e in edges if e.effective != "cited"), key=lambda e: TREATMENTS.index(e.effective))

"""The graph's nodes, one class a type: tables, constraints and indexes of both engines come from what stands here."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `id` is unique over all types. A property that is None is not known, and not stored.

    `searched` are the properties of the type's keyword index, `indexed` those by which nodes are found often;
    `ledger` types are bookkeeping.
    """

    type: ClassVar[str]
    searched: ClassVar[tuple[str, ...]] = ()
    indexed: ClassVar[tuple[str, ...]] = ()
    ledger: ClassVar[bool] = False

    id: str

    def __init_subclass__(cls) -> None:
        """Name the type as the class."""
        cls.type = cls.__name__


@dataclass(frozen=True, slots=True, kw_only=True)
class Documented(Node):
    """A node that documents are the text of: their names, none where it is only named."""

    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded(Node):
    """A node that is found by what it means: each such type has a vector index."""

    embedding: NDArray[np.float32] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case(Documented):
    """A decided case; without `has_text` it is known only because it is cited."""

    searched = ("title", "citations", "aliases")
    indexed = ("citations", "court", "documents", "year")

    title: str = ""
    citations: tuple[str, ...] = ()
    neutral_citation: str | None = None
    court: str | None = None
    date: str | None = None
    year: int | None = None
    case_number: str | None = None
    bench_size: int | None = None
    has_text: bool = False
    aliases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()

    @property
    def age(self) -> tuple[str, str]:
        """Sorts cases by date, the undated last."""
        return self.date or str(self.year or "9999"), self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Documented):
    """An act, with the days of its assent and in force; of one that is only named often no more than its title."""

    searched = ("title", "short_title", "aliases")
    indexed = ("documents",)

    title: str = ""
    short_title: str | None = None
    number: str | None = None
    year: int | None = None
    aliases: tuple[str, ...] | None = None
    state: str | None = None
    assented: str | None = None
    in_force_from: str | None = None
    in_force_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision(Documented):
    """An article, a section, a rule of an order or a schedule; one that is only cited has no heading and no text.

    `versions` are its earlier wordings, each after the days between which it was in force. Of the `offences` under it,
    as a procedure code's schedule classifies them, each has one place in all lists from there on.
    """

    searched = ("heading", "text")
    indexed = ("act_id", "documents", "number")

    act_id: str = ""
    kind: str = ""
    number: str = ""
    chapter: str | None = None
    heading: str | None = None
    text: str | None = None
    repealed: bool | None = None
    in_force_from: str | None = None
    in_force_to: str | None = None
    versions: tuple[str, ...] | None = None
    offences: tuple[str, ...] | None = None
    punishment: tuple[str, ...] | None = None
    cognizable: tuple[str, ...] | None = None
    bailable: tuple[str, ...] | None = None
    triable_by: tuple[str, ...] | None = None

    @property
    def classification(self) -> list[tuple[str, str, str, str, str]]:
        """The offences under it, each with its punishment, whether it is cognizable and bailable, and its court."""
        lists = (self.offences, self.punishment, self.cognizable, self.bailable, self.triable_by)
        return list(zip(*(told or () for told in lists), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk(Embedded):
    """A passage of a document; `start` and `end` are offsets into its text, `role` is its part in a judgment."""

    searched = ("text",)
    indexed = ("document",)

    text: str = ""
    ordinal: int = 0
    paragraphs: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    start: int = 0
    end: int = 0
    document: str = ""
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Embedded):
    """What a document says that a case it cites stands for: its `text` without names of cases, as `quote` has it."""

    searched = ("text",)
    indexed = ("document",)

    text: str = ""
    quote: str = ""
    paragraph: str | None = None
    page: str | None = None
    document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge(Node):
    """A judge, however printed."""

    searched = ("name",)

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Court(Node):
    """A court, however printed."""

    searched = ("name",)

    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Node):
    """A file that the graph was built from; `subject` is the act that it is a file of.

    Of files with the same content one is read; a file of kind "copy" names it as the one that it is a `copy_of`.
    """

    indexed = ("name", "subject")
    ledger = True

    name: str = ""
    kind: str = ""
    digest: str = ""
    origin: str = ""
    subject: str = ""
    copy_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction(Node):
    """What was read from a document, as JSON."""

    ledger = True

    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Node):
    """A naming of a case in a document, as JSON, and what was decided of it."""

    indexed = ("case", "document", "outcome")
    ledger = True

    document: str = ""
    ordinal: int = 0
    record: str = ""
    case: str = ""
    outcome: str = ""
    reason: str = ""
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key(Node):
    """What namings of one case may share: a citation, or parties."""

    ledger = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Node):
    """What a user told apart, as JSON."""

    ledger = True

    record: str = ""


N = TypeVar("N", bound=Node)
M = TypeVar("M", bound=Embedded)


def of_type(type: type[N], nodes: Iterable[Node]) -> list[N]:
    """Those of the nodes that are of a type."""
    return [node for node in nodes if isinstance(node, type)]

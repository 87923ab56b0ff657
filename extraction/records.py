"""What extraction says about one document: plain records, knowing no database.

Offsets are characters of the document's text (for an act in JSON, of the provision's text).
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, get_args

from pydantic import TypeAdapter

from extraction.slugs import slug

DocumentFormat = Literal["judgment", "act-json", "act-text", "act-xml", "excerpt"]


Treatment = Literal["overruled", "reversed", "doubted", "distinguished", "affirmed", "followed", "cited"]
"""What a case does to one that it cites, the gravest first."""

TREATMENTS: tuple[Treatment, ...] = get_args(Treatment)
Speaker = Literal["court", "counsel", "dissent", "other"]
Role = Literal["author", "concurring", "dissenting", "member"]
"""What a judge did in a case: wrote the court's opinion, one that agrees or one that does not, or sat."""
PassageRole = Literal["facts", "issue", "argument", "reasoning", "holding", "order", "dissent"]
"""The part of a passage in its judgment; all that a dissenting judge writes is `dissent`."""
MentionForm = Literal["full", "parallel", "citation_only", "short", "supra"]
ProvisionKind = Literal["article", "section", "order-rule", "schedule", "rule", "regulation"]
_LATER = re.compile(r"~\d+$")


def part_name(name: str, number: int) -> str:
    """What the document of the judgment at a place in the file `name` is called; the first is called as the file is."""
    return name if number == 1 else f"{name}~{number}"


def file_name(name: str) -> str:
    """The name of the file that a document is of: its own, but for a later judgment of a file."""
    return _LATER.sub("", name)


@dataclass(frozen=True, slots=True)
class Citation:
    """One place in one reporter, in its canonical form ("AIR 1978 SC 597").

    `printed` is how documents print it where that tells more: "(1968) 67 ITR 11 (SC)" for "67 ITR 11".
    """

    reporter: str
    text: str
    year: int | None
    court: str | None = None
    decision_year: bool = False
    printed: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> str:
        """The same for every spelling of the same citation: "air-1978-sc-597"."""
        return slug(self.text)

    def also(self, other: "Citation") -> "Citation":
        """The same citation with what another print of it tells."""
        return replace(self, printed=tuple(dict.fromkeys((*self.printed, *other.printed))))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as the court numbered it; `number` is None for text outside numbered paragraphs."""

    number: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage for search, never across paragraphs of different numbers; `pages` where the document has pages.

    `role` is its part in a judgment; an act's passages have none.
    """

    ordinal: int
    text: str
    start: int
    end: int
    paragraphs: tuple[str, ...]
    pages: tuple[str, ...] = ()
    role: PassageRole | None = None


@dataclass(frozen=True, slots=True)
class Description:
    """What a document says a case stands for: its `text` without names and citations of cases, as `quote` has it."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class CaseMention:
    """One place where a document names a case, how it treats it there, and the sentence that says so.

    `page` counts the document's own pages from 1; None where it has none. `confidence` is how often such a treatment
    is right, in per cent; 0 where a record was read before it was measured. `description` is what it says there of what
    the case stands for, if that is among the most telling of the document.
    """

    start: int
    end: int
    text: str
    form: MentionForm
    paragraph: str | None
    treatment: Treatment
    by: Speaker
    quote: str
    page: str | None = None
    confidence: int = 0
    description: Description | None = None


@dataclass(frozen=True, slots=True)
class CaseReference:
    """One cited case as one document speaks of it: all its mentions there, under one head.

    `year` is the year of decision as far as the document tells; `petitioner` and `respondent` are
    empty where the case is known by citation alone.
    """

    title: str
    petitioner: str
    respondent: str
    citations: tuple[Citation, ...]
    year: int | None
    court: str | None
    mentions: tuple[CaseMention, ...]


@dataclass(frozen=True, slots=True)
class ProvisionMention:
    """One place where a text names a provision.

    `provision` is its id ("indian-penal-code-1860/section-302"), or None where the act is left open
    (`candidates` then holds the act ids that could be meant). `clause` keeps what follows the number, `quote`
    the sentence; it is empty for what a user typed.
    """

    start: int
    end: int
    text: str
    provision: str | None
    kind: ProvisionKind
    number: str
    clause: str | None
    paragraph: str | None
    candidates: tuple[str, ...] = ()
    quote: str = ""
    page: str | None = None


@dataclass(frozen=True, slots=True)
class ActRecord:
    """An act: `id` is the slug of title and year ("indian-penal-code-1860"); dates are ISO (YYYY-MM-DD).

    It was `assented` to, came into force and was repealed on these days, so far as its file says; `state` is the State
    whose law it is, where the file says so.
    """

    id: str
    title: str
    short_title: str
    number: str | None
    year: int | None
    aliases: tuple[str, ...] = ()
    state: str | None = None
    assented: str | None = None
    in_force_from: str | None = None
    in_force_to: str | None = None


@dataclass(frozen=True, slots=True)
class ProvisionRecord:
    """The text of one provision with its cross references and search chunks.

    `repealed`: it is repealed or omitted as a whole, and the text says no more than that. `chapter` is where it stands
    ("Part II: Wells > Chapter I: Digging"). The dates are those of this wording; `versions` are earlier ones, each
    after the days between which it was in force ("1961-05-03/1975-01-01 A well is dug.").
    """

    id: str
    kind: ProvisionKind
    number: str
    heading: str
    text: str
    mentions: tuple[ProvisionMention, ...]
    chunks: tuple[Chunk, ...]
    repealed: bool = False
    chapter: str = ""
    in_force_from: str | None = None
    in_force_to: str | None = None
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """An act, by its id, that changed a provision, and the words that say so."""

    act: str
    provision: str
    kind: ProvisionKind
    number: str
    quote: str


@dataclass(frozen=True, slots=True)
class Offence:
    """An offence under a section, or its `clause` ("(2)(a)"), as a procedure code classifies it, in its words."""

    provision: str
    number: str
    clause: str
    offence: str
    punishment: str
    cognizable: str
    bailable: str
    triable_by: str


@dataclass(frozen=True, slots=True)
class DocumentName:
    """A name in a document, once for each label it has there; `places` are where it stands, ascending.

    `label` is COURT, PETITIONER, RESPONDENT, JUDGE, LAWYER, WITNESS, OTHER_PERSON, ORG, GPE (a place) or DATE.
    """

    label: str
    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one judge of several wrote: the text from `start` to `end`."""

    judge: str
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judgment:
    """All that one judgment says. `date` is ISO (YYYY-MM-DD); judges are plain names ("P.N. Bhagwati").

    `copies` are the names of other files with the same content.
    `authors` are all who wrote, the author of the court's opinion first; `opinions` are empty where only one did.
    """

    name: str
    title: str
    petitioner: str
    respondent: str
    citations: tuple[Citation, ...]
    court: str | None
    date: str | None
    year: int | None
    case_number: str | None
    bench: tuple[str, ...]
    authors: tuple[str, ...]
    bench_size: int | None
    aliases: tuple[str, ...]
    references: tuple[CaseReference, ...]
    provisions: tuple[ProvisionMention, ...]
    acts: tuple[ActRecord, ...]
    chunks: tuple[Chunk, ...]
    fingerprint: tuple[int, ...]
    names: tuple[DocumentName, ...] = ()
    copies: tuple[str, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    kind: Literal["judgment"] = "judgment"


@dataclass(frozen=True, slots=True)
class Statute:
    """All that one file of an act says. `acts` are the other acts that its provisions name.

    `unplaced` is the number by which an excerpt, which names no act, stands by itself; empty for an act's own file.
    `amendments` are those of its own provisions that it notes, and those that it makes in other acts; `offences`
    those under other acts that its schedule classifies.
    """

    name: str
    act: ActRecord
    provisions: tuple[ProvisionRecord, ...]
    acts: tuple[ActRecord, ...]
    amendments: tuple[Amendment, ...] = ()
    unplaced: str = ""
    offences: tuple[Offence, ...] = ()
    copies: tuple[str, ...] = ()
    kind: Literal["statute"] = "statute"


Extraction = Judgment | Statute
EXTRACTION: TypeAdapter[Extraction] = TypeAdapter(Extraction)
"""Reads and writes extractions as JSON: `EXTRACTION.dump_json(e)`, `EXTRACTION.validate_json(b)`."""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """What a court's catalogue says of one judgment; what it leaves out is empty or None. `cnr` is its number there."""

    petitioner: str
    respondent: str
    court: str | None
    date: str | None
    judges: tuple[str, ...]
    authors: tuple[str, ...]
    citations: tuple[Citation, ...]
    case_number: str | None
    cnr: str | None


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document's text as offsets count it; `digest` is the SHA-256 of the file's bytes, in hex.

    `pages` are (offset, page number) wherever the page changes, for documents that have pages; `entry` is what its
    court's catalogue says of it.
    """

    name: str
    path: Path
    text: str
    digest: str
    format: DocumentFormat
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    entry: CatalogueEntry | None = None

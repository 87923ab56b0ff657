"""How one document names one case: the unit that identity is decided over."""

import re
from dataclasses import dataclass

from pydantic import TypeAdapter

from extraction.parties.likeness import distinctive
from extraction.parties.short_names import short_name, short_names
from extraction.parties.words import half_keys, like_keys, words
from extraction.parties.years import decisions_printed_in, sure_decision
from extraction.records import CaseReference, Citation, Extraction, Judgment

_TEXT_KEYS = 6  # hashes of a text by which its copies are looked for: two copies nearly always share one
_CASE = re.compile(r"\bca[sv]es?\W*$", re.IGNORECASE)
"""What many a short name ends with that is no case ("Transfer cases")."""
JUDGMENTS = ("@own", "@row")
"""What the ids of namings end with by which a judgment is known: by its text, or by a court's list."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A case as one document names it, itself (`own`) or another.

    `id` is "<document>@own" or "<document>@<n>", "<registry>@<row>@row" for one `registered` by a court's list of its
    judgments; `date` is ISO; `fingerprint` is a sketch of the own text, `copies` are its other names; `cited_in` is
    the year of the document that cites; `pointed` says that it points to a decision by a telling name ("Golak Nath
    (supra)", "the ratio in Golak Nath").
    """

    id: str
    document: str
    own: bool
    title: str
    petitioner: str
    respondent: str
    citations: tuple[Citation, ...]
    year: int | None
    court: str | None
    date: str | None = None
    case_number: str | None = None
    bench_size: int | None = None
    aliases: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    fingerprint: tuple[int, ...] = ()
    copies: tuple[str, ...] = ()
    cited_in: int | None = None
    registered: bool = False
    pointed: bool = False

    @property
    def known(self) -> bool:
        """Whether a judgment itself or a court's list speaks, and not somebody who cites."""
        return self.own or self.registered

    @property
    def bare(self) -> bool:
        """Whether a short name is all there is: "Maneka Gandhi's case", with no citation anywhere in the document."""
        return not (self.known or self.respondent or self.citations or self.title.startswith(("In re ", "Ex parte ")))

    @property
    def decided(self) -> int | None:
        """The year of decision where the document leaves no doubt of it."""
        if self.known:
            return self.year
        return sure_decision(self.citations, self.year)

    @property
    def content(self) -> tuple[object, ...]:
        """What to sort by so that nothing depends on a document's name but between equals."""
        cited = tuple(sorted(c.text for c in self.citations))
        return (
            not self.own,
            not self.registered,
            self.title,
            self.date or "",
            self.year or 0,
            cited,
            self.fingerprint,
            self.id,
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """The case that a naming was found to be, empty for a bare name that points to none and that no case was found for.

    `outcome` is own, registered, resolved (to a judgment whose text is there, or that a court lists), ambiguous or
    unresolved.
    """

    case: str
    outcome: str
    reason: str
    candidates: tuple[str, ...] = ()


NAMING: TypeAdapter[Naming] = TypeAdapter(Naming)


def namings_of(extraction: Extraction) -> list[Naming]:
    """All cases that a document names, its own first; none for a statute."""
    if not isinstance(extraction, Judgment):
        return []
    return [_own(extraction), *(_cited(extraction, n, r) for n, r in enumerate(extraction.references))]


def _own(judgment: Judgment) -> Naming:
    return Naming(
        id=f"{judgment.name}@own",
        document=judgment.name,
        own=True,
        title=judgment.title,
        petitioner=judgment.petitioner,
        respondent=judgment.respondent,
        citations=judgment.citations,
        year=judgment.year,
        court=judgment.court,
        date=judgment.date,
        case_number=judgment.case_number,
        bench_size=judgment.bench_size,
        aliases=judgment.aliases,
        authors=judgment.authors,
        fingerprint=judgment.fingerprint,
        copies=judgment.copies,
    )


def _cited(judgment: Judgment, ordinal: int, reference: CaseReference) -> Naming:
    return Naming(
        id=f"{judgment.name}@{ordinal}",
        document=judgment.name,
        own=False,
        title=reference.title,
        petitioner=reference.petitioner,
        respondent=reference.respondent,
        citations=reference.citations,
        year=reference.year,
        court=reference.court,
        cited_in=judgment.year,
        pointed=distinctive(reference.petitioner or reference.title)
        and any(not _CASE.search(mention.text) for mention in reference.mentions),
    )


def parties_key(naming: Naming) -> str | None:
    """The same for two namings with the same parties, word for word; None where no party is named."""
    if not naming.petitioner:
        return None
    return f"name:{'-'.join(words(naming.petitioner))}|{'-'.join(words(naming.respondent))}"


def hard_keys(naming: Naming) -> list[str]:
    """Keys whose sharers are decided together: citations, parties word for word, text.

    A bare name that points to no decision has none.
    """
    if naming.bare and not naming.pointed:
        return []
    named = parties_key(naming)
    return [
        *(f"cite:{c.key}" for c in naming.citations),
        *([named] if named else []),
        *(f"text:{value}" for value in sorted(naming.fingerprint)[:_TEXT_KEYS]),
    ]


def soft_keys(naming: Naming) -> list[str]:
    """Keys under which a judgment is looked for when another spells its parties differently."""
    like = like_keys(naming.petitioner, naming.respondent)
    half = (
        []
        if naming.bare or naming.registered
        else half_keys(naming.petitioner, naming.respondent, _decision_years(naming))
    )
    names = _names_alone(naming)
    return [*(f"like:{key}" for key in like), *(f"half:{key}" for key in half), *(f"party:{key}" for key in names)]


def _names_alone(naming: Naming) -> list[str]:
    """What a judgment may be called by one of its parties; what a bare name calls it."""
    if naming.own:
        return sorted(short_names(naming.petitioner) | short_names(naming.respondent))
    called = short_name(naming.petitioner) if naming.bare else None
    return [called] if called else []


def _decision_years(naming: Naming) -> list[int]:
    """The years in which the case can have been decided."""
    if naming.decided:
        return [naming.decided]
    first = min((c.year for c in naming.citations if c.year), default=naming.year)
    return decisions_printed_in(first) if first else []

"""Namings of cases in a line each, as documents would give them."""

from typing import Any

from extraction.citations.citations import find_citations
from extraction.records import Citation
from kg.identity.naming import Naming


def cited(*citations: str) -> tuple[Citation, ...]:
    """The citations that texts print."""
    return tuple(found.citation for text in citations for found in find_citations(text))


def naming(
    id: str, title: str = "", *citations: str, year: int | None = None, court: str | None = None, **more: Any
) -> Naming:
    """A case as a document cites it; one whose id ends in "@own" is the document's own."""
    petitioner, _, respondent = title.partition(" v. ")
    found = cited(*citations)
    given_year = year or min((c.year for c in found if c.year), default=None)
    own = id.endswith("@own")
    return Naming(id, id.partition("@")[0], own, title, petitioner, respondent, found, given_year, court, **more)


def own(document: str, title: str, date: str, *citations: str, **more: Any) -> Naming:
    """A judgment as its own text has it."""
    return naming(f"{document}@own", title, *citations, year=int(date[:4]), date=date, **more)

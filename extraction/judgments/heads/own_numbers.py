"""The numbers that a judgment has itself: its citations, with the court that they tell, and its case number."""

import re
from collections.abc import Sequence

from extraction.citations.citations import find_citations, is_citation
from extraction.judgments.heads.head_lines import is_number
from extraction.records import Citation
from extraction.text.spacing import one_line

_FURNITURE = re.compile(
    r"\b(?:(?:NON[ -]?)?REPORTABLE|CORRECTED|REVISED|CORRIGENDUM"
    r"|NEUTRAL CITATION(?:\s+(?:NO|NUMBER)\b)?)(?![A-Z])[.:\s-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[ \t]*(?:[A-Z]+ )+JURISDICTION[ \t]*:[^\n]*\d(?:\s+of\s+\d{4})?", re.MULTILINE)
_DOCKET = re.compile(r"\d\s*(?:/\s*[A-Za-z()]+)?\s*(?:/|\bof\b|-)\s*(?:19|20)\d\d\b", re.IGNORECASE)
_NUMBER_REACH = 20_000  # characters of a headnote over "CIVIL APPELLATE JURISDICTION: Civil Appeal No. ..."
_LONGEST_NUMBER = 160  # characters of a line that is a number
_NEUTRAL = re.compile(r"\bINSC\b|:.*:")
_PAGE = re.compile(r"^\d+\s{3,}|\s{3,}\d+$")
"""The page in the corner of a line that heads it."""
_HEAD_LINES = 12  # lines in which a judgment prints its own citations


def own_citations(head: str) -> tuple[Citation, ...]:
    """The citations of the judgment itself: those that have a line of its head to themselves.

    A neutral citation may have the number of the case behind it.
    """
    lines = (_PAGE.sub("", _FURNITURE.sub("", line).strip()) for line in head.split("\n")[:_HEAD_LINES])
    return citations_in([line for line in lines if line and (is_citation(line) or _numbered(line))])


def _numbered(line: str) -> bool:
    """Whether a line is a neutral citation and the number of its case ("2024 INSC 9 C.A. No. 7/2024")."""
    first = next(iter(find_citations(line)), None)
    return bool(first and not first.start and _NEUTRAL.search(first.citation.text) and is_number(line[first.end :]))


def court_of(own: Sequence[Citation]) -> str | None:
    """The court that the judgment's own citations tell."""
    return next((citation.court for citation in own if citation.court), None)


def number_line(text: str, start: int) -> str | None:
    """The number of the case in the head, or below it where the Supreme Court's site prints it over the opinion."""
    lines = (
        line
        for line in text[:start].split("\n")
        if len(line) <= _LONGEST_NUMBER and _DOCKET.search(line) and is_number(line)
    )
    found = next(lines, None) or (below[0] if (below := _NUMBER.search(text, start, start + _NUMBER_REACH)) else None)
    return one_line(found) if found else None


def citations_in(lines: Sequence[str]) -> tuple[Citation, ...]:
    """The citations that lines hold, each once."""
    found = {f.citation.key: f.citation for line in lines for f in find_citations(one_line(line))}
    return tuple(found.values())

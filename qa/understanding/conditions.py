"""Conditions that a question sets besides the authorities and judges it names: courts, years, size of the bench."""

import re

from extraction.citations.courts import SUPREME, find_courts
from extraction.text.numerals import CARDINAL, cardinal
from kg.linking.judges import judges
from kg.nodes import Court
from kg.store import Between, Store

BENCH = re.compile(rf"\b(\d+|{CARDINAL})[\s-]+(?:judges?\b|judge[\s-]+bench)", re.IGNORECASE)
YEAR = r"(1[89]\d\d|20\d\d)"
RANGE = re.compile(rf"\b(?:between|from)?\s*{YEAR}\s*(?:and|to|till|until|-|–)\s*{YEAR}\b", re.IGNORECASE)
SINCE = re.compile(
    rf"\b(after|since|post)[\s-]+(?:the year\s+)?{YEAR}\b|\b(?P<from>from)\s+{YEAR}\s+on(?:wards?)?\b", re.IGNORECASE
)
UNTIL = re.compile(rf"\b(before|until|till|up to|prior to|pre)[\s-]+(?:the year\s+)?{YEAR}\b", re.IGNORECASE)
DECADE = re.compile(rf"\b{YEAR}['’]?s\b", re.IGNORECASE)
SINGLE = re.compile(rf"(?<![\d/.(-]){YEAR}\b(?!\s*\(\d+\)|\))")


def years(text: str) -> Between | None:
    """The span of years that the question sets; `text` has the years of named cases blanked."""
    if match := RANGE.search(text):
        return Between(int(match[1]), int(match[2]))
    if match := SINCE.search(text):
        if match["from"]:
            return Between(int(match[4]), None)
        return Between(int(match[2]) + (match[1].lower() in ("after", "post")), None)
    if match := UNTIL.search(text):
        return Between(None, int(match[2]) - (match[1].lower() in ("before", "prior to", "pre")))
    if match := DECADE.search(text):
        return Between(int(match[1]), int(match[1]) + 9)
    if match := SINGLE.search(text):
        return Between(int(match[1]), int(match[1]))
    return None


def years_span(text: str) -> tuple[int, int] | None:
    """Where the words stand that set the span of years."""
    found = (pattern.search(text) for pattern in (RANGE, SINCE, UNTIL, DECADE, SINGLE))
    return next((match.span() for match in found if match), None)


def bench_size(text: str) -> int | None:
    """The number of judges that the question asks for ("seven-judge bench")."""
    match = BENCH.search(text)
    return cardinal(match[1]) if match else None


AUTHOR = re.compile(
    r"(?i:\b(?:by|of)\s+(?:the\s+)?(?:hon['’]?ble\s+)?(?:mr\.?\s+|ms\.?\s+)?(?:justice\s+)?)((?:[A-Z]\.?\s?){1,3}[A-Z][a-z]{2,})(?!\w)"
)


def authors(store: Store, text: str) -> list[tuple[int, int]]:
    """Where "by S.B. Sinha" names a judge of the graph by initials and surname, who is then no party."""
    return [found.span(1) for found in AUTHOR.finditer(text) if judges(store, found[1])]


def courts(store: Store, text: str) -> list[Court]:
    """The courts named in any form, the Supreme Court apart (its judgments are what a graph is mostly made of)."""
    said = text.lower()
    named = {court.name for court in find_courts(text)}
    known = [(court.name, court) for court in store.find(Court)]
    return [court for name, court in known if (name in named or name.lower() in said) and name != SUPREME]

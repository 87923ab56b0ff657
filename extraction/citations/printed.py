"""A citation as it is printed, where that tells more than its one canonical form: a year, a court in brackets."""

import re
from functools import cache

from extraction.citations.courts import courts
from extraction.citations.patterns import alternation
from extraction.text.spacing import one_line

_BENCHES = "HL|PC|CA|FB|DB|LB|SB|T|Tri|Trib|CLB|AAR|ITAT|CESTAT|CEGAT"
_PLACE = r"(?:[\s.,:-]{1,4}[A-Z][A-Za-z&.]{0,12}){0,2}"
"""The court's seat or bench after its name: "(Del-HC)", "(Tri. - Mumbai)", where Tri is no Tripura but a tribunal."""
_SAID_APART = re.compile(r"(?<![.\w])(?:vol(?:ume)?|page|pp?|pg)\b\.?", re.IGNORECASE)
_ALIKE = str.maketrans({"i": "1", "l": "1", "o": "0"})


def court_after(text: str, end: int) -> re.Match[str] | None:
    """The court that stands in brackets right after the page of a citation: "(1968) 67 ITR 11 (SC)"."""
    return _bracketed_court().match(text, end)


@cache
def _bracketed_court() -> re.Pattern[str]:
    spelled = [s for court in courts() for series in court.series for s in (series.code, *series.spellings)]
    acronyms = "|".join(acronym for court in courts() for acronym in court.acronyms)
    return re.compile(rf"\s?[(\[]\s?(?:(?!Tri)(?P<court>{alternation(spelled)})|{_BENCHES}|{acronyms}){_PLACE}\s?[)\]]")


def printed_beyond(printed: str, canonical: str) -> tuple[str, ...]:
    """What is printed, if it has letters or figures that the canonical text has not; none for another spacing."""
    whole = printed.count("(") == printed.count(")") and printed.count("[") == printed.count("]")
    return (one_line(printed),) if whole and _plain(printed) != _plain(canonical) else ()


def _plain(citation: str) -> str:
    """The letters and figures, those alike that a scan confuses, "vol." and "page" left out."""
    bare = re.sub(r"\bsup+\w*", "supp", _SAID_APART.sub("", citation.lower()))
    return re.sub(r"[^a-z0-9]", "", bare).translate(_ALIKE)

"""Whether a printed date can be the day of decision: some heads print that of the order under attack."""

import re
from collections.abc import Iterable

from extraction.records import CaseReference

_FILED = re.compile(r"(?:\bof|/)\s*((?:18|19|20)\d\d)\b")
_DATABASES = frozenset({"Indlaw", "INSC", "MANU", "SCC OnLine", "LiveLaw"})
_LATER_REPORTS = 2  # reports after the date: one may be misprinted, two are later cases, so the date is another's


def day_of_decision(date: str | None, case_number: str | None, cited: Iterable[CaseReference]) -> str | None:
    """`date` (ISO) unless the case was filed later or cites two reports printed later; then None."""
    if date is None:
        return None
    year = int(date[:4])
    filed = [int(found) for found in _FILED.findall(case_number or "")]
    if filed and min(filed) > year:
        return None
    return None if sum(_printed_after(year, reference) for reference in cited) >= _LATER_REPORTS else date


def _printed_after(year: int, reference: CaseReference) -> bool:
    """Whether all reports of a cited case are later; numbers of databases are given to old cases too."""
    printed = [c.year for c in reference.citations if c.year and c.reporter not in _DATABASES]
    return bool(printed) and min(printed) > year

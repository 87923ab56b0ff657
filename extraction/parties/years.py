"""Years of a case: of its decision and of its print, and whether those of two mentions can be of one decision."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from extraction.records import Citation

LATE_PRINT = 3
"""Years by which a report may follow the decision: Bachan Singh, of May 1980, is at (1983) 1 SCR 145."""
BESIDE = 1
"""Years between two prints of a decision: Bennett Coleman is (1972) 2 SCC 788 and AIR 1973 SC 106."""
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Years:
    """What mentions of a case tell: years in which it was decided, as far as they are sure, and printed."""

    decided: Collection[int] = ()
    printed: Collection[int] = ()


def years_told(citations: Iterable[Citation], stated: int | None = None) -> Years:
    """The years that citations tell; one `stated` beside them that is none of theirs is of the decision."""
    cited = [c for c in citations if c.year]
    decided = {c.year for c in cited if c.decision_year and c.year}
    printed = {c.year for c in cited if not c.decision_year and c.year}
    return Years(decided | ({stated} - printed if stated else set()), printed)


def years_fit(one: Years, other: Years) -> bool | None:
    """Whether the years of two can be of one decision; None where one of them has none."""
    if one.decided and other.decided:
        return not set(one.decided).isdisjoint(other.decided)
    if one.decided or other.decided:
        decided, printed = (one.decided, other.printed) if one.decided else (other.decided, one.printed)
        return any(0 <= p - d <= LATE_PRINT for p in printed for d in decided) if printed else None
    between = apart(one.printed, other.printed)
    return None if between is None else between <= BESIDE


def gap(told: Years, decided: int | None) -> int | None:
    """Years between what mentions tell and a judgment's own year, 0 for a report that is merely late."""
    if decided is None or not (told.decided or told.printed):
        return None
    if told.decided:
        return apart(told.decided, [decided])
    return min(0 if 0 <= p - decided <= LATE_PRINT else abs(p - decided) for p in told.printed)


def sure_decision(citations: Collection[Citation], stated: int | None) -> int | None:
    """The year of decision where a mention leaves no doubt of it: none is decided after its print."""
    told = years_told(citations)
    if any(year > max(told.printed, default=year) + BESIDE for year in told.decided):
        return None
    if len(told.decided) == 1:
        return next(iter(told.decided))
    return None if stated in {c.year for c in citations} else stated


def decisions_printed_in(year: int) -> list[int]:
    """The years in which a case that a report of `year` prints can have been decided, the likeliest first."""
    return [year - late for late in range(LATE_PRINT + 1)]


def may_be_parallel(printed: Collection[int]) -> bool:
    """Whether reports of these years, cited side by side, can all print one decision."""
    return not printed or max(printed) - min(printed) <= LATE_PRINT


def too_early(cited_in: int | None, decided: int | None) -> bool:
    """Whether a document is older than a decision, which it therefore cannot cite."""
    return bool(cited_in and decided and cited_in < decided)


def years_known(decided: int | None, citations: Iterable[str]) -> set[int]:
    """All years that a case goes by: of its decision and of its citations as written."""
    printed = (_YEAR.search(citation) for citation in citations)
    return {int(found[0]) for found in printed if found} | ({decided} if decided else set())


def apart(some: Iterable[int], others: Iterable[int]) -> int | None:
    """The least number of years between two sets of years that cases go by; None where one is empty."""
    known = set(others)
    return min((abs(a - b) for a in some for b in known), default=None)

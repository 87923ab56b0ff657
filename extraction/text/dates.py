"""Dates as judgments print them, read into ISO form."""

import re
from datetime import date

FIRST_YEAR = 1860  # the High Courts begin in 1862; an earlier date is a misprint or an old statute's
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAMES = "|".join([*_MONTHS, *(f"{month[:3]}" for month in _MONTHS), "sept"])
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?(?:\s+day\s+of)?[\s,]+(?P<month>{_NAMES})\b\.?[\s,]+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_NAMES})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(?P<year2>\d{{4}})"
    rf"|(?P<year4>\d{{4}})[.,]\s+(?P<month4>{_NAMES})\b\.?\s+(?P<day4>\d{{1,2}})(?:st|nd|rd|th)?"
    r"|(?P<day3>\d{1,2})\s?[./-]\s?(?P<month3>\d{1,2})\s?[./-]\s?(?P<year3>\d{4}))(?!\d)",
    re.IGNORECASE,
)


def find_date(text: str, earliest: int = FIRST_YEAR) -> str | None:
    """The first date in `text` from the year `earliest` (of judgments, 1860) to today, as YYYY-MM-DD."""
    for match in _DATE.finditer(text):
        found = _read(match)
        if found and found.year >= earliest and found <= date.today():
            return found.isoformat()
    return None


def latest_date(text: str) -> str | None:
    """The latest date in `text` that a judgment can have, as YYYY-MM-DD."""
    found = (_read(match) for match in _DATE.finditer(text))
    fitting = (day.isoformat() for day in found if day and day.year >= FIRST_YEAR and day <= date.today())
    return max(fitting, default=None)


def typed_date(text: str) -> str | None:
    """The date that a text is, and nothing else, as YYYY-MM-DD; None where it is no date."""
    match = _DATE.fullmatch(text.strip())
    found = _read(match) if match else None
    return found.isoformat() if found else None


def _read(match: re.Match[str]) -> date | None:
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    elif match["day3"]:
        year, month, day = int(match["year3"]), int(match["month3"]), int(match["day3"])
    else:
        year = int(match["year"] or match["year2"] or match["year4"])
        month = _month(match["month"] or match["month2"] or match["month4"])
        day = int(match["day"] or match["day2"] or match["day4"])
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, start=1) if month.startswith(name.lower()[:3]))

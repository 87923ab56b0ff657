"""Dates in a judgment's head, told apart by the words before them: pronounced, reserved, of another order."""

import itertools
import re
from collections.abc import Callable, Sequence

from extraction.text.dates import find_date

_PRONOUNCED = re.compile(
    r"pronounc|deliver(?:ed|ing|y)|announced|uploaded|\b(?:judge?ment|order)\s+on\b"
    r"|\bdate of (?:the )?(?:hearing\s*(?:and|&|/)\s*)?(?:judge?ment|order|decision|award|pronouncement)"
    r"|\b(?:judge?ment|order|award) dated?\s*:|decided|\bd/-",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"[\W_]*(?:(?:[A-Z][a-z]+\s*,\s*)?(?:dated?|date of|dt|on)\b)?[\W_]*"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[\W_]*)?"
    r"(?:this\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_OTHER_CALENDAR = re.compile(r"\s*/\s*\d{1,2}\w{2}\s+[A-Z]+\s*,?\s*\d{4}\W*$", re.IGNORECASE)
"""The day by the Saka calendar, which Kerala prints behind that of judgment."""
_AT_THE_END = re.compile(
    r".*?\d\s*[;,]\s*(?P<date>[A-Za-z]+\s\d{1,2},?\s\d{4}|\d{1,2}\S*\s[A-Za-z]+,?\s\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\W*"
)
_OTHER = re.compile(
    r"reserv|heard|hearing(?!\s*(?:and|&|/)\s*(?:judge?ment|order|deci|deliver|pronounc))|filed|filing|institut"
    r"|impugned|passed|arising|against|appeal from|offence"
    r"|dated\s.*\b(?:in|passed)\b",
    re.IGNORECASE,
)
_MARGIN_YEAR = re.compile(r"(?:1[89]|20)\d\d\.?")
_MARGIN_DAYS = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?\s*\d{1,2}(?:,\s*\d{1,2})*[.;,]\s*)*(?P<last>[A-Z][a-z]{2,8}\.?\s*\d{1,2})\.?"
)
"""The days that a case took, in the margin of the courts' own reports: the last is that of judgment."""
_THIS_DAY = re.compile(r"\b(?:on|dated?)\W+this\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+day\s+of\b", re.IGNORECASE)
"""How a court dates its act at the end: "The award is passed on this the 3rd day of May, 2019"."""
_DATING = re.compile(
    r"\W*(?:judge?ment|order|award|oral|dated?|pronounced|delivered|decided|reserved|heard"
    r"|\d{1,2}(?:st|nd|rd|th)?\W)[^\n]{0,60}$",
    re.IGNORECASE,
)
"""A heading or a date under it."""
_LAST_REACH, _LAST_LINES = (
    600,
    6,
)  # characters and lines at a judgment's end: names, place, date, typist
_TOP_REACH = 300  # characters below the heading
_LONG = 90  # characters of a line that tells when judgment was given; prose is longer
_DATE_ALONE = 30  # characters left beside the label: a date and its weekday


def pronounced_on(lines: Sequence[str]) -> str | None:
    """The day (ISO) on which a head says that judgment was given; a line with a date alone counts after that."""
    return _first(lines, _is_pronounced) or _in_margin(lines) or _first(lines, _is_dated)


def date_under_heading(body: str) -> str | None:
    """The day (ISO) that stands between the word "judgment" and the first sentence of its body."""
    lines = (line.strip() for line in body[:_TOP_REACH].split("\n") if line.strip())
    return pronounced_on(list(itertools.takewhile(_DATING.match, lines)))


def last_date(body: str) -> str | None:
    """The date (ISO) in the last lines of a judgment, with a label or none."""
    lines = [line.strip() for line in body[-_LAST_REACH:].split("\n")[1:] if line.strip()]
    last = lines[: -_LAST_LINES - 1 : -1]
    return _first(last, _is_dated) or _first(last, lambda line: bool(_THIS_DAY.search(line)))


def is_other(line: str) -> bool:
    """Whether a line tells of another day: of hearing, of filing, of the order under attack."""
    return bool(_OTHER.search(line))


def _in_margin(lines: Sequence[str]) -> str | None:
    """The last of the days below a year alone ("1944", "Feb. 14, 15; April 25.")."""
    for year, days in itertools.pairwise(line.strip() for line in lines if line.strip()):
        listed = _MARGIN_DAYS.fullmatch(days) if _MARGIN_YEAR.fullmatch(year) else None
        if listed:
            return find_date(f"{year.rstrip('.')}. {listed['last']}")
    return None


def _first(lines: Sequence[str], says: Callable[[str], bool]) -> str | None:
    found = (find_date(part) for line in lines for part in _parts(line) if says(part))
    return next((date for date in found if date), None)


def _parts(line: str) -> list[str]:
    """The dates of a line, each with its own label ("Date of hearing: ...   Date of judgment: ...")."""
    return re.split(
        r"\s{2,}(?=(?:date\b|judge?ment\b|order\b|decided\b|pronounced\b|delivered\b|dated?\s*:))",
        line.strip(),
        flags=re.IGNORECASE,
    )


def _is_pronounced(line: str) -> bool:
    return len(line) <= _LONG and bool(_PRONOUNCED.search(line)) and not _OTHER.search(line)


def _is_dated(line: str) -> bool:
    """Whether a line is a date, with a label or none, or a case number with its date behind it."""
    if len(line) > _LONG or _OTHER.search(line):
        return False
    label, tail = _LABEL.match(line), _AT_THE_END.fullmatch(line)
    rest = _OTHER_CALENDAR.sub("", line[label.end() :] if label else line)
    return bool((len(rest) < _DATE_ALONE and find_date(rest)) or (tail and find_date(tail["date"])))

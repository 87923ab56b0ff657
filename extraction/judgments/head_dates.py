"""Dates in a judgment's head, told apart by the words before them: pronounced, reserved, of another order."""

import re
from collections.abc import Callable, Sequence

from extraction.text.dates import find_date

_PRONOUNCED = re.compile(
    r"pronounced|delivered|uploaded|\bdate of (?:the )?(?:judge?ment|order|decision|award|pronouncement)"
    r"|\b(?:judge?ment|order|award) dated?\s*:|decided|\bd/-",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[\W_]*(?:dated?|date of|dt|on)?\b[\W_]*(?:this\s+(?:the\s+)?)?", re.IGNORECASE)
_AT_THE_END = re.compile(
    r".*?\d\s*[;,]\s*(?P<date>[A-Za-z]+\s\d{1,2},?\s\d{4}|\d{1,2}\S*\s[A-Za-z]+,?\s\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})\W*"
)
_OTHER = re.compile(
    r"reserved|heard|hearing|filed|filing|institut|impugned|passed|arising|against|appeal from|offence"
    r"|dated\s.*\b(?:in|passed)\b",
    re.IGNORECASE,
)
_LONG = 90  # characters of a line that tells when judgment was given; prose is longer
_DATE_ALONE = 30  # characters left beside the label: a date and its weekday


def pronounced_on(lines: Sequence[str]) -> str | None:
    """The day (ISO) on which a head says that judgment was given; a line with a date alone counts after that."""
    return _first(lines, _is_pronounced) or _first(lines, _is_dated)


def _first(lines: Sequence[str], says: Callable[[str], bool]) -> str | None:
    found = (find_date(line) for line in lines if says(line))
    return next((date for date in found if date), None)


def _is_pronounced(line: str) -> bool:
    return len(line) <= _LONG and bool(_PRONOUNCED.search(line)) and not _OTHER.search(line)


def _is_dated(line: str) -> bool:
    """Whether a line is a date, with a label or none, or a case number with its date behind it."""
    if len(line) > _LONG or _OTHER.search(line):
        return False
    label, tail = _LABEL.match(line), _AT_THE_END.fullmatch(line)
    rest = line[label.end() :] if label else line
    return bool((len(rest) < _DATE_ALONE and find_date(rest)) or (tail and find_date(tail["date"])))

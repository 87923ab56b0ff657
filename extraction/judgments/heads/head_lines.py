"""What a line of a head is, whatever the court: the number of a case, a line of counsel, a date, furniture."""

import re

from extraction.text.dates import find_date

_COUNSEL = re.compile(
    r"[\W_]*(?:through|thro|by (?:adv(?:ocate)?s?\b|mr|sri|shri|ms|smt)|(?:for|counsel for|advocates? for) the\b"
    r"|(?:mr|ms|mrs|shri|sri|smt|dr)\.?\s.{0,80}\badv(?:ocate|s|\.|,|$)|appearance)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"[\W_]*(?:judge?ment|order|award|date[ds]?|decided|reserved|pronounced|delivered|heard|filed)\b", re.I
)
_NUMBER = re.compile(
    r"\bnos?\b\s*[.:(]|\bno\s*:|\bn0\b|\bno\.?\s\d+\s?(?:/|of)\s?(?:19|20)?\d\d\b"
    r"|\b(?:[A-Z]{1,6}\.?\s?){1,4}(?:\([A-Z]+\.?\)\s?)?(?:no\.?\s?)?\d+(?:\s?[-–&,]\s?\d+)*\s?(?:/|of)\s?(?:19|20)?\d\d\b"
    r"|\b(?:[A-Z]{1,6}[.-]?){1,4}(?:\([A-Z]+\.?\))?-\d+-(?:19|20)\d\d\b"
    r"|\b(?:arising|out of) .*\b(?:slp|petition|appeal)|\b(?:19|20)\d\d\s*\)?\]?\s*$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"\W*no\b\W*\d+\w?\s*,", re.IGNORECASE)
"""The number of a house, which opens an address."""
_NO_CASE = re.compile(
    r"(?:.*\bbench\b)?\W*court\s+no\b|\W*(?:FIR|crime|gali|house|plot|road|p\.?s\.?|CNR|PAN|CIN)\b"
    r"|.*\bon \d{1,2} [A-Z][a-z]+,? \d{4}$|[A-Z][a-z]+,? \d{4}$|\W*(?:against|under|appeal from)\b"
    r"|.*\b(?:[rwsdc]/o|r/at|resident|flat|shop|plot|floor|sector|ward|h\.? ?no|(?:is|are) filed|p\.? ?s\.? case"
    r"|(?:assessment|financial) year)\b",
    re.I,
)
_FURNITURE = re.compile(
    r"[\W_]*(?:(?:non[\s-]*)?reportable|corrected|revised|not? for (?:publication|reporting)|afr|nafr|\$~\w*"
    r"|in re|ex parte|\[\d+\]|page \d+.*|\d+|neutral citation.*|[A-Z]{4}\d{10,}"
    r"|(?-i:[\dA-Z.\[\]() ]*\b[A-Z]+ REPORTS\b[\W\d]*)|\d{4} INSC \d+.*|\d{4}:[A-Z-]+:\d+.*)[\W_]*",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]{1,7}[. /-]?){1,4}(?:\([A-Z]+\.?\))?[\s/-]*\d+\s*(?:/|of)")
_NO = re.compile(r"\bnos?\b", re.IGNORECASE)


def is_counsel(line: str) -> bool:
    """Whether a line begins to tell who appeared."""
    return bool(_COUNSEL.match(line))


def is_furniture(line: str) -> bool:
    """Whether a line is a registry's mark and nothing else."""
    return bool(_FURNITURE.fullmatch(line))


def is_dating(line: str) -> bool:
    """Whether a line gives the day on which something was done in the case."""
    return bool(_DATED.match(line) and find_date(line))


def holds_number(line: str) -> bool:
    """Whether a line has the number of some case, be it another's, or of a report; that of a house is none."""
    return bool(_NUMBER.search(line) and not _HOUSE.match(line))


def is_number(line: str) -> bool:
    """Whether a line of a head gives the number of a case."""
    bare = line.strip()
    if any(p.match(bare) for p in (_COUNSEL, _DATED, _NO_CASE, _HOUSE)) or _FURNITURE.fullmatch(bare) or _is_date(bare):
        return False
    return bool(_NUMBER.search(bare))


def _is_date(line: str) -> bool:
    """Whether a line is a date and no number."""
    return bool(find_date(line)) and not _NO.search(line) and not _ABBREVIATED.search(line)

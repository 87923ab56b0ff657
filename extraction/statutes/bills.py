"""Bills: drafts laid before a House, which are printed as acts are and are not the law."""

import re

from extraction.statutes.front import enacting_words, head_lines

_HOUSE = r"(?:LOK SABHA|RAJYA SABHA|(?:THE )?(?:HOUSES? OF|LEGISLATIVE|LEGISLATURE|PARLIAMENT)\b.*)"
_MARKS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"AS (?:INTRODUCED|PASSED|REPORTED)\b.{{0,40}}? {_HOUSE}",
        r"\(?(?:[A-Z.]+\s)?Bill No\.? ?[\w-]+ of \d{4}\W*",
        r"(?:THE )?.{3,200} BILL,? \d{4}\W*",
        r"(?:A )?BILL",
        r"ARRANGEMENT OF CLAUSES",
    )
)
_FEWEST = 2  # marks of a bill: acts quote one ("Statement of Objects and Reasons")
_NAMES_COURT = re.compile(r"\b(?:supreme court|high court|tribunal|judgment|petitioner|appellant)\b", re.IGNORECASE)
_HEAD_LINES = 12  # lines in which a judgment names its court


def is_bill(text: str) -> bool:
    """Whether a text is a Bill: two of the lines that only a Bill has at its head, and no court among the first."""
    lines = [line.strip(".—– ") for line in head_lines(text)]
    if any(_NAMES_COURT.search(line) for line in lines[:_HEAD_LINES]):
        return False
    marks = sum(any(mark.fullmatch(line) for line in lines) for mark in _MARKS)
    return marks >= _FEWEST or (marks == 1 and _is_laid(text))


def _is_laid(text: str) -> bool:
    """Whether a text has the words by which a Bill would be enacted, and the reasons given for it."""
    return bool(enacting_words(text)) and bool(re.search(r"^STATEMENT OF OBJECTS AND REASONS\s*$", text, re.MULTILINE))

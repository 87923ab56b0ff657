"""The roles of parties in a cause title: "Petitioner/s", "Respondent(s)/Plaintiff(s)", "Financial Creditor"."""

import re

_ROLE_WORD = (
    r"(?:petitioner|appellant|applicant|plaintiff|complainant|claimant|revisionist|assessee|caveator|non-applicant"
    r"|respondent|defendant|opp(?:osite|\.)?\s?part(?:y|ies)|opponent|accused|contemnor|intervenor"
    r"|(?:operational|financial|corporate) (?:creditor|debtor)|(?:decree[ -]holder|judge?ment[ -]debtor))"
)
ROLES = (
    rf"{_ROLE_WORD}(?:\s?[(/]?s\b\)?)?(?:\s*(?:no|nos)\.?\s*[\d,&\s-]+)?"
    rf"(?:\s*(?:/|and|&|-)\s*{_ROLE_WORD}(?:\s?[(/]?s\b\)?)?)*"
)
"""The roles of one side, for patterns that are blind to case: "Petitioner/s", "Respondent(s)/Plaintiff(s)"."""
_BEHIND = re.compile(rf"(?:[\s]*[,.…(—–-]+\s*(?:original\s+)?{ROLES}[\s.)*,;]*)+$", re.IGNORECASE)
_LABEL = re.compile(rf"\W*{ROLES}(?:[\s.]*:[-–—\s]*|\s{{3,}}(?!{ROLES}|v[s.\s]|\W))", re.IGNORECASE)


def label_of_role(line: str) -> str | None:
    """The role that a line puts before a party, with a colon or a gap ("Appellant : The ..."); None without any."""
    match = _LABEL.match(line)
    return match.group() if match else None


def without_role(name: str) -> str:
    """A party's name without its role behind it: "Ganesh (original plaintiff), appellant" is Ganesh."""
    return _BEHIND.sub("", name)

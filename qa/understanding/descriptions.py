"""What a question says of a case in brackets behind its name: "Bommai (President's rule in Karnataka)"."""

import re
from collections.abc import Iterable, Sequence

from extraction.parties.titles import has_versus
from qa.query.question import CaseName

BRACKET = re.compile(r"\(([^()]*)\)")
BEHIND_NAME = re.compile(r"(?:['’]s)?(?:\s+(?:case|judge?ment|ruling|decision|matter))?[\s,]*")
WORD = re.compile(r"\b[a-z][\w’'-]{3,}")
CONDITION = re.compile(
    r"\s*(?:by|on|under|after|before|since|between|from|in|only|not|excluding|until|till|u/s|decided|per)\b",
    re.IGNORECASE,
)
OF_ONE_CASE = re.compile(
    r"\bthe (?:[\w'-]+ ){0,4}(?:case|judge?ment|ruling|decision) (?:on|about|under|concerning|regarding)\s$",
    re.IGNORECASE,
)
ASKS = re.compile(r"\b(?:which|what|who|whom|whose|how|when|why|where|cited|citing|referred)\b|\?", re.IGNORECASE)
SAME_AGAIN = re.compile(
    r"(?:['’]s)?(?:\s+(?!and\b|or\b|with\b|to\b)[\w.'’]+){0,3}?\s+(?:case|judge?ment|ruling|decision|matter)\s*[,:(–-]+\s*",
    re.IGNORECASE,
)

Span = tuple[int, int]


def asides(text: str, cases: Sequence[CaseName], behind: Sequence[int]) -> list[Span]:
    """Brackets with everyday words behind a case's name, or at the end of a question that names one.

    `behind` are the places where names and their years end. What the brackets name describes the case: it is neither a
    case nor a condition of the question.
    """
    ends = {case.end for case in cases} | set(behind)
    last = len(text.rstrip(" ?.")) if cases else -1
    return [
        found.span()
        for found in BRACKET.finditer(text)
        if WORD.search(found[1])
        and not any(case.start < found.start() < case.end for case in cases)
        and not ASKS.search(found[1])
        and not has_versus(found[1])
        and not CONDITION.match(found[1])
        and (
            found.end() == last
            or any(end <= found.start() and BEHIND_NAME.fullmatch(text[end : found.start()]) for end in ends)
        )
    ]


def inside(start: int, end: int, spans: Iterable[Span]) -> bool:
    """Whether a place lies in one of the others."""
    return any(first <= start and end <= last for first, last in spans)


def describes(text: str, start: int) -> bool:
    """Whether what begins here only says which case is meant: "the kidnapping case on section 106"."""
    return bool(OF_ONE_CASE.search(text, max(0, start - 80), start))


def named_once(text: str, cases: Sequence[CaseName]) -> list[CaseName]:
    """The cases without short names that the full name follows: "the Ranchi college case, A v. B"."""
    full = [case for case in cases if has_versus(case.text)]
    return [
        case
        for case in cases
        if case in full or not any(SAME_AGAIN.fullmatch(text[case.end : other.start]) for other in full)
    ]

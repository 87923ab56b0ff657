"""Cases named together: which mentions stand in one list ("A, B and C") and share what is said of it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extraction.citations.cases import FoundCase

_GAP = 120  # characters between cases of one list: reports in a row, "as well as in"
_LINKED = re.compile(
    r"[\s,;&()\]}.:]*(?:(?:(?:[Cc]rl?|[Cc]iv(?:il)?|W|[Ww]rit|[Aa]ppeals?|[Pp]etitions?|S?L?P|M|[Nn]os?|[Dd]ated|[Dd]/d|"
    r"[Dd]ecided on|reported (?:in|at|as)|at|pp?|paras?|page|and|or|of|etc|also|as well as|in|the|"
    r"cases?|decisions?|judgments?|Ltd|Pvt|Co|JJ?|[Oo]thers?|Ors|Anr|[Aa]nother|\d[\d./-]*)\b|[(\[]?[Ss]upra\b)[\s,;&()\]}.:/-]*){0,12}"
    r"(?:(?<=, )[A-Z][a-z]+(?<!ing) [a-z]{2,6} )?"
)
_BROKEN = re.compile(
    r"\s*[\[(]\s*|[\w\s.,&()'-]{0,30}\b[Vv](?:s|\.|ersus)[\w\s.,&()'-]{0,45}|\s*\(dead\)\s*by\s*"
    r"|[\w\s.,&()]{0,40}\breported (?:in|at|as)[\s:(\[]*"
)
"""What stands between two parts of one case's name and citation that were read apart."""
_JOINED = re.compile(r"[;&]|\b(?:and|or|as well as)\b")
_SETTING = re.compile(r"(?:^|[.,;:]\s)\W*(?:\d{1,3}\.\s+)?[Ii]n (?:the (?:case|decision) of )?$")


def bridged(starts: Sequence[int], cases: Sequence[FoundCase]) -> list[int]:
    """The starts of sentences without those that stand inside the name or citation of a case."""
    ends = [case.end for case in cases]
    kept: list[int] = []
    for start in starts:
        index = bisect_right(ends, start)
        if index == len(cases) or start <= cases[index].start:
            kept.append(start)
    return kept


def lists(text: str, cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each case the first and last of the list that it stands in, its own index twice if alone."""
    found: list[tuple[int, int]] = []
    first = 0
    for index in range(len(cases)):
        if index + 1 < len(cases) and _coordinated(text, cases, spans, first, index):
            continue
        found += [(first, index)] * (index + 1 - first)
        first = index + 1
    return found


def _coordinated(
    text: str, cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]], first: int, index: int
) -> bool:
    """Whether the next case goes on a list; "In A, B was overruled" is none."""
    here, following = cases[index], cases[index + 1]
    gap = following.start - here.end
    if gap <= _GAP and _BROKEN.fullmatch(text, here.end, following.start):
        return True
    if gap > _GAP or following.start >= spans[index][1] or not _LINKED.fullmatch(text, here.end, following.start):
        return False
    if first < index or _JOINED.search(text, here.end, following.start):
        return True
    return not _SETTING.search(text[max(spans[index][0], here.start - 30) : here.start])

"""Case names of the form "A v. B" in running text, with or without a citation after them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.parties.extent import name_after, name_before
from extraction.parties.titles import clean_party, surely_versus, versus_signs
from extraction.parties.words import words

_GOVERNMENT = re.compile(
    r"\s*(?:The\s)?(?:State|STATE|Union|UNION|Commissioner|Collector|Government|Emperor|Secretary|Municipal|Delhi|Govt)\b"
)
_IN_RE = re.compile(
    r"[IiE](?<!\w.)(?:(?<=I)n\s{1,2}[Rr]e|(?<=i)n\s{1,2}Re|(?<=I)N RE|(?<=I)n the [Mm]atter of|(?<=E)x\s{1,2}parte)\b"
    r"\s?[:.]{0,2}\s{1,3}(?=[A-Z\"“'‘(])"
)
_RE_AFTER = re.compile(r"[Rr]e\b(?<=\s..)\.?\)?(?=[\s,]{0,3}(?:[\[(\d]|AIR|ILR))")
_BEFORE_RE = re.compile(r"(?:,\s(?:18|19|20)\d\d)?(?:,\s(?:[Ii]n\s)?|\s\([Ii]n\s)$")
"""What stands after the name where a citation follows: "Linahan, In re [138 F 2d 650]"."""
_TO_FENCE = re.compile(r"(?:\s[\w'’&-]+){1,14}(?P<between>[\s,(\[:]{1,4})")
"""The rest of a name that is a matter, up to its citation: "In re Alarming Rise in Accidents, (2019) ..."."""
_TO_PARTY = re.compile(r"(?:(?:[A-Z][\w'’&-]*|of|on|the|for|from|to)\s){1,12}")
"""What parts "In re" from the petitioner's last words: "In re Felling of Old Trees in the Park v. Council"."""
_OF_AN_ACT = re.compile(
    r"(?P<between>)(?:\s(?:Act|Bill|Ordinance|Reference|Rules)\b|(?<=\sAct)|(?<=\sBill))(?:,?\s(?:18|19|20)\d\d\b)?"
)
"""What the name of a case about an act ends with ("In re The Delhi Laws Act, 1912")."""
_INITIAL = re.compile(r"(?:^|[\s.])(?:[A-Z]|Shri|Mr|Dr|Smt|Justice|Sri|Mrs|and|&)\.?\s*$")
_SPLIT = re.compile(
    r"[,;:]\s+(?:and\s+)?(?!(?:[Aa]nother|[Oo]rs|[Oo]thers|[Aa]nr|[Ee]tc)\b)|\s+and\s+(?!(?:another|others?|ors|anr)\b)"
)
_LONGEST_NAME = 260  # characters of both parties: longer is a sentence with a "v." in it
_SHORT_PARTY = 70  # characters from a capital "V." to a citation: farther off, the "V." is an initial


@dataclass(frozen=True, slots=True)
class CauseTitle:
    """A case named by its parties at `text[start:end]`; `respondent` is empty for "In re" titles."""

    start: int
    end: int
    petitioner: str
    respondent: str


def find_case_names(text: str, fences: Sequence[tuple[int, int]]) -> list[CauseTitle]:
    """Every "A v. B" and "In re A" in `text`, in order; names reach over none of the `fences` (ascending)."""
    starts, ends = [start for start, _ in fences], [end for _, end in fences]
    signs: list[re.Match[str]] = []
    for sign in versus_signs(text):
        if _is_versus(text, sign, starts) and not (signs and _within_party(text, signs[-1], sign, starts)):
            signs.append(sign)
    names: list[CauseTitle] = []
    for index, sign in enumerate(signs):
        following = signs[index + 1].start() if index + 1 < len(signs) else len(text)
        floor = max(_last_before(ends, sign.start()), names[-1].end if names else 0)
        ceiling = _first_after(starts, sign.end(), len(text))
        name = _around(text, sign, floor, ceiling, following)
        if name is not None:
            names.append(name)
    return _with_re_after(text, _with_in_re(text, names, starts), ends)


def _last_before(ends: Sequence[int], at: int) -> int:
    index = bisect_right(ends, at)
    return ends[index - 1] if index else 0


def _first_after(starts: Sequence[int], at: int, length: int) -> int:
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else length


def _is_versus(text: str, sign: re.Match[str], starts: Sequence[int]) -> bool:
    """A capital "V." is mostly an initial: it parts two names only after a full word and before a likely party."""
    if surely_versus(sign):
        return True
    before = text[max(0, sign.start() - 12) : sign.start()]
    if _INITIAL.search(before) or re.search(r"[a-z]{2,}\.?\s*$|[A-Z]{3,}\s*$", before) is None:
        return False
    cited = _first_after(starts, sign.end(), len(text)) - sign.end() < _SHORT_PARTY
    return cited or _GOVERNMENT.match(text, sign.end()) is not None


def _within_party(text: str, sign: re.Match[str], later: re.Match[str], starts: Sequence[int]) -> bool:
    """Whether a later sign is an initial of the party after the one before it ("Collector v. Ram V. Patel")."""
    if surely_versus(later) or later.start() - sign.end() > _SHORT_PARTY:
        return False
    return _first_after(starts, sign.end(), len(text)) > later.start() and not _SPLIT.search(
        text, sign.end(), later.start()
    )


def _around(text: str, sign: re.Match[str], floor: int, ceiling: int, following: int) -> CauseTitle | None:
    if ceiling > following:
        ceiling = _split_before(text, sign.end(), following)
    start = name_before(text, sign.start(), floor)
    end = name_after(text, sign.end(), ceiling) if start is not None else None
    if start is None or end is None or end - start > _LONGEST_NAME:
        return None
    end = _within_bracket(text, sign.end(), _before_bracket(text, sign.end(), end))
    petitioner, respondent = clean_party(text[start : sign.start()]), clean_party(text[sign.end() : end])
    if not _is_party(petitioner) or not _is_party(respondent):
        return None
    return CauseTitle(start, end, petitioner, respondent)


def _before_bracket(text: str, start: int, end: int) -> int:
    """The end of a name before a bracket that it does not reach the end of ("A v. B (Queen's Bench Division)")."""
    bracket = text.rfind("(", start, end)
    cut = bracket > 0 and ")" not in text[bracket : end + 1]
    return start + len(text[start:bracket].rstrip()) if cut else end


def _within_bracket(text: str, start: int, end: int) -> int:
    """The end of a name that stands in a bracket which closes after it ("(A v. State of Gujarat).")."""
    closing = text.rfind(")", max(start, end - 2), end)
    return closing if closing > 0 and text.count(")", start, end) > text.count("(", start, end) else end


def _split_before(text: str, start: int, following: int) -> int:
    """Where the right party of one name ends and the left party of the next begins, no citation parting them."""
    gap = text[start:following]
    if len(gap) > 2 * _LONGEST_NAME:
        return following
    splits = list(_SPLIT.finditer(gap))
    punctuated = [m for m in splits if gap[m.start()] in ",;:"]
    chosen = punctuated or splits
    return start + chosen[-1].start() if chosen else following


def _is_party(name: str) -> bool:
    return any(len(w) > 1 for w in words(name)) or re.fullmatch(r"[A-Z](?:\.?\s?[A-Z]){0,4}\.?", name) is not None


def _with_re_after(text: str, names: list[CauseTitle], ends: Sequence[int]) -> list[CauseTitle]:
    found: list[CauseTitle] = []
    for sign in _RE_AFTER.finditer(text):
        head = _BEFORE_RE.search(text, max(0, sign.start() - 12), sign.start())
        start = name_before(text, head.start(), _last_before(ends, head.start())) if head else None
        if head and start is not None and not any(n.start < sign.end() and start < n.end for n in names):
            found.append(CauseTitle(start, sign.end(), f"In re {clean_party(text[start : head.start()])}", ""))
    return sorted([*names, *found], key=lambda name: name.start)


def _with_in_re(text: str, names: list[CauseTitle], starts: Sequence[int]) -> list[CauseTitle]:
    taken = [name.start for name in names]
    for sign in _IN_RE.finditer(text):
        ceiling = _first_after(starts, sign.end(), len(text))
        end = name_after(text, sign.end(), ceiling)
        if end is None or not words(text[sign.end() : end]):
            continue
        further = _OF_AN_ACT.match(text, end, ceiling) or _TO_FENCE.fullmatch(text, end, ceiling)
        end = further.end() - len(further["between"] or "") if further else end
        index = bisect_left(taken, sign.start())
        if index < len(names) and names[index].respondent and _TO_PARTY.fullmatch(text, sign.end(), taken[index]):
            whole = clean_party(text[sign.end() : taken[index]] + names[index].petitioner)
            names[index] = replace(names[index], start=sign.end(), petitioner=whole)
            taken[index] = sign.end()
            continue
        clash = (index < len(taken) and taken[index] < end) or (index > 0 and names[index - 1].end > sign.start())
        if not clash:
            name = clean_party(text[sign.end() : end])
            names.insert(index, CauseTitle(sign.start(), end, f"In re {name}", ""))
            taken.insert(index, sign.start())
    return names

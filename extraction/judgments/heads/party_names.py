"""The name of a side's first party among the lines that tell who and where it is."""

import itertools
import re
from collections.abc import Sequence

from extraction.judgments.heads.head_lines import is_counsel
from extraction.judgments.heads.roles import label_of_role

_DESCRIPTION = re.compile(
    r",?\s+(?:[swdc][/.][so]\b|r/(?:o|at)\b|(?:son|wife|daughter|widow|resident|residing) of\b|aged?\b|having its\b"
    r"|a company\b|occ(?:upation)?\b|hindu\b|adult\b|by caste\b|major\b|since minor\b|thru\b"
    r"|through\s+(?:its|his|her|the|sh|shri|smt|prin|addl|chief|secretary|proprietor|director|collector)\b"
    r"|rep(?:resented|td)?\.? (?:by|thr(?:ough)?)\b).*",
    re.IGNORECASE | re.DOTALL,
)
_DESCRIBES = re.compile(
    r"\W*(?:(?:suspended|erstwhile|former|ex)\b|(?:(?:managing|whole[- ]time)\s+)?(?:director|promoter|partner"
    r"|proprietor|shareholder|guardian|authori[sz]ed signatory|power of attorney)\s+(?:of|for)\b|working as\b"
    r"|(?:both|all)\s+(?:are\s+)?r/|(?:PAN|CIN|DIN)\b|(?:flat|plot|shop|house|h\.? ?no|door|d\.? ?no|floor|sector"
    r"|village|vill|taluka?|tq|tehsil|dist|post|p\.? ?o|p\.? ?s|opp|near"
    r"|district\W+[A-Z]\w+\W*$)\b|[\[(](?:PAN|CIN|DIN)\b|[A-Z]{5}\d{4}[A-Z]\b)"
    r"|.*\b(?:road|street|marg|lane|nagar|colony|floor|off)\s*[,.]|.*\b(?:[Pp]in|\d{3}\s?\d{3})\b",
    re.IGNORECASE,
)
"""A line below a party's name that tells who or where the party is."""
_GOES_ON = re.compile(r"\b(?:of|the|for|and)$|&$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NUMBERED_OFFICE = re.compile(r"\b(?:circle|ward|range|unit|division|zone|company|court|no)\b\W*\d", re.IGNORECASE)
_ITEM = re.compile(r"^\W*(?:\(?\d{1,3}[.:)\]]|\[\d{1,3}\]|1(?=\s+[A-Z]))\s*")
_NEXT_ITEM = re.compile(r"\s\(?[2-9][.:)]\s?(?=[A-Z])|\s2\s(?=[A-Z])")
_SYMBOLS = re.compile(r"^[#!$^%*+~\s]+")
"""The signs that the Delhi registry printed before parties and counsel."""


def first_party(block: Sequence[str]) -> str:
    """The first party of a side, without its number, address and parentage."""
    lines = itertools.takewhile(lambda line: not is_counsel(line), (line.strip() for line in block if line.strip()))
    named = _without_description(_under_label(list(lines)))
    name = _ITEM.sub("", _SYMBOLS.sub("", " ".join(named)))
    name = re.split(r"-{4,}", _NEXT_ITEM.split(name)[0])[0]
    return re.sub(r"\s*(?:\.\s?){2,}$", "", _DESCRIPTION.sub("", f" {name}").strip(" …,_—–-:;"))


def is_item(line: str) -> bool:
    """Whether a line begins with the number of a party of its side."""
    return bool(_ITEM.match(line))


def is_parentage(line: str) -> bool:
    """Whether a line begins with whose child, how old or from where a party is."""
    return bool(_DESCRIPTION.match(f" {line}"))


def _under_label(lines: list[str]) -> list[str]:
    """The lines of the first party that has its role before it, without the role; all where none has."""
    labels = [label_of_role(line) for line in lines]
    labelled = [at for at, label in enumerate(labels) if label]
    if not labelled:
        return lines
    first, last = labelled[0], labelled[1] if len(labelled) > 1 else len(lines)
    found = [lines[first].removeprefix(labels[first] or ""), *lines[first + 1 : last]]
    return [line for line in found if line]


def _without_description(block: list[str]) -> list[str]:
    """The lines of a side up to the first that tells where or who its first party is."""
    for before, (index, line) in zip(block, enumerate(block[1:], 1), strict=False):
        if _describes(line) and not _GOES_ON.search(before):
            return block[:index]
    return block


def _describes(line: str) -> bool:
    """Whether a line below a party's name is no more of it: an address has numbers, an office may have one."""
    if _ITEM.match(line):
        return False
    return bool(_DESCRIBES.match(line) or (_DIGIT.search(line) and not _NUMBERED_OFFICE.search(line)))

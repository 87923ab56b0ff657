"""Short names of cases: "Maneka Gandhi's case", "the Makalu Case", "Tata Tea (supra)", "in Nihal Singh"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.names import clean_party, name_before, party_words, telling_words, vocabulary

_CASE = re.compile(
    r"(?P<own>['’`]s?)?(?P<bracket>\s?\([^()\n]{2,60}\))?[\s-]{1,3}(?:[Cc]as|cav)es?\b(?!\s?(?:[Nn]os?\b|[Oo]f\b|[Nn]umber))"
)
_SUPRA = re.compile(r"\s?['’`]?s?\s?[(\[]\s?(?:[Ss]upra|SUPRA)\s?[)\]]|\s[Ss]upra\b")
_INTRODUCED = re.compile(
    r"\b(?:[Ii]n|[Ff]ollow(?:ed|ing|s)|[Oo]ver-?rul(?:ed|ing|es)|[Dd]istinguish(?:ed|ing|es)|[Aa]pprov(?:ed|ing)|[Dd]oubted|"
    r"(?:case|decision|judgment|judgement|ratio|law|view|dicta|principles?)\sof|[Pp]er)\s(?:Shri\s|Smt\.?\s|M/s\.?\s)?"
    r"(?P<name>(?:St\. )?(?:[A-Z]\. ?){0,3}[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?(?: (?:[A-Z]\.|[A-Z][\w'’-]+|of|and|&)){0,5})"
)
_CUE = re.compile(
    r"\b(?:held|construed|expounded|explained|laid down|enunciated|propounded|ruled|over-?ruled|distinguished|"
    r"dissented|(?:decision|judgment|judgement|ratio|dictum|dicta) (?:of (?:this|the) court )?(?:in|of)?)\b"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_DANGLING = re.compile(r"\b(?:of|the|and|for|in|C?\.?JJ?\.?|[Nn]o\.?)$")
_NAME_REACH = 110


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name at `text[start:end]`, its "case" or "(supra)" included; a `bare` one has neither,
    nor does what stands before it speak of a decision.
    """

    start: int
    end: int
    name: str
    bare: bool = False


def find_short_names(text: str, taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    """Short names outside the `taken` spans (ascending); many are of no case at all until resolved."""
    found = [*_before(text, _CASE, taken), *_before(text, _SUPRA, taken)]
    spans = sorted([*taken, *((s.start, s.end) for s in found)])
    return found + _introduced(text, spans)


def _before(text: str, sign: re.Pattern[str], taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    ends = [end for _, end in taken]
    found: list[ShortName] = []
    for match in sign.finditer(text):
        index = bisect_right(ends, match.start())
        if index < len(taken) and taken[index][0] <= match.start():
            continue
        floor = max(match.start() - _NAME_REACH, ends[index - 1] if index else 0)
        start = name_before(text, match.start(), floor, short=True)
        if start is None:
            continue
        name = clean_party(text[start : match.start()])
        if is_short_name(name) and not _DANGLING.search(name):
            found.append(ShortName(start, match.end(), name))
    return found


def is_short_name(name: str) -> bool:
    """Whether the words can name a case: one of them, at least, is a name and not an office or a common noun."""
    caseless = vocabulary().caseless
    return any(word not in caseless for word in party_words(name) if len(word) > 2 and word.isalpha())


def _introduced(text: str, taken: Sequence[tuple[int, int]]) -> list[ShortName]:
    """Bare names after a word that often introduces a case ("as held in Mahesh Chandra")."""
    ends = [end for _, end in taken]
    found: list[ShortName] = []
    for match in _INTRODUCED.finditer(text):
        start, end = match.span("name")
        index = bisect_right(ends, start)
        if index < len(taken) and taken[index][0] < end:
            continue
        name = re.sub(r"(?:\s(?:of|and|&))+$", "", text[start:end]).rstrip(".,")
        if telling_words(name) and is_short_name(name) and not _DANGLING.search(name):
            cued = " " in name and _CUE.search(text, max(0, start - 70), start) is not None
            found.append(ShortName(start, start + len(name), name, bare=not cued))
    return found

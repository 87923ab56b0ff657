"""Short names of cases: "Maneka Gandhi's case", "the Makalu Case", "Dixit-case", "Tata Tea (supra)", "in Nihal Singh"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.names import clean_party, name_before, party_words, telling_words, vocabulary

_CASE = re.compile(r"(?P<own>['’`]s?)?(?P<bracket>\s?\([^()\n]{2,60}\))?[\s-]+[Cc]a[sv]es?\b")
_SUPRA = re.compile(r"\s?['’`]?s?\s?[(\[]\s?(?:[Ss]upra|SUPRA)\s?[)\]]|\s[Ss]upra\b")
_INTRODUCED = re.compile(
    r"\b(?:[Ii]n|[Ff]ollow(?:ed|ing|s)|[Oo]ver-?rul(?:ed|ing|es)|[Dd]istinguish(?:ed|ing|es)|[Aa]pprov(?:ed|ing)|[Dd]oubted|"
    r"(?:case|decision|judgment|judgement|ratio|law|view|dicta|principles?)\sof|[Pp]er)\s(?:Shri\s|Smt\.?\s|M/s\.?\s)?"
    r"(?P<name>(?:[A-Z]\.\s?){0,3}[A-Z][a-z'’.-]+(?:[A-Z][a-z]+)?(?:\s(?:[A-Z][\w.-]*|of|and|&)){0,5})"
)
_NAME_REACH = 110


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short name at `text[start:end]`, its "case" or "(supra)" included."""

    start: int
    end: int
    name: str


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
        if is_short_name(name):
            found.append(ShortName(start, match.end(), name))
    return found


def is_short_name(name: str) -> bool:
    """Whether the words can name a case: one of them, at least, is a name and not an office or a common noun."""
    caseless = vocabulary().caseless
    return any(word not in caseless for word in party_words(name) if len(word) > 2 and not word.isdigit())


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
        if telling_words(name):
            found.append(ShortName(start, start + len(name), name))
    return found

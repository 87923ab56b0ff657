"""The number under which a court filed a case, as the citation of one that no reporter prints."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extraction.citations.citations import FoundCitation
from extraction.citations.printed import printed_beyond
from extraction.citations.reporters import condensed
from extraction.records import Citation
from extraction.text.spacing import one_line

_YEAR = re.compile(r"[/fF]\s?(?P<year>(?:19|20)\d\d)(?![\d/])")
_NUMBER = re.compile(r"(?<![\d/])(?<!\d\.)(?P<number>\d{1,6})(?:\s?[-–]\s?\d{1,6})?\s?(?:[oO][fF]|/)$")
_LONGEST = 20  # characters of a number and the word that leads to its year: "51007-51009 of"
_REACH = 90  # characters from the first word of a kind to the number that its year follows
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TO_DOCKET = re.compile(
    rf"(?:[\s,.:&()\[–-]|\d{{1,4}}(?:st|nd|rd|th)?\b|{_MONTHS}|(?:[A-Z]{{2,8}}['’]s)\s"
    r"|(?:and|ors|others?|anr|another|in|on|dated?|decided|bearing|passed|order|orders|judge?ment|being|vide|of)\b){0,16}",
    re.IGNORECASE,
)
"""What may stand between a name and its number: "& Ors. on 18 March, 2025 in"."""
_TO_NAME = re.compile(
    r"[\s,.;:)–-]{0,4}(?:(?:case\s)?(?:titled|entitled|captioned)(?:\sas)?|(?:under|with|having)\s(?:the\s)?(?:cause\s)?title(?:\sof)?"
    r"|in\sthe\s(?:case|matter)\sof|\()[\s:,.\"“'‘-]{0,4}(?:the\s|M/s\.?\s)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s,;]{0,3}(?:&|and)?\s{0,2}")
_APART = 60  # characters between a name and the number of its case
_LIST = r"(?:\d{1,6}(?:\s?[-–]\s?\d{1,6})?(?:,\s?|\s?&\s?|\sand\s|\sto\s))*"
"""Other numbers of the same year before the last: "Nos. 12, 13 and 14 of 2019", "Nos. 12 to 14 of 2019"."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """How kinds of cases are written: a pattern that ends where the number begins, and one form for all spellings."""

    pattern: re.Pattern[str]
    brackets: dict[str, str]
    by_spelling: dict[str, str]


@cache
def docket_table() -> dict[str, Any]:
    """How courts write kinds of cases, as data/dockets.toml has it."""
    return tomllib.loads((files("extraction") / "data" / "dockets.toml").read_text(encoding="utf-8"))


@cache
def _kinds() -> _Kinds:
    table = docket_table()
    bracket = r"\s?\(\s?[A-Z][A-Za-z.&]{0,14}\s?\)"
    short = rf"(?:{_dotted(table['abbreviations'])})(?![a-z])\.?(?:{bracket})*"
    word = rf"(?i:{'|'.join(table['words'].split())})\b\.?(?:{bracket})*"
    number = r"(?:\s?(?i:nos?|numbers?|no\(s\))\b\.?|\s?(?i:nos?\.))"
    kind = rf"(?:R/\s?)?(?:(?:{word}|{short})[\s-]{{0,2}}){{1,7}}"
    pattern = rf"(?<![\w.])(?P<kind>{kind})(?:(?P<no>{number})\s?)?(?P<first>{_LIST})$"
    spelled = {condensed(s): kind for kind, others in table["kinds"].items() for s in (kind, *others)}
    return _Kinds(re.compile(pattern), {condensed(b): short for b, short in table["brackets"].items()}, spelled)


def _dotted(abbreviations: str) -> str:
    """Each abbreviation with dots and blanks between its capitals, the longest first."""
    ordered = sorted(abbreviations.split(), key=lambda a: (-len(a), a))
    return "|".join(r"\.?\s?".join(re.findall(r"[A-Z][a-z]*", a)) for a in ordered)


def find_dockets(text: str) -> list[FoundCitation]:
    """The numbers of cases in a text, in order."""
    found: list[FoundCitation] = []
    for year in _YEAR.finditer(text):
        number = _NUMBER.search(text, max(0, year.start() - _LONGEST), year.start() + 1)
        if number is None:
            continue
        floor = max(found[-1].end if found else 0, number.start() - _REACH)
        before = _kinds().pattern.search(text[floor : number.start()])
        if before and (before["no"] or before["kind"].rstrip(" .)")[-1:].isupper()):
            start = floor + before.start()
            citation = _citation(text[start : year.end()], before, number["number"], year["year"])
            found.append(FoundCitation(start, year.end(), citation))
    return found


def _citation(printed: str, before: re.Match[str], number: str, year: str) -> Citation:
    kind = _kind(before["kind"])
    first = re.match(r"\d+", before["first"])
    text = f"{kind} No. {first[0] if first else number} of {year}"
    return Citation(kind, text, None, printed=printed_beyond(printed, text))


def _kind(printed: str) -> str:
    """A kind of case in its one form: "S.L.P. (Civil)" is "SLP (C)"."""
    name, _, bracketed = one_line(printed).partition("(")
    spelled = re.sub(r"(?<=\b[A-Z])\.\s?(?=[A-Z]\b)", "", name).replace(".", " ")
    base = _kinds().by_spelling.get(condensed(name)) or one_line(spelled)
    letters = condensed(bracketed.partition(")")[0])
    return f"{base} ({_kinds().brackets.get(letters, letters)})" if letters else base


def docket_of(text: str, start: int, end: int, dockets: Sequence[FoundCitation]) -> FoundCitation | None:
    """The number of the case that is named at `text[start:end]`: the first of those after it, or before ("titled")."""
    index = bisect_left(dockets, end, key=lambda found: found.start)
    after = dockets[index] if index < len(dockets) else None
    if after and after.start - end <= _APART and _TO_DOCKET.fullmatch(text, end, after.start):
        return after
    before = None
    to, joins = start, _TO_NAME
    while index > 0 and to - dockets[index - 1].end <= _APART:
        index -= 1
        if not joins.fullmatch(text, dockets[index].end, to):
            break
        before = dockets[index]
        to, joins = before.start, _BESIDE
    return before

"""From the number under which a court filed a case, however written, to the cases that bear it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from extraction.citations.courts import find_courts
from extraction.citations.dockets import docket_table
from kg.cache import per_version
from kg.nodes import Case
from kg.store import Store

_ONE = r"\d{1,6}(?:\s?(?:[-–]|to\b)\s?\d{1,6})?"
_FILED = re.compile(
    rf"(?<!\d)(?<!\d/)(?P<numbers>{_ONE}(?:(?:\s?,\s?|\s?&\s?|\sand\s){_ONE})*)\s?(?:of|/)\s?(?P<year>(?:19|20)\d\d)(?![\d/])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\(s\)", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s.,:()\[\]/&-]*")
_PASSED_OVER = frozenset({"no", "nos", "number", "numbers", "for", "to"})
_MOST = 1_000  # numbers of one range: a longer one is a slip
_CRIMINAL = "criminal"

Kind = frozenset[str]
"""The words of a kind of case, the criminal side in one form; a single letter where only that is written: "W.P."."""


@dataclass(frozen=True, slots=True)
class FiledNumber:
    """A number of one or several cases at `text[start:end]`: "Civil Appeal Nos. 100-102 of 2019"."""

    start: int
    end: int
    kind: Kind
    numbers: tuple[int, ...]
    year: int


def filed_numbers(text: str) -> list[FiledNumber]:
    """The numbers of cases in a text, in order, each with its kind, which one may leave to that before it."""
    text = _PLURAL.sub("   ", text)
    found: list[FiledNumber] = []
    for match in _FILED.finditer(text):
        floor = found[-1].end if found else 0
        start, kind = _kind_before(text, floor, match.start())
        if not kind and found and re.fullmatch(r"\s*(?:,|&|and)\s*", text[floor : match.start()]):
            start, kind = match.start(), found[-1].kind
        if kind:
            numbers = tuple(_expanded(match["numbers"]))
            found.append(FiledNumber(start, match.end(), kind, numbers, int(match["year"])))
    return found


def by_number(store: Store, text: str, filed: Iterable[FiledNumber]) -> list[Case]:
    """The cases that bear one of the numbers; of several, those of the court that the text names, if it names one."""
    index = _by_number(store)
    found = {
        case.id: case
        for one in filed
        for number in one.numbers
        for kind, case in index.get((number, one.year), ())
        if _fits(one.kind, kind)
    }
    courts = {court.name for court in find_courts(text)}
    there = [case for case in found.values() if case.court in courts]
    return sorted(there or found.values(), key=lambda case: case.id)


@per_version
def _by_number(store: Store) -> dict[tuple[int, int], list[tuple[Kind, Case]]]:
    index: dict[tuple[int, int], list[tuple[Kind, Case]]] = defaultdict(list)
    for case in store.scan_nodes(Case):
        for text in (case.case_number or "", *case.citations):
            for filed in filed_numbers(text):
                for number in filed.numbers:
                    index[number, filed.year].append((filed.kind, case))
    return index


def _fits(asked: Kind, filed: Kind) -> bool:
    """Whether every word of one kind is a word of the other, or its letter."""
    return all(any(_same(one, other) for other in filed) for one in asked)


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) == 1 and long.startswith(short) and long != _CRIMINAL)


def _kind_before(text: str, floor: int, end: int) -> tuple[int, Kind]:
    """Where the kind that stands before a number begins, and its words."""
    start, reached = end, end
    words: list[str] = []
    for match in reversed(list(re.finditer(r"[A-Za-z]+", text[floor:end]))):
        word, at = match[0], floor + match.start()
        if not _BETWEEN.fullmatch(text, floor + match.end(), reached):
            break
        if parts := _read(word, text.islower(), dotted=text[at - 1 : at] == "."):
            words += parts
            start = at
        elif word.lower() not in _PASSED_OVER:
            break
        reached = at
    return start, frozenset(words)


def _read(word: str, typed_small: bool, dotted: bool) -> tuple[str, ...]:
    """The parts of a word of a kind; none of other words. Abbreviations are small only where all is typed so."""
    words, short = _parts()
    if found := words.get(word.lower()) or words.get(word.lower().removesuffix("s")):
        return found
    if word[0].isupper() or typed_small:
        letter = (word[0].lower(),) if word[0].isupper() and (word[1:] == "" or (word[1:] == "s" and dotted)) else ()
        return short.get(word.lower()) or letter
    return ()


@cache
def _parts() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """What words and abbreviations of a kind stand for: "SLP" for its letters, "CrlA" for criminal and a letter."""
    table = docket_table()
    sides = {side.lower() for side, letters in table["brackets"].items() if letters == "Crl"} | {"crl", _CRIMINAL}
    words = {word: (word,) for word in table["words"].lower().split()} | dict.fromkeys(sides, (_CRIMINAL,))
    short: dict[str, tuple[str, ...]] = {}
    for abbreviation in table["abbreviations"].split():
        pieces = re.findall(r"Crl|CRL|[A-Z][a-z]*", abbreviation)
        parts = tuple(_CRIMINAL if piece.lower() in sides else piece.lower() for piece in pieces)
        short.setdefault(abbreviation.lower(), parts)
    return words, short


def _expanded(numbers: str) -> Iterator[int]:
    """Each number of a list: "14970-71, 75" is 14970, 14971 and 75."""
    for first, last in re.findall(r"(\d+)(?:\s?(?:[-–]|to)\s?(\d+))?", numbers, re.IGNORECASE):
        whole = first[: max(len(first) - len(last), 0)] + last if last else first
        yield from range(int(first), min(max(int(whole), int(first)), int(first) + _MOST) + 1)

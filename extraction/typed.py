"""Provisions as a user types them: "art 21", "302 IPC", "IPC 302", "S. 321 CrPC", "Order VII Rule 11 CPC"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from extraction.annotations import Stretch, source
from extraction.light_spacy import Doc
from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import CONSTITUTION, acts_named
from extraction.provisions.grammar import ProvisionGroup, number_list, plain
from extraction.provisions.provisions import provisions_typed
from extraction.reading import read, standing
from extraction.records import ActRecord, ProvisionMention

_NUMBERS = re.compile(
    r"\d{1,4}(?:\s?-?\s?[A-Za-z]{1,3}(?![A-Za-z.]))?(?:\s?\(\s?\w{1,4}\s?\))*(?:\s?(?:,|/|and|&|r/w)\s?\d{1,4}[A-Z]?)*"
)
_LETTERED = re.compile(r"(?<=\d)-?(?!st|nd|rd|th)[a-z]{1,2}(?![A-Za-z])")
_DOTLESS = re.compile(r"\b[sS]\s(?=\d)")
_WORD = re.compile(r"[A-Za-z.&/-]+")
_LONGEST_NAME = 8  # words of an act's name as it is typed
_KEPT = 1_024  # typed names that are kept


def parse_provision(text: str, doc: Doc | None = None) -> list[ProvisionMention]:
    """The provisions that a user types; without an act a section's id is None.

    `doc` is what the text was read as before parts of it were blanked.
    """
    typed, whole = _spelled(text), read(_spelled(source(doc) if doc else text))
    low = standing(_spelled_low(source(whole)), whole, typed)[:1]
    mentions = sorted([*standing(whole._.acts, whole, typed), *low], key=lambda mention: mention.start)
    groups = standing(whole._.provisions, whole, typed) or _bare(typed, mentions)
    found = provisions_typed(typed, groups, mentions, [_only(mention) for mention in mentions])
    return [replace(mention, text=text[mention.start : mention.end]) for mention in found]


def _spelled(text: str) -> str:
    """Letters of numbers as capitals, "s" as "S.", one dash for all, every character in its place."""
    return _LETTERED.sub(lambda match: match.group().upper(), _DOTLESS.sub("S.", plain(text)))


def _only(mention: ActMention) -> ActRecord | None:
    known = acts_named(mention.name)
    return known[0] if known else None


@lru_cache(maxsize=_KEPT)
def _spelled_low(text: str) -> tuple[ActMention, ...]:
    """Acts written without capitals ("138 ni act", "302 ipc"), the longest first."""
    return tuple(_known_names(text, [match.span() for match in _WORD.finditer(text)]))


def _known_names(text: str, words: Sequence[Stretch]) -> Iterator[ActMention]:
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            name = text[start:end]
            if len(name) > 2 and acts_named(name):
                yield ActMention(start, end, name, "full")


def _bare(text: str, mentions: Sequence[ActMention]) -> list[ProvisionGroup]:
    """A number beside an act, or alone with "constitution"."""
    match = _NUMBERS.search(text) if mentions else None
    if match is None or any(m.start <= match.start() < m.end for m in mentions):
        return []
    numbers = tuple(number_list(text, match.start(), match.end()))
    constitution = any((act := _only(m)) and act.id == CONSTITUTION for m in mentions)
    return [ProvisionGroup(match.start(), match.end(), "article" if constitution else "section", numbers)]

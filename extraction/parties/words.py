"""Words and keys of party names: spelling, honorifics and "& others" set aside."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word lists (see data/names.toml), lower-case but for the given names."""

    connectors: frozenset[str]
    stops: frozenset[str]
    caseless: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    given: frozenset[str]
    authors: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The word lists, read once."""
    raw = tomllib.loads((files("extraction") / "data" / "names.toml").read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(words.split()) for name, words in raw.items()})


_TABLE = tomllib.loads(files("extraction").joinpath("data/parties.toml").read_text(encoding="utf-8"))
_DROPPED = frozenset(_TABLE["honorifics"]) | frozenset(_TABLE["filler"])
PLACES = frozenset(_TABLE["places"])
_OFFICES = vocabulary().common | PLACES
COMMON = _OFFICES | vocabulary().surnames
ORDINARY = tuple(sorted(COMMON | _DROPPED))
"""Words that tell no party from another, those that names are compared without among them."""
_SPELLINGS: dict[str, str] = _TABLE["spellings"]
_SPELLED = re.compile(r"\b(?:" + "|".join(sorted(_SPELLINGS, key=len, reverse=True)) + r")\b")
_SERIES = re.compile(r"[(\[-]\s?(i{1,3}|iv|vi{0,3}|ix|\d)\s?(?:[)\]]|$)|\bno\.?\s?(\d)\b")
_ROLES = re.compile(r"\b[mswdc]/[so]\b\.?|\(p\)")
TELLING_LETTERS = 6  # letters of the telling words together: fewer ("Rao") are many people's name
_ROOT = 3  # letters of a word's consonants by which candidates are found
_LONG_NAME = 4  # words after "M.P.": fewer are the rest of a person's name, and the letters initials
_SOUNDS = (("ph", "f"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("kh", "k"), ("gh", "g"), ("ck", "k"))
_LETTERS = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "j"})


def _spelled_out(party: str) -> list[str]:
    """All words and initials of a name, lower-case, the usual abbreviations written out, "(II)" and "m/s" left out."""
    name = _SERIES.sub(" ", _ROLES.sub(" ", party.lower().replace("'s", "").replace("’s", "")))
    return _SPELLED.sub(_in_full, " ".join(re.findall(r"[a-z0-9]+", name))).split()


def _in_full(short: re.Match[str]) -> str:
    """An abbreviation written out; "M.P." before a name is initials, not a State."""
    before, after = short.string[: short.start()], short.string[short.end() :].split()
    if " " in short[0] and not before and 0 < len(after) < _LONG_NAME and after[0] not in _OFFICES:
        return short[0]
    return _SPELLINGS[short[0]]


@lru_cache(maxsize=65536)
def words(party: str) -> tuple[str, ...]:
    """The words of a party name that count, lower-case, abbreviations written out.

    Initials are left out unless nothing else is there.
    """
    spelled = _spelled_out(party)
    kept = tuple(w for w in spelled if w not in _DROPPED and len(w) > 1)
    return kept or tuple(spelled)


def run_together(names: Iterable[str]) -> list[str]:
    """Each two neighbouring words as one: "golak nath" is written "golaknath" too."""
    return ["".join(pair) for pair in pairwise(names)]


@lru_cache(maxsize=65536)
def initials(party: str) -> frozenset[str]:
    """The single letters of a name: "R.S. Garg" -> {"r", "s"}."""
    return frozenset(w for w in _spelled_out(party) if len(w) == 1)


def series(party: str) -> str | None:
    """The number that tells decisions between the same parties apart: "Hussainara Khatoon (IV)" -> "iv"."""
    found = _SERIES.search(party.lower())
    return found[1] or found[2] if found else None


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word with sounds that transliteration confuses made alike: "Mahipatray" -> "mhptr"."""
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    word = word.translate(_LETTERS)
    return re.sub(r"(.)\1+", r"\1", re.sub("[eiou]", "a", word[:1]) + re.sub("[aeiouyh]", "", word[1:]))


def is_common(word: str) -> bool:
    """Whether so many parties have the word that it does not tell one from another."""
    return word in COMMON


@lru_cache(maxsize=65536)
def rare(party: str) -> tuple[str, ...]:
    """The words of a party that few others share; none in "State of U.P."."""
    return tuple(w for w in words(party) if w not in COMMON)


def telling(party: str) -> tuple[str, ...]:
    """The words of a party that tell it from others; all its words where every one is common."""
    return rare(party) or words(party)


@lru_cache(maxsize=65536)
def like_keys(petitioner: str, respondent: str) -> tuple[str, ...]:
    """Keys that two spellings of the same two parties are likely to share: first, last and all telling words."""
    if not respondent:
        return ()
    return tuple(sorted({f"{a}|{b}" for a in _bones(petitioner) for b in _bones(respondent)}))


def _bones(party: str) -> set[str]:
    told, full = [skeleton(w) for w in telling(party)], [skeleton(w) for w in words(party)]
    return {told[0], told[-1], "".join(full[:2]), "".join(full[:3])} if told else set()


def half_keys(petitioner: str, respondent: str, years: Iterable[int]) -> list[str]:
    """Keys by one party and a year, for titles of which the other party is spelled beyond recognition."""
    told = {w for party in (petitioner, respondent) for w in rare(party) if len(w) > 3}
    chosen = sorted(told, key=lambda w: (-len(w), w))[:3]
    return sorted({f"{skeleton(w)[:_ROOT]}|{year}" for w in chosen for year in years})

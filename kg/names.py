"""Party names as they are compared: spelling, honorifics and "& others" set aside."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from extraction.names import vocabulary

_TABLE = tomllib.loads(files("kg").joinpath("data/parties.toml").read_text(encoding="utf-8"))
_DROPPED = frozenset(_TABLE["honorifics"]) | frozenset(_TABLE["filler"])
_COMMON = vocabulary().common
_SPELLINGS: dict[str, str] = _TABLE["spellings"]
_SPELLED = re.compile(r"\b(?:" + "|".join(sorted(_SPELLINGS, key=len, reverse=True)) + r")\b")
_TELLING_LETTERS = 6
_ABRIDGED = 80.0
_SOUNDS = (("ph", "f"), ("sh", "s"), ("th", "t"), ("dh", "d"), ("bh", "b"), ("kh", "k"), ("gh", "g"), ("ck", "k"))
_LETTERS = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "j"})


@lru_cache(maxsize=65536)
def words(party: str) -> tuple[str, ...]:
    """The words of a party name that count, lower-case, abbreviations of States written out.

    Initials are left out unless nothing else is there.
    """
    plain = " ".join(re.findall(r"[a-z0-9]+", party.lower().replace("'s", "")))
    spelled = _SPELLED.sub(lambda m: _SPELLINGS[m[0]], plain).split()
    kept = tuple(w for w in spelled if w not in _DROPPED and len(w) > 1)
    return kept or tuple(spelled)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word with sounds that transliteration confuses made alike: "Mahipatray" -> "mhptr"."""
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    head, rest = word[:1].translate(_LETTERS), re.sub(r"[aeiouyh]", "", word[1:].translate(_LETTERS))
    return re.sub(r"(.)\1+", r"\1", head + rest)


_COMMON_BONES = frozenset(map(skeleton, _COMMON))
_GOVERNMENT = frozenset(map(skeleton, ("state", "union")))
_STATE = {skeleton("state")}


def is_common(word: str) -> bool:
    """Whether so many parties have the word that it does not tell one from another."""
    return word in _COMMON


def telling(party: str) -> list[str]:
    """The words of a party that tell it from others; all its words where every one is common."""
    kept = words(party)
    return [w for w in kept if w not in _COMMON] or list(kept)


def like_keys(petitioner: str, respondent: str) -> list[str]:
    """Keys that two spellings of the same two parties are likely to share: first, last and all telling words."""
    if not respondent:
        return []
    return sorted({f"{a}|{b}" for a in _bones(petitioner) for b in _bones(respondent)})


def _bones(party: str) -> set[str]:
    told, full = [skeleton(w) for w in telling(party)], [skeleton(w) for w in words(party)]
    return {told[0], told[-1], "".join(full[:2]), "".join(full[:3])} if told else set()


def short_name(party: str) -> str | None:
    """What a case is called by one of its parties ("Bommai", "Maneka Gandhi"); None where that tells nothing."""
    told = [w for w in words(party) if w not in _COMMON]
    return "".join(map(skeleton, told)) if len("".join(told)) >= _TELLING_LETTERS else None


def half_keys(petitioner: str, respondent: str, years: Iterable[int]) -> list[str]:
    """Keys by one party and a year, for titles of which the other party is spelled beyond recognition."""
    told = {w for party in (petitioner, respondent) for w in words(party) if w not in _COMMON and len(w) > 3}
    chosen = sorted(told, key=lambda w: (-len(w), w))[:3]
    return sorted(f"{skeleton(w)}|{year}" for w in chosen for year in years)


@lru_cache(maxsize=262144)
def likeness(a: str, b: str) -> float:
    """How far two party names agree, 0 to 100, word order and missing words forgiven, differing words not.

    "State" alone stands for any State, as courts write it, but says less than its name.
    """
    left, right = words(a), words(b)
    if not left or not right:
        return 0.0
    if left == right:
        return 100.0
    told, other_told = [skeleton(w) for w in left], [skeleton(w) for w in right]
    loose = fuzz.token_set_ratio(" ".join(left), " ".join(right))
    bones = fuzz.token_sort_ratio(" ".join(told), " ".join(other_told))
    joined, other_joined = sorted(("".join(told), "".join(other_told)), key=len)
    if joined == other_joined:
        return 98.0
    shorter, longer = sorted((set(told), set(other_told)), key=len)
    says_enough = shorter - _COMMON_BONES or (shorter & _GOVERNMENT and len(shorter) > 1)
    run_on = len(joined) >= _TELLING_LETTERS and other_joined.startswith(joined)
    contained = 90.0 if (says_enough and shorter <= longer) or run_on else 0.0
    if shorter == _STATE and shorter <= longer:
        contained = _ABRIDGED
    return max(bones, contained, min(loose, 0.5 * (loose + bones)))


def same_parties(petitioner: str, respondent: str, other_petitioner: str, other_respondent: str) -> float:
    """How far two titles name the same parties, 0 to 100: the weaker of the two sides."""
    straight = min(likeness(petitioner, other_petitioner), likeness(respondent, other_respondent))
    crossed = min(likeness(petitioner, other_respondent), likeness(respondent, other_petitioner))
    return max(straight, crossed - 3)

"""From what people write to the judges that are meant."""

import re

from rapidfuzz import fuzz

from kg.cache import per_version
from kg.nodes import Judge
from kg.store import Store

LONG_NAME = 6  # letters: a shorter name with a slip is another name
MISSPELLED = 88  # one slip in eight letters


@per_version
def _judges(store: Store) -> list[Judge]:
    return store.find(Judge)


def judges(store: Store, text: str) -> list[Judge]:
    """The judges that a text names: by two words of the name, or by one beside a judge's title."""
    said = re.findall(r"[a-z]+", text.lower())
    found = [(judge, score) for judge in _judges(store) if (score := _judge_score(judge, said, text))]
    best = max((score for _, score in found), default=0)
    return [judge for judge, score in found if score == best]


def _judge_score(judge: Judge, said: list[str], text: str) -> int:
    parts = [_as_said(part, said) for part in re.findall(r"[a-z]+", judge.name.lower())]
    long = [p for p in parts if len(p) > 1]
    if not long or not all(p in said for p in long[-1:]):
        return 0
    shared = [p for p in parts if p in said]
    adjacent = _stand_together([p for p in long if p in said], said)
    titled = re.search(
        rf"(?:justice|j\.)\s+(?:[a-z.]+\s+){{0,3}}?{long[-1]}\b|\b{long[-1]}\b,?\s*(?:cj|c\.\s?j|jj?\b)", text.lower()
    )
    others = _initials_before(long[-1], text) - {p[0] for p in parts}
    if others or not (
        titled or (len(shared) >= 2 and adjacent and (len(long) >= 2 or _initials_before(long[-1], text)))
    ):
        return 0
    return len(shared) + (len(long) == len([p for p in long if p in said]))


def _as_said(part: str, said: list[str]) -> str:
    """A first name or surname as the text spells it, where it nearly does."""
    if part in said or len(part) < LONG_NAME:
        return part
    return next((word for word in said if word[0] == part[0] and fuzz.ratio(word, part) >= MISSPELLED), part)


def _stand_together(words: list[str], said: list[str]) -> bool:
    places = [said.index(w) for w in words]
    return bool(places) and max(places) - min(places) <= len(words) + 2


def _initials_before(surname: str, text: str) -> set[str]:
    match = re.search(rf"((?:\b[a-z](?:\.\s*|\s+)){{1,4}})(?:[a-z]{{3,}}\s+)?{surname}\b", text.lower())
    return set(re.findall(r"[a-z]", match[1])) if match else set()

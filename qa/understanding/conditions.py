"""Conditions that a question sets besides the authorities it names: judges, courts, years, size of the bench."""

import re

from rapidfuzz import fuzz

from extraction.citations.courts import SUPREME, find_courts
from extraction.text.numerals import CARDINAL, cardinal
from kg.cache import per_version
from kg.nodes import Court, Judge
from kg.store import Between, Store
from qa.text import wording

BENCH = re.compile(rf"\b(\d+|{CARDINAL})[\s-]+(?:judges?\b|judge[\s-]+bench)", re.IGNORECASE)
YEAR = r"(1[89]\d\d|20\d\d)"
RANGE = re.compile(rf"\b(?:between|from)?\s*{YEAR}\s*(?:and|to|till|until|-|–)\s*{YEAR}\b", re.IGNORECASE)
SINCE = re.compile(
    rf"\b(after|since|post)[\s-]+(?:the year\s+)?{YEAR}\b|\b(?P<from>from)\s+{YEAR}\s+on(?:wards?)?\b", re.IGNORECASE
)
UNTIL = re.compile(rf"\b(before|until|till|up to|prior to|pre)[\s-]+(?:the year\s+)?{YEAR}\b", re.IGNORECASE)
DECADE = re.compile(rf"\b{YEAR}['’]?s\b", re.IGNORECASE)
SINGLE = re.compile(rf"(?<![\d/.(-]){YEAR}\b(?!\s*\(\d+\)|\))")
LONG_NAME = 6  # letters: a shorter name with a slip is another name
MISSPELLED = 88  # one slip in eight letters


def years(text: str) -> Between | None:
    """The span of years that the question sets; `text` has the years of named cases blanked."""
    if match := RANGE.search(text):
        return Between(int(match[1]), int(match[2]))
    if match := SINCE.search(text):
        if match["from"]:
            return Between(int(match[4]), None)
        return Between(int(match[2]) + (match[1].lower() in ("after", "post")), None)
    if match := UNTIL.search(text):
        return Between(None, int(match[2]) - (match[1].lower() in ("before", "prior to", "pre")))
    if match := DECADE.search(text):
        return Between(int(match[1]), int(match[1]) + 9)
    if match := SINGLE.search(text):
        return Between(int(match[1]), int(match[1]))
    return None


def years_span(text: str) -> tuple[int, int] | None:
    """Where the words stand that set the span of years."""
    found = (pattern.search(text) for pattern in (RANGE, SINCE, UNTIL, DECADE, SINGLE))
    return next((match.span() for match in found if match), None)


def bench_size(text: str) -> int | None:
    """The number of judges that the question asks for ("seven-judge bench")."""
    match = BENCH.search(text)
    return cardinal(match[1]) if match else None


AUTHOR = re.compile(
    r"(?i:\b(?:by|of)\s+(?:the\s+)?(?:hon['’]?ble\s+)?(?:mr\.?\s+|ms\.?\s+)?(?:justice\s+)?)((?:[A-Z]\.?\s?){1,3}[A-Z][a-z]{2,})(?!\w)"
)


def authors(store: Store, text: str) -> list[tuple[int, int]]:
    """Where "by S.B. Sinha" names a judge of the graph by initials and surname, who is then no party."""
    return [found.span(1) for found in AUTHOR.finditer(text) if judges(store, found[1])]


@per_version
def _judges(store: Store) -> list[Judge]:
    return store.find(Judge)


def judges(store: Store, text: str) -> list[Judge]:
    """The judges that the question names: by two words of the name, or by one beside a judge's title."""
    said = re.findall(r"[a-z]+", text.lower())
    found = [(judge, score) for judge in _judges(store) if (score := _judge_score(judge, said, text))]
    best = max((score for _, score in found), default=0)
    return [judge for judge, score in found if score == best]


def _judge_score(judge: Judge, said: list[str], text: str) -> int:
    parts = [_as_said(part, said) for part in re.findall(r"[a-z]+", wording.title(judge).lower())]
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
    """A first name or surname as the question spells it, where it nearly does."""
    if part in said or len(part) < LONG_NAME:
        return part
    return next((word for word in said if word[0] == part[0] and fuzz.ratio(word, part) >= MISSPELLED), part)


def _stand_together(words: list[str], said: list[str]) -> bool:
    places = [said.index(w) for w in words]
    return bool(places) and max(places) - min(places) <= len(words) + 2


def _initials_before(surname: str, text: str) -> set[str]:
    match = re.search(rf"((?:\b[a-z](?:\.\s*|\s+)){{1,4}})(?:[a-z]{{3,}}\s+)?{surname}\b", text.lower())
    return set(re.findall(r"[a-z]", match[1])) if match else set()


def courts(store: Store, text: str) -> list[Court]:
    """The courts named in any form, the Supreme Court apart (its judgments are what a graph is mostly made of)."""
    said = text.lower()
    named = {court.name for court in find_courts(text)}
    known = [(court.name, court) for court in store.find(Court)]
    return [court for name, court in known if (name in named or name.lower() in said) and name != SUPREME]

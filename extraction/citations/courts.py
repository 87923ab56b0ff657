"""Courts: one name each, however it is printed, and by its codes in citations (data/courts.toml)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from extraction.slugs import slug, spelled

SUPREME = "Supreme Court of India"
PRIVY_COUNCIL = "Judicial Committee of the Privy Council"
_NOT_A_COURT = r"(?!\s+of\b|['’]?s?\s+(?:bar|advocates|employees|officers|staff|legal services|registry|rules|act)\b)"
_LINKS = r"(?:\s+of\s+judicature)?[\s,:]+(?:at|of|for|in)?\s*(?:the\s+)?(?:states?\s+of\s+|union\s+territory\s+of\s+)?"
_BEFORE = re.compile(
    r"[\W\d]*(?:\b(?:in|before|the|court|of|at|hon['’]?ble|honou?rable|\w+\s+bench|non|reportable|insc|[fs]\.?c\.?r)\b[\W\d]*)*",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"[\s,:.()-]*(?:\d+\s*)?(?:,|\bat|\bof|:|-|\n)\s*(?:the\s+)?(?P<place>[A-Z][A-Za-z]+(?:\s[A-Z][A-Za-z]+)?)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?i:the)\s+(?!(?i:learned|ld|said|state|district|same)\b)(?P<place>[A-Z][A-Za-z]{2,})\s+\Z"
)
_PLACE_REACH = 40  # characters before a court in which its place stands
_TAIL = 80  # characters after a court's name on its line: a bench, a place, a date


@dataclass(frozen=True, slots=True)
class Series:
    """How reports abbreviate a court: the `code` of their canonical citations and its other spellings."""

    code: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Court:
    """A court with its names, the places that a High Court is named by, and its codes (see the table)."""

    name: str
    kind: Literal["supreme", "high", "foreign", "tribunal", "local"]
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    neutral: tuple[str, ...] = ()
    indlaw: tuple[str, ...] = ()
    manupatra: str | None = None


@dataclass(frozen=True, slots=True)
class FoundCourt:
    """A court named at `text[start:end]`, by its one name."""

    name: str
    start: int
    end: int


@cache
def courts() -> tuple[Court, ...]:
    """All courts of the table."""
    raw = tomllib.loads((files("extraction") / "data" / "courts.toml").read_text(encoding="utf-8"))
    return TypeAdapter(tuple[Court, ...]).validate_python(raw["court"])


def find_courts(text: str) -> Iterator[FoundCourt]:
    """The courts that a text names in full ("High Court of Judicature at Bombay", "Delhi HC", "NCLAT"), in order."""
    for match in _pattern().finditer(text):
        court = _by_form()[_folded(match["before"] or match["after"] or match["name"] or match["acronym"])]
        local = court.kind == "local"
        before = _PLACE_BEFORE.search(text, max(0, match.start() - _PLACE_REACH), match.start()) if local else None
        place = _PLACE.match(text, match.end()) if local and not before else None
        where = before or place
        name = f"{court.name}, {where['place'].title()}" if where else court.name
        yield FoundCourt(name, match.start(), place.end() if place else match.end())


def court_named(printed: str) -> str | None:
    """The first court that is named; None where none is."""
    return next((found.name for found in find_courts(printed)), None)


def court_labelled(value: str) -> str | None:
    """The court that a label gives ("Court: ..."): one of the table, else its name as it stands there."""
    return court_named(value) or (spelled(slug(value)) or None)


def opens_with_court(line: str) -> bool:
    """Whether a line of a head is a court's name and little else ("BEFORE THE LUCKNOW BENCH OF THE ... HIGH COURT")."""
    found = next(find_courts(line), None)
    return found is not None and len(line) - found.end <= _TAIL and bool(_BEFORE.fullmatch(line, 0, found.start))


@cache
def court_by_id(id: str) -> str:
    """The name of a court by the slug of it."""
    return {slug(court.name): court.name for court in courts()}.get(id) or spelled(id)


@cache
def _pattern() -> re.Pattern[str]:
    """A High Court by what stands before or after these words, or any court by its own name."""
    places = _alternation(place for court in courts() for place in court.places)
    names = _alternation(name for court in courts() for name in (court.name, *court.names) if not court.places)
    acronyms = "|".join(a for court in courts() for a in court.acronyms)
    high = r"(?:high\s+court|h\.?\s?c\b\.?)"
    return re.compile(
        rf"(?i:\b(?P<before>{places})[\s,]+{high}{_NOT_A_COURT}"
        rf"|{high}{_LINKS}(?P<after>{places})\b"
        rf"|\b(?P<name>{names})\b{_NOT_A_COURT})|\b(?P<acronym>{acronyms})\b"
    )


@cache
def _by_form() -> dict[str, Court]:
    return {
        _folded(form): court
        for court in courts()
        for form in (court.name, *court.names, *court.acronyms, *court.places)
    }


def _alternation(forms: Iterable[str]) -> str:
    return "|".join(_written(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


def _written(form: str) -> str:
    """A pattern for a name: "and" or "&", any white space or hyphen between words, dots and commas as they come."""
    words = re.findall(r"[A-Z]\.|[\w'()]+", form)
    pieces = [r"(?:and|&)" if w == "and" else rf"{w[0]}\.?" if w.endswith(".") else re.escape(w) for w in words]
    return r"[\s,-]*".join(pieces)


def _folded(form: str) -> str:
    return re.sub(r"[^a-z]", "", form.lower().replace("&", "and"))

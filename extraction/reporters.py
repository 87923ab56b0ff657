"""The reporters' table and the pattern pieces made of it: how a reporter, a court or a supplement is written."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[A-Z][a-z']+|[A-Z]|[a-z']+|\d+|[&()-]")


@dataclass(frozen=True, slots=True)
class Reporter:
    """A series of reports. `continuous`: volume and page identify a report without its year."""

    name: str
    spellings: tuple[str, ...] = ()
    court: str | None = None
    continuous: bool = False


@dataclass(frozen=True, slots=True)
class ReportedCourt:
    """A court as reporters abbreviate it; `indlaw` and `neutral` are its codes in those citations."""

    code: str
    name: str
    spellings: tuple[str, ...] = ()
    indlaw: tuple[str, ...] = ()
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReporterTable:
    """All reporters and courts by their condensed spelling (see `condensed`)."""

    reporters: tuple[Reporter, ...]
    courts: tuple[ReportedCourt, ...]
    supplements: tuple[str, ...]
    by_spelling: dict[str, Reporter] = field(default_factory=dict)
    court_by_spelling: dict[str, ReportedCourt] = field(default_factory=dict)


def condensed(spelling: str) -> str:
    """Letters, digits and "&" only, in upper case: "Cr. L.J." and "CrLJ" are both "CRLJ"."""
    return re.sub(r"[^A-Z0-9&]", "", re.sub(r"\bAND\b", "&", spelling.upper()))


def spelling_pattern(spelling: str) -> str:
    """A pattern for a spelling with optional dots and spaces; words match in any case, initials in capitals."""
    pieces = [_piece(token) for token in _WORD.findall(spelling)]
    return r"\s?".join(pieces)


def _piece(token: str) -> str:
    if token in "()":
        return re.escape(token)
    if token == "&":
        return "(?:&|[Aa]nd)"
    if token == "-":
        return "-?"
    if len(token) == 1:
        return token + r"\.?"
    return f"(?i:{re.escape(token)})" + r"\.?"


def alternation(spellings: Iterable[str]) -> str:
    """One pattern for any of the spellings, the longest first."""
    ordered = sorted(set(spellings), key=lambda s: (-len(condensed(s)), s))
    return "(?:" + "|".join(spelling_pattern(s) for s in ordered) + ")"


@cache
def reporter_table() -> ReporterTable:
    """The table, read once."""
    raw = tomllib.loads((files("extraction") / "data" / "reporters.toml").read_text(encoding="utf-8"))
    reporters = tuple(
        Reporter(r["name"], tuple(r.get("spellings", ())), r.get("court"), r.get("continuous", False))
        for r in raw["reporter"]
    )
    courts = tuple(
        ReportedCourt(
            c["code"],
            c["name"],
            tuple(c.get("spellings", ())),
            tuple(c.get("indlaw", ())),
            tuple(c.get("neutral", ())),
        )
        for c in raw["court"]
    )
    return ReporterTable(
        reporters,
        courts,
        tuple(raw["supplement"]),
        {condensed(s): r for r in reporters for s in (*r.spellings, r.name)},
        {condensed(s): c for c in courts for s in (*c.spellings, c.code)},
    )

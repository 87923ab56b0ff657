"""The table of reporters and forms of citation (data/reporters.toml), with the courts as reporters abbreviate them."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from extraction.citations.courts import Series, courts

Begins = Literal["year", "volume", "name"]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A series of reports.

    `years` are the first and last of publication (0: not known, or still published). `running`: volume and page
    identify a report without its year, unless the volume is below 10 and the year not before `yearly_from`.
    `volumes` is the last volume of a series that has ended (0: not known, or still published).
    One that stands `apart` is read only by the forms that are its own.
    """

    name: str
    spellings: tuple[str, ...] = ()
    court: str | None = None
    years: tuple[int, int] = (0, 0)
    running: bool = False
    yearly_from: int = 1985
    volumes: int = 0
    apart: bool = False

    def published_in(self, year: int) -> bool:
        """Whether a volume of `year` can exist; a year's slack for volumes that appear late."""
        first, last = self.years
        return first - 1 <= year and (not last or year <= last + 1)

    def runs(self, volume: int, year: int | None) -> bool:
        """Whether the volume is one of the running series and not one of its year."""
        return self.running and (year is None or year < self.yearly_from or volume >= 10)


@dataclass(frozen=True, slots=True)
class Form:
    """A shape of citation on paper and its canonical texts; `pattern` is over named parts (see the table)."""

    name: str
    begins: Begins
    pattern: str
    canonical: tuple[str, ...]
    running: str | None = None
    head: str = ""
    reporter: str | None = None
    court: str | None = None
    decided: bool = False


@dataclass(frozen=True, slots=True)
class ReporterTable:
    """All forms, all reporters and courts by their condensed spelling (see `condensed`), and courts' names by code.

    `no_report` are words, in lower case, that stand between figures and abbreviate no report.
    """

    forms: tuple[Form, ...]
    reporters: tuple[Reporter, ...]
    supplements: tuple[str, ...]
    bare: tuple[str, ...]
    no_report: frozenset[str]
    by_spelling: dict[str, Reporter] = field(default_factory=dict)
    series_by_spelling: dict[str, Series] = field(default_factory=dict)
    court_by_series: dict[str, str] = field(default_factory=dict)
    court_by_code: dict[str, str] = field(default_factory=dict)


def condensed(spelling: str) -> str:
    """Letters, digits and "&" only, in upper case: "Cr. L.J." and "CrLJ" are both "CRLJ"."""
    return re.sub(r"[^A-Z0-9&]", "", re.sub(r"\bAND\b", "&", spelling.upper()))


@cache
def reporter_table() -> ReporterTable:
    """The table, read once."""
    raw = tomllib.loads((files("extraction") / "data" / "reporters.toml").read_text(encoding="utf-8"))
    reporters = TypeAdapter(tuple[Reporter, ...]).validate_python(raw["reporter"])
    return ReporterTable(
        TypeAdapter(tuple[Form, ...]).validate_python(raw["form"]),
        reporters,
        tuple(raw["supplement"]),
        tuple(raw["bare"]),
        frozenset(raw["no_report"].split()),
        {condensed(s): r for r in reporters for s in (*r.spellings, r.name)},
        {condensed(s): series for c in courts() for series in c.series for s in (*series.spellings, series.code)},
        {series.code: c.name for c in courts() for series in c.series},
        {code: c.name for c in courts() for code in (*c.indlaw, *c.neutral)}
        | {f"MANU/{c.manupatra}": c.name for c in courts() if c.manupatra},
    )

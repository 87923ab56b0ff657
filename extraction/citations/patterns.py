"""The table's forms of citation as compiled patterns, and the one scan that finds where any of them can begin.

Every quantifier is bounded, so that a reading takes constant time and scanning linear time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count, groupby

from extraction.citations.courts import courts
from extraction.citations.reporters import Form, ReporterTable, condensed, reporter_table

YEAR = r"(?:1[789]|20)\d\d"
_MISREAD_YEAR = r"[lI]\s?[89]\d\d|1\s[89]\d\d"
_YEAR = rf"(?:[\[({{]\s?)?(?P<year>{YEAR}|{_MISREAD_YEAR})(?:[-/]\d{{2,4}}(?=[\])}}]))?(?:\s?[\])}}]|1(?=\s))?"
_PAGE = (
    r"[\s.,:-]{0,2}(?:[Pp](?:age|p|g)?\.?\s?)?(?:\[|\((?=\d\d))?"
    rf"(?P<page>\d{{1,5}}(?={YEAR}\s?(?i:indlaw))|\d{{1,5}}(?!\d|\s?(?i:indlaw)))"
)
_VOLUME = r"(?:[Vv]ol(?:ume)?\.?\s?)?(?P<volume>\d{{1,3}}|(?!(?:{roman})(?![A-Za-z]))[IVX]{{1,5}})"
"""A roman volume may be glued to its reporter ("(1976)ILLJ68"), unless both spell another one ("1995 IRLR 12")."""
_INDLAW = r"(?P<code>[A-Z](?:\.?[A-Z]){1,7})"
_PARTS = re.compile(r"\{(year|volume|supplement|reporter|running|court|bare|indlaw|neutral|page)\}")
_GROUPS = re.compile(r"\(\?P<(volume|supplement)>")
_WORD = re.compile(r"[A-Z][a-z']+|[A-Z]|[a-z']+|\d+|[&()-]")

AFTER_YEAR = re.compile(
    r"[\s\])}.,:/1-]{0,4}(?:[\[(]{0,2}\s?(?:[Vv]ol[a-z]{0,4}\.?\s?)?(?:[Ss]up[a-z]{0,9}\.?|\d{1,3}|[IVX]{1,5}(?![a-z]))"
    r"[\s\])}.,-]{0,4}){0,3}[\[(]?(?:[A-Z]|(?i:scale|indlaw|livelaw|taxmann))[A-Za-z.,&'’:/\s()\[\]-]{0,36}?\d"
)
"""What follows the year of a citation, far wider than any form but quick to refuse most dates in prose."""
AFTER_VOLUME = re.compile(r"\s?(?:\(\d{4}\)\s?)?(?:[A-Z]|taxmann)[A-Za-z.&' ()]{0,18}\W{0,4}\d")
"""The same for the volume of a reporter whose volumes run through."""


@dataclass(frozen=True)
class Shape:
    """A form with its pattern, to be matched where its year (or the bracket before it), volume or head stands."""

    form: Form
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first has what the form begins with: all together take a quarter of a second."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes by what they begin with; `named` by the capital at which their head begins."""

    dated: tuple[Shape, ...]
    numbered: tuple[Shape, ...]
    named: dict[str, tuple[Shape, ...]]
    anchor: re.Pattern[str]


@cache
def shapes() -> Shapes:
    """The table's forms. `anchor` finds every run of digits, misread year and head of a name."""
    table = reporter_table()
    parts = _parts(table)
    made = [Shape(form, _source(form, parts)) for form in table.forms]
    heads = {shape.form.head: shape.form.head[0] for shape in made if shape.form.begins == "name"}
    named = {
        first: tuple(s for s in made if s.form.begins == "name" and s.form.head[0] == first)
        for first in sorted(set(heads.values()))
    }
    return Shapes(
        tuple(s for s in made if s.form.begins == "year"),
        tuple(s for s in made if s.form.begins == "volume"),
        named,
        _anchor(heads),
    )


def _anchor(heads: dict[str, str]) -> re.Pattern[str]:
    """A set of first characters, which is quick to scan for, then what makes each of them worth a reading."""
    begins = [rf"(?<=[0-9])[0-9]*|(?<=[\[(])\s?(?:{_MISREAD_YEAR})"]
    begins += [rf"(?<=(?<![A-Z]){first}){head[1:]}" for head, first in heads.items()]
    return re.compile(rf"[0-9\[({''.join(sorted(set(heads.values())))}](?:{'|'.join(begins)})")


def _parts(table: ReporterTable) -> dict[str, str]:
    names = [s for r in table.reporters if not r.apart for s in (r.name, *r.spellings)]
    running = [s for r in table.reporters if r.running for s in (r.name, *r.spellings)]
    roman = sorted((n for n in names if n[0] in "IVX" and n.isalpha()), key=len, reverse=True)
    codes = {code for c in courts() for code in c.neutral if code != "INSC"}
    reported = [s for c in courts() for series in c.series for s in (series.code, *series.spellings)]
    return {
        "year": _YEAR,
        "volume": _VOLUME.format(roman="|".join(roman)),
        "supplement": r"(?P<supplement>(?i:" + "|".join(sorted(table.supplements, key=len, reverse=True)) + r")\.?)",
        "reporter": f"(?P<name>{alternation(names)})",
        "running": f"(?P<name>{alternation(running)})",
        "court": f"(?P<court>{alternation(reported)})",
        "bare": f"(?P<court>{alternation(table.bare)})",
        "indlaw": _INDLAW,
        "neutral": "(?P<code>" + "|".join(re.escape(c) for c in sorted(codes, key=len, reverse=True)) + ")",
        "page": _PAGE,
    }


def _source(form: Form, parts: dict[str, str]) -> str:
    """The pattern with its parts put in; volumes and supplements, of which it can have several, are numbered."""
    pattern = _PARTS.sub(lambda part: parts[part[1]], form.head + form.pattern.replace("\n", ""))
    numbers = count(1)
    return _GROUPS.sub(lambda group: f"(?P<{group[1]}{next(numbers)}>", pattern)


def alternation(spellings: Iterable[str]) -> str:
    """One pattern for any of the spellings, the longest first, told apart by their first letter."""
    ordered = sorted(set(spellings), key=lambda s: (s[0].upper(), -len(condensed(s)), s))
    groups = [
        f"(?=[{first}{first.lower()}])(?:{'|'.join(map(spelling_pattern, alike))})"
        for first, alike in groupby(ordered, key=lambda s: s[0].upper())
    ]
    return f"(?:{'|'.join(groups)})"


def spelling_pattern(spelling: str) -> str:
    """A pattern for a spelling with optional dots and spaces; words match in any case, initials in capitals."""
    return r"\s?".join(_piece(token) for token in _WORD.findall(spelling))


def _piece(token: str) -> str:
    if token in "()":
        return re.escape(token)
    if token == "&":
        return "(?:&|[Aa]nd)"
    if token == "-":
        return "-?"
    if len(token) == 1:
        return token + "[.,]?"
    return f"(?i:{re.escape(token)})" + r"\.?"

"""Citations in a text, each in its one canonical form whatever its brackets, dots and order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter

from extraction.citations.patterns import AFTER_VOLUME, AFTER_YEAR, Shape, shapes
from extraction.citations.printed import court_after, printed_beyond
from extraction.citations.reporters import Form, Reporter, condensed, reporter_table
from extraction.records import Citation
from extraction.text.numerals import figures_value

_YEAR_FIGURES = re.compile(r"(?:1[789]|20)\d\d")
_INDLAW = re.compile(r"\s?(?i:indlaw)")
_OPENING = re.compile(r"[\[({]\s?(?=\d{4})(?!\d{4}(?:1|[-/]\d{2,4})?\s?[\])}])")
_BRACKETED_YEAR = re.compile(r"[(\[](?:1[789]|20)\d\d[)\]]")
_VOLUME_BEFORE = re.compile(
    r"(?:^|[,;:(\[=–—\n]\s?|\b(?:in|as|at|and|or|also|see)\s:?)(?P<volume>[IVX]{1,4})[\s-]{0,2}$"
)
"""A roman volume that no word before it claims: "Schedule II (1998) ..." is none."""

Parts = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation at `text[start:end]`, the court in brackets after it included, pinpoints left outside."""

    start: int
    end: int
    citation: Citation


def find_citations(text: str) -> list[FoundCitation]:
    """All citations of `text` in order; where two readings overlap the earlier, then the longer one holds."""
    found: list[FoundCitation] = []
    end = 0
    for start, candidates in _beginnings(text):
        reading = _longest(text, start, candidates) if start >= end else None
        if reading is not None:
            found.append(_as_printed(text, _with_volume_before(text, reading, end)))
            end = found[-1].end
    return found


def _with_volume_before(text: str, reading: FoundCitation, floor: int) -> FoundCitation:
    """The reading with a roman volume that stands before its year in brackets: "IV (2011) CPJ 90"."""
    before = _VOLUME_BEFORE.search(text, max(floor, reading.start - 15), reading.start)
    year = _BRACKETED_YEAR.match(text, reading.start, reading.end)
    if before is None or year is None:
        return reading
    usual = f"{year[0]} {before['volume']} {text[year.end() : reading.end].lstrip()}"
    moved = _longest(usual, 0, shapes().dated)
    if moved is None or moved.end < len(usual) or moved.citation.reporter != reading.citation.reporter:
        return reading
    return FoundCitation(before.start("volume"), reading.end, moved.citation)


_VOLUME = re.compile(r"\s*\(V(?:ol)?\.?\s?\d+[\s,]*C\.?\s?N?\.?\s?\d+\)\W*$", re.IGNORECASE)
"""The volume and the case of it that the All India Reporter printed behind a page: "(V. 59 C. 118)"."""


def is_citation(line: str) -> bool:
    """Whether a line of a head is a citation, or several, and little else."""
    bare = _VOLUME.sub("", line)
    return sum(found.end - found.start for found in find_citations(bare)) > 0.8 * len(bare)


def _as_printed(text: str, reading: FoundCitation) -> FoundCitation:
    """The reading with the court in brackets after it, and the words on paper where they tell more."""
    after = court_after(text, reading.end)
    end = after.end() if after else reading.end
    citation = reading.citation
    series = reporter_table().series_by_spelling.get(condensed(after["court"] or "")) if after else None
    return FoundCitation(
        reading.start,
        end,
        replace(
            citation,
            court=citation.court or (reporter_table().court_by_series[series.code] if series else None),
            printed=printed_beyond(text[reading.start : end], citation.text),
        ),
    )


def _beginnings(text: str) -> Iterator[tuple[int, Sequence[Shape]]]:
    """Where a citation may begin, and the shapes it could have."""
    known = shapes()
    for anchor in known.anchor.finditer(text):
        start, end = anchor.span()
        first = text[start]
        if first in known.named:
            yield start, known.named[first]
        elif first in "[(":
            yield start, known.dated
        elif (year := _year_start(text, start, end)) is not None:
            if AFTER_YEAR.match(text, end):
                yield year, known.dated
        elif end - start <= 3 and AFTER_VOLUME.match(text, end):
            yield start, known.numbered


def _year_start(text: str, start: int, end: int) -> int | None:
    """Where a year that ends a run of figures starts, with the bracket before it; None where it can be no year.

    A year may run into other figures only before "Indlaw" or where a bracket was misread as 1.
    """
    if end - start == 5 and text[end - 1] == "1" and text[end : end + 1].isspace():
        end -= 1
    year = end - 4
    if year < start or not _YEAR_FIGURES.match(text, year):
        return None
    if year == start:
        if start > 1 and text[start - 1] in "/.-" and text[start - 2].isdigit() and not _INDLAW.match(text, end):
            return None
        bracket = start - 2 if start > 1 and text[start - 1].isspace() else start - 1
        return bracket if bracket >= 0 and text[bracket] in "[({" else start
    misread = year == start + 1 and text[start] == "1" and text[end : end + 1] in ("]", ")")
    return year if misread or _INDLAW.match(text, end) else None


def _longest(text: str, start: int, candidates: Sequence[Shape]) -> FoundCitation | None:
    best: FoundCitation | None = None
    for shape in candidates:
        match = shape.pattern.match(text, start)
        if match and (best is None or match.end() > best.end):
            citation = _citation(shape.form, match)
            if citation is not None:
                best = FoundCitation(start + _opening(match.group()), match.end(), citation)
    return best


def _opening(matched: str) -> int:
    """Length of an opening bracket that the citation itself does not need ("(1978 (1) SCC 248")."""
    bracket = _OPENING.match(matched)
    return bracket.end() if bracket else 0


def _citation(form: Form, match: re.Match[str]) -> Citation | None:
    printed = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    reporter = _reporter(form, printed)
    parts = _parts(form, printed)
    text = canonical_text(form, reporter, parts) if reporter else None
    if reporter is None or text is None or (reporter.volumes and int(parts.get("volume", 0)) > reporter.volumes):
        return None
    year = parts.get("year")
    believed = int(year) if year and reporter.published_in(int(year)) else None
    return Citation(reporter.name, text, believed, _court(form, reporter, printed), form.decided)


def _reporter(form: Form, printed: dict[str, str]) -> Reporter | None:
    """The reporter; a citation that names none goes by its court."""
    table = reporter_table()
    if "name" in printed:
        return table.by_spelling.get(condensed(printed["name"]))
    if "series" in printed:
        return Reporter(f"LR {_series(printed['series'])}")
    name = form.reporter or printed.get("code")
    if name:
        return table.by_spelling.get(condensed(name)) or Reporter(name)
    series = table.series_by_spelling.get(condensed(printed["court"]))
    return Reporter(series.code) if series else None


def _parts(form: Form, printed: dict[str, str]) -> Parts:
    """The parts of a canonical text, as `form` calls them."""
    parts: Parts = {"page": int(printed["page"])}
    if "year" in printed:
        parts["year"] = int(re.sub(r"\s", "", printed["year"]).replace("l", "1").replace("I", "1"))
    if "volume" in printed:
        parts["volume"] = figures_value(printed["volume"])
    if "supplement" in printed:
        parts["supp"] = "Supp"
    if "series" in printed:
        parts["series"] = _series(printed["series"])
    if "code" in printed:
        parts["code"] = printed["code"].replace(".", "")
    series = reporter_table().series_by_spelling.get(condensed(printed.get("court") or form.court or ""))
    if series:
        parts["court"] = series.code
    return parts


def _series(printed: str) -> str:
    return re.sub(r"[\s.]", "", printed)


def canonical_text(form: Form, reporter: Reporter, parts: Parts) -> str | None:
    """How a citation with these `parts` (year, volume, page, supp, court) is written; None if too few are known."""
    known = parts.keys() | {"name"}
    year, volume = parts.get("year"), parts.get("volume")
    if form.running and volume and "supp" not in parts and reporter.runs(int(volume), int(year) if year else None):
        return form.running.format(name=reporter.name, **parts)
    for template in form.canonical:
        if _fields(template) <= known:
            return template.format(name=reporter.name, **parts)
    return None


@cache
def _fields(template: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


def _court(form: Form, reporter: Reporter, printed: dict[str, str]) -> str | None:
    table = reporter_table()
    if reporter.court:
        return reporter.court
    if "code" in printed:
        code = printed["code"].replace(".", "")
        return table.court_by_code.get(f"MANU/{code}" if reporter.name == "MANU" else code)
    series = table.series_by_spelling.get(condensed(printed.get("court") or form.court or ""))
    return table.court_by_series[series.code] if series else None

"""Citations in a text, each in its one canonical form whatever its brackets, dots and order."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from extraction.citation_patterns import patterns
from extraction.records import Citation
from extraction.reporters import ReportedCourt, condensed, reporter_table

_ROMAN = {"I": 1, "V": 5, "X": 10}
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FoundCitation:
    """A citation at `text[start:end]`; brackets around it and pinpoints after it are left outside."""

    start: int
    end: int
    citation: Citation


def find_citations(text: str) -> list[FoundCitation]:
    """All citations of `text` in order; where two readings overlap the earlier, then the longer one holds."""
    found = sorted(_readings(text), key=lambda f: (f.start, -f.end))
    kept: list[FoundCitation] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return kept


def _readings(text: str) -> Iterator[FoundCitation]:
    for shape, pattern in patterns():
        for match in pattern.finditer(text):
            citation = _WRITERS[shape](match)
            if citation is not None:
                start = match.start() + _opening(match.group())
                yield FoundCitation(start, match.end(), citation)


def _opening(matched: str) -> int:
    """Length of an opening bracket that the citation itself does not need ("(1978 (1) SCC 248")."""
    bracket = re.match(r"[\[({]\s?(?=\d{4})(?!\d{4}1?\s?[\])}])", matched)
    return bracket.end() if bracket else 0


def _number(text: str) -> int:
    """A volume in arabic or roman figures."""
    if _DIGIT.match(text):
        return int(text)
    values = [_ROMAN[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _volume(match: re.Match[str], *groups: str) -> int | None:
    parts = match.groupdict()
    return next((_number(parts[g]) for g in groups if parts.get(g)), None)


def _year(match: re.Match[str]) -> int | None:
    year = match.groupdict().get("year")
    return int(year) if year else None


def _court(code: str | None) -> ReportedCourt | None:
    return reporter_table().court_by_spelling.get(condensed(code)) if code else None


def _reported(match: re.Match[str]) -> Citation | None:
    reporter = reporter_table().by_spelling.get(condensed(match["rep"]))
    if reporter is None:
        return None
    parts = match.groupdict()
    volume, year, page = _volume(match, "va", "vb", "vc"), _year(match), int(match["page"])
    supplement = any(parts.get(g) for g in ("sa", "sb", "sc"))
    if reporter.continuous and volume is not None and not supplement and not _restarted(volume, year):
        text = f"{volume} {reporter.name} {page}"
    elif supplement:
        text = f"{year} Supp{f' ({volume})' if volume else ''} {reporter.name} {page}"
    elif volume is not None:
        text = f"({year}) {volume} {reporter.name} {page}"
    else:
        text = f"{year} {reporter.name} {page}"
    return Citation(reporter.name, text, year, reporter.court)


def _restarted(volume: int, year: int | None) -> bool:
    """Whether a small volume beside a recent year is one of that year, not of the running series."""
    return year is not None and year >= 1985 and volume < 10


def _law_reports(match: re.Match[str]) -> Citation:
    name = re.sub(r"[\s.]", "", match["rep"])
    return Citation(f"LR {name}", f"LR {match['va']} {name} {int(match['page'])}", _year(match))


def _air(match: re.Match[str]) -> Citation | None:
    court = _court(match["court"] or "SC")
    if court is None:
        return None
    return Citation("AIR", f"AIR {match['year']} {court.code} {int(match['page'])}", _year(match), court.name)


def _ilr(match: re.Match[str]) -> Citation | None:
    court, volume, year = _court(match["court"]), _volume(match, "va"), _year(match)
    if court is None or (volume is None and year is None):
        return None
    head = f"({year}) {volume}" if year and volume else str(year or volume)
    return Citation("ILR", f"ILR {head} {court.code} {int(match['page'])}", year, court.name)


def _jt(match: re.Match[str]) -> Citation:
    parts = match.groupdict()
    volume = _volume(match, "va", "vb")
    place = f" (Supp{f' {volume}' if volume else ''})" if parts.get("sa") else f" ({volume})" if volume else ""
    return Citation("JT", f"JT {match['year']}{place} SC {int(match['page'])}", _year(match), _supreme_court())


def _court_only(match: re.Match[str]) -> Citation | None:
    court = _court(match["court"])
    if court is None:
        return None
    return Citation(court.code, f"{match['year']} {court.code} {int(match['page'])}", _year(match), court.name)


def _supreme_court() -> str:
    return reporter_table().court_by_spelling["SC"].name


@cache
def _court_codes() -> dict[tuple[str, str], str]:
    """Court names by (kind of code, code)."""
    codes = {("indlaw", code): c.name for c in reporter_table().courts for code in c.indlaw}
    return codes | {("neutral", code): c.name for c in reporter_table().courts for code in c.neutral}


def _indlaw(match: re.Match[str]) -> Citation:
    text = f"{match['year']} Indlaw {match['court']} {int(match['page'])}"
    return Citation("Indlaw", text, _year(match), _court_codes().get(("indlaw", match["court"])), decision_year=True)


def _insc(match: re.Match[str]) -> Citation:
    text = f"{match['year']} INSC {int(match['page'])}"
    return Citation("INSC", text, _year(match), _supreme_court(), decision_year=True)


def _neutral(match: re.Match[str]) -> Citation:
    text = f"{match['year']}:{match['court']}:{int(match['page'])}"
    court = _court_codes().get(("neutral", match["court"]))
    return Citation(match["court"], text, _year(match), court, decision_year=True)


def _manu(match: re.Match[str]) -> Citation:
    text = f"MANU/{match['court']}/{match['page'].zfill(4)}/{match['year']}"
    court = _court_codes().get(("indlaw", match["court"])) or getattr(_court(match["court"]), "name", None)
    return Citation("MANU", text, _year(match), court, decision_year=True)


def _online(match: re.Match[str]) -> Citation | None:
    court = _court(match["court"])
    if court is None:
        return None
    text = f"{match['year']} SCC OnLine {court.code} {int(match['page'])}"
    return Citation("SCC OnLine", text, _year(match), court.name, decision_year=True)


def _livelaw(match: re.Match[str]) -> Citation | None:
    court = _court(match["court"])
    if court is None:
        return None
    text = f"{match['year']} LiveLaw ({court.code}) {int(match['page'])}"
    return Citation("LiveLaw", text, _year(match), court.name, decision_year=True)


_WRITERS: dict[str, Callable[[re.Match[str]], Citation | None]] = {
    "year-first": _reported,
    "volume-first": _reported,
    "law-reports": _law_reports,
    "air": _air,
    "air-year-first": _air,
    "jt": _jt,
    "jt-unnumbered": _jt,
    "jt-year-first": _jt,
    "ilr": _ilr,
    "ilr-year-first": _ilr,
    "court-only": _court_only,
    "indlaw": _indlaw,
    "insc": _insc,
    "neutral": _neutral,
    "manu": _manu,
    "online": _online,
    "livelaw": _livelaw,
}

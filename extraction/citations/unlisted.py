"""Citations of reports that the table does not list: any abbreviation between figures, told by where it stands.

It stands right after the name of a case ("A v. B, 56 A. 142") or beside another citation of it. Anywhere else figures
around capitals may be a date, an address or an exhibit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extraction.citations.citations import FoundCitation
from extraction.citations.patterns import YEAR
from extraction.citations.printed import printed_beyond
from extraction.citations.reporters import condensed, reporter_table
from extraction.parties.titles import beside_initial, surely_versus, versus_signs
from extraction.parties.words import vocabulary
from extraction.records import Citation
from extraction.text.numerals import figures_value

_ABBREVIATION = (
    r"(?P<name>(?:[A-Z][A-Za-z]{0,8}(?:\.[\s&'’-]{0,2}|[\s&'’-]{1,2}|(?=[\d(]))){1,5}?(?:[2-5](?:d|nd|rd|th)\b\.?)?"
    r"(?:\s?\([A-Z][A-Za-z.&]{0,9}\))?)"
)
_FORM = (
    rf"(?:[\[(]?(?P<year>{YEAR})[\])]?[\s,.-]{{0,3}}(?:[\[(]?(?P<volume>\d{{1,3}}|[IVX]{{1,5}})[\])]?[\s,-]{{1,2}})?"
    rf"|(?P<running>\d{{1,4}}|[IVXL]{{2,7}})(?:\s\((?P<after>{YEAR})\))?,?\s)"
    rf"{_ABBREVIATION}[\s.,]{{0,2}}(?P<page>\d{{1,5}})(?![\d/%]|[.:]\d|[a-z]|\s?(?:of|to)\s\d|-\d)"
    r"(?:\s?[(\[][A-Z][A-Za-z&. -]{0,14}[)\]])?"
)
_ANY = re.compile(rf"(?=[\[(\dIVXL])(?<![\w/.-]){_FORM}")
_NAME_FIRST = re.compile(
    rf"\b{_ABBREVIATION}(?P<year>{YEAR}),?\s?\((?:(?P<volume>\d{{1,3}})|[A-Z][A-Za-z.&]{{1,9}})\)\s?"
    r"(?P<page>\d{1,5})(?![\d/%]|[.:]\d|[a-z]|-\d)"
)
"""The name of the report before its year: "HLJ 2010 (HP) 622", "KLT 1999 (2) 40"."""
_BESIDE = re.compile(
    r"(?:\s?[(\[](?:[A-Z][A-Za-z&. -]{0,14}|(?:1[789]|20)\d\d)[)\]])?(?:,\s?\d{1,4}(?:-\d{1,4})?)?"
    rf"[\s)\]}},.:;=|/]{{1,4}}\(?(?P<citation>{_FORM})"
)
_LEADS = re.compile(r"(?:[,;:(\[=–—\"”’'-]\s{0,2}|\b(?:in|as|at)\s:?|\(['’‘]\d\d\)\s)$")
_IN_RE = re.compile(r"\b(?:In\s[Rr]e|IN\sRE|[Ee]x\sparte)\b")
_REACH = 200  # characters from the "v." to the citation: a long respondent fits


def find_unlisted(text: str, listed: Sequence[FoundCitation]) -> list[FoundCitation]:
    """The citations of unlisted reports in `text`, in order: after a name, and beside one another or a `listed` one."""
    found: dict[int, FoundCitation] = {}
    starts = [citation.start for citation in listed]
    for begin, end in _after_names(text):
        first = _first(text, begin, end, starts)
        if first:
            found |= {c.start: c for c in (first, *_beside(text, first.end, starts))}
    for citation in listed:
        found |= {c.start: c for c in _beside(text, citation.end, starts)}
    return [found[start] for start in sorted(found)]


def opening_note(text: str, start: int, end: int, listed: Sequence[FoundCitation]) -> list[FoundCitation]:
    """The citations of unlisted reports with which a note opens at `text[start:end]`, side by side."""
    starts = [citation.start for citation in listed]
    match = next(_possible(text, start, end), None)
    if match is None or _listed_in(starts, start, match.end()):
        return []
    first = _read(match, match.start())
    return [first, *_beside(text[:end], first.end, starts)]


def _after_names(text: str) -> Iterator[tuple[int, int]]:
    """Where the citation of each name would stand: behind its "v.", and before the next name's."""
    signs = [s.end() for s in versus_signs(text) if surely_versus(s) or not beside_initial(s)]
    ends = sorted([*signs, *(m.end() for m in _IN_RE.finditer(text))])
    for index, end in enumerate(ends):
        following = ends[index + 1] if index + 1 < len(ends) else len(text)
        yield end, min(end + _REACH, following)


def _first(text: str, begin: int, end: int, starts: Sequence[int]) -> FoundCitation | None:
    """The first citation in a stretch, if one that the table lists does not come before."""
    named = (match for match in _NAME_FIRST.finditer(text, begin, end) if _reports(match))
    for match in sorted([*_possible(text, begin, end), *named], key=lambda match: match.start()):
        if _listed_in(starts, begin, match.end()):
            return None
        dated = match["year"] and match.re is _ANY
        if dated or _LEADS.search(text, max(begin, match.start() - 6), match.start()):
            return _read(match, match.start())
    return None


def _beside(text: str, end: int, starts: Sequence[int]) -> Iterator[FoundCitation]:
    """The citations that follow one that ends at `end`, nothing but marks and a pinpoint between them."""
    while match := _BESIDE.match(text, end):
        if not _reports(match) or _listed_in(starts, end, match.end()):
            return
        yield _read(match, match.start("citation"))
        end = match.end()


def _possible(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    return (match for match in _ANY.finditer(text, begin, end) if _reports(match))


def _listed_in(starts: Sequence[int], begin: int, end: int) -> bool:
    index = bisect_left(starts, begin)
    return index < len(starts) and starts[index] < end


def _reports(match: re.Match[str]) -> bool:
    """Whether the words between the figures can abbreviate the name of a report."""
    prose, no_report = vocabulary().stops | vocabulary().connectors, reporter_table().no_report
    words = re.findall(r"([A-Za-z]+)(\.?)", match["name"])
    spelled = (word.lower() for word, dot in words if not dot and not word.isupper())
    return not any(word.lower() in no_report for word, _ in words) and not any(word in prose for word in spelled)


def _read(match: re.Match[str], start: int) -> FoundCitation:
    table = reporter_table()
    known, series = (
        table.by_spelling.get(condensed(match["name"])),
        table.series_by_spelling.get(condensed(match["name"])),
    )
    parts = match.groupdict()
    printed, year, page = match.string[start : match.end()], match["year"] or parts.get("after"), int(match["page"])
    volume = match["volume"] or parts.get("running")
    if series and not year and series.code in table.bare:
        name, text = "ILR", f"ILR {volume} {series.code} {page}"
    else:
        name = known.name if known else _plain(match["name"])
        text = _canonical(name, int(year) if year else None, figures_value(volume) if volume else None, page)
    court = known.court if known else table.court_by_series[series.code] if series else None
    citation = Citation(name, text, int(year) if year else None, court, printed=printed_beyond(printed, text))
    return FoundCitation(start, match.end(), citation)


def _canonical(name: str, year: int | None, volume: int | None, page: int) -> str:
    if year is None:
        return f"{volume} {name} {page}"
    return f"({year}) {volume} {name} {page}" if volume else f"{year} {name} {page}"


def _plain(printed: str) -> str:
    """An abbreviation without its stops: "N.J.L." is "NJL", "P. 2d" is "P 2d"."""
    spaced = re.sub(r"[\s.]+", " ", printed).strip().replace(" )", ")")
    return re.sub(r"(?<=\b[A-Z])\s(?=[A-Z]\b)", "", spaced)

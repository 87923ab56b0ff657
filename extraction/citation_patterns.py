"""The shapes a citation takes on paper, as compiled patterns over the reporters' table.

Every pattern names its parts: `year`, `rep`, `court`, `page`, and volumes and supplements by place
(`va`, `vb`, `vc`; `sa`, `sb`, `sc`). Every quantifier is bounded, so that scanning takes linear time.
"""

import re
from functools import cache

from extraction.reporters import ReporterTable, alternation, reporter_table

YEAR = r"(?:1[789]|20)\d\d"
_OPEN = r"(?:[\[({]\s?)?"
_CLOSE = r"(?:\s?[\])}]|1(?=\s))?"
_PAGE = (
    r"[\s.,:-]{0,2}(?:[Pp](?:age|p|g)?\.?\s?)?"
    rf"(?P<page>\d{{1,5}}(?={YEAR}\s?Indlaw)|\d{{1,5}}(?!\d|\s?Indlaw))"
)
_VOLUME = r"(?:\d{1,3}|[IVX]{1,5})"


def _supplement(table: ReporterTable) -> str:
    return r"(?i:" + "|".join(sorted(table.supplements, key=len, reverse=True)) + r")\.?"


@cache
def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(shape, pattern) for every shape of citation."""
    table = reporter_table()
    supp = _supplement(table)
    reporters = alternation(s for r in table.reporters if r.name != "SC" for s in (r.name, *r.spellings))
    running = alternation(s for r in table.reporters if r.continuous for s in (r.name, *r.spellings))
    courts = alternation(s for c in table.courts for s in (c.code, *c.spellings))
    shapes = {
        "year-first": _year_first(reporters, supp),
        "volume-first": rf"(?<![\w.])(?:{_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?)?(?:L\.?\s?R\.?,?\s?)?"
        rf"(?P<va>\d{{1,3}})\s?(?P<rep>{running}){_PAGE}",
        "law-reports": rf"(?<![A-Za-z])(?:{_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?)?L\.?\s?R\.?,?\s?(?P<va>\d{{1,2}})\s?"
        rf"(?P<rep>Q\.?\s?B\.?\s?D?\.?|Ch\.?|Eq\.?|C\.?\s?P\.?|Ex\.?|H\.?\s?L\.?|P\.?\s?C\.?|K\.?\s?B\.?){_PAGE}",
        "air": rf"(?<![A-Z])A\.?\s?[I1TlL]\.?\s?R\.?[\s,]{{0,2}}{_OPEN}(?P<year>{YEAR}){_CLOSE}[\s,]{{0,2}}"
        rf"\(?(?P<court>{courts})\s?\)?{_PAGE}",
        "air-year-first": rf"(?<!\d){_OPEN}(?P<year>{YEAR}){_CLOSE}[\s,]{{0,2}}A\.?\s?I\.?\s?R\.?\s?"
        rf"(?:\(?(?P<court>{courts})\s?\)?)?{_PAGE}",
        "jt": rf"(?<![A-Za-z])J\.?\s?T\.?\s?{_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?(?:[(\[]?(?P<sa>{supp})"
        rf"(?:\s?(?P<vb>\d{{1,2}}))?\s?[)\]]?|[(\[]?\s?(?P<va>\d{{1,2}})\s?[)\]]?)\s?(?:S\.?\s?C\.?)?{_PAGE}",
        "jt-unnumbered": rf"(?<![A-Za-z])J\.?\s?T\.?\s?{_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?S\.?\s?C\.?{_PAGE}",
        "jt-year-first": rf"(?<!\d){_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?[(\[]?\s?(?P<va>\d{{1,2}})\s?[)\]]?\s?"
        rf"J\.?\s?T\.?\s?(?:\(?S\.?\s?C\.?\)?)?{_PAGE}",
        "ilr": rf"(?<![A-Za-z])I\.?\s?L\.?\s?R\.?,?\s?(?:{_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?)?"
        rf"(?:[(\[]?\s?(?P<va>{_VOLUME})\s?[)\]]?\s?)?\(?(?P<court>{courts})\s?\)?{_PAGE}",
        "ilr-year-first": rf"(?<!\d){_OPEN}(?P<year>{YEAR}){_CLOSE},?\s?I\.?\s?L\.?\s?R\.?,?\s?"
        rf"(?:[(\[]?\s?(?P<va>{_VOLUME})\s?[)\]]?\s?)?\(?(?P<court>{courts})\s?\)?{_PAGE}",
        "court-only": rf"(?<![\d/.-]){_OPEN}(?P<year>{YEAR}){_CLOSE}[.,]?\s?(?P<court>{_court_only()})"
        r"[\s.,]{1,2}(?P<page>\d{1,4})(?![\d/])(?!\s?\()",
        "indlaw": rf"(?P<year>{YEAR})\s?Indlaw\s{{1,2}}(?P<court>[A-Z]{{2,8}})\s{{0,2}}"
        rf"(?P<page>\d{{1,6}}?(?={YEAR}\s?Indlaw)|\d{{1,6}})",
        "insc": rf"(?<!\d)(?P<year>{YEAR})\s?:?\s?INSC\s?:?\s?(?P<page>\d{{1,5}})(?!\d)",
        "neutral": rf"(?<!\d)(?P<year>20\d\d)\s?:\s?(?P<court>{_neutral(table)})\s?:\s?"
        r"(?P<page>\d{1,7})(?:-(?:DB|FB))?",
        "manu": r"(?<!\w)MANU\s?/\s?(?P<court>[A-Z]{2,5})\s?/\s?(?P<page>\d{1,5})\s?/\s?(?P<year>(?:19|20)\d\d)",
        "online": rf"(?<!\d){_OPEN}(?P<year>{YEAR}){_CLOSE}\s?S\.?C\.?C\.?\s?(?i:on-?line)\s?"
        rf"(?P<court>{courts})\s?(?P<page>\d{{1,6}})(?!\d)",
        "livelaw": rf"(?<!\d)(?P<year>20\d\d)\s?(?i:livelaw)\s?\((?P<court>{courts})\)\s?(?P<page>\d{{1,5}})(?!\d)",
    }
    return tuple((shape, re.compile(pattern)) for shape, pattern in shapes.items())


def _year_first(reporters: str, supp: str) -> str:
    return (
        rf"(?<![\d/.]){_OPEN}(?P<year>{YEAR}){_CLOSE}[.,]?\s?"
        rf"(?:[(\[]?(?P<sa>{supp})[)\]]?[,]?\s?)?"
        rf"(?:[(\[]?\s?(?P<va>{_VOLUME})\.?\s?[)\]]?,?\s?)?"
        rf"(?:[(\[]?(?P<sb>{supp})[)\]]?\s?(?:[(\[]?\s?(?P<vb>{_VOLUME})\s?[)\]]?\s?)?)?"
        rf"(?P<rep>{reporters})(?![a-z])"
        rf"(?:\s?[(\[]?(?P<sc>{supp})(?=[\s)\].\d])[)\]]?)?"
        rf"(?:\s?[(\[]\s?(?P<vc>{_VOLUME})\s?[)\]])?"
        rf"{_PAGE}"
    )


def _court_only() -> str:
    """The courts whose bare name stands for a reporter after a year ("1957 All 414")."""
    return alternation(("SC", "All", "Bom", "Cal", "Mad", "Pat", "Kar", "Ker", "Nag", "Lah", "Mys", "Punj"))


def _neutral(table: ReporterTable) -> str:
    codes = {code for c in table.courts for code in c.neutral if code != "INSC"}
    return "(?:" + "|".join(re.escape(code) for code in sorted(codes, key=len, reverse=True)) + ")"

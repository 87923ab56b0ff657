"""How provisions are written: one number list after its introducing word, and the parts of a number.

Every quantifier is bounded; scanning takes linear time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.records import ProvisionKind
from extraction.text.numerals import figures_value, ordinal

_CLAUSE = r"(?:\s?\(\s?(?:\d{1,3}[A-Z]{0,2}|[ivxl]{1,5}|[a-z]{1,3}|[A-Z]{1,2})\s?\))"
_NUMBER = (
    r"(?:\d{1,2}(?!\d|\.\d|,\d{3})|\d{3,4}(?!\d|\.\d))(?:\s?-\s?[A-Z]{1,2}(?![\w.])|[A-Z]{1,3}(?![a-z])|\s[A-Z](?=\s?[,;)/(]|\s(?:and|of|to|IPC|I\.P)))?"
    rf"{_CLAUSE}{{0,5}}"
)
_JOIN = r"\s?,?\s?(?:and/or|and|or|&|to|read\s+with|r/w\.?|r\.w\.|/|,|along\s+with|as\s+well\s+as)\s?"
_INTRO = re.compile(
    r"(?<![A-Za-z0-9])(?<![Ss]ub[\s-])(?:"
    r"(?P<article>[Uu]/\s?[Aa]rts?\.?|[Aa]rticles?\b|ARTICLES?\b|[Aa]rts?\b\.?)"
    r"|(?P<section>[Uu]/\s?[Ss]s?\b\.?|[Uu]/\s?[Ss]ec\.|[Ss]ections?\b|SECTIONS?\b|[Ss]ecs?\b\.?|Secton\b|Ss?\.|ss?\.|SS\.)"
    r"|(?P<order>[Oo]rders?\b|ORDER\b|O\.)\s?(?P<whole>[IVXL]{1,7}|\d{1,2})(?P<suffix>-?A)?\s?,?\s?(?:[Rr]ules?\b|RULES?\b|[Rr]r?\.)"
    r")\s{0,3}(?:Nos?\.\s?)?(?=\d)"
)
_LIST = re.compile(rf"(?P<first>{_NUMBER})(?:{_JOIN}(?:{_NUMBER}|{_CLAUSE}{{1,4}})(?![ \t]*\n\s*\()){{0,30}}")
_ONE = re.compile(_NUMBER)
_PART = re.compile(r"(?P<number>\d{1,4})(?:\s?-?\s?(?P<letter>[A-Z]{1,3})(?![a-z]))?(?P<clause>.*)", re.DOTALL)
_SUBDIVISION = r"(?:[Ss]ub-?\s?(?:[Ss]ections?|[Ss]s?\.|[Cc]lauses?|[Cc]ls?\.)|[Cc]lauses?|[Cc]ls?\.)"
_BEFORE = re.compile(
    rf"(?:(?:[Ff]irst |[Ss]econd |[Tt]hird )?[Pp]roviso to )?{_SUBDIVISION}\s?(?P<clause>{_CLAUSE}{{1,4}})"
    rf"(?:\s(?:of|to|in)\s{_SUBDIVISION}\s?(?P<outer>{_CLAUSE}{{1,3}}))?\s(?:of|to|in|under)\s(?:the\s)?$"
)
_OF = re.compile(r"\b(?:of|to|in|under)\s(?:the\s)?$")
_ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|FIRST|SECOND|THIRD|FOURTH|FIFTH|"
    r"SIXTH|SEVENTH|EIGHTH|NINTH|TENTH|ELEVENTH|TWELFTH|\d{1,2}(?:st|nd|rd|th))"
)
_SCHEDULE = re.compile(r"[Ss](?:chedules?|CHEDULES?)\b")
_ORDINALS_BEFORE = re.compile(rf"\b{_ORDINAL}(?:(?:,\s?|,?\s(?:and|or|to)\s){_ORDINAL}){{0,5}}\s$")
_FIGURES_AFTER = re.compile(r"\s(?:[IVX]{1,5}|\d{1,2})\b(?:(?:,\s?|,?\s(?:and|or)\s)(?:[IVX]{1,5}|\d{1,2})\b){0,5}")
_ONE_SCHEDULE = re.compile(rf"{_ORDINAL}|\b(?:[IVX]{{1,5}}|\d{{1,2}})\b")
_RULE_OF_ORDER = re.compile(
    r"[Rr](?<!\w.)(?:ule|\.)\s?(?P<rule>\d{1,3}(?:-?[A-Z])?)\s?(?:\(\d{1,2}\)\s?)?(?:of|,)\s(?:Order|O\.)\s?"
    r"(?P<whole>[IVXL]{1,7}|\d{1,2})\b"
)
_SAID: tuple[tuple[ProvisionKind, re.Pattern[str]], ...] = (
    ("section", re.compile(r"ections?\b(?!\s{0,2}(?:Nos?\.\s?)?[\dIVX])")),
    ("article", re.compile(r"rticles?\b(?!\s{0,2}(?:Nos?\.\s?)?[\dIVX])")),
    ("schedule", re.compile(r"chedule\b(?!\s{0,2}[\dIVX])")),
)
_POINTING = re.compile(r"\b(?:[Tt]he\s(?:said|same)|[Tt]hat|said|[Tt]hose|[Tt]hese|aforesaid)\s[SsAa]$")
_TO = re.compile(r"\s?(?:to|-)\s?")
_LONGEST_RANGE = 50  # sections: "sections 3 to 900" is a slip or a year


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """One number of a list at `text[start:end]`: "498A", "7-rule-11"; `clause` is what follows it: "(1)(a)"."""

    start: int
    end: int
    number: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class ProvisionGroup:
    """One introducing word and the numbers after it, at `text[start:end]`; no numbers: "the said section"."""

    start: int
    end: int
    kind: ProvisionKind
    numbers: tuple[WrittenNumber, ...]


def find_groups(text: str) -> list[ProvisionGroup]:
    """All provisions named in `text`, in order, in the groups in which they are written."""
    groups = [*_numbered(text), *_rules_of_orders(text), *_schedules(text), *_said(text)]
    return sorted(groups, key=lambda g: g.start)


def _numbered(text: str) -> Iterator[ProvisionGroup]:
    after = 0
    for intro in _INTRO.finditer(text):
        listed = _LIST.match(text, intro.end())
        if listed is None or intro.start() < after:
            continue
        after = listed.end()
        kind: ProvisionKind = "article" if intro["article"] else "section" if intro["section"] else "order-rule"
        prefix = f"{figures_value(intro['whole'])}{(intro['suffix'] or '').strip('-')}-rule-" if intro["order"] else ""
        group = _group(text, intro.start(), listed, kind, prefix)
        if group:
            yield group


def _rules_of_orders(text: str) -> Iterator[ProvisionGroup]:
    for match in _RULE_OF_ORDER.finditer(text):
        prefix = f"{figures_value(match['whole'])}-rule-"
        written = WrittenNumber(match.start(), match.end(), f"{prefix}{match['rule'].replace('-', '')}", None)
        yield ProvisionGroup(match.start(), match.end(), "order-rule", (written,))


def _group(text: str, start: int, listed: re.Match[str], kind: ProvisionKind, prefix: str) -> ProvisionGroup | None:
    before = _BEFORE.search(text, max(0, start - 70), start) if _OF.search(text, max(0, start - 10), start) else None
    numbers = list(number_list(text, listed.start(), listed.end(), prefix))
    if not numbers:
        return None
    if before:
        clause = re.sub(r"\s", "", (before["outer"] or "") + before["clause"])
        numbers[0] = WrittenNumber(numbers[0].start, numbers[0].end, numbers[0].number, clause)
        start = before.start()
    numbers[0] = WrittenNumber(start, numbers[0].end, numbers[0].number, numbers[0].clause)
    return ProvisionGroup(start, listed.end(), kind, tuple(numbers))


def number_list(text: str, start: int, end: int, prefix: str = "") -> Iterator[WrittenNumber]:
    """The numbers written in `text[start:end]`; "4 to 7" gives 4, 5, 6 and 7 while the range is short."""
    last: WrittenNumber | None = None
    for match in _ONE.finditer(text, start):
        if match.start() >= end:
            return
        if text[match.start() - 1] == "(":
            continue
        written = _written(match, prefix)
        if last and _TO.fullmatch(text, last.end, match.start()):
            yield from _between(last, written, prefix)
        if len(match.group()) != 4 or not match.group().isdigit():
            yield written
            last = written


def _written(match: re.Match[str], prefix: str) -> WrittenNumber:
    part = _PART.fullmatch(match.group())
    assert part is not None
    clause = re.sub(r"\s", "", part["clause"]) or None
    return WrittenNumber(match.start(), match.end(), f"{prefix}{part['number']}{part['letter'] or ''}", clause)


def _between(first: WrittenNumber, last: WrittenNumber, prefix: str) -> Iterator[WrittenNumber]:
    """The numbers of "4 to 7" or "498A to 498D" that are not written."""
    low, high = first.number.removeprefix(prefix), last.number.removeprefix(prefix)
    numbers: list[str] = []
    if low.isdigit() and high.isdigit() and int(high) - int(low) < _LONGEST_RANGE:
        numbers = [str(number) for number in range(int(low) + 1, int(high))]
    elif low[:-1].isdigit() and low[:-1] == high[:-1]:
        numbers = [low[:-1] + chr(letter) for letter in range(ord(low[-1]) + 1, ord(high[-1]))]
    for number in numbers:
        yield WrittenNumber(last.start, last.end, f"{prefix}{number}", None)


def _schedules(text: str) -> Iterator[ProvisionGroup]:
    for noun in _SCHEDULE.finditer(text):
        named = _ORDINALS_BEFORE.search(text, max(0, noun.start() - 90), noun.start())
        named = named or _FIGURES_AFTER.match(text, noun.end())
        if named is None or (text[noun.start()] == "s" and named.start() == noun.end() and named.group()[1].isdigit()):
            continue
        start, end = min(named.start(), noun.start()), max(named.end(), noun.end())
        places = [(m.start(), m.end(), m.group()) for m in _ONE_SCHEDULE.finditer(text, named.start(), named.end())]
        spans = [(start, end)] if len(places) == 1 else [(low, high) for low, high, _ in places]
        numbers = [
            WrittenNumber(low, high, str(ordinal(word) or figures_value(word)), None)
            for (low, high), (_, _, word) in zip(spans, places, strict=True)
        ]
        yield ProvisionGroup(start, end, "schedule", tuple(numbers))


def _said(text: str) -> Iterator[ProvisionGroup]:
    """ "The said section": a group without numbers, which points back to the one before it of its kind."""
    for kind, noun in _SAID:
        for match in noun.finditer(text):
            pointing = _POINTING.search(text, max(0, match.start() - 14), match.start())
            if pointing:
                yield ProvisionGroup(pointing.start(), match.end(), kind, ())

"""How provisions are written: one number list after its introducing word, and the parts of a number.

Every quantifier is bounded; scanning takes linear time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extraction.provisions.act_mentions import ABBREVIATED
from extraction.records import ProvisionKind
from extraction.text.numerals import figures_value, ordinal

_CLAUSE = r"(?:\s?\(\s?(?:\d{1,3}(?:-?[A-Z]{1,2})?|[ivxl]{1,5}|[a-z]{1,3}|[A-Z]{1,2})\s?\))"
# "498-A." but not "5-I.P.C."; "5 - D. K. Basu" and "5 - A man" have no letter; "302IPC" is an act glued to its number.
_DASHED = r"-(?!IPC|CPC|BNS|BSA)[A-Z]{1,3}(?!\w|\.\w|\.\s?[A-Z]\.)"
_DASHED_WIDE = r"(?:\s-\s?|-\s)[A-Z]{1,2}(?!\w|\.\s?\w|\s(?!and|or|of|to|r/w|read)[a-z])"
_GLUED = r"(?!IPC|CPC|BNS|BSA|I\.P)[A-Z]{1,3}(?![a-z])"
# "498a" and "120-b", but "5-a man".
_SMALL = r"-?[a-e](?!\w|\.\w)(?<!-a(?=\s[a-z]))"
# After "498 A." a new sentence, and no name: "5 A. Kumar".
_OPENING = (
    r"(?:The|He|She|It|In|This|That|These|Those|They|There|On|For|Hence|But|No|Both|All|Each|Neither|Such|After|Before"
    r"|When|While|Since|Thus|Therefore|However|Accordingly|As|At|By|From|If|Under|We|To|An|Any|Nor|Further|Learned)"
)
_APART = (
    r"\s[A-Z](?=\s?[,;)/(]|\s(?:and|or|of|to|&|r/w|read|IPC|I\.P|Indian)|"
    rf"\.(?:\s{{0,3}}\Z|\s?\n|\s{_OPENING}\s))"
)
_NUMBER = (
    rf"(?:\d{{1,2}}(?!\d|\.\d|,\d{{3}})|\d{{3,4}}(?!\d|\.\d))(?:{_DASHED}|{_DASHED_WIDE}|{_GLUED}|{_APART}|{_SMALL})?"
    rf"{_CLAUSE}{{0,5}}"
)
# Up to seven blanks: where a footnote's mark stood ("Sections 72[12] and 73").
_JOIN = (
    r"(?:\s{0,7},?\s?(?:and/or|and|or|&|(?:up\s?)?to|till|through|read\s+with|r/w\.?|r\.w\.|/|,|along\s+with|as\s+well\s+as)\s?"
    r"|\s?-\s?(?=\d))"
)
# A word broken by a blank, at a line's end or by a soft hyphen: "Sec tion".
_BREAK = r"(?:-?\s{1,2}|\xad)?"
_SECTION = rf"[Ss]ec{_BREAK}t{_BREAK}ions?\b"
_INTRO = re.compile(
    r"(?<![A-Za-z0-9])(?<![Ss]ub[\s-])(?:"
    rf"(?P<article>[Uu]/\s?[Aa]rts?\.?|[Aa]r{_BREAK}ti{_BREAK}cles?\b|ARTICLES?\b|[Aa]rts?\b\.?)"
    rf"|(?P<section>[Uu]/\s?[Ss]s?\b\.?|[Uu]/\s?[Ss]ec\.|{_SECTION}|SECTIONS?\b|[Ss]ecs?\b\.?|Secton\b|(?<![A-Z]\.)(?<!U\.\s)Ss?\.|ss?\.|SS\.|§{{1,2}})"
    r"|(?P<rule>[Rr]ules?\b|RULES?\b)|(?P<regulation>[Rr]egulations?\b|REGULATIONS?\b)"
    r"|(?P<order>[Oo]rders?\b|ORDER\b|Ord?\.|O\.|O(?=\s\d{1,2}\s?,?\sR))\s?(?P<whole>[IVXL]{1,7}|\d{1,2})(?P<suffix>-?A)?\s?,?\s?(?:[Rr]ules?\b|RULES?\b|[Rr]r?\.|R(?=\s?\d))"
    r")\s{0,3}(?:(?<=[ens]\s)Nos?\.\s?)?(?=\d)"
)
_LIST = re.compile(rf"(?P<first>{_NUMBER})(?:{_JOIN}(?:{_NUMBER}|{_CLAUSE}{{1,4}})(?![ \t]*\n\s*\()){{0,30}}")
_ONE = re.compile(_NUMBER)
# A number without its word, after a joint and right before an act: "482 CrPC / 528 BNSS".
_BARE = re.compile(
    rf"(?:[/,&(;]|\b(?:and|or|[Uu]nder|r/w\.?|with|now|earlier|formerly|to))\s?(?P<list>(?>{_LIST.pattern}))"
    rf"(?=\s?,?\s?(?:of\s)?(?:the\s)?(?:{ABBREVIATED}|(?:[A-Z][A-Za-z.]{{0,14}}\s){{1,3}}Act\b))"
)
_PART = re.compile(r"(?P<number>\d{1,4})(?:\s?-?\s?(?P<letter>[A-Z]{1,3}(?![a-z])|[a-e]))?(?P<clause>.*)", re.DOTALL)
_SUBDIVISION = (
    r"(?:[Ss]ub-?\s?(?:[Ss]ections?|[Rr]ules?|[Rr]egulations?|[Ss]s?\.|[Cc]lauses?|[Cc]ls?\.)|[Cc]lauses?|[Cc]ls?\.)"
)
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
_WORDED: tuple[Literal["article", "section", "rule", "regulation"], ...] = ("article", "section", "rule", "regulation")
_ONE_SCHEDULE = re.compile(rf"{_ORDINAL}|\b(?:[IVX]{{1,5}}|\d{{1,2}})\b")
_RULE_OF_ORDER = re.compile(
    r"[Rr](?<!\w.)(?:ule|\.)\s?(?P<rule>\d{1,3}(?:-?[A-Z])?)\s?(?:\(\d{1,2}\)\s?)?(?:(?:of|,)\s)?(?:Order|O\.)\s?"
    r"(?P<whole>[IVXL]{1,7}|\d{1,2})\b"
)
_OF_ORDER = re.compile(r"(?:\sof|,)?\s(?:Order|O\.)\s?(?:[IVXL]|\d)")
_SAID: tuple[tuple[ProvisionKind, re.Pattern[str]], ...] = (
    ("section", re.compile(r"ections?\b(?!\s{0,2}(?:Nos?\.\s?)?[\dIVX])")),
    ("article", re.compile(r"rticles?\b(?!\s{0,2}(?:Nos?\.\s?)?[\dIVX])")),
    ("schedule", re.compile(r"chedule\b(?!\s{0,2}[\dIVX])")),
)
_POINTING = re.compile(r"\b(?:[Tt]he\s(?:said|same)|[Tt]hat|said|[Tt]hose|[Tt]hese|aforesaid)\s[SsAa]$")
_TO = re.compile(r"\s{0,2}(?:(?:up\s?)?to|till|through|-)\s{0,2}")
_BECAME = re.compile(r"\b(?:[Ff]rom|alter\w*|conver\w*|reduc\w*|chang\w*|modif\w*|br[io]\w+\sdown)\b[^.;]*$")
"""Before what an offence became: "altering the conviction under section 302 to section 304"."""
_LONGEST_RANGE = 50  # sections: "sections 3 to 900" is a slip or a year
_DASHES, _BLANKS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "\u200b\u2060\ufeff"
_PLAIN = str.maketrans(_DASHES + _BLANKS, "-" * len(_DASHES) + " " * len(_BLANKS))
# "41—A of", but "5.—A person" and "5—A person".
_LONG_DASH = re.compile(r"(?<=\d)—(?=[A-Z]{1,2}(?:[,;.)/(]|\s(?:of|and|or|to|r/w|read)\b))")
_NAUGHT = re.compile(r"(?<=\d)[Oo](?=\d|-?B\b)")
_ONE_FIGURE = re.compile(r"(?<=\d)[Il](?=\d)")


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """One number of a list at `text[start:end]`: "498A", "7-rule-11"; `clause` is what follows it: "(1)(a)"."""

    start: int
    end: int
    number: str
    clause: str | None


@dataclass(frozen=True, slots=True)
class ProvisionGroup:
    """One introducing word and the numbers after it, at `text[start:end]`; no numbers: "the said section".

    `bare`: the numbers stand without their word, before what should be an act: "/ 528 BNSS".
    """

    start: int
    end: int
    kind: ProvisionKind
    numbers: tuple[WrittenNumber, ...]
    bare: bool = False


def find_groups(text: str) -> list[ProvisionGroup]:
    """All provisions named in `text`, in order, in the groups in which they are written."""
    text = plain(text)
    worded = [*_numbered(text), *_rules_of_orders(text), *_schedules(text), *_said(text)]
    return sorted([*worded, *_bare(text, worded)], key=lambda g: g.start)


def plain(text: str) -> str:
    """The text with one dash and one blank for all of them and figures for letters between figures, place by place."""
    text = _LONG_DASH.sub("-", text.translate(_PLAIN))
    return _ONE_FIGURE.sub("1", _NAUGHT.sub("0", text))


def _bare(text: str, worded: Sequence[ProvisionGroup]) -> Iterator[ProvisionGroup]:
    starts = sorted((group.start, group.end) for group in worded)
    for match in _BARE.finditer(text):
        before = bisect_left(starts, (match.end("list"), 0)) - 1
        if before >= 0 and starts[before][1] > match.start("list"):
            continue
        numbers = tuple(number_list(text, *match.span("list")))
        if numbers:
            yield ProvisionGroup(match.start("list"), match.end("list"), "section", numbers, bare=True)


def _numbered(text: str) -> Iterator[ProvisionGroup]:
    after = 0
    for intro in _INTRO.finditer(text):
        listed = _LIST.match(text, intro.end())
        if listed is None or intro.start() < after:
            continue
        after = listed.end()
        kind: ProvisionKind = next((kind for kind in _WORDED if intro[kind]), "order-rule")
        if kind == "rule" and _OF_ORDER.match(text, listed.end()):
            continue
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
        if match.start() > start and text[match.start() - 1] == "(":
            continue
        written = _written(match, prefix)
        if last and (to := _TO.fullmatch(text, last.end, match.start())):
            if "-" in to.group() and not _ascends(last.number, written.number, prefix):
                continue
            yield from _between(last, written, prefix)
        if len(match.group()) != 4 or not match.group().isdigit():
            yield written
            last = written


def up_to(text: str, group: ProvisionGroup, after: ProvisionGroup) -> ProvisionGroup:
    """The group with the numbers up to the first of the group after it, if "to" stands between: "article 14 to"."""
    to = _TO.fullmatch(text, group.end, after.start)
    if not to or not group.numbers or not after.numbers:
        return group
    if to.group().strip() == "to" and _BECAME.search(text, max(0, group.start - 80), group.start):
        return group
    last, prefix = group.numbers[-1], f"{group.numbers[-1].number.rpartition('-rule-')[0]}-rule-"
    between = _between(last, after.numbers[0], prefix if group.kind == "order-rule" else "")
    return replace(group, numbers=(*group.numbers, *between))


def _written(match: re.Match[str], prefix: str) -> WrittenNumber:
    part = _PART.fullmatch(match.group())
    assert part is not None
    clause = re.sub(r"\s", "", part["clause"]) or None
    return WrittenNumber(
        match.start(), match.end(), f"{prefix}{part['number']}{(part['letter'] or '').upper()}", clause
    )


def _ascends(first: str, last: str, prefix: str) -> bool:
    """Whether two numbers at a dash are a range: "299-304" and "65A-65B", not "302 - 12 years"."""
    low, high = _PART.fullmatch(first.removeprefix(prefix)), _PART.fullmatch(last.removeprefix(prefix))
    if low is None or high is None:
        return False
    return (int(low["number"]), low["letter"] or "") < (int(high["number"]), high["letter"] or "")


def _between(first: WrittenNumber, last: WrittenNumber, prefix: str) -> Iterator[WrittenNumber]:
    """The numbers of "4 to 7" or "498A to 498D" that are not written."""
    low, high = first.number.removeprefix(prefix), last.number.removeprefix(prefix)
    numbers: list[str] = []
    if low.isdigit() and high.isdigit() and int(high) - int(low) < _LONGEST_RANGE:
        numbers = [str(number) for number in range(int(low) + 1, int(high))]
    elif low[:-1].isdigit() and low[:-1] == high[:-1]:
        numbers = [low[:-1] + chr(letter) for letter in range(ord(low[-1]) + 1, ord(high[-1]))]
    elif low.isdigit() and high[:-1] == low:
        numbers = [low + chr(letter) for letter in range(ord("A"), ord(high[-1]))]
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

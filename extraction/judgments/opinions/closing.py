"""How a judgment ends: the judges who signed, the place and the date, before notes and what a registry adds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.judgments.judges import judge_name
from extraction.judgments.opinions.openings import openings, stands_alone
from extraction.text.dates import find_date

_REACH = 4_000  # characters at the end: signatures, place, date and the record of proceedings
_OFFICE = r"(?:A?C\.?\s?J\.?(?:\s?I\.?)?|J\b\.?)"
_NAME = r"(?P<name>[A-Z][A-Za-z.’' -]{2,45}?)"
_STYLE = (
    r"(?:(?:[Hh][Oo][Nn].?[Bb][Ll][Ee]\s+)?(?:[DMS][Rr][Ss]?|M[Ss]|S[Mm][Tt])?\.?\s*(?:J[Uu][Ss][Tt][Ii][Cc][Ee]\s+))"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_RULE = re.compile(rf"[\s.…_,]*(?:[.…]{{3,}}|…|_{{3,}}|-{{6,}}|[Ss][Dd]/-)[\s.…_,-]*(?:{_OFFICE})?[\s.,]*")
_UNDER = re.compile(
    rf"[\[(]\s*{_STYLE}?{_NAME}[\s,]*(?:{_OFFICE})?\s*[\])][\s,]*(?:{_OFFICE})?(?P<rest>[\s.,;].*)?"
    rf"|{_STYLE}?(?P<plain>[A-Z][A-Za-z.’' -]{{2,45}}?)[\s,]*(?:{_OFFICE})?[\s.]*"
)
_ALONE = re.compile(
    rf"[\[(]?\s*(?:{_STYLE}?{_NAME}(?:,\s*|\s*[\])],?\s*|\s+){_OFFICE}\s*[\])]?"
    rf"|{_STYLE}(?P<styled>[A-Z][A-Z.’' -]{{2,45}}?))[\s.]*"
    r"(?P<rest>(?:(?:Dt|Dated?)?\W*(?:\d|[A-Z][A-Za-z]{2,8}\s+\d)).*|Signed by.*|/.*)?"
)
_BRACKETED = re.compile(rf"[\[(]\s*{_NAME}\s*[\])]")
_SITTING = re.compile(
    r"\b(?:PO|presiding|judge|member|president|chairman|chairperson|magistrate|arbitrator)\b", re.IGNORECASE
)
_RECORD = re.compile(
    r"^[^\w\n]*ITEM NO\W{0,4}[\d.]+[^\n]*\b(?:COURT|SECTION)\b[^\n]*$|^[^\w\n]*RECORD OF PROCEEDINGS[^\w\n]*$",
    re.MULTILINE,
)
_NOTE = re.compile(r"\[(?:\d{1,3}|[*†‡]+)\]")
_PARAGRAPH = re.compile(r"\d{1,3}\s*\.(?!\d)\s*\D|(?!\[\d).{200}")
_DATE_LINE = 50  # characters: a longer line with a date is a sentence about something else
_BETWEEN = 1_500  # characters from the signatures of one opinion to the next: its head may be printed again
_TAIL_LINES = 12  # lines after the signatures: counsel, headnote's author


@dataclass(frozen=True, slots=True)
class Closing:
    """Who signed a judgment and its opinions, and the date (ISO) under it; `start` is where its text ends."""

    judges: tuple[str, ...]
    date: str | None
    start: int


@dataclass(frozen=True, slots=True)
class _Signature:
    """A name that signs: the lines from `first` to `last`; `rest` is what stands behind it in its line."""

    name: str
    first: int
    last: int
    rest: str = ""


def read_closing(text: str, start: int, end: int) -> Closing:
    """Read what stands under the text of a judgment that is text[start:end]; without signatures it says nothing.

    The record of proceedings that a registry puts behind the judgment is no part of it.
    """
    record = _RECORD.search(text, max(start, end - _REACH), end)
    end = record.start() if record else end
    lines_there = _LINE.finditer(text, max(start, end - _REACH), end)
    found = [m for m in lines_there if {text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]} <= {"", "\n"}]
    lines = [match.group().strip() for match in found]
    signed = _signatures(lines)
    if not signed:
        return Closing((), None, end)
    tail = [signature.rest for signature in signed] + lines[signed[-1].last + 1 :]
    dates = (
        find_date(line[:_DATE_LINE]) for line in tail if len(line) < _DATE_LINE or line in (s.rest for s in signed)
    )
    date = next((date for date in dates if date), None)
    year = int(date[:4]) if date else None
    ends = found[signed[0].first].start()
    signed = [*_above_opinions(text, start, ends), *signed]
    names = (judge_name(signature.name, year) for signature in signed)
    return Closing(tuple(dict.fromkeys(name for name in names if name)), date, ends)


def signs(lines: list[str], index: int) -> bool:
    """Whether a judge's signature ends in a line."""
    return _signature(lines, index) is not None


def signed_name(lines: list[str], index: int) -> str | None:
    """The name, as printed, of the signature that ends in a line; None where none does."""
    signature = _signature(lines, index)
    return signature.name if signature else None


def _above_opinions(text: str, start: int, end: int) -> Iterator[_Signature]:
    """The signatures under rules above each later opinion of text[start:end]."""
    for opening in openings(text, start, end):
        if not (stands_alone(opening) and opening["judge"].isupper()):
            continue
        above = text[max(start, opening.start() - _BETWEEN) : opening.start()]
        lines = [line.strip() for line in above.split("\n") if line.strip()]
        ruled = [at + 1 for at, line in enumerate(lines[:-1]) if is_rule(line)]
        yield from (signature for at in ruled if (signature := _signature(lines, at)) and signature.first == at - 1)


def is_rule(line: str) -> bool:
    """Whether a line is the rule over a signature."""
    return bool(_RULE.fullmatch(line))


def _signatures(lines: list[str]) -> list[_Signature]:
    """The last block of signatures, in order; notes and a few lines of place, date and registry may follow it."""
    signed: list[_Signature] = []
    index, passed = len(lines) - 1, 0
    while index >= 0 and passed <= _TAIL_LINES:
        signature = _signature(lines, index)
        if signature:
            signed.insert(0, signature)
            index = signature.first - 1
            continue
        if (signed and not _RULE.fullmatch(lines[index])) or _PARAGRAPH.match(lines[index]):
            break
        passed += not _NOTE.match(lines[index])
        index -= 1
    return signed


def _signature(lines: list[str], index: int) -> _Signature | None:
    """The signature that ends in a line: a name under a rule or behind it, or one with the office of a judge."""
    line = lines[index]
    if index and _RULE.fullmatch(lines[index - 1]) and (under := _UNDER.fullmatch(line)):
        return _Signature(under["name"] or under["plain"], index - 1, index, under["rest"] or "")
    rule = _RULE.match(line)
    if rule and (under := _UNDER.fullmatch(line, rule.end())):
        return _Signature(under["name"] or under["plain"], index, index, under["rest"] or "")
    if alone := _ALONE.fullmatch(line, rule.end() if rule else 0):
        return _Signature(alone["name"] or alone["styled"], index, index, alone["rest"] or "")
    bracketed = _BRACKETED.match(line)
    below = f"{line[bracketed.end() :]} {lines[index + 1] if index + 1 < len(lines) else ''}" if bracketed else ""
    if bracketed and _SITTING.search(below):
        return _Signature(bracketed["name"], index, index, line[bracketed.end() :])
    return None

"""How a judgment as signed ends: the judges who signed, the place and the date."""

import re
from dataclasses import dataclass

from extraction.judgments.judges import judge_name
from extraction.text.dates import find_date

_REACH = 1_500
_SIGNED = re.compile(
    r"[.…_]{3,}[ \t.…_,]*(?:C\.?\s?J\.?\s?I?\.?|J\.?)?[ \t.,]*\s*"
    r"[\[(][ \t]*(?P<name>[A-Z][A-Za-z.’' -]{2,40})[ \t]*[\])]"
)
_BY_NAME = re.compile(
    r"^[ \t]*[\[(]?(?P<name>[A-Z][A-Z.’' -]{2,40}?),?[ \t]*(?:C\.\s?J\.(?:\s?I\.)?|J\.)[\])]?", re.MULTILINE
)
_AFTER_NAMES = 150
_DATE_LINE = 50
_LAST_LINES = 4


@dataclass(frozen=True, slots=True)
class Closing:
    """The signatures and the date (ISO) under a judgment; `start` is where its text ends."""

    judges: tuple[str, ...]
    date: str | None
    start: int


def read_closing(text: str, start: int, end: int) -> Closing:
    """Read what stands under the text of a judgment that is text[start:end]; without signatures it says nothing."""
    signed = list(_SIGNED.finditer(text, max(start, end - _REACH), end)) or _names_alone(text, start, end)
    if not signed:
        return Closing((), None, end)
    lines = [line for line in text[signed[-1].end() : end].split("\n") if line.strip()]
    dates = (find_date(line) for line in lines[:_LAST_LINES] if len(line) < _DATE_LINE)
    date = next((found for found in dates if found), None)
    year = int(date[:4]) if date else None
    names = (judge_name(match["name"], year) for match in signed)
    return Closing(tuple(dict.fromkeys(name for name in names if name)), date, signed[0].start())


def _names_alone(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Signatures without a line to sign on, one under the other at the very end ("YASHWANT VARMA, J.")."""
    signed: list[re.Match[str]] = []
    for match in reversed(list(_BY_NAME.finditer(text, max(start, end - _REACH), end))):
        after = text[match.end() : signed[0].start() if signed else end].strip()
        if len(after) > (0 if signed else _AFTER_NAMES):
            break
        signed.insert(0, match)
    return signed

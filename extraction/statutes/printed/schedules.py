"""The schedules that follow an act's sections: where each begins, its number, and what is no more than named."""

import re
from collections.abc import Sequence

from extraction.statutes.amendment_notes import without_footnotes
from extraction.statutes.rows import Row
from extraction.text.numerals import ordinal, whole_number

_SCHEDULE = re.compile(
    r"^(?:THE |The )?(?:(?P<ordinal>[A-Za-z]+) SCHEDULE\b[^\n]*|SCHEDULE[ -]*(?P<number>[IVXLC]+|\d{1,2}|[A-H])\.?)$",
    re.MULTILINE | re.IGNORECASE,
)
_ONLY_SCHEDULE = re.compile(r"^(?:(?:THE|The) )?(?:SCHEDULE|Schedule)\.?$", re.MULTILINE)
_UNHEADED = re.compile(r"^\[See (?:sub-)?section[^\]\n]*\]$", re.MULTILINE)
_GONE = re.compile(r"(?:Repealed|Omitted)\.?")
_FIRST_ROW = re.compile(r"^[ \t]*(?:1\.|\(1\)|I\.)[ \t]", re.MULTILINE)
_OF_SECTION = re.compile(r"\s*[(\[]\s*[Ss]ee\b")
_NAMING = frozenset(("the", "said", "that", "this", "in", "of"))
_LAST_WORD = re.compile(r"(\w+)\s*\Z")
_WORDS = 30  # characters before a heading in which its last word stands


def is_named(before: str) -> bool:
    """Whether the word "Schedule" after these words is a line of a sentence: "specified in the Fifth" stands before."""
    last = _LAST_WORD.search(before)
    return last is not None and (last[1] in _NAMING or ordinal(last[1]) is not None)


def schedules(text: str, after: int, end: int) -> list[re.Match[str]]:
    """Where schedules begin: at their headings, or without any where each says which section it belongs to."""
    headed = [m for m in _SCHEDULE.finditer(text, after, end) if _numbered(m) and not is_named(_before(m))]
    only = next((m for m in _ONLY_SCHEDULE.finditer(text, after, end) if not is_named(_before(m))), None)
    return headed or ([only] if only else list(_UNHEADED.finditer(text, after, end)))


def begins_rows(text: str, heading: re.Match[str], end: int) -> bool:
    """Whether what stands under a schedule's heading up to `end` is its own: its section, or rows from 1 on."""
    return bool(_OF_SECTION.match(text, heading.end()) or _FIRST_ROW.search(text, heading.end(), end))


def schedule_rows(text: str, schedules: Sequence[re.Match[str]], bounds: Sequence[int]) -> list[Row]:
    """The schedules that begin so and end at the bounds."""
    rows: list[Row] = []
    for match, bound in zip(schedules, bounds, strict=True):
        if match.re is not _UNHEADED:
            number = _numbered(match) if match.re is _SCHEDULE else "1"
            rows.append(Row("schedule", number, match.group().strip(), without_footnotes(text[match.end() : bound])))
            continue
        lines = text[match.start() : bound].strip().split("\n")
        gone = next((i for i in range(len(lines), 0, -1) if not _GONE.fullmatch(lines[i - 1])), len(lines))
        texts = ["\n".join(lines[:gone]), *lines[gone:]]
        rows += [Row("schedule", str(len(rows) + place), "", text) for place, text in enumerate(texts, 1)]
    return rows


def _before(heading: re.Match[str]) -> str:
    return heading.string[max(0, heading.start() - _WORDS) : heading.start()]


def _numbered(match: re.Match[str]) -> str:
    """The number of a schedule's heading ("2" of "SECOND SCHEDULE"), or its letter ("B"); empty for other words."""
    number = whole_number(match["ordinal"] or match["number"])
    return str(number) if number else (match["number"] or "").upper()

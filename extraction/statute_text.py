"""An act as running text: its title, and its sections one under the other, amid page furniture."""

import re

from extraction.furniture import FRONT_MATTER, body_end
from extraction.numbering import rising
from extraction.statute_rows import Row, clean_number, whole_number

_TITLE = re.compile(r"(?:The )?[A-Z][^\n]{3,150}?(?:\bAct|\bCode|\bOrdinance|\bSanhita|\bAdhiniyam)\b,? ?(?:\d{4})?")
_ENACTED = re.compile(r"(?:\bBE it|\bIt is hereby|\bis hereby) enacted|enacted (?:by Parliament )?(?:in|as follows)")
_START = re.compile(
    r"^(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\.(?!\d)[ \t]*\n?[ \t]*"
    r"(?P<heading>[A-Z\"“'\[(][^\n]{2,250}?)(?:\.?\s*[-—–]+|\.\*?$|\*?\s*-$)",
    re.MULTILINE,
)
_SCHEDULE = re.compile(r"^(?:THE |The )?(?P<ordinal>[A-Za-z]+) SCHEDULE\b[^\n]*$", re.MULTILINE | re.IGNORECASE)
_CHAPTER = re.compile(r"^(?:Chapter|CHAPTER|Part|PART) [IVXLC\d]+[A-Z]?\b[^\n]{0,80}\n(?:[^\n]{0,80}$)?", re.MULTILINE)
_HEAD = 20_000
_REPEALED_COST = 0.9


def act_title(text: str) -> str | None:
    """The title that an act's text carries at its head ("The Indian Contract Act, 1872")."""
    front = FRONT_MATTER.match(text)
    lines = text[front.end() if front else 0 :][:2_000].split("\n")
    first = next((line.strip("#* \t\r") for line in lines if line.strip()), "")
    title = _TITLE.fullmatch(first)
    return title.group() if title else None


def is_act_text(text: str) -> bool:
    """Whether a text is an act: an act's title at its head, enacting words, and numbered sections."""
    if not act_title(text) or not _ENACTED.search(text, 0, _HEAD):
        return False
    return len(section_starts(text[: 4 * _HEAD])) >= 3


def section_starts(text: str) -> list[re.Match[str]]:
    """Where sections begin, numbers rising (12, 12A, 13); what is numbered inside a section is left in it."""
    found = list(_START.finditer(text))
    plain = [match for match in found if match["number"].isdecimal()]
    main = {plain[index].start() for index in rising([int(match["number"]) for match in plain], _REPEALED_COST)}
    starts: list[re.Match[str]] = []
    for match in found:
        if match.start() in main or (starts and not match["number"].isdecimal() and _fits(match, starts[-1])):
            starts.append(match)
    return starts


def _fits(lettered: re.Match[str], before: re.Match[str]) -> bool:
    return _whole(before) <= _whole(lettered) <= _whole(before) + 1 and lettered["number"] != before["number"]


def _whole(match: re.Match[str]) -> int:
    return int(match["number"].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def rows_from_text(text: str) -> list[Row]:
    """The sections and schedules of an act's text; chapter headings and page furniture are left out."""
    end = body_end(text)
    starts = section_starts(text[:end])
    after = starts[-1].end() if starts else 0
    schedules = [m for m in _SCHEDULE.finditer(text, after, end) if whole_number(m["ordinal"])]
    bounds = [*(m.start() for m in [*starts[1:], *schedules]), end]
    rows = [_section(text, match, bound) for match, bound in zip(starts, bounds, strict=False)]
    for match, bound in zip(schedules, bounds[len(starts) :], strict=True):
        number = str(whole_number(match["ordinal"]))
        rows.append(Row("schedule", number, match.group().strip(), text[match.end() : bound].strip()))
    return rows


def _section(text: str, match: re.Match[str], bound: int) -> Row:
    body = _CHAPTER.sub("", text[match.end() : bound]).strip()
    return Row("section", clean_number(match["number"]), match["heading"].strip(" .*-"), body)

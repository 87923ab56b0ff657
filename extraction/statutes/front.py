"""What stands at the head of an act, before its sections: its title, its number, the words that enact it."""

import re
from collections.abc import Sequence

from extraction.text.web_furniture import FRONT_MATTER

_KIND = (
    r"(?:Act|Code|Ordinance|Regulation|Sanhita|Adhiniyam|ACT|CODE|ORDINANCE|REGULATION|SANHITA|ADHINIYAM"
    r"|(?:Rules|Regulations|Order|RULES|REGULATIONS|ORDER)(?=,? (?:1[89]|20)\d\d))"
)
_NUMBERED = (
    r"[(\[]?(?:(?:ACT|Act|REGULATION|Regulation)\s+)?(?:N[Oo]\.?|(?<=ACT )|(?<=Act ))\s*(?:\d{1,3}|[IVXLC]+)\.?\s+"
    r"(?:OF|of)\.?\s+(?:SVT\.?\s+)?(?P<year>\d{4})[)\]]?"
)
_NUMBER_LINE = re.compile(rf"\W*{_NUMBERED}.{{0,60}}", re.IGNORECASE)
_DATED = r"(?:(?:Svt\. )?\d{4}(?: ?F\b)?)?"  # also by the calendars of the former princely States
_TITLE = re.compile(
    rf"(?P<title>(?:(?:The|THE) )?(?:(?i:constitution of india)|[A-Z][^\n]{{3,300}}?\b{_KIND}\b\s?[,.]? ?{_DATED}))"
    rf"(?:\s*{_NUMBERED})?\.?(?:\s*[(\[][^\])\n]{{4,40}}[\])])?[*\]\d\s.]*"
)
_CONTENTS = re.compile(r"\W*ARRANGEMENT OF (?:SECTIONS|CLAUSES|ARTICLES|PROVISIONS)\W*", re.IGNORECASE)
_ENACTED = re.compile(
    r"(?:\bBE it|\bis hereby) enacted|enacted (?:by Parliament )?(?:in the|as follows)"
    r"|\bBE IT ENACTED\b|\bpromulgates? the following\b|\bmakes? the\s+following (?:rules|regulations|order)\b",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?:An?|AN?) (?:Act|ACT|Ordinance|ORDINANCE|Regulation|REGULATION) (?:further )?(?:to|for|TO|FOR)\b"
    r"|(?:WHEREAS|Whereas)\b.{0,40}\bexpedient\b"
)
_TITLE_LENGTH = 200  # characters
_HEAD = 100_000  # characters before the enacting words: tables of sections are long
_HEAD_LINES = 60  # lines in which the title stands
_TITLE_LINES = 4  # lines over which a title runs
_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on", "or", "at", "by", "from", "with"))


def act_title(text: str) -> str | None:
    """The title that an act's text carries at its head ("The Indian Contract Act, 1872").

    It is the first line, or the line above the act's number or its list of sections, as in the Gazette.
    """
    lines = head_lines(text)
    for index in range(len(lines)):
        match = _title(lines[index : index + _TITLE_LINES])
        if match and (index == 0 or _is_headed(lines[index : index + _TITLE_LINES])):
            return _spelled(match["title"].strip(), _year(lines[index : index + _TITLE_LINES]))
    return _other_title(lines)


def has_purpose(text: str) -> bool:
    """Whether what stands before an act's sections is there: what it is for ("An Act to ..."), or its number."""
    return any(_PURPOSE.match(line) or _NUMBER_LINE.fullmatch(line) for line in head_lines(text))


def _other_title(lines: Sequence[str]) -> str | None:
    """A first line that names no act, where the number of one stands below it ("Oriental Gas Company")."""
    if not any(map(_NUMBER_LINE.fullmatch, lines[1:_TITLE_LINES])) or len(lines[0]) > _TITLE_LENGTH:
        return None
    return _spelled(lines[0].rstrip(" .,"), _year(lines[:_TITLE_LINES]))


def is_titled(text: str) -> bool:
    """Whether the first line of a text is an act's title."""
    return _title(head_lines(text)[:1]) is not None


def head_lines(text: str) -> list[str]:
    """The lines with which a text begins, without blank ones, rules and marks of Markdown."""
    front = FRONT_MATTER.match(text)
    start = front.end() if front else 0
    lines = (line.strip("#*_ \t\r\ufeff") for line in text[start : start + 100 * _HEAD_LINES].split("\n"))
    return [line for line in lines if re.search(r"\w", line)][:_HEAD_LINES]


def enacting_words(text: str) -> re.Match[str] | None:
    """The words by which an act is enacted, after which its sections stand."""
    return _ENACTED.search(text, 0, _HEAD)


def _title(lines: Sequence[str]) -> re.Match[str] | None:
    """A title that fills a line, or several in capitals."""
    for count in range(1, len(lines) + 1):
        joined = " ".join(lines[:count])
        if count > 1 and not joined.isupper():
            return None
        if match := _TITLE.fullmatch(joined):
            return match
    return None


def _is_headed(lines: Sequence[str]) -> bool:
    return any(_NUMBER_LINE.fullmatch(line) or _CONTENTS.fullmatch(line) for line in lines) or bool(
        re.search(_NUMBERED, lines[0])
    )


def _year(lines: Sequence[str]) -> str | None:
    numbers = (re.search(_NUMBERED, line, re.IGNORECASE) for line in lines)
    return next((number["year"] for number in numbers if number), None)


def _spelled(title: str, year: str | None) -> str:
    """A title in small letters where it is printed in capitals; its year from the act's number if it has none."""
    if title.isupper():
        words = [w if w in _SMALL and i else _capitalised(w) for i, w in enumerate(title.lower().split())]
        title = " ".join(words)
    return title if not year or re.search(r"\d{4}$", title) else f"{title.rstrip(', ')}, {year}"


def _capitalised(word: str) -> str:
    return re.sub(r"[a-z]+(?:['’][a-z]+)?", lambda part: part.group().capitalize(), word)

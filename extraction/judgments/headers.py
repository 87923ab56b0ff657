"""Preambles without labels: a title, the court, the date, the case number, who delivered the judgment."""

import itertools
import re
from dataclasses import dataclass

from extraction.citations.courts import opens_with_court
from extraction.judgments.head_dates import is_other
from extraction.judgments.heads.roles import without_role
from extraction.judgments.labelled_head import find_body
from extraction.parties.titles import case_title, has_versus, is_versus, split_title
from extraction.text.dates import find_date
from extraction.text.spacing import one_line

_DELIVERED = re.compile(
    r"(?:\([^()]{0,30}\))?\W{0,3}the\s+(?:judge?ments?|orders?)\s+(?:of\s+the\s+court\s+)?"
    r"(?:\w{2,4}\s+(?:delivered|made|passed)(?:\s+by)?|(?:was|is)\s+as\s+f\w+)[\s:-]*(?P<judges>.*?)\W*",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"\W{0,3}the\s+order\s+of\s+the\s+court\b.{0,40}", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:dated?|decided|date of (?:judge?ment|decision))?\W*\d{1,2}\S*\s+[A-Za-z]+[\s,]+\d{4}\W*", re.I
)
_NUMBERED = re.compile(r"\s*1\s*\.(?!\d)\s*\S")
_CASE = re.compile(r"\bNos?\b|\d\s*(?:of|/)\s*\d{2,4}\b|^[\[(@]|^\d{4}\W*$", re.IGNORECASE)
_HISTORY = re.compile(
    r"[\s.,;]*[\[(]?\s*(?:from the (?:judge?ment|order)|appeals? (?:by|from|against|under)|on appeal|under art).*",
    re.I | re.S,
)
_IN_RE = re.compile(r"\W*(?:in\s*re|ex\s*parte)\b", re.IGNORECASE)
_ROLE = re.compile(r"[\s.…,_-]*\b(?:petitioner|appellant|respondent|applicant|plaintiff|defendant)s?\b.*", re.I)
# Old reports name a prosecution without "v.": "Emperor—Sukhai".
_CROWN = r"(?:The )?(?:King|Queen|Crown|Rex|(?:(?:King|Queen)[ -])?Emp(?:eror|ress)\b|Emp\.)"
_ACCUSED = r"[A-Z][A-Za-z.’' ]{2,60}?(?: and (?:others?|another))?"
_PROSECUTED = re.compile(
    rf"(?P<crown>{_CROWN})\s*[—–-]{{1,2}}\s*(?P<accused>{_ACCUSED})\.?|(?P<first>{_ACCUSED})\s*[—–]\s*(?P<last>{_CROWN})\.?"
)
_HEAD_LINES = 40  # lines with text of a head
_PROSE = re.compile(r"\b(?:is|was|were|held|has|have|that|this|which|in)\b")
_PROSE_WORDS = 2
"""A title has no verbs: prose that names a case is none."""
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_IN_TITLES = re.compile(
    r"of|and|the|at|vs|versus|on|for|in|re|by|thr(?:ough|u)?|others?|ors|anr|another|etc|alias|dead|deceased|lrs|legal|rep"
    r"|heirs|representatives?|represented|its|his|her|son|daughter|wife|minor|guardian|with|connected|ltd|de|da|or"
)
_DUMPED = 12  # words of a title in a text without capitals
_LONG = 300  # characters: a longer line is a paragraph
_PARAGRAPH = 200  # characters of a line that is surely no judge's name
_CASE_LINES = 30  # lines after the court's name or the date in which the number and the judge stand


@dataclass(frozen=True, slots=True)
class Header:
    """What an unlabelled head says; `judges` as printed, `end` is where the body begins.

    `reach` is how far below the head lines may name the bench.
    """

    title: str
    court: str
    date: str | None
    case_number: str | None
    judges: str
    end: int
    reach: int


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    end: int


def read_header(text: str) -> Header:
    """Read an unlabelled head: one fact a line in the order reporters print them, or a court's cause title."""
    lines = _lines(text)
    title_at = _title_line(lines)
    delivered_at = next((i for i, line in enumerate(lines) if _delivered(line.text)), None)
    court = next((line.text.strip() for line in lines[:_CASE_LINES] if _is_court(line.text.strip())), "")
    date_at = next((i for i, line in enumerate(lines) if _DATE_LINE.fullmatch(line.text.strip())), None)
    title = _prosecution(lines) or (one_line(lines[title_at].text) if title_at is not None else _cause_title(lines))
    numbers, last = _case_lines(lines, date_at, delivered_at)
    judges, end = _judges(lines, delivered_at)
    if delivered_at is None:
        known = [i for i in (title_at, date_at, last) if i is not None]
        end = find_body(text) or (lines[max(known)].end if known else 0)
    date = find_date(lines[date_at].text) if date_at is not None else _date_anywhere(lines)
    short = list(itertools.takewhile(lambda line: len(line.text) < _PARAGRAPH, lines))
    return Header(_bare(title), court, date, numbers, judges, end, short[-1].end if short else 0)


def _bare(title: str) -> str:
    """A title without the brackets around it and the roles behind its names."""
    if title.startswith("(") and title.endswith(")"):
        title = title[1:-1]
    one, other = split_title(title)
    bare = without_role(one), without_role(other)
    return title if bare == (one, other) else case_title(*bare)


def _lines(text: str) -> list[_Line]:
    """The head's lines: at most forty, none after the first numbered paragraph or a page of prose."""
    lines: list[_Line] = []
    at = 0
    while at < len(text) and len(lines) < _HEAD_LINES:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        if _NUMBERED.match(text, at, stop) and lines:
            break
        lines.append(_Line(text[at : min(stop, at + 4 * _LONG)], min(stop + 1, len(text))))
        at = stop + 1
    return lines


def _is_court(line: str) -> bool:
    return opens_with_court(line) and not _names_case(line)


def _names_case(line: str) -> bool:
    return (has_versus(one_line(line)) and not is_versus(line)) or bool(_IN_RE.match(line))


def is_case_title(line: str) -> bool:
    """Whether a line is a case's title and nothing else: names have few small words, but in a dump without capitals."""
    bare = line.strip(" #*_")
    small = [word for word in _SMALL.findall(bare) if not _IN_TITLES.fullmatch(word)]
    dumped = bare.islower() and len(bare.split()) <= _DUMPED and not _PROSE.search(bare)
    return len(bare) <= _LONG and _names_case(bare) and (dumped or not small)


def _title_line(lines: list[_Line]) -> int | None:
    """The first line that sets one party against another, before any prose."""
    for index, line in enumerate(lines[:12]):
        if len(line.text) > _LONG or len(_PROSE.findall(line.text)) > _PROSE_WORDS:
            return None
        if _names_case(line.text):
            return index
    return None


def _prosecution(lines: list[_Line]) -> str:
    """The title of a line that is a dash between the Crown and the accused; empty where there is none."""
    found = (_PROSECUTED.fullmatch(line.text.strip()) for line in lines[:12])
    match = next(filter(None, found), None)
    return case_title(match["crown"] or match["first"], match["accused"] or match["last"]) if match else ""


def _cause_title(lines: list[_Line]) -> str:
    """The parties of a cause title, who stand in blocks of lines above and below a bare "Versus"."""
    at = next((i for i, line in enumerate(lines) if is_versus(line.text)), None)
    if at is None:
        return ""
    above: list[str] = []
    for line in reversed(lines[:at]):
        name = _ROLE.sub("", line.text).strip()
        if above and (not line.text.strip() or _CASE.search(line.text) or _is_court(line.text.strip())):
            break
        above.extend([name] if name else [])
    below = [name for line in lines[at + 1 :] if (name := _ROLE.sub("", line.text).strip())]
    return f"{above[-1] if above else ''} v. {below[0] if below else ''}"


def _delivered(line: str) -> bool:
    return len(line) <= 2 * _LONG and bool(_DELIVERED.match(line.strip()) or _AS_FOLLOWS.fullmatch(line.strip()))


def _case_lines(lines: list[_Line], date_at: int | None, delivered_at: int | None) -> tuple[str | None, int | None]:
    """The case number after the date: all lines up to "delivered by", or else those that look like a number."""
    if date_at is None:
        return None, None
    stop = delivered_at if delivered_at is not None else len(lines)
    taken: list[int] = []
    for index in range(date_at + 1, min(stop, date_at + _CASE_LINES)):
        line = lines[index].text.strip()
        if delivered_at is None and line and not (_CASE.search(line) and len(line) < 2 * _LONG):
            break
        taken.extend([index] if line and not line.startswith("(Non") else [])
    number = _HISTORY.sub("", " ".join(lines[index].text.strip() for index in taken)).strip(" .,;")
    number = re.sub(r"^[A-Z ]+JURISDICTION\s*:\s*", "", number)
    return _shortened(number) or None, taken[-1] if taken else None


def _shortened(number: str) -> str:
    """A long list of case numbers as far as it goes in a line."""
    return number if len(number) <= _LONG else number[: number.rfind(",", 0, _LONG)].rstrip() + " etc."


def _judges(lines: list[_Line], delivered_at: int | None) -> tuple[str, int]:
    if delivered_at is None:
        return "", 0
    line = lines[delivered_at]
    match = _DELIVERED.fullmatch(line.text.strip())
    return (match["judges"] if match and "\n" not in match["judges"] else ""), line.end


def _date_anywhere(lines: list[_Line]) -> str | None:
    dates = (find_date(line.text) for line in lines if len(line.text) < _LONG and not is_other(line.text))
    return next((date for date in dates if date), None)

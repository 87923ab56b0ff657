"""The head of a judgment as the court itself prints it: numbers, cause title, bench, dates, up to the first opinion."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.citations.citations import is_citation
from extraction.citations.courts import court_named, opens_with_court
from extraction.judgments.cause_title import Matter, parties_end, parts_sides, read_matters
from extraction.judgments.coram import COURT_OF, read_coram
from extraction.judgments.first_opinion import opening_of
from extraction.judgments.head_dates import pronounced_on
from extraction.judgments.heads.head_lines import is_number
from extraction.judgments.labelled_head import find_body
from extraction.judgments.opinions.openings import openings
from extraction.parties.titles import case_title, clean_party, readable_case
from extraction.text.spacing import one_line

_REACH = 20_000  # characters, where no line of prose ends the head before
_FIRST_PARAGRAPH = re.compile(r"^[ \t]*1[ \t]*[.)][ \t]*\S", re.MULTILINE)
_PROSE = re.compile(r"^(?=[^\n]{400})", re.MULTILINE)
_DELIVERED = re.compile(r"^[ \t]*the (?:judge?ment|order) of the court (?:was|is) delivered by\b", re.I | re.MULTILINE)
_COURT = re.compile(r"\W*(?:in|before) the\b(?! matter\b)", re.IGNORECASE)
_PARTIES = re.compile(r"[\W_]*between[\W_]*", re.IGNORECASE)
_COURT_OF = re.compile(COURT_OF)
_PRESIDING = re.compile(r"^(?:the\s+)?presiding officer[\s,:]*", re.IGNORECASE)
_ORAL = re.compile(
    r"^[ \t]*(?:(?:oral|common|cav|reserved|ex parte)\s+)*(?:judge?ment|order|award)\b[^\n\d]{0,60}$"
    r"|^[ \t]*(?:judge?ment|order)[ \t]*(?::[ \t]*[-—–]|[—–])"
    r"|^[ \t]*the (?:court|following)[^\n]{0,60}:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_DECIDED = re.compile(r"[\s,;]*(?:decided on|D/-).*$", re.IGNORECASE)
_MISREAD = str.maketrans("l10", "IIO")
_BELOW = re.compile(r"\s*[^\n]+")
"""The respondent below a "versus" where nothing else tells head from text."""


@dataclass(frozen=True, slots=True)
class CourtHead:
    """What a court's own head says; `date` is ISO, `bench` in the usual form, `end` where the head ends."""

    matters: tuple[Matter, ...]
    court: str | None
    case_number: str | None
    bench: tuple[str, ...]
    date: str | None
    end: int

    @property
    def parties(self) -> tuple[str, str]:
        """The first party of either side of the first matter."""
        return clean_party(self.matters[0].petitioner), clean_party(self.matters[0].respondent)

    @property
    def connected(self) -> tuple[str, ...]:
        """The titles of the matters that were heard together with the first."""
        titles = [case_title(clean_party(m.petitioner), clean_party(m.respondent)) for m in self.matters[1:]]
        return tuple(dict.fromkeys(titles))


def read_court_head(text: str) -> CourtHead | None:
    """The head that a court printed over a judgment; None where no parties stand around a "versus" of its own."""
    end = _head_end(text)
    lines = ["" if line.strip() and is_citation(line.strip()) else line for line in text[:end].split("\n")]
    matters = read_matters(lines)
    if not matters:
        return None
    date = pronounced_on(lines)
    bench = read_coram(text[:end], int(date[:4]) if date else None)
    return CourtHead(tuple(matters), sitting_court(lines), _numbers(lines), bench, date, end)


def _head_end(text: str) -> int:
    """Where the head ends: at the word "judgment" or "order" alone, or at the first paragraph below the parties."""
    prose, body = _PROSE.search(text, 0, _REACH), find_body(text)
    top = min(prose.start() if prose else _REACH, body or _REACH, len(text))
    after = parties_end(text[:top]) or 0
    found = [m for pattern in (_FIRST_PARAGRAPH, _ORAL, _DELIVERED) if (m := pattern.search(text, after, top))]
    found += [opening for opening in openings(text, after, top) if _opens(opening)][:1]
    found += filter(None, [opening_of(text, after, top, read_coram(text[:top], None))])
    first = min(found, key=lambda m: m.start(), default=None)
    if first and text[first.end() : top].strip():
        return first.start()
    if top != min(len(text), _REACH):
        return top
    below = _BELOW.match(text, after) if parts_sides(text[:after].rpartition("\n")[2]) else None
    return below.end() if below else after


def _opens(opening: re.Match[str]) -> bool:
    """Whether the opinion surely begins in the line of a judge's name: after a sign, a gap, or "per"."""
    gap = opening.string[opening.end("judge") : opening.start("rest")]
    named_alone = opening["before"] and not opening["rest"].strip()
    return bool(opening["sign"] or named_alone or (opening["rest"] and re.search(r"\s{2}", gap)))


def sitting_court(lines: Sequence[str]) -> str | None:
    """The court that a line of the head names, else the office that sits ("IN THE COURT OF MS. X / MACT-01, ...")."""
    named = next((line for line in map(_mended, lines) if opens_with_court(line)), None)
    if named is not None:
        return court_named(named)
    at = next((i for i, line in enumerate(lines) if _COURT_OF.match(line)), None)
    if at is None:
        return None
    office = [_COURT_OF.sub("", lines[at])]
    if read_coram(lines[at], None):
        office = [lines[at].partition(",")[2], *itertools.takewhile(str.strip, lines[at + 1 :])]
    return readable_case(_PRESIDING.sub("", one_line(" ".join(office))).strip(" .,")) or None


def _mended(line: str) -> str:
    """A line in capitals with the letters that scanners take for others: "lN THE C0URT"."""
    return line.translate(_MISREAD) if re.sub(r"[l\d]", "", line).isupper() else line


def _numbers(lines: Sequence[str]) -> str | None:
    """The case numbers of the first matter: the lines of numbers above its parties, else the first below them."""
    named = next((i for i, line in enumerate(lines) if parts_sides(line) or _PARTIES.fullmatch(line)), len(lines))
    court = next((i for i, line in enumerate(lines[:named]) if _COURT.match(line)), 0)
    above = [line for line in _outside_brackets(lines[court:named]) if is_number(line)]
    below = [line for line in lines[named:] if is_number(line)][:1]
    numbers = above or below or [line for line in lines[:court] if is_number(line)]
    return _DECIDED.sub("", " ".join(one_line(line.strip(" +*%")) for line in numbers)) or None


def _outside_brackets(lines: Sequence[str]) -> Iterator[str]:
    """The lines that do not go on in a bracket which is no number ("[Arising out of ...")."""
    depth = 0
    for line in lines:
        if depth <= 0:
            yield line
        opens = depth > 0 or (line.lstrip().startswith(("(", "[")) and not is_number(line))
        depth = max(0, depth + line.count("(") + line.count("[") - line.count(")") - line.count("]")) if opens else 0

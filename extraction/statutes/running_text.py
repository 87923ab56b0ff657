"""An act as running text: its sections and schedules, one under the other, amid page furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.provisions.acts import act_from_title, kind_in
from extraction.records import ProvisionKind
from extraction.statutes.amendment_notes import is_gone, is_repealed, placed_footnotes, without_footnotes
from extraction.statutes.front import act_title
from extraction.statutes.layout import plain_act
from extraction.statutes.rows import Row, clean_number
from extraction.statutes.section_starts import section_starts, whole
from extraction.text.numerals import whole_number
from extraction.text.web_furniture import body_end

_SCHEDULE = re.compile(
    r"^(?:THE |The )?(?:(?P<ordinal>[A-Za-z]+) SCHEDULE\b[^\n]*|SCHEDULE[ -]*(?P<number>[IVXLC]+|\d{1,2}|[A-H])\.?)$",
    re.MULTILINE | re.IGNORECASE,
)
_ONLY_SCHEDULE = re.compile(r"^(?:(?:THE|The) )?(?:SCHEDULE|Schedule)\.?$", re.MULTILINE)
_OF_THE_BILL = re.compile(r"^STATEMENT OF OBJECTS AND REASONS\s*$", re.MULTILINE)
_CHAPTER = re.compile(r"^(?:Chapter|CHAPTER|Part|PART) [IVXLC\d]+[A-Z]?\b[^\n]{0,80}\n(?:[^\n]{0,80}$)?", re.MULTILINE)
_UNHEADED = re.compile(r"^\[See (?:sub-)?section[^\]\n]*\]$", re.MULTILINE)
_STATE = re.compile(r"^STATE AMENDMENTS?\b", re.MULTILINE)
_PARTED = re.compile(r"[IVXLC]{1,6}\.\s?[—–-]+\s?[A-Z].*")  # a chapter of an old act: "III.—Of Fares."
_GONE = re.compile(r"(?:Repealed|Omitted)\.?")
_GONE_LINE = re.compile(rf"^{_GONE.pattern}$", re.MULTILINE)
_FORM = re.compile(r"^[ \t]*FORM (?:[IVX]{1,5}|\d{1,2}|[A-Z])\b[^\n]{0,60}$", re.MULTILINE)
_SIGNED = re.compile(
    r"^[^\n]{0,60}\b[A-Z][A-Z. ,'’-]{4,50}[A-Z]\)?[,.]?\s*\n"
    r"[^\n]{0,60}\b(?:President\b|Governor\b|Secretary\b|Secy\.|Administrator\b)[^\n]{0,80}\s*\Z",
    re.MULTILINE,
)
_SIGNATURE = 400  # characters at the end of an act: who signed it, and the office
_HEADINGS = 6  # lines between sections that may be headings of chapters
_HEADING_LENGTH = 80  # characters of a heading's line


def rows_from_text(text: str) -> list[Row]:
    """The sections and schedules of an act's text; chapter headings, notes on amendments and furniture are left out.

    Sections of a chapter that is repealed as a whole are those whose numbers are missing there.
    """
    text = plain_act(text)
    end = _end(text)
    starts = section_starts(text[:end])
    schedules = _schedules(text, starts[-1].end(), end) if starts else []
    bounds = [*(m.start() for m in starts[1:]), *(m.start() for m in schedules), end]
    if starts and (form := _FORM.search(text, starts[-1].end(), bounds[len(starts) - 1])):
        bounds[len(starts) - 1] = form.start()
    notes = placed_footnotes(text[:end])
    kind = kind_in(act_from_title(act_title(text) or ""))
    sections = [_section(kind, text, match, bound, notes) for match, bound in zip(starts, bounds, strict=False)]
    rows: list[Row] = []
    for before, section in zip([None, *sections], sections, strict=False):
        rows += [*_repealed_between(before, section), _plain(section)]
    return rows + _schedule_rows(text, schedules, bounds[len(starts) :])


def _end(text: str) -> int:
    """Where the act ends: before a web page's footer, or the reasons that were given for its Bill."""
    end = body_end(text)
    reasons = _OF_THE_BILL.search(text, end // 2, end)
    end = reasons.start() if reasons else end
    signed = _SIGNED.search(text, max(0, end - _SIGNATURE), end)
    return signed.start() if signed else end


def _section(kind: ProvisionKind, text: str, match: re.Match[str], bound: int, notes: Sequence[tuple[int, str]]) -> Row:
    body = match["stars"] or without_footnotes(text[match.end() : bound])
    heading = (match["heading"] or "").strip(" .*-")
    if is_repealed("", heading) and not is_gone(heading):
        heading, body = "[Repealed]", f"{text[match.start('heading') : match.end()]}\n{body}".strip()
    own = "\n".join(note for offset, note in notes if match.start() <= offset < bound)
    return Row(kind, clean_number(match["number"]), heading, body, own)


def _plain(section: Row) -> Row:
    """A section without what stands between it and the next: notes on States' amendments, headings of chapters."""
    chapter = next((m for m in _CHAPTER.finditer(section.text) if _only_headings(section.text[m.start() :])), None)
    body = _STATE.split(section.text[: chapter.start()] if chapter else _CHAPTER.sub("", section.text))[0]
    lines = body.rstrip().split("\n")
    last, before = lines[-1].strip(), "\n".join(lines[:-1]).rstrip()
    grouped = last[:1].isupper() and last[-1:].isalpha() and not _GONE.fullmatch(last) and len(last) < _HEADING_LENGTH
    grouped = grouped or (len(last) < _HEADING_LENGTH and _PARTED.fullmatch(last) is not None)
    if grouped and before.endswith((".", '."', ".'", ".”", ".]")):
        lines.pop()
    return replace(section, text="\n".join(lines).strip())


def _only_headings(tail: str) -> bool:
    lines = tail.strip().split("\n")
    return len(lines) <= _HEADINGS and all(len(line) < 2 * _HEADING_LENGTH for line in lines)


def _repealed_between(before: Row | None, section: Row) -> list[Row]:
    """The sections missing before a section where the chapter that stands between is said to be repealed."""
    text = before.text if before else ""
    chapter = next((m for m in _CHAPTER.finditer(text) if _only_headings(text[m.start() :])), None)
    gone = _GONE_LINE.search(text, chapter.start()) if chapter else None
    if before is None or chapter is None or gone is None:
        return []
    missing = range(whole(before.number) + 1, whole(section.number))
    return [Row("section", str(number), "", text[chapter.start() : gone.end()].strip()) for number in missing]


def _schedules(text: str, after: int, end: int) -> list[re.Match[str]]:
    """Where schedules begin: at their headings, or without any where each says which section it belongs to."""
    headed = [m for m in _SCHEDULE.finditer(text, after, end) if _numbered(m)]
    only = _ONLY_SCHEDULE.search(text, after, end)
    return headed or ([only] if only else list(_UNHEADED.finditer(text, after, end)))


def _numbered(match: re.Match[str]) -> str:
    """The number of a schedule's heading ("2" of "SECOND SCHEDULE"), or its letter ("B"); empty for other words."""
    number = whole_number(match["ordinal"] or match["number"])
    return str(number) if number else (match["number"] or "").upper()


def _schedule_rows(text: str, schedules: Sequence[re.Match[str]], bounds: Sequence[int]) -> list[Row]:
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

"""An act as running text: its sections and schedules, one under the other, amid page furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.provisions.acts import act_from_title, kind_in
from extraction.records import ProvisionKind
from extraction.statutes.amendment_notes import is_gone, is_repealed, placed_footnotes, without_footnotes
from extraction.statutes.front import act_title
from extraction.statutes.printed.chapters import chapter_after, closing_headings
from extraction.statutes.printed.layout import plain_act
from extraction.statutes.printed.schedules import begins_rows, schedule_rows, schedules
from extraction.statutes.printed.section_starts import has_stop_and_dash, section_starts, whole
from extraction.statutes.printed.side_notes import with_notes_below
from extraction.statutes.rows import Row, clean_number
from extraction.text.web_furniture import body_end

_OF_THE_BILL = re.compile(r"^STATEMENT OF OBJECTS AND REASONS\s*$", re.MULTILINE)
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
_HEADING_LENGTH = 80  # characters of a heading's line


def rows_from_text(text: str) -> list[Row]:
    """The sections and schedules of an act's text; chapter headings, notes on amendments and furniture are left out.

    Sections of a chapter that is repealed as a whole are those whose numbers are missing there.
    """
    text = plain_act(text)
    end = _end(text)
    starts = _starts(text[:end])
    listed = schedules(text, starts[-1].end(), end) if starts else []
    bounds = [*(m.start() for m in starts[1:]), *(m.start() for m in listed), end]
    if starts and (form := _FORM.search(text, starts[-1].end(), bounds[len(starts) - 1])):
        bounds[len(starts) - 1] = form.start()
    notes = placed_footnotes(text[:end])
    kind = kind_in(act_from_title(act_title(text) or ""))
    sections = [_section(kind, text, match, bound, notes) for match, bound in zip(starts, bounds, strict=False)]
    rows: list[Row] = []
    chapter = chapter_after("", text[: starts[0].start()]) if starts else ""
    for before, section in zip([None, *sections], sections, strict=False):
        chapter = chapter_after(chapter, before.text if before else "")
        rows += (replace(row, chapter=chapter) for row in (*_repealed_between(before, section), _plain(section)))
    return with_notes_below(rows) + schedule_rows(text, listed, bounds[len(starts) :])


def _starts(text: str) -> list[re.Match[str]]:
    """Where sections begin: none among the rows of a schedule, whose numbers may go on above the sections'."""
    starts = section_starts(text)
    for heading in schedules(text, starts[0].end(), len(text)) if starts else ():
        later = [start for start in starts if start.start() > heading.start()]
        if later and begins_rows(text, heading, later[0].start()) and not any(map(has_stop_and_dash, later)):
            return section_starts(text[: heading.start()])
    return starts


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
    headings = closing_headings(section.text)
    body = _STATE.split(section.text[: headings.start()] if headings else section.text)[0]
    lines = body.rstrip().split("\n")
    last, before = lines[-1].strip(), "\n".join(lines[:-1]).rstrip()
    grouped = last[:1].isupper() and last[-1:].isalpha() and not _GONE.fullmatch(last) and len(last) < _HEADING_LENGTH
    grouped = grouped or (len(last) < _HEADING_LENGTH and _PARTED.fullmatch(last) is not None)
    if grouped and before.endswith((".", '."', ".'", ".”", ".]")):
        lines.pop()
    return replace(section, text="\n".join(lines).strip())


def _repealed_between(before: Row | None, section: Row) -> list[Row]:
    """The sections missing before a section where the chapter that stands between is said to be repealed."""
    text = before.text if before else ""
    headings = closing_headings(text)
    gone = _GONE_LINE.search(text, headings.start()) if headings else None
    if before is None or headings is None or gone is None:
        return []
    missing = range(whole(before.number) + 1, whole(section.number))
    return [Row("section", str(number), "", text[headings.start() : gone.end()].strip()) for number in missing]

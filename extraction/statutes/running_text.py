"""An act as running text: its title, and its sections one under the other, amid page furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.statutes.amendment_notes import is_note, is_repealed, placed_footnotes, without_footnotes
from extraction.statutes.rows import Row, clean_number
from extraction.text.numbering import rising
from extraction.text.numerals import whole_number
from extraction.text.web_furniture import FRONT_MATTER, body_end

_TITLE = re.compile(r"(?:The )?[A-Z][^\n]{3,150}?(?:\bAct|\bCode|\bOrdinance|\bSanhita|\bAdhiniyam)\b,? ?(?:\d{4})?")
_ENACTED = re.compile(r"(?:\bBE it|\bIt is hereby|\bis hereby) enacted|enacted (?:by Parliament )?(?:in|as follows)")
_START = re.compile(
    r"^(?:\d{1,2}\[|\[\d{1,2}\]\s*\[?)?(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\.(?!\d)[ \t]*\n?[ \t]*"
    r"(?:(?P<heading>[A-Z\"“'‘\[(][^\n]{2,250}?)(?:\.\s*[-—–]+|\s*[—–]+|\s*-+(?=\s|$)|\.\*?$|\*-$)"
    r"|(?P<stars>\*(?:[ ]?\*)+)[ \t]*$)",
    re.MULTILINE,
)
_SCHEDULE = re.compile(r"^(?:THE |The )?(?P<ordinal>[A-Za-z]+) SCHEDULE\b[^\n]*$", re.MULTILINE | re.IGNORECASE)
_CHAPTER = re.compile(r"^(?:Chapter|CHAPTER|Part|PART) [IVXLC\d]+[A-Z]?\b[^\n]{0,80}\n(?:[^\n]{0,80}$)?", re.MULTILINE)
_UNHEADED = re.compile(r"^\[See (?:sub-)?section[^\]\n]*\]$", re.MULTILINE)
_GONE = re.compile(r"(?:Repealed|Omitted)\.?")
_GONE_LINE = re.compile(rf"^{_GONE.pattern}$", re.MULTILINE)
_HEADINGS = 6
_HEADING_LENGTH = 80
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
    enacted = _ENACTED.search(text, 0, _HEAD)
    found = [m for m in _START.finditer(text, enacted.end() if enacted else 0) if not is_note(m.group())]
    plain = [match for match in found if match["number"].isdecimal()]
    main = {plain[index].start() for index in rising([int(match["number"]) for match in plain], _REPEALED_COST)}
    starts: list[re.Match[str]] = []
    for match in found:
        if match.start() in main or (starts and not match["number"].isdecimal() and _fits(match, starts[-1])):
            starts.append(match)
    return starts


def _fits(lettered: re.Match[str], before: re.Match[str]) -> bool:
    number, last = lettered["number"], before["number"]
    return _whole(last) <= _whole(number) <= _whole(last) + 1 and number != last


def _whole(number: str) -> int:
    return int(number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def rows_from_text(text: str) -> list[Row]:
    """The sections and schedules of an act's text; chapter headings, notes on amendments and furniture are left out.

    Sections of a chapter that is repealed as a whole are those whose numbers are missing there.
    """
    end = body_end(text)
    starts = section_starts(text[:end])
    schedules = _schedules(text, starts[-1].end() if starts else 0, end)
    bounds = [*(m.start() for m in starts[1:]), *(m.start() for m in schedules), end]
    notes = placed_footnotes(text[:end])
    sections = [_section(text, match, bound, notes) for match, bound in zip(starts, bounds, strict=False)]
    rows: list[Row] = []
    for before, section in zip([None, *sections], sections, strict=False):
        rows += [*_repealed_between(before, section), _plain(section)]
    return rows + _schedule_rows(text, schedules, bounds[len(starts) :])


def _section(text: str, match: re.Match[str], bound: int, notes: Sequence[tuple[int, str]]) -> Row:
    body = without_footnotes(text[match.end() : bound]) if match["heading"] else match["stars"]
    heading = (match["heading"] or "").strip(" .*-")
    if is_repealed("", heading):
        heading, body = "[Repealed]", f"{text[match.start('heading') : match.end()]}\n{body}".strip()
    own = "\n".join(note for offset, note in notes if match.start() <= offset < bound)
    return Row("section", clean_number(match["number"]), heading, body, own)


def _plain(section: Row) -> Row:
    """A section without the headings that stand between it and the next: of a chapter, or of a group of sections."""
    chapter = next((m for m in _CHAPTER.finditer(section.text) if _only_headings(section.text[m.start() :])), None)
    body = section.text[: chapter.start()] if chapter else _CHAPTER.sub("", section.text)
    lines = body.rstrip().split("\n")
    last, before = lines[-1].strip(), "".join(lines[-2:-1]).rstrip()
    grouped = last[:1].isupper() and last[-1:].isalpha() and not _GONE.fullmatch(last) and len(last) < _HEADING_LENGTH
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
    missing = range(_whole(before.number) + 1, _whole(section.number))
    return [Row("section", str(number), "", text[chapter.start() : gone.end()].strip()) for number in missing]


def _schedules(text: str, after: int, end: int) -> list[re.Match[str]]:
    """Where schedules begin: at their headings, or without any where each says which section it belongs to."""
    headed = [m for m in _SCHEDULE.finditer(text, after, end) if whole_number(m["ordinal"])]
    return headed or list(_UNHEADED.finditer(text, after, end))


def _schedule_rows(text: str, schedules: Sequence[re.Match[str]], bounds: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for match, bound in zip(schedules, bounds, strict=True):
        if match.re is _SCHEDULE:
            number = str(whole_number(match["ordinal"]))
            rows.append(Row("schedule", number, match.group().strip(), text[match.end() : bound].strip()))
            continue
        lines = text[match.start() : bound].strip().split("\n")
        gone = next((i for i in range(len(lines), 0, -1) if not _GONE.fullmatch(lines[i - 1])), len(lines))
        texts = ["\n".join(lines[:gone]), *lines[gone:]]
        rows += [Row("schedule", str(len(rows) + place), "", text) for place, text in enumerate(texts, 1)]
    return rows

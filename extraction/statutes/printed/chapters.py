"""The headings of chapters and parts that an act's running text has between its sections."""

import re

from extraction.statutes.rows import BETWEEN, below, divided

_CHAPTER = re.compile(
    r"^(?:\d{1,2}\[)?(?P<kind>Chapter|CHAPTER|Part|PART)[ \t]*[-–—]?[ \t]*"
    r"(?P<number>(?:[IVXLC]{1,7}|\d{1,2})[ -]?[A-Z]?|[A-H])(?:[ \t]*[.:–—-]+[ \t]*(?P<same>[^\n]{0,120})|[ \t]*)$"
    r"(?:\s*\n(?P<below>(?!\d)[^\n]{2,120})$)?",
    re.MULTILINE,
)
_HEADINGS = 6  # lines between sections that may be headings of chapters
_LONGEST = 160  # characters of such a line
_ENDS = " .:–—-*[]"


def closing_headings(text: str) -> re.Match[str] | None:
    """The first heading of a chapter with which a text ends, where only headings follow it."""
    return next((match for match in _CHAPTER.finditer(text) if _only_headings(text[match.start() :])), None)


def chapter_after(chapter: str, text: str) -> str:
    """The chapter of what stands below a text, by the headings with which it ends; else the one that text is in."""
    first = closing_headings(text)
    path = divided(chapter)
    for match in _CHAPTER.finditer(text, first.start()) if first else ():
        path = below(path, _label(match))
    return BETWEEN.join(path)


def _label(match: re.Match[str]) -> str:
    heading = (match["same"] or match["below"] or "").strip(_ENDS)
    return ": ".join(part for part in (f"{match['kind'].capitalize()} {match['number'].strip()}", heading) if part)


def _only_headings(tail: str) -> bool:
    lines = tail.strip().split("\n")
    return len(lines) <= _HEADINGS and all(len(line) < _LONGEST for line in lines)

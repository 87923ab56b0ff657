"""Which act a list of provisions is: by its title, by what it calls itself, by its file's name."""

import re
from collections.abc import Sequence

from extraction.provisions.acts import act_by_id, act_from_title, act_named
from extraction.records import ActRecord
from extraction.statutes.rows import Row
from extraction.text.spacing import one_line

_KINDS = r"(?:Act|Code|Ordinance|Sanhita|Adhiniyam|Constitution of India)"
_CALLED = re.compile(
    r"\b(?:called|cited as|cited for all purposes as),?\s+(?:the\s+)?(?:"
    r"(?P<dated>(?:(?!,? and\b)[^.;\n]){3,120}?,?\s*\d{4})\b"
    rf"|(?P<name>(?:(?!,? and\b)[^.;\n]){{0,120}}?\b{_KINDS}\b(?! of\b)))"
)
_FOOTNOTE = re.compile(r"\d{0,2}(?:\*\s*)+|\d{1,2}\[|\]")


def which_act(rows: Sequence[Row], title: str | None, stem: str) -> ActRecord:
    """The act that rows are of: by its title, by what its first sections call it, or by its file's name."""
    named = act_named(title) if title else None
    called = _called(rows)
    if found := named or (act_named(called) if called else None):
        return found
    if sum(row.kind == "article" for row in rows) > len(rows) / 2 and (
        constitution := act_by_id("constitution-of-india")
    ):
        return constitution
    if dated := next((name for name in (title, called) if name and re.search(r"\d{4}$", name)), None):
        return act_from_title(dated)
    words = stem.replace("_", " ").replace("-", " ")
    return act_named(words) or act_from_title(title or called or words.title())


def _called(rows: Sequence[Row]) -> str | None:
    """What an act calls itself in the section on its short title, without footnote marks."""
    for row in [*rows[:3], *(row for row in rows[3:] if "short title" in row.heading.lower())]:
        if match := _CALLED.search(_FOOTNOTE.sub("", row.text)):
            return one_line(match["dated"] or match["name"])
    return None

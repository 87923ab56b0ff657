"""Headings that a gazette prints beside the sections: in a column on the left, or as lines below what they head."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.statutes.rows import Row

_BESIDE = re.compile(r"^(?P<note>[A-Z][^\n]{1,30}?)[ \t]{2,}(?=\d{1,3}[A-Z]?\. ?[A-Z(\"“])", re.MULTILINE)
_FEWEST = 3  # sections with a note beside them: fewer may be rows of a table
_LONGEST = 100  # characters of a note below a section
_BELOW = re.compile(r"(?P<text>.*[.:;”\"’')\]])\n(?P<note>[A-Z][^\n]*\.)", re.DOTALL)
_SENTENCE = re.compile(r"\b(?:shall|may|is|are|means|includes|has|have|was)\b|^[(\[]")


def beside(text: str) -> str:
    """The text with the notes of a left column as headings, "2. Toll.—"; any other text as it is."""
    starts = list(_BESIDE.finditer(text))
    if len(starts) < _FEWEST:
        return text
    column = starts[0].end() - starts[0].start()
    last = text.rfind("\n", 0, starts[0].start()) + 1
    written = [text[:last]]
    for start, after in zip(starts, [*(s.start() for s in starts[1:]), len(text)], strict=True):
        written.append(_headed(text[start.start() : after].split("\n"), column))
    return "".join(written)


def _headed(lines: Sequence[str], column: int) -> str:
    """A section's lines, from what stands left of the column its heading, from the rest its text."""
    note: list[str] = []
    body: list[str] = []
    beside = True
    for line in lines:
        left, right = line[:column], line[column:]
        parted = not left.strip() or left[-1:].isspace() or (len(line) < column and line.strip()[:1].islower())
        beside = beside and parted
        note += [left.strip()] if beside and left.strip() else []
        body.append(right if beside else line)
    number, _, words = body[0].strip().partition(".")
    return f"{number}. {' '.join(note).strip(' .')}.—{words.strip()}\n" + "\n".join(body[1:]) + "\n"


def with_notes_below(rows: Sequence[Row]) -> list[Row]:
    """The sections with the last line of each as its heading, where none has one and all end in such a line."""
    found = [_BELOW.fullmatch(row.text) for row in rows]
    notes = [match for match in found if match and _is_note(match["note"])]
    if any(row.heading for row in rows) or len(notes) < max(_FEWEST, len(rows)):
        return list(rows)
    return [
        replace(row, heading=match["note"].strip(" ."), text=match["text"])
        for row, match in zip(rows, notes, strict=True)
    ]


def _is_note(line: str) -> bool:
    return len(line) < _LONGEST and not _SENTENCE.search(line)

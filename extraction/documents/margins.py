"""What is printed beside the text: the headings of an act's sections, and the letters of a law report's pages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extraction.documents.lines import Print, Word, rows_of
from extraction.text.spacing import is_compound

_SMALL = 0.88  # of the body's size: marginal notes are set smaller than the sections that they stand beside
_NUMBER = re.compile(r"\d{1,3}[A-Z]{0,3}\.")
_OF_ACT = re.compile(r"(?:Act )?\d+ of \d{4}[.,]?")
_LETTER = re.compile(r"[A-H]")
_WORD = re.compile(r"[A-Za-z]{3}")
_LEADING = 1.6  # of the type's size: lines of one note are nearer, the next note is farther
_BESIDE = 0.5  # of the type's size: a note begins on the line of its section's number
_BROKEN = re.compile(r"([A-Za-z]*[a-z])- ([a-z]+)")
_MARKS = ".,;:()"
_FEWEST = 3  # notes: one or two small words beside a number are no habit of the print
_EDGE = 0.02  # of the words at either side are left out: one word out of place moves no edge


def with_headings(prints: Sequence[Print]) -> list[Print]:
    """The pages with each marginal note after the number of the section beside which it stands: "2. Definitions.—".

    Numbers of acts and of lines in the margin are left out. Pages of anything but an act, where fewer than three
    sections have a note beside them, stay as they are.
    """
    size = _body_size(prints)
    words = frozenset(word.text.strip(_MARKS).lower() for sheet in prints for word in sheet.words)
    read = [_read(sheet, size, words) for sheet in prints]
    if sum(count for _, count in read) < _FEWEST:
        return list(prints)
    return [sheet for sheet, _ in read]


def without_letters(sheet: Print) -> Print:
    """A page without the letters A, B, C, ... that a law report prints down its margin, beside the text."""
    letters = sorted((w for w in sheet.words if _LETTER.fullmatch(w.text)), key=lambda w: w.baseline)
    text = [w for w in sheet.words if not _LETTER.fullmatch(w.text)]
    if len(letters) < _FEWEST or not text:
        return sheet
    left, right = min(w.left for w in text), max(w.right for w in text)
    for margin in ([w for w in letters if w.left > right], [w for w in letters if w.right < left]):
        series = "".join(w.text for w in margin)
        if len(series) >= _FEWEST and "ABCDEFGH".startswith(series):
            aside = {id(w) for w in margin}
            sheet = replace(sheet, words=tuple(w for w in sheet.words if id(w) not in aside))
    return sheet


def _body_size(prints: Iterable[Print]) -> float:
    sizes = Counter(round(word.size, 1) for sheet in prints for word in sheet.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _read(sheet: Print, size: float, vocabulary: frozenset[str]) -> tuple[Print, int]:
    """A page without its margins, its notes set before the sections that they head, and how many these are."""
    body = [word for word in sheet.words if word.size >= _SMALL * size]
    if not body:
        return sheet, 0
    left, right = _edges(body)
    small = [w for w in sheet.words if w.size < _SMALL * size]
    margins = [[w for w in small if w.right <= left], [w for w in small if w.left >= right]]
    aside = {id(word) for margin in margins for word in margin}
    words = [word for word in sheet.words if id(word) not in aside]
    numbers = [row[0] for row in rows_of(words) if _NUMBER.fullmatch(row[0].text)]
    found = (noted for margin in margins for noted in _headings(margin, numbers, size))
    headings = {id(number): _mended(text, vocabulary) for number, text in found if _WORD.search(text)}
    headed = (replace(w, text=f"{w.text} {headings[id(w)]}.—") if id(w) in headings else w for w in words)
    return replace(sheet, words=tuple(headed)), len(headings)


def _edges(body: Sequence[Word]) -> tuple[float, float]:
    """Between which the text is set, but for the odd word that stands out."""
    lefts, rights = sorted(w.left for w in body), sorted(w.right for w in body)
    odd = int(_EDGE * len(body))
    return lefts[odd], rights[-1 - odd]


def _headings(margin: Sequence[Word], numbers: Sequence[Word], size: float) -> Iterator[tuple[Word, str]]:
    """The notes of a margin that stand beside the number of a section, each with that number."""
    note: list[str] = []
    number: Word | None = None
    below = 0.0
    for row in rows_of(margin):
        text, at = " ".join(word.text for word in row), row[0].baseline
        if text.isdecimal() or _OF_ACT.fullmatch(text):
            continue
        beside = next((n for n in numbers if abs(n.baseline - at) < _BESIDE * size), None)
        parted = at - below > _LEADING * row[0].size
        if parted or (beside is not number and beside and (number or "".join(note[-1:]).endswith("."))):
            if number:
                yield number, _joined(note)
            note, number = [], None
        note.append(text)
        number, below = number or beside, at
    if number:
        yield number, _joined(note)


def _joined(rows: Iterable[str]) -> str:
    """The rows of a note as one line, without its full stop."""
    return " ".join(rows).rstrip(" .")


def _mended(heading: str, vocabulary: frozenset[str]) -> str:
    """A heading whose words that are broken at a row's end are whole again."""
    return _BROKEN.sub(lambda m: f"{m[1]}{'-' if is_compound(m[1], m[2], vocabulary) else ''}{m[2]}", heading)

"""The paragraphs of a judgment as the court numbered them, and the chunks that search reads."""

import re
from collections.abc import Iterator, Sequence

from extraction.records import Chunk, Paragraph
from extraction.text.numbering import rising
from extraction.text.numerals import figures_value

_NUMBERED = re.compile(r"^[ \t]*(?P<mark>(?P<number>[1-9]\d{0,3})\.)(?=\s+\S|[A-Z\"“‘'(\[])", re.MULTILINE)
_BRACKETED = re.compile(r"^[ \t]*(?P<mark>[(\[]?(?P<number>[1-9]\d{0,2})[)\]])(?=[ \t\xa0]*\S)", re.MULTILINE)
# "2 The petitioner ...", as Gujarat prints it, and "II. This appeal ...": a sentence, no row of a table and no heading.
_BARE = re.compile(r"^[ \t]*(?P<mark>(?P<number>[1-9]\d{0,2}))[ \t\xa0]+(?=[A-Z“\"(][^\n]{40})", re.MULTILINE)
_ROMAN = re.compile(r"^[ \t]*(?P<mark>(?P<number>[IVXLC]{1,8})\.)[ \t\xa0]+(?=[A-Z“\"(][^\n]{50})", re.MULTILINE)
_FINER = re.compile(
    r"^[ \t]*(?P<mark>(?P<number>\d{1,4}(?:\.\d{1,2}|[A-Z]))\.?)[ \t\xa0]+(?=[A-Z\"“‘'(\[])", re.MULTILINE
)
_HEADING = re.compile(r"^#{1,6}[ \t][^\n]*$", re.MULTILINE)
_BLANK = re.compile(r"\n[ \t\r]*\n\s*")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)\]\"”’]{2})[.;?!][\"”’')\]]*\s+(?=[A-Z0-9\"“‘(\[])")
_OPINION = re.compile(r"\bJ{1,2}\.?[\s):.,–—-]*\Z")
_FEWEST = 3  # numbers: fewer are a list within a text without paragraphs' numbers
_FEWEST_BRACKETED = 5  # "(1)" is as a rule a list, so more of them are wanted
_UNBROKEN = 0.8  # share of numbers that marks without a stop must have: figures at the start of lines leave gaps
_EARLIEST_CUT = 0.6  # of a passage's size: a sentence's end before it would leave a scrap

CHUNK_SIZE = 500  # characters of a passage: a few sentences, which one quotation shows
CHUNK_OVERLAP = 50  # characters that neighbours share, so that a phrase at the cut is whole in one

Mark = tuple[str, int]


def paragraphs(
    text: str, start: int = 0, end: int | None = None, opinions: Sequence[int] = ()
) -> tuple[Paragraph, ...]:
    """The paragraphs of text[start:end] in order; headings of Markdown stand between them.

    `opinions` are where the judges begin to speak, each of whom begins a paragraph, and may number anew.

    A number counts only as part of the court's own rising numbering; what is numbered inside a quotation
    or list stays in its paragraph. Text that no number governs is split at blank lines, number None.
    """
    end = len(text) if end is None else end
    marks = _marks(text, start, end, opinions)
    cuts: list[tuple[str | None, int]] = [(None, start), *_with_openings(text, marks, opinions)]
    bounds = [position for _, position in cuts[1:]] + [end]
    found: list[Paragraph] = []
    for (number, at), bound in zip(cuts, bounds, strict=True):
        for piece, (low, high) in enumerate(_between_headings(text, at, bound)):
            found.extend(_whole(text, number, low, high) if number and not piece else _unnumbered(text, low, high))
    return tuple(found)


def chunks(text: str, paragraphs: Sequence[Paragraph], size: int = 500, overlap: int = 50) -> tuple[Chunk, ...]:
    """Passages of at most `size` characters, cut at a sentence's or word's end where there is one.

    Neighbours in one paragraph share about `overlap` characters; none crosses paragraphs of different
    numbers. Raises ValueError unless 0 <= overlap < size / 2.
    """
    if not 0 <= overlap < size / 2:
        raise ValueError(f"chunk overlap must be from 0 to less than half the size, not {overlap} of {size}")
    made: list[Chunk] = []
    for number, start, end in _stretches(text, paragraphs):
        for low, high in _cut(text, start, end, size, overlap):
            made.append(Chunk(len(made), text[low:high], low, high, (number,) if number else ()))
    return tuple(made)


def _marks(text: str, start: int, end: int, opinions: Sequence[int]) -> list[Mark]:
    marks = _numbering(text, _candidates(_NUMBERED, text, start, end), opinions)
    if len(marks) < _FEWEST:
        bracketed = _numbering(text, _candidates(_BRACKETED, text, start, end), opinions)
        marks = bracketed if len(bracketed) >= _FEWEST_BRACKETED else marks
    for pattern in (_BARE, _ROMAN):
        if len(marks) < _FEWEST:
            found = _numbering(text, _candidates(pattern, text, start, end), opinions)
            marks = found if len(found) >= _FEWEST and int(found[0][0]) == 1 and _unbroken(found) else marks
    return _with_finer(marks, _finer(text, start, end))


def _with_openings(text: str, marks: Sequence[Mark], opinions: Sequence[int]) -> list[tuple[str | None, int]]:
    """The marks, and between them the places at which a judge begins without a number."""
    places = [at for _, at in marks]
    bare = [at for at in opinions if not any(at <= place and not text[at:place].strip("# \t") for place in places)]
    return sorted([*marks, *((None, at) for at in bare)], key=lambda cut: cut[1])


def _candidates(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[Mark]:
    return [(str(figures_value(m["number"])), m.start("mark")) for m in pattern.finditer(text, start, end)]


def _finer(text: str, start: int, end: int) -> list[Mark]:
    return [(m["number"], m.start("mark")) for m in _FINER.finditer(text, start, end)]


def _unbroken(marks: Sequence[Mark]) -> bool:
    return len(marks) >= _UNBROKEN * int(marks[-1][0])


def _numbering(text: str, candidates: Sequence[Mark], opinions: Sequence[int]) -> list[Mark]:
    """The court's numbering among the candidates, for each judge's opinion that begins again at 1."""
    marks: list[Mark] = []
    opinion: list[Mark] = []
    for mark in [*candidates, ("1", -1)]:
        named = mark[0] == "1" and _OPINION.search(text, max(0, mark[1] - 40), mark[1])
        opened = mark[0] == "1" and opinion and any(opinion[-1][1] < at <= mark[1] for at in opinions)
        begins = mark[1] < 0 or named or opened
        if begins and opinion:
            marks.extend(opinion[index] for index in rising([int(number) for number, _ in opinion]))
            opinion = []
        opinion.append(mark)
    return marks


def _with_finer(marks: Sequence[Mark], finer: Sequence[Mark]) -> list[Mark]:
    """Numbers such as 2.1 and 12A taken in where they stand under their own paragraph."""
    merged = sorted([*marks, *finer], key=lambda mark: mark[1])
    taken: list[Mark] = []
    whole, last = "", ""
    main = set(marks)
    for mark in merged:
        if mark in main:
            whole, last = mark[0], ""
            taken.append(mark)
        elif whole and re.fullmatch(rf"{whole}(?:\.\d+|[A-Z])", mark[0]) and _follows(last, mark[0]):
            last = mark[0]
            taken.append(mark)
    return taken


def _follows(last: str, number: str) -> bool:
    if number[-1].isalpha():
        return number[-1] == "A" if not last else last[-1].isalpha() and ord(number[-1]) == ord(last[-1]) + 1
    step = int(number.rpartition(".")[2])
    return step == 1 if not last else "." in last and step == int(last.rpartition(".")[2]) + 1


def _between_headings(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for heading in _HEADING.finditer(text, start, end):
        yield at, heading.start()
        at = heading.end()
    yield at, end


def _whole(text: str, number: str | None, start: int, end: int) -> list[Paragraph]:
    start, end = _stripped(text, start, end)
    return [Paragraph(number, start, end)] if start < end else []


def _unnumbered(text: str, start: int, end: int) -> list[Paragraph]:
    breaks = [(m.start(), m.end()) for m in _BLANK.finditer(text, start, end)]
    starts = [start, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), end]
    return [p for low, high in zip(starts, ends, strict=True) for p in _whole(text, None, low, high)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _stretches(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str | None, int, int]]:
    """Paragraphs of one number with nothing but blanks between them, as one."""
    current: tuple[str | None, int, int] | None = None
    for paragraph in paragraphs:
        if current and current[0] == paragraph.number and not text[current[2] : paragraph.start].strip():
            current = (current[0], current[1], paragraph.end)
            continue
        if current:
            yield current
        current = (paragraph.number, paragraph.start, paragraph.end)
    if current:
        yield current


def _cut(text: str, start: int, end: int, size: int, overlap: int) -> Iterator[tuple[int, int]]:
    start, end = _stripped(text, start, end)
    while end - start > size:
        cut = _cut_point(text, start, size)
        yield _stripped(text, start, cut)
        start = _restart(text, start, cut, overlap)
    if start < end:
        yield start, end


def _cut_point(text: str, start: int, size: int) -> int:
    earliest = start + int(size * _EARLIEST_CUT)
    sentences = list(_SENTENCE_END.finditer(text, earliest, start + size + 1))
    if sentences:
        return min(sentences[-1].end(), start + size)
    for position in range(start + size, earliest, -1):
        if text[position].isspace():
            return position
    return start + size


def _restart(text: str, start: int, cut: int, overlap: int) -> int:
    """Where the next chunk begins: at the first word within `overlap` characters before the cut."""
    position = cut - overlap
    if not text[position - 1].isspace():
        while position < cut and not text[position].isspace():
            position += 1
    while position < cut and text[position].isspace():
        position += 1
    if position <= start:
        position = cut
    while position < len(text) and text[position].isspace():
        position += 1
    return position

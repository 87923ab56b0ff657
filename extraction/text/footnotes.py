"""Footnotes: the notes that a text prints below itself, and the marks that point to them from its words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, takewhile

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_FIGURES = str.maketrans(_RAISED, "0123456789")
_NOTE = re.compile(
    rf"^[ \t]*(?:\[(?P<bracketed>\^?\d{{1,3}}|[*†‡]+|\^[\w-]{{1,40}})\]:?"
    rf"|(?P<raised>\^\d{{1,3}}(?=[ \t])|[{_RAISED}]{{1,3}}|[†‡]+)"
    r"|(?P<plain>\d{1,3})(?=[ \t]))"
    r"[ \t]*(?P<text>\S[^\n]*)$",
    re.MULTILINE,
)
_MARK = re.compile(
    rf"[ \t]?\[(?P<bracketed>\^?\d{{1,3}}|[*†‡]+|\^[\w-]{{1,40}})\](?!:)"
    rf"|(?P<raised>(?<=\S)[{_RAISED}]{{1,3}}|(?<=[\w.,;)”’])\^\d{{1,3}}(?![\d.])|(?<=[\w.,;)”’])[†‡]+)"
    r"|(?<=[A-Za-z]{2}[.,;)”’])(?P<after>\d{1,3})(?=\s)|(?<=[A-Za-z]{3})(?P<glued>\d{1,3})(?=[\s,.;:)]|$)",
    re.MULTILINE,
)
_SIGN = re.compile(rf"[\[{_RAISED}†‡^0-9](?<!\s[0-9])(?<![0-9][0-9])")
"""Where a mark may begin, quick to scan for."""
_ON_A_NUMBER = (
    r"(?:(?:[A-Z]{{2,}}\.?|[Ss]ections?|[Aa]rticles?|[Rr]ules?)\s\d{{1,4}}|\b[A-Z]{{2}})(?P<figure>{number})(?![\d-])"
)
"""On a page or a section, or on two capitals ("Citi Bank NA3"), of which many a number is a part ("PW3")."""
_COUNTED = re.compile(r"\b(?:suppl?|nos?|vol|secs?|ss|arts?|paras?|pp?|cls?|rs|sch|ch|exh?|ext|reg)\.$", re.IGNORECASE)
"""An abbreviation whose number follows it: "Supp.1" bears no mark."""
_REPORTED = re.compile(r"(?:1[89]|20)\d\d[)\]]?\s[A-Z][A-Za-z]{1,5}\.$")
"""The abbreviation of a report after its year ("AIR 1948 MAD.12"): the number after it is a page."""
_TOLD = re.compile(
    r"[a-z]{3}|\d\s(?:[A-Z][A-Za-z]{0,3}\.\s?)+\w{0,4}\.?\s\d|\b[A-Z]{2,}\b.*\d"
    r"|\b[Ii]d\b|\b(?:1[89]|20)\d\d\b\)?\s.*[A-Z][A-Za-z.]+\s\d"
)
"""A note says something: the rows of a table in small print ("[2] P3 960 27.8.2010") begin with figures too."""
_HEADING = re.compile(r"^[ \t*#_]*(?:(?:end|foot)[ -]?notes?|notes)[ \t*:._]*$", re.IGNORECASE | re.MULTILINE)
_HEADED = re.compile(r"^[ \t]*(?:\((?P<round>\d{1,3})\)|(?P<plain>\d{1,3})[.)])[ \t]+(?P<text>\S[^\n]*)$", re.MULTILINE)
"""A note under a heading of its own, whose number may look like a paragraph's or a clause's."""
_ROUND_MARK = re.compile(r"(?<=[A-Za-z.,;”\"’])[ \t]?\((?P<number>\d{1,3})\)(?=[\s.,;:)]|$)", re.MULTILINE)
_STARRED = re.compile(r"^[ \t]*(?P<number>\*{1,6})[ \t]+(?P<text>\S[^\n]*)$", re.MULTILINE)
_STARS = re.compile(r"(?<=[A-Za-z.,;)”’])\*{1,6}(?![\w*])")
_REPORT = r"(?:[\[(]?(?:1[789]|20)\d\d\b|\d{1,3}\s[A-Z]|(?:A\.?\s?I|I\.?\s?L|L)\.?\s?R\b|[Ii]bid|[Ss]upra)"
_OF_PAGE = re.compile(
    rf"(?:^[ \t]*|(?<=[.;])[ \t]+|(?<=[ \t][ \t]))\((?P<number>\d{{1,2}})\)[ \t]+(?P<text>{_REPORT}[^\n]*?)"
    rf"(?=[ \t]{{1,20}}\(\d{{1,2}}\)[ \t]{{1,20}}{_REPORT}|[ \t]{{0,20}}$)",
    re.MULTILINE,
)
"""A citation at the foot of a page, as the Supreme Court Reports had them: "(1) [1957] S.C.R. 12. (2) ..."."""
_EMPHASIS = re.compile(r"(?<![\w.,;:)”’*])\*{1,3}(?=[\w\"“'‘(])")
"""Stars that open words in bold or italics: where there are any, those that close them are no marks."""
_OF_PROVISION = re.compile(
    r"\b(?:section|clause|rule|article|order|proviso|para|paragraph|item|sub|cl|s)\.?$", re.IGNORECASE
)
_LONGEST_PLAIN = 400  # characters: after a bare number a longer text is a paragraph


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note `text[start:end]`, behind its own mark, and the mark among the words, from `mark_start` to `mark_end`.

    A mark without a note has an empty one: it still belongs to no word beside it.
    """

    number: str
    mark_start: int
    mark_end: int
    start: int
    end: int


def find_footnotes(text: str) -> list[Footnote]:
    """The marks of a text with the notes that they point to, in the order of the marks.

    A bare number is a note only where a mark points to it. Numbering that starts anew is told by the place: a mark
    means the next note of its number below it.
    """
    headed = _headed(text)
    lines = sorted([*_NOTE.finditer(text), *headed], key=lambda match: match.start())
    below: dict[str, list[re.Match[str]]] = {}
    for match in lines:
        if _TOLD.search(match["text"]):
            below.setdefault(_number(match), []).append(match)
    openings = {match.start(): match.start("text") for match in lines}
    marks = list(_marks(text, openings, below))
    marks += _on_numbers(text, marks, below)
    marks += _round_marks(text, headed)
    found = [_footnote(number, at, below.get(number, [])) for number, at in marks]
    return sorted([*found, *_starred(text), *([] if headed else _of_pages(text))], key=lambda f: f.mark_start)


def notes_below(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the notes stand that follow a place in a text, each on its line: in brackets, or under a heading."""
    yield from (match.span("text") for match in _NOTE.finditer(text, start) if match["bracketed"])
    yield from (match.span("text") for match in _headed(text) if match.start() >= start)


def _headed(text: str) -> list[re.Match[str]]:
    """The notes at the end of a text under the heading "Notes", numbered from 1."""
    headings = list(_HEADING.finditer(text))
    notes = list(_HEADED.finditer(text, headings[-1].end())) if headings else []
    below = notes and not text[headings[-1].end() : notes[0].start()].strip()
    return notes if below and _number(notes[0]) == "1" else []


def _round_marks(text: str, headed: Sequence[re.Match[str]]) -> Iterator[tuple[str, tuple[int, int]]]:
    """The marks in round brackets of headed notes: those that count on from 1, among the clauses of provisions."""
    notes = {note["round"] for note in headed if note["round"]}
    if not notes:
        return
    following = 1
    for match in _ROUND_MARK.finditer(text, 0, headed[0].start()):
        of_provision = _OF_PROVISION.search(text, max(0, match.start() - 12), match.start())
        if match["number"] == str(following) and match["number"] in notes and not of_provision:
            yield match["number"], match.span()
            following += 1


def _starred(text: str) -> Iterator[Footnote]:
    """The stars on a word with the next line below that begins with as many ("** AIR 1956 SC 64")."""
    notes = [note for note in _STARRED.finditer(text) if _TOLD.search(note["text"])]
    if not notes or _EMPHASIS.search(text):
        return
    for mark in _STARS.finditer(text, 0, notes[-1].start()):
        note = next((n for n in notes if n["number"] == mark.group() and n.start() > mark.end()), None)
        if note:
            yield Footnote(mark.group(), *mark.span(), *note.span("text"))


def _of_pages(text: str) -> Iterator[Footnote]:
    """Citations at the foot of each page, counted anew from 1, with the marks among the words above them."""
    notes, above = list(_OF_PAGE.finditer(text)), 0
    for index, first in enumerate(notes):
        if first["number"] != "1":
            continue
        counted = zip(count(1), (notes[at] for at in range(index, len(notes))), strict=False)
        page = {note["number"]: note for _, note in takewhile(lambda at: at[1]["number"] == str(at[0]), counted)}
        for mark in _ROUND_MARK.finditer(text, above, first.start()):
            note = page.get(mark["number"])
            if note and not _OF_PROVISION.search(text, max(0, mark.start() - 12), mark.start()):
                yield Footnote(mark["number"], *mark.span(), *note.span("text"))
        above = max(note.end() for note in page.values())


def without_marks(text: str, footnotes: Sequence[Footnote]) -> str:
    """The text with blanks for its marks, every other character in its place."""
    pieces: list[str] = []
    at = 0
    for footnote in footnotes:
        pieces += [text[at : footnote.mark_start], " " * (footnote.mark_end - footnote.mark_start)]
        at = footnote.mark_end
    return "".join([*pieces, text[at:]])


def _number(match: re.Match[str]) -> str:
    found = next(group for name, group in match.groupdict().items() if group and name != "text")
    return found.lstrip("^").translate(_FIGURES)


def _marks(
    text: str, openings: dict[int, int], below: dict[str, list[re.Match[str]]]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The marks among the words; a figure on a word is one where there is such a note, or where it ends a name."""
    for match in _found(text):
        number = _number(match)
        line = text.rfind("\n", 0, match.start() + 1) + 1
        if line in openings and match.start() < openings[line]:
            continue
        if (match["glued"] or match["after"]) and number not in below:
            continue
        if match["after"] and _is_counted(text, match.start()):
            continue
        yield number, match.span()


def _is_counted(text: str, at: int) -> bool:
    return any(abbreviation.search(text, max(0, at - 12), at) for abbreviation in (_COUNTED, _REPORTED))


def _found(text: str) -> Iterator[re.Match[str]]:
    """All that looks like a mark, the blank before a bracket included."""
    end = 0
    for sign in _SIGN.finditer(text):
        at = sign.start() - (text[sign.start()] == "[" and text[max(0, sign.start() - 1)] in " \t")
        match = _MARK.match(text, at) if at >= end else None
        if match:
            yield match
            end = match.end()


def _on_numbers(
    text: str, marks: Sequence[tuple[str, tuple[int, int]]], below: dict[str, list[re.Match[str]]]
) -> list[tuple[str, tuple[int, int]]]:
    """Marks that stand on a number ("(2012) 8 SCC 2114": page 21, note 14) or on two capitals.

    Only of a note that no other mark points to, and at the one place between the marks before and after it.
    """
    placed = {number: at for number, at in marks if number.isdigit()}
    found: list[tuple[str, tuple[int, int]]] = []
    for number in below:
        if number in placed or not number.isdigit():
            continue
        before, after = placed.get(str(int(number) - 1)), placed.get(str(int(number) + 1))
        if before and after:
            pattern = re.compile(_ON_A_NUMBER.format(number=number))
            places = [match.span("figure") for match in pattern.finditer(text, before[1], after[0])]
            found += [(number, places[0])] if len(places) == 1 else []
    return found


def _footnote(number: str, mark: tuple[int, int], notes: Sequence[re.Match[str]]) -> Footnote:
    index = bisect_left([note.start() for note in notes], mark[1])
    note = notes[index] if index < len(notes) else None
    if note is None or (note["plain"] and len(note["text"]) > _LONGEST_PLAIN):
        return Footnote(number, *mark, mark[1], mark[1])
    return Footnote(number, *mark, *note.span("text"))

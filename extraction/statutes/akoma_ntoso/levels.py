"""The levels of a provision's text: sub-sections, clauses, provisos, explanations, told by how lines begin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_NUMBER = re.compile(r"\((?P<number>\d{1,3}[A-Z]{0,2}|[a-z]{1,5}|[A-Z]{1,4})\) (?=\S)")
_ROMAN = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})[A-Z]?")
_NAMED = (
    ("proviso", re.compile(r"Provided\b")),
    ("explanation", re.compile(r"[\[“\"]?Explanation\b")),
    ("illustration", re.compile(r"[\[“\"]?Illustrations?\b")),
    ("exception", re.compile(r"Exception\b")),
)
_BY_STYLE = {"figure": "subsection", "letter": "clause", "roman": "subclause", "capital": "point"}


@dataclass(slots=True)
class Level:
    """A part of a provision's text: what it is, its number if it has one, where its first line stands, what is in it.

    `kind` is an element's name, or of a proviso and the like the word for it; "alinea" is a line that is none of them.
    """

    kind: str
    number: str
    start: int
    end: int
    parts: list["Level"] = field(default_factory=list)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of a text begin and end that are not blank, without blanks around them."""
    for line in re.finditer(r"[^\n]*\S[^\n]*", text):
        blank = len(line.group()) - len(line.group().lstrip())
        yield line.start() + blank, line.start() + len(line.group().rstrip())


def levels(text: str) -> list[Level]:
    """The parts of a text in their order, each in the one that it belongs to."""
    whole = Level("", "", 0, 0)
    opened: list[tuple[str, Level]] = [("", whole)]
    for start, end in lines(text):
        named = next((kind for kind, begins in _NAMED if begins.match(text, start, end)), None)
        numbers = list(_numbers(text, start, end))
        if named or not numbers:
            _close(opened, {"figure"} if named else {"figure", "illustration"})
            part = Level(named or "alinea", "", start, end)
            opened[-1][1].parts.append(part)
            if named == "illustration":
                opened.append((named, part))
        for number, at in numbers if not named else ():
            words = end if at == numbers[-1][1] else at
            style = _style(number, opened)
            if any(style == other for other, _ in opened):
                _close(opened, {other for other, _ in opened[: [o for o, _ in opened].index(style)]})
            part = Level(_BY_STYLE[style], f"({number})", at, words)
            opened[-1][1].parts.append(part)
            opened.append((style, part))
    return whole.parts


def _numbers(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The numbers at the head of a line, "(1) (a) ...", each with where its words begin; no style twice."""
    styles: set[str] = set()
    while (match := _NUMBER.match(text, start, end)) and (style := _plain_style(match["number"])) not in styles:
        styles.add(style)
        yield match["number"], match.end()
        start = match.end()


def _plain_style(number: str) -> str:
    return "figure" if number[0].isdigit() else "capital" if number.isupper() else "small"


def _style(number: str, opened: list[tuple[str, Level]]) -> str:
    """How a number counts: "(i)" is a letter after "(h)", and Roman otherwise."""
    style = _plain_style(number)
    if style != "small":
        return style
    letters = [level.number for kind, level in opened if kind == "letter"]
    follows = len(number) == 1 and bool(letters) and ord(number) - ord(letters[-1][1]) == 1
    return "letter" if follows or not _ROMAN.fullmatch(number) else "roman"


def _close(opened: list[tuple[str, Level]], kept: set[str]) -> None:
    """Close the levels below those of the styles that are `kept`; the whole stays open."""
    while len(opened) > 1 and opened[-1][0] not in kept:
        opened.pop()

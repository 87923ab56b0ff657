"""Where the sections of an act begin in its text, told from lists of contents and from what sections number."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extraction.statutes.amendment_notes import is_note
from extraction.statutes.front import act_title, enacting_words, has_purpose, is_titled
from extraction.statutes.printed.layout import plain_act
from extraction.text.numbering import rising

# A hyphen parts heading and text, unless it is one of a word that print has broken: "Inter- State agreements".
_HYPHEN = r"(?:(?<![a-z])-+(?=\s)|\s-+(?=\s)|--+|-+$|-(?=\s+[A-Z(\[“\"'])(?![^\n]{0,700}?(?:\.\s*[-—–]|—)))"
_LINE = r"(?<!\()(?:(?!\bshall\b)[^\n]){2,250}?"  # a heading on a line of its own, and no sentence
_START = re.compile(
    r"^(?:\d{1,2}\[|\[\d{1,2}\]\s*\[?)?(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\.(?!\d)[ \t]*\n?[ \t]*"
    rf"(?:(?P<heading>(?!\(\d)[A-Z\"“'‘\[(](?:[^\n]{{2,700}}?(?=\.\s*[-—–]|\s*[—–]|{_HYPHEN})|{_LINE}(?=\.\*?$|\*-$)))"
    rf"(?:\.\s*[-—–]+|\s*[—–]+|{_HYPHEN}|\.\*?$|\*-$)"
    r"|(?P<stars>\*(?:[ ]?\*)+)[ \t]*$)",
    re.MULTILINE,
)
_UNHEADED = re.compile(
    r"^(?:\d{1,2}\[)?(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\.\s+(?P<heading>(?!))?(?P<stars>(?!))?(?=[(\[\"“A-Z])",
    re.MULTILINE,
)
_FIRST_UNHEADED = re.compile(r"^(?:Section\s+)?1\.\s+(?:\(1\)\s*)?(?:This|These)\b", re.MULTILINE)
_STOP_AND_DASH = re.compile(r"\.\s*[-—–]+$")
_ON_TITLE = re.compile(r"(?:Short )?(?:title|name)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\w[.;:,—]\s*$", re.MULTILINE)
_REPEALED_COST = 0.9  # a jump: less than a step is worth, for acts leave repealed sections out
_ENOUGH = 60_000  # characters after the enacting words: a few sections are in it
_MANY = 10  # sections under an act's title: a note on an act has fewer parts
_FEWEST = 3  # sections: fewer may be an act that a judgment quotes


def is_act_text(text: str) -> bool:
    """Whether a text is an act: an act's title at its head, numbered sections, and what stands between them.

    That is the words by which it is enacted, what it is for, its number, or a first section on its title.
    """
    if act_title(text) is None:
        return False
    enacted = enacting_words(text)
    starts = section_starts(plain_act(text[: (enacted.end() if enacted else 0) + _ENOUGH]))
    if is_titled(text) and len(starts) >= _MANY:
        return True
    if not starts or (whole(starts[0]["number"]) != 1 and not enacted):
        return False
    headed = enacted or has_purpose(text) or _ON_TITLE.match(starts[0]["heading"] or "")
    return len(starts) >= (1 if is_titled(text) else _FEWEST) and bool(headed)


def section_starts(text: str) -> list[re.Match[str]]:
    """Where sections begin, numbers rising (12, 12A, 13); what is numbered inside a section is left in it."""
    enacted = enacting_words(text)
    if run := _without_headings(text, enacted.end() if enacted else 0):
        return run
    found = [m for m in _START.finditer(text, enacted.end() if enacted else 0) if not is_note(m.group())]
    found = _without_contents(text, found)
    plain = [match for match in found if match["number"].isdecimal()]
    main = {plain[index].start() for index in rising([int(match["number"]) for match in plain], _REPEALED_COST)}
    starts: list[re.Match[str]] = []
    for place, match in enumerate(found):
        after = next((m for m in found[place:] if m.start() in main), None)
        if match.start() in main or (starts and not match["number"].isdecimal() and _fits(match, starts[-1], after)):
            starts.append(match)
    return sorted((*starts, *_unheaded(text, enacted.end() if enacted else 0, starts)), key=lambda match: match.start())


def _without_headings(text: str, begins: int) -> list[re.Match[str]]:
    """Where sections begin in an act that gives none of them a heading, not even the first; else none."""
    headed = any(map(has_stop_and_dash, _START.finditer(text, begins)))
    if headed or not _FIRST_UNHEADED.search(text, begins):
        return []
    found = list(_UNHEADED.finditer(text, begins))
    run = rising([whole(match["number"]) for match in found], _REPEALED_COST)
    return [found[index] for index in run]


def _unheaded(text: str, begins: int, starts: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Sections without a heading, where just their numbers are missing between those with one: 4 between 3 and 5."""
    if len(starts) < _FEWEST:
        return
    for before, after in pairwise((None, *starts)):
        last = before["number"] if before else "0"
        at, end = (before.end() if before else begins), after.start() if after else begins
        for match in _UNHEADED.finditer(text, at, end):
            number = match["number"]
            follows = whole(number) == whole(last) + 1 or (whole(number) == whole(last) and number > last)
            if follows and after and whole(number) <= whole(after["number"]) and number != after["number"]:
                last = number
                yield match


def has_stop_and_dash(start: re.Match[str]) -> bool:
    """Whether a section's heading ends as acts print it, "Short title.—"; rows of lists do not."""
    return _STOP_AND_DASH.search(start[0]) is not None


def whole(number: str) -> int:
    """The figure of a section's number: 12 of "12A"."""
    return int(number.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _without_contents(text: str, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Without the entries of a list of sections: no sentence, and the same number and heading stand again below."""
    numbered: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in found:
        numbered[match["number"]].append(match)
    listed = {
        m.start()
        for m, after in pairwise(found)
        if any(o.start() > m.start() and _heading(o).startswith(_heading(m)) for o in numbered[m["number"]])
        and not _SENTENCE.search(text, m.end(), after.start())
    }
    return [m for m in found if m.start() not in listed]


def _heading(match: re.Match[str]) -> str:
    return " ".join((match["heading"] or "").lower().split())


def _fits(lettered: re.Match[str], before: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether a section with a letter stands after the one before it, or just before the next: 32A before 33."""
    number, last = lettered["number"], before["number"]
    ends = whole(after["number"]) - 1 if after else 0
    return whole(number) in (whole(last), whole(last) + 1, max(ends, whole(last))) and number != last

"""Where the sections of an act begin in its text, told from lists of contents and from what sections number."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extraction.statutes.amendment_notes import is_note
from extraction.statutes.front import act_title, enacting_words
from extraction.statutes.markdown import plain_text
from extraction.text.numbering import rising

_START = re.compile(
    r"^(?:\d{1,2}\[|\[\d{1,2}\]\s*\[?)?(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\.(?!\d)[ \t]*\n?[ \t]*"
    r"(?:(?P<heading>[A-Z\"“'‘\[(][^\n]{2,250}?)(?:\.\s*[-—–]+|\s*[—–]+|\s*-+(?=\s|$)|\.\*?$|\*-$)"
    r"|(?P<stars>\*(?:[ ]?\*)+)[ \t]*$)",
    re.MULTILINE,
)
_SENTENCE = re.compile(r"\w[.;:,—]\s*$", re.MULTILINE)
_REPEALED_COST = 0.9  # a jump: less than a step is worth, for acts leave repealed sections out
_ENOUGH = 60_000  # characters after the enacting words: a few sections are in it
_FEWEST = 3  # sections: fewer may be an act that a judgment quotes


def is_act_text(text: str) -> bool:
    """Whether a text is an act: an act's title at its head, enacting words, and numbered sections."""
    enacted = enacting_words(text) if act_title(text) else None
    return enacted is not None and len(section_starts(plain_text(text[: enacted.end() + _ENOUGH]))) >= _FEWEST


def section_starts(text: str) -> list[re.Match[str]]:
    """Where sections begin, numbers rising (12, 12A, 13); what is numbered inside a section is left in it."""
    enacted = enacting_words(text)
    found = [m for m in _START.finditer(text, enacted.end() if enacted else 0) if not is_note(m.group())]
    found = _without_contents(text, found)
    plain = [match for match in found if match["number"].isdecimal()]
    main = {plain[index].start() for index in rising([int(match["number"]) for match in plain], _REPEALED_COST)}
    starts: list[re.Match[str]] = []
    for match in found:
        if match.start() in main or (starts and not match["number"].isdecimal() and _fits(match, starts[-1])):
            starts.append(match)
    return starts


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


def _fits(lettered: re.Match[str], before: re.Match[str]) -> bool:
    number, last = lettered["number"], before["number"]
    return whole(last) <= whole(number) <= whole(last) + 1 and number != last

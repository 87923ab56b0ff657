"""Judgments dumped on one line, some without capitals: broken into lines, and names written great, letter for letter.

What is changed keeps its length, a blank for a line's end and a capital for a small letter.
"""

import re
from collections.abc import Iterator

_SHORTEST = 300  # characters of a line that is a whole judgment
_HEAD = 3_000  # characters in which the head of a dump ends, where no paragraph 1 ends it before
_COURT = re.compile(r"\W*(?:in|before) the\b.{0,80}?\b(?:court|tribunal|commission|forum)\b", re.IGNORECASE)
_ROLE = (
    r"(?:petitioner|appellant|applicant|plaintiff|complainant|revisionist|respondent|defendant|accused"
    r"|opposite part(?:y|ies))(?:\(s\)|/s|s)?"
)
_FILED = (
    r"(?:[ds]\.b\.|civil|criminal|crl\.?|cr\.?|writ|special|leave|misc(?:ellaneous|\.)?|regular|first|second"
    r"|letters patent|original|company|appellate|jurisdiction|appeal|petition|application|revision|suit|case"
    r"|w\.?p\.?|c\.?w\.?p\.?|o\.?a\.?)"
)
_NUMBERED = re.compile(
    rf"{_FILED}(?:\s{_FILED}|\s?\([a-z./ ]{{1,12}}\))*\.?\s*nos?\b\.?\s*[\d,& -]+(?:of|/)\s*\d{{4}}"
    r"(?:\s\([^()]{1,20}\))?",
    re.IGNORECASE,
)
_TITLE = r"(?:mr|ms|mrs|smt|shri|sri|dr)\b"
_OPENS = (
    r"(?:versus|vs?\.?)\s",
    r"(?:between|and|present)\s*:",
    r"(?:date of|dated|decided on|reserved on|pronounced on|coram|by the court)\b",
    r"before\s*:?\s*(?:the\s)?hon",
    r"(?:the\s)?(?<!the )(?<!before )hon.?ble\b",
    r"per\s*:",
    rf"(?<!ble ){_TITLE}\.? (?!justice)(?:(?!{_TITLE})[^:]){{3,60}} for (?:the )?(?:{_ROLE}|state)",
    rf"(?:counsel )?for (?:the )?{_ROLE}\s*:",
    r"\((?:by|for) [^()]{3,80}(?:adv|counsel|pleader|hcgp)",
    r"(?:oral )?(?:judge?ment|order|o r d e r)\s*(?::|\d|[a-z. ]{3,40}, ?c?j)",
)
"""What begins a line of a head."""
_BEFORE = re.compile(rf"(?<! of)\s(?={'|'.join(_OPENS)})", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:\.{{2,}}\s*{_ROLE}(?:\s*no\.?\s*\d)?|\b(?:versus|vs?\.)|\b(?:between|and)\s*:"
    r"|(?<!of )\b(?:by the court|judge?ment|order)(?:\s*:)?)(?P<end>\s)(?!:)",
    re.IGNORECASE,
)
"""What ends one."""
_PARAGRAPH = re.compile(r"(?:(?<=[.:;)\"”])|(?=\s1\.))\s(?=(?P<number>\d{1,3})\.\s[A-Za-z\"“(])")
_SIGNED = re.compile(r"\s(?=sd/-)", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+(?:['’](?!s\b)[a-z]+)?")
_SMALL = frozenset(
    (
        *("a", "an", "and", "at", "by", "for", "in", "is", "no", "nos", "of", "on", "or", "to", "the", "with"),
        *("others", "another", "versus", "v", "vs", "date", "dated", "order"),
    )
)
_SENTENCE = re.compile(r"(?:^|(?<=[.:?] )|(?<=\d\. ))[a-z]", re.MULTILINE)
_NO_NAME = r"(?:in|on|see|and|of|by|from|relies|cited|case|to|that|the)"
_NAMES = re.compile(
    rf"\b(?:(?!{_NO_NAME}\b)[a-z.&'’]+ (?:of )?){{1,6}}(?:v\.|vs\.?|versus) (?:[a-z.&'’]+ ?){{1,8}}(?=[,(\[]|and\b|\.)"
)
_ACT = re.compile(r"(?<=the )(?:[a-z]+ ){1,7}(?:act|code)(?=,? \d{4})|constitution of india")
_LETTER = re.compile(r"(?<=\bsection )\d+[a-z]{1,2}\b|(?<=\barticle )\d+[a-z]{1,2}\b|(?<=\bsections )\d+[a-z]{1,2}\b")
_REPORT = re.compile(r"\bair (?=\d{4} )|(?<=\d )(?:\(\d\) )?[a-z.]{2,6}(?= (?:\([a-z]+\) )?\d{1,4}\b)")
_PLACE = re.compile(r"(?<=\bAIR \d{4} )[A-Z]{2,4}(?= \d)", re.IGNORECASE)
_OFFICE = re.compile(r"(?<=, )(?:a?c\.?)?jj?\b\.?", re.IGNORECASE)


def laid_out(text: str) -> str:
    """A judgment that is a single line, broken where its head and paragraphs have lines; any other text as it is."""
    if len(text) < _SHORTEST or "\n" in text.strip() or not _COURT.match(text):
        return text
    letters = list(text)
    for at in _breaks(text):
        letters[at] = "\n"
    broken = "".join(letters)
    return _with_capitals(broken) if text.islower() else broken


def _breaks(text: str) -> Iterator[int]:
    """Where lines end: around the facts of the head, before the paragraphs 1, 2, 3, before the signature."""
    wanted, first = 1, None
    for match in _PARAGRAPH.finditer(text):
        if int(match["number"]) == wanted:
            wanted, first = wanted + 1, first or match.start()
            yield match.start()
    end = min(first or _HEAD, _HEAD)
    for match in _NUMBERED.finditer(text, 0, end):
        yield from (at for at in (match.start() - 1, match.end()) if text[at : at + 1].isspace())
    yield from (match.start() for match in _BEFORE.finditer(text, 0, end + 1))
    yield from (match.start("end") for match in _AFTER.finditer(text, 0, end))
    yield from (match.start() for match in _SIGNED.finditer(text))


def _with_capitals(text: str) -> str:
    """A dump with the capitals of its head and signature, and in between of sentences, cases, acts and reports."""
    first, signed = re.search(r"\n1\. ", text), _SIGNED.search(text)
    start, end = first.start() if first else 0, signed.start() if signed else len(text)
    body = text[start:end]
    for pattern in (_NAMES, _ACT):
        body = pattern.sub(_greatly, body)
    for pattern in (_LETTER, _REPORT, _SENTENCE):
        body = pattern.sub(lambda found: found[0].upper(), body)
    return _greatly(text[:start]) + _PLACE.sub(_greatly, body) + _greatly(text[end:])


def _greatly(words: re.Match[str] | str) -> str:
    written = words if isinstance(words, str) else words[0].lower()
    return _OFFICE.sub(lambda found: found[0].upper(), _WORD.sub(_great, written))


def _great(word: re.Match[str]) -> str:
    initial = len(word[0]) == 1 and word.string[word.end() : word.end() + 1] == "."
    small = word[0] in _SMALL and not (initial and word[0] != "v")
    return word[0] if small else word[0].capitalize()

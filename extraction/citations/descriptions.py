"""What a text says a case stands for: the words around its name, without the names of cases."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from extraction.records import Description
from extraction.text.sentences import NUMBERED, quote_span, sentence_at
from extraction.text.spacing import one_line

Span = tuple[int, int]

_TELLING = 7  # words: "See A v. B" has none, "In A v. B this Court considered the question" two
_LONGEST = 400  # characters of a description: two sentences of print
_MOST = 3  # descriptions of one case in one text: the rest says the same again
_TELLING_WORD = re.compile(
    r"\b(?!(?:the|and|this|that|court|was|has|had|have|been|held|cases?|decisions?|judgment|view|said|which|with|also|for|"
    r"supra|see|vide|followed|referred|relied|reliance|placed|upon|bench|hon|ble|division|constitution|full|learned|"
    r"judges?|observed|considered|question|under|where|from|are|were|not|supreme|high|para|reported)\b)[a-z]{3,}"
)
"""No word that stands beside the name of any case, whatever it stands for."""
_HELD = re.compile(
    r"\b(?:held|holds?|holding|laid\s(?:it\s)?down|lays\sdown|ruled|observed|opined|stated|decided|declared|"
    r"pointed\sout|explained|emphasi[sz]ed|reiterated|concluded|said|noticed|clarified|settled|law|propositions?|"
    r"principles?)[\w\s,]{0,40}?(?:\bthat\b|:)[\s,:]*"
)
_NAME = "\0"
_NAMES = re.compile(
    rf"(?:[\s,;:&(\[]|\b(?:and|see|also|vide)\b)*{_NAME}(?:[\s,;:&()\[\]{_NAME}]|\b(?:and|see|also|vide|supra)\b)*",
    re.IGNORECASE,
)
_NUMBER_BETWEEN = re.compile(r"(?<=[.:?!\"”])\s+\d{1,3}\.\s+")
_GOES_ON = re.compile(r"[:\"“'–—-]\W*$|\b(?:thus|as follows|as under)\W*$")
_POINTS_BACK = re.compile(rf"^\W*(?:\([ivxa-z\d]{{1,4}}\)\W*)?(?:(?:[Ss]ee|[Vv]ide|[Cc]f|[Rr]ef)\b|[(\[])|{_NAME}\W*$")
_LEANS_BACK = re.compile(
    r"\W*(?:\d{1,3}\.\s)?(?:(?:This|That|It)\s(?:is|was|has|had|view|principle|position|rule|proposition|aspect|question)\b"
    r"|(?:These|Those|Such|Similar|To\sthe\s(?:same|similar))\b|(?:The|A)\s(?:same|above|said|similar|aforesaid|like)\b)"
)
_TELLS_OF_IT = re.compile(
    r"\W*(?:\d{1,3}\.\s)?(?:In (?:that|the said|this) (?:case|decision)|There(?:in)?\b|It (?:was|has been) )"
)


def descriptions(
    text: str, starts: Sequence[int], cases: Sequence[Span], mentions: Sequence[Span]
) -> list[Description | None]:
    """What `text` says of one case at each of its `mentions`; `cases` are the places of all cases, ascending.

    `starts` are where sentences start. None where it says nothing, or less than three other mentions of it.
    """
    found = [_description(text, starts, cases, mention) for mention in mentions]
    once: dict[str, tuple[int, Description]] = {}
    for i, description in enumerate(found):
        if description:
            once.setdefault(description.text, (i, description))
    best = sorted(once.values(), key=lambda at: (not _HELD.search(at[1].quote), -len(at[1].text), at[0]))[:_MOST]
    kept = {i for i, _ in best}
    return [description if i in kept else None for i, description in enumerate(found)]


def _description(text: str, starts: Sequence[int], cases: Sequence[Span], mention: Span) -> Description | None:
    """The sentence that names the case, with the one before or after that it points to where it tells nothing."""
    start, end = sentence = sentence_at(starts, len(text), *mention)
    masked = _masked(text, cases, *quote_span(text, *sentence, *mention))
    empty = _telling(masked) < _TELLING
    points_back = empty and _POINTS_BACK.search(masked) and not _TELLS_OF_IT.match(text, end)
    if start and (points_back or _LEANS_BACK.match(masked)):
        start, _ = sentence_at(starts, len(text), start - 1, start)
    elif end < len(text) and (empty or _GOES_ON.search(masked)):
        _, end = sentence_at(starts, len(text), end, end + 1)
    start, end = quote_span(text, start, end, *mention)
    said = _cut(_without_names(_masked(text, cases, start, end)))
    return Description(said, text[start:end]) if _telling(said) >= _TELLING else None


def _masked(text: str, cases: Sequence[Span], start: int, end: int) -> str:
    """A stretch of the text with a sign for the name and citations of each case."""
    pieces, at = list[str](), start
    first = bisect_left(cases, (start, start))
    for low, high in cases[first - 1 if first and cases[first - 1][1] > start else first :]:
        if low >= end:
            break
        pieces += [text[at:low], _NAME]
        at = max(at, high)
    return one_line("".join([*pieces, text[at:end]]))


def _without_names(masked: str) -> str:
    """What is left without the signs, and without what only held names together."""
    plain = _NUMBER_BETWEEN.sub(" ", _NAMES.sub(" ", masked))
    return NUMBERED.sub("", one_line(re.sub(r"\s+(?=[.,;:)\]])", "", plain)), count=1).lstrip(" .,;:)]")


def _telling(said: str) -> int:
    return len(set(_TELLING_WORD.findall(said.lower())))


def _cut(said: str) -> str:
    """What was held, where the words before only say that it was; cut at a word where it is long."""
    held = _HELD.search(said)
    if held and _telling(said[: held.end()]) < _TELLING <= _telling(said[held.end() :]):
        said = said[held.end() :]
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0]

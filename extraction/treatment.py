"""How a judgment treats each case it names, and who says so: rules over the sentence that names it."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from extraction.cases import FoundCase
from extraction.records import Speaker, Treatment
from extraction.sentences import sentence_at

_QUOTE_LENGTH = 600
_REACH = 420
_CUE = re.compile(
    r"rul|distinguish|doubt|dissent|disapprov|approv|affirm|revers|aside|quash|follow|appl|rel[yi]|view|light|incuri|law|held|laid|"
    r"agree|accept|fact|help|assist|avail|relevan|bearing|cover|govern|counsel|submi|contend|argu|urge|cited|behalf|support|"
    r"attention|refer|consider|bench|binding|settled|depart|observ|explain|stat|preferr|endors|adopt|principle|different"
)
_LISTED = r"[\s,;&()\].]{0,6}(?:and |or |as well as (?:in )?)?"
_ADVERBS = (
    r"(?:\w+ly |also |therefore |hereby |so |not |since |later |thus |itself |however,? |as |it |again |only |very |"
    r"by this court ){0,4}"
)
_NUMBERED = re.compile(r"\s*(?:\(?\d{1,3}[.)]\s+)?")
_SPACES = re.compile(r"\s+")
_QUOTES = re.compile(r"[\"“”]")
_SPEECH_CUE = re.compile(
    r"\b(?:counsel|contended|submitted|argued|urged|attorney|solicitor general)\b"
    r"|\b(?:mr|shri|sri|dr|ms|mrs)\.? [\w. ]{2,40}\b(?:cited|relied|placed|referred|drew)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The treatment of one mention and the span of the sentence that says so."""

    treatment: Treatment
    by: Speaker
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Rule:
    label: Treatment
    by: Speaker | None
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Rules:
    labels: tuple[_Rule, ...]
    speakers: tuple[tuple[Speaker, re.Pattern[str]], ...]
    opening: re.Pattern[str]
    carried: frozenset[str]


@cache
def _rules() -> _Rules:
    raw = tomllib.loads((files("extraction") / "data" / "treatment.toml").read_text(encoding="utf-8"))
    macros = {
        "{x}": rf"(?:«y»{_LISTED}){{0,8}}«x»(?:{_LISTED}«y»){{0,8}}",
        "{y}": "«y»",
        "{g}": r"[^«»;]{0,130}?",
        "{l}": r"[^«»;]{0,320}?",
        "{s}": r"[^«»;]{0,70}?",
        "{a}": _ADVERBS,
    } | {f"{{{name}}}": value for name, value in raw["macros"].items()}
    labels = tuple(
        _Rule(cast(Treatment, rule["label"]), cast("Speaker | None", rule.get("by")), _compiled(pattern, macros))
        for rule in raw["rule"]
        for pattern in rule["patterns"]
    )
    speakers = tuple(
        (cast(Speaker, who), _compiled(pattern, macros))
        for who, patterns in raw["speakers"].items()
        for pattern in patterns
    )
    return _Rules(labels, speakers, re.compile(raw["anaphora"]["opening"]), frozenset(raw["anaphora"]["labels"]))


def _compiled(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(2):
        for name, value in macros.items():
            pattern = pattern.replace(name, value)
    return re.compile(pattern)


def judge(text: str, starts: Sequence[int], cases: Sequence[FoundCase]) -> list[Judged]:
    """The treatment of each of `cases` (in order, not overlapping); `starts` are where sentences of `text` start."""
    spans = _bridged(starts, len(text), cases)
    return [_judge(text, starts, cases, spans, index) for index in range(len(cases))]


def _bridged(starts: Sequence[int], length: int, cases: Sequence[FoundCase]) -> list[tuple[int, int]]:
    return [sentence_at(starts, length, case.start, case.end) for case in cases]


def _judge(
    text: str, starts: Sequence[int], cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]], index: int
) -> Judged:
    case, (start, end) = cases[index], spans[index]
    sentence = _masked(text, start, end, cases, spans, index)
    label, by = _label(sentence)
    before = text[max(0, start - 160) : start]
    speaker = by or _speaker(sentence, before)
    quote_start, quote_end = start, end
    if (label == "cited" or speaker != "court") and _is_last(cases, spans, index):
        carried, stop = _carried(text, starts, cases, end)
        if carried:
            label, speaker, quote_end = carried, "court", stop
    if speaker == "counsel" and label == "followed":
        label = "cited"
    if label == "cited":
        speaker = "counsel" if speaker == "counsel" else "court"
    elif speaker != "counsel" and _quoted(text, case.start):
        speaker = "other"
    return Judged(label, speaker, *_quote(text, quote_start, quote_end, case))


def _masked(
    text: str, start: int, end: int, cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]], index: int
) -> str:
    """The sentence in lower case, the case in question as «x», the others as «y»."""
    focal = cases[index]
    numbered = _NUMBERED.match(text, start, focal.start)
    low = max(numbered.end() if numbered else start, focal.start - _REACH)
    high = min(end, focal.end + _REACH)
    pieces: list[str] = []
    at = low
    first = index
    while first and cases[first - 1].end > low:
        first -= 1
    for other in cases[first:]:
        if other.start >= high:
            break
        pieces += [text[at : max(at, other.start)], " «x» " if other is focal else " «y» "]
        at = max(at, other.end)
    pieces.append(text[at:high])
    return _SPACES.sub(" ", "".join(pieces).lower()).replace(" ,", ",").strip()


def _label(sentence: str) -> tuple[Treatment, Speaker | None]:
    if not _CUE.search(sentence):
        return "cited", None
    for rule in _rules().labels:
        if rule.pattern.search(sentence):
            return rule.label, rule.by
    return "cited", None


def _speaker(sentence: str, before: str) -> Speaker:
    for who, pattern in _rules().speakers:
        if pattern.search(sentence):
            return who
    return "counsel" if _goes_on(sentence, before) else "court"


def _goes_on(sentence: str, before: str) -> bool:
    """Whether a bare list item carries on what counsel was said to cite just before."""
    words = re.search(r"[a-z]", sentence.replace("«x»", "").replace("«y»", ""))
    return words is None and _SPEECH_CUE.search(before) is not None


def _is_last(cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]], index: int) -> bool:
    return index + 1 == len(cases) or cases[index + 1].start >= spans[index][1]


def _carried(text: str, starts: Sequence[int], cases: Sequence[FoundCase], end: int) -> tuple[Treatment | None, int]:
    """What the next sentence says of "the said decision", and where it ends."""
    if end >= len(text):
        return None, end
    start, stop = sentence_at(starts, len(text), end, end + 1)
    following = _SPACES.sub(" ", text[start : min(stop, start + 400)].lower())
    opening = _rules().opening.match(following)
    if opening is None or any(start <= case.start < stop for case in cases):
        return None, end
    label, _ = _label("«x»" + following[opening.end() :])
    return (label, stop) if label in _rules().carried else (None, end)


def _quoted(text: str, at: int) -> bool:
    """Whether the place stands inside quotation marks that open in its sentence's neighbourhood."""
    line = text.rfind("\n", 0, at) + 1
    marks = [m.group() for m in _QUOTES.finditer(text, max(line, at - 3000), at)]
    if any(mark in "“”" for mark in marks):
        return marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1)
    return len(marks) % 2 == 1


def _quote(text: str, start: int, end: int, case: FoundCase) -> tuple[int, int]:
    """A span of at most 600 characters around the mention, without a paragraph's number at its head."""
    numbered = _NUMBERED.match(text, start, case.start)
    start = numbered.end() if numbered else start
    while end > case.end and text[end - 1].isspace():
        end -= 1
    if end - start <= _QUOTE_LENGTH:
        return start, end
    low = max(start, case.start - (_QUOTE_LENGTH - min(case.end - case.start, _QUOTE_LENGTH)) // 2)
    high = min(end, low + _QUOTE_LENGTH)
    low = max(start, high - _QUOTE_LENGTH)
    return _at_words(text, low, high, start, end)


def _at_words(text: str, low: int, high: int, start: int, end: int) -> tuple[int, int]:
    if low > start and (space := text.find(" ", low, low + 30)) > 0:
        low = space + 1
    if high < end and (space := text.rfind(" ", high - 30, high)) > 0:
        high = space
    return low, high

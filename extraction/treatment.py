"""How a judgment treats each case it names, and who says so: rules over the sentence that names it."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from extraction.cases import FoundCase
from extraction.records import Speaker, Treatment
from extraction.sentences import NUMBERED, quote_span, sentence_at

_REACH = 420
_GAP = 120
_CUE = re.compile(
    r"rul|distinguish|doubt|dissent|disapprov|approv|affirm|revers|aside|quash|follow|appl|rel[yi]|view|light|incuri|law|held|laid|"
    r"agree|accept|fact|help|assist|avail|relevan|bearing|cover|govern|counsel|submi|contend|argu|urge|cited|behalf|support|"
    r"attention|refer|consider|bench|binding|settled|depart|observ|explain|stat|preferr|endors|adopt|principle|different|"
    r"wrong|second look"
)
_LINKED = re.compile(
    r"[\s,;&()\]}.:]*(?:(?:(?:[Cc]rl?|[Cc]iv(?:il)?|W|[Ww]rit|[Aa]ppeals?|[Pp]etitions?|S?L?P|M|[Nn]os?|[Dd]ated|[Dd]/d|"
    r"[Dd]ecided on|reported (?:in|at|as)|at|pp?|paras?|page|and|or|of|etc|also|as well as|in|the|"
    r"cases?|decisions?|judgments?|\d[\d./-]*)\b|[(\[]?[Ss]upra\b)[\s,;&()\]}.:/-]*){0,12}"
    r"(?:(?<=, )[A-Z][a-z]+(?<!ing) [a-z]{2,6} )?"
)
_JOINED = re.compile(r"[;&]|\b(?:and|or|as well as)\b")
_SETTING = re.compile(r"(?:^|[.,;:]\s)\W*(?:\d{1,3}\.\s+)?[Ii]n (?:the (?:case|decision) of )?$")
_ADVERBS = (
    r"(?:\w+ly |also |therefore |hereby |so |not |since |later |thus |itself |however,? |as |it |again |only |very |"
    r"by this court ){0,4}"
)
_SPACES = re.compile(r"\s+")
_PLURAL = re.compile(r"s$|\bboth\b")
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
    pointing: re.Pattern[str]
    carried: frozenset[str]


@cache
def _rules() -> _Rules:
    raw = tomllib.loads((files("extraction") / "data" / "treatment.toml").read_text(encoding="utf-8"))
    macros = {
        "{x}": "«x»",
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
    return _Rules(labels, speakers, re.compile(raw["anaphora"]["pointing"]), frozenset(raw["anaphora"]["labels"]))


def _compiled(pattern: str, macros: dict[str, str]) -> re.Pattern[str]:
    for _ in range(2):
        for name, value in macros.items():
            pattern = pattern.replace(name, value)
    return re.compile(pattern)


def judge(text: str, starts: Sequence[int], cases: Sequence[FoundCase]) -> list[Judged]:
    """The treatment of each of `cases` (in order, not overlapping); `starts` are where sentences of `text` start."""
    starts = _bridged(starts, cases)
    spans = [sentence_at(starts, len(text), case.start, case.end) for case in cases]
    runs = _runs(text, cases, spans)
    return [_judge(text, starts, cases, spans, runs[index], index) for index in range(len(cases))]


def _bridged(starts: Sequence[int], cases: Sequence[FoundCase]) -> list[int]:
    """The starts of sentences without those that stand inside the name or citation of a case."""
    ends = [case.end for case in cases]
    kept: list[int] = []
    for start in starts:
        index = bisect_right(ends, start)
        if index == len(cases) or start <= cases[index].start:
            kept.append(start)
    return kept


def _runs(text: str, cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """For each case the first and last of the list that it stands in ("A, B and C"), its own index twice if alone."""
    runs: list[tuple[int, int]] = []
    first = 0
    for index in range(len(cases)):
        if index + 1 < len(cases) and _coordinated(text, cases, spans, first, index):
            continue
        runs += [(first, index)] * (index + 1 - first)
        first = index + 1
    return runs


def _coordinated(
    text: str, cases: Sequence[FoundCase], spans: Sequence[tuple[int, int]], first: int, index: int
) -> bool:
    """Whether the next case goes on a list; "In A, B was overruled" is none."""
    here, following = cases[index], cases[index + 1]
    gap = following.start - here.end
    if gap > _GAP or following.start >= spans[index][1] or not _LINKED.fullmatch(text, here.end, following.start):
        return False
    if first < index or _JOINED.search(text, here.end, following.start):
        return True
    return not _SETTING.search(text[max(spans[index][0], here.start - 30) : here.start])


def _judge(
    text: str,
    starts: Sequence[int],
    cases: Sequence[FoundCase],
    spans: Sequence[tuple[int, int]],
    run: tuple[int, int],
    index: int,
) -> Judged:
    case, (start, end) = cases[index], spans[index]
    sentence = _masked(text, start, end, cases, run)
    label, by = _label(sentence)
    before = text[max(0, start - 160) : start]
    speaker = by or _speaker(sentence, before)
    quote_start, quote_end = start, end
    if (label == "cited" or speaker != "court") and _is_last(cases, spans, run[1]):
        carried = _carried(text, starts, cases, end, index < run[1])
        if carried:
            label, speaker, quote_end = carried
    if speaker == "counsel" and label == "followed":
        label = "cited"
    if label == "cited":
        speaker = "counsel" if speaker == "counsel" else "court"
    elif speaker != "counsel" and _quoted(text, case.start):
        speaker = "other"
    return Judged(label, speaker, *quote_span(text, quote_start, quote_end, case.start, case.end))


def _masked(text: str, start: int, end: int, cases: Sequence[FoundCase], run: tuple[int, int]) -> str:
    """The sentence in lower case, the cases of the `run` in question as one «x», the others as «y»."""
    head, tail = cases[run[0]].start, cases[run[1]].end
    numbered = NUMBERED.match(text, start, head)
    low = max(numbered.end() if numbered else start, head - _REACH)
    high = min(end, tail + _REACH)
    before = _others_masked(text, low, head, cases, run[0])
    after = _others_masked(text, tail, high, cases, run[1] + 1)
    return _SPACES.sub(" ", f"{before} «x» {after}".lower()).replace(" ,", ",").strip()


def _others_masked(text: str, low: int, high: int, cases: Sequence[FoundCase], first: int) -> str:
    """`text[low:high]` with «y» for its cases, found from index `first` to both sides."""
    while first and cases[first - 1].end > low:
        first -= 1
    pieces: list[str] = []
    at = low
    for other in cases[first:]:
        if other.start >= high:
            break
        pieces += [text[at : max(at, other.start)], " «y» "]
        at = max(at, other.end)
    pieces.append(text[at:high])
    return "".join(pieces)


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


def _carried(
    text: str, starts: Sequence[int], cases: Sequence[FoundCase], end: int, plural: bool
) -> tuple[Treatment, Speaker, int] | None:
    """What the next sentence says of "the said decision" (of "these decisions" if `plural`), and where it ends."""
    if end >= len(text):
        return None
    start, stop = sentence_at(starts, len(text), end, end + 1)
    first = bisect_left(cases, start, key=lambda case: case.start)
    following = _SPACES.sub(" ", _others_masked(text, start, min(stop, start + 400), cases, first).lower())
    pointing = _rules().pointing.match(following)
    if pointing is None:
        return None
    low, high = pointing.span(pointing.lastgroup or 0)
    if plural and not _PLURAL.search(following[low:high]):
        return None
    sentence = f"{following[:low]} «x» {following[high:]}".strip()
    label, by = _label(sentence)
    speaker = by or _speaker(sentence, "")
    if label not in _rules().carried or speaker == "counsel" or ("«y»" in following and label == "followed"):
        return None
    return label, speaker, stop


def _quoted(text: str, at: int) -> bool:
    """Whether the place stands inside quotation marks that open in its sentence's neighbourhood."""
    line = text.rfind("\n", 0, at) + 1
    marks = [m.group() for m in _QUOTES.finditer(text, max(line, at - 3000), at)]
    if any(mark in "“”" for mark in marks):
        return marks[-1] == "“" or (marks[-1] == '"' and marks.count('"') % 2 == 1)
    return len(marks) % 2 == 1

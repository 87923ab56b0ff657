"""How a judgment treats each case it names, and who says so: rules over the sentence that names it and those after."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.citations.cases import FoundCase
from extraction.records import Speaker, Treatment
from extraction.text.sentences import NUMBERED, quote_span, sentence_at
from extraction.treatment import rules
from extraction.treatment.lists import bridged, lists
from extraction.treatment.quotations import is_quoted, quotations

_REACH = 420  # characters of the sentence on either side: farther words are said of something else
_AHEAD = 1000  # characters in which "the said decision" is looked for
_SENTENCES_AHEAD = 7  # sentences of them
_SPACES = re.compile(r"\s+")
_PLURAL = re.compile(r"s$|\b(?:both|they)\b")
_OWN_VOICE = re.compile(
    r"\b(?:[Ww]e|I) (?:are|am|have|find|hold|think|do|see|may|must|shall|feel|agree|would|cannot|need)\b"
)
_SPEECH = re.compile(
    r"\b(?:counsel|contended|submitted|argued|urged|attorney|solicitor general)\b"
    r"|\b(?:mr|shri|sri|dr|ms|mrs)\.? [\w. ]{2,40}\b(?:cited|relied|placed|referred|drew|contends|submits)\b"
    r"|\breliance (?:is|was|has been|had been) (?:\w+ )?placed",
    re.IGNORECASE,
)
_ITEMS_BACK = 20  # items of a list before this one that are looked through for who speaks
_ITEM = re.compile(
    r"«[xy]»|^\W*the (?:first|second|third|next|other|last)(?: such)? (?:case|decision|judgment)(?: \w+){0,3} is"
    r"|^\W*(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)]|\([\w. ]{1,12}\)|\band\b"
)
"""All that a sentence may hold that does no more than name a case."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The treatment of one mention, how sure it is in per cent, and the span of the sentence that says so."""

    treatment: Treatment
    by: Speaker
    confidence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text with what is known of it before any treatment is read: sentences, lists of cases, quotations, voice."""

    text: str
    starts: Sequence[int]
    cases: Sequence[FoundCase]
    spans: Sequence[tuple[int, int]]
    lists: Sequence[tuple[int, int]]
    quoted: list[tuple[int, int]]
    own_voice: bool


def judge(text: str, starts: Sequence[int], cases: Sequence[FoundCase]) -> list[Judged]:
    """The treatment of each of `cases` (in order, not overlapping); `starts` are where sentences of `text` start."""
    starts = bridged(starts, cases)
    spans = [sentence_at(starts, len(text), case.start, case.end) for case in cases]
    quoted = quotations(text) if cases else []
    own_voice = _OWN_VOICE.search(text) is not None
    reading = _Reading(text, starts, cases, spans, lists(text, cases, spans), quoted, own_voice)
    return [_judge(reading, index) for index in range(len(cases))]


def _judge(reading: _Reading, index: int) -> Judged:
    case, (start, end) = reading.cases[index], reading.spans[index]
    sentence = _masked(reading, index)
    label, by = rules.label(sentence)
    speaker = by or _speaker(reading, index, sentence, label)
    quote_end = end
    if label in ("cited", "doubted") or speaker != "court":
        carried = _carried(reading, index)
        if carried and (label != "doubted" or carried[0] == "overruled"):
            label, speaker, quote_end = carried
    if speaker == "counsel" and label == "followed":
        label = "cited"
    if label == "cited":
        speaker = "counsel" if speaker == "counsel" else "court"
    elif speaker != "counsel" and is_quoted(reading.quoted, case.start):
        speaker = "other"
    confidence = rules.confidence(label, speaker)
    return Judged(label, speaker, confidence, *quote_span(reading.text, start, quote_end, case.start, case.end))


def _masked(reading: _Reading, index: int) -> str:
    """The sentence in lower case, the list of cases in question as one «x», the other cases as «y»."""
    text, (start, end), (first, last) = reading.text, reading.spans[index], reading.lists[index]
    head, tail = reading.cases[first].start, reading.cases[last].end
    numbered = NUMBERED.match(text, start, head)
    low = max(numbered.end() if numbered else start, head - _REACH)
    high = min(end, tail + _REACH)
    before = _others_masked(reading, low, head, first)
    after = _others_masked(reading, tail, high, last + 1)
    return _SPACES.sub(" ", f"{before} «x» {after}".lower()).replace(" ,", ",").strip()


def _others_masked(reading: _Reading, low: int, high: int, first: int) -> str:
    """`text[low:high]` with «y» for its cases, found from index `first` to both sides."""
    text, cases = reading.text, reading.cases
    while first and cases[first - 1].end > low:
        first -= 1
    pieces: list[str] = []
    at = low
    for index in range(first, len(cases)):
        other = cases[index]
        if other.start >= high:
            break
        pieces += [text[at : max(at, other.start)], " «y» "]
        at = max(at, other.end)
    pieces.append(text[at:high])
    return "".join(pieces)


def _speaker(reading: _Reading, index: int, sentence: str, label: Treatment) -> Speaker:
    if label == "cited" and not rules.may_be_counsel(sentence):
        return "counsel" if _goes_on(reading, index, sentence) else "court"
    speaker = rules.speaker(sentence, reading.own_voice)
    if speaker is None and _goes_on(reading, index, sentence):
        return "counsel"
    return speaker or "court"


def _goes_on(reading: _Reading, index: int, sentence: str) -> bool:
    """Whether a bare list item carries on what counsel was said to cite before."""
    if re.search(r"[a-z]", _ITEM.sub("", sentence)):
        return False
    at, text = reading.spans[index][0], reading.text
    for _ in range(_ITEMS_BACK):
        if not at:
            return False
        start, _stop = sentence_at(reading.starts, len(text), at - 1, at)
        first = bisect_left(reading.cases, start, key=lambda case: case.start)
        if _SPEECH.search(text, start, at):
            return True
        if re.search(r"[a-z]", _ITEM.sub("", _others_masked(reading, start, at, first).lower())):
            return False
        at = start
    return False


def _carried(reading: _Reading, index: int) -> tuple[Treatment, Speaker, int] | None:
    """What a following sentence says of "the said decision" (of "these decisions" in a list), and where it ends.

    It is looked for up to the next case that is named.
    """
    last = reading.lists[index][1]
    plural, end = index < last, reading.spans[index][1]
    cases, text = reading.cases, reading.text
    if last + 1 < len(cases) and cases[last + 1].start < end:
        return None
    limit, nearest = min(len(text), end + _AHEAD), True
    for _ in range(_SENTENCES_AHEAD):
        if end >= limit:
            return None
        start, stop = sentence_at(reading.starts, len(text), end, end + 1)
        named = last + 1 < len(cases) and cases[last + 1].start < stop
        if found := _pointing(reading, start, stop, plural, nearest):
            return *found, stop
        if named:
            return None
        end, nearest = stop, False
    return None


def _pointing(
    reading: _Reading, start: int, stop: int, plural: bool, nearest: bool
) -> tuple[Treatment, Speaker] | None:
    first = bisect_left(reading.cases, start, key=lambda case: case.start)
    following = _SPACES.sub(" ", _others_masked(reading, start, min(stop, start + 400), first).lower())
    pointing = rules.pointed(following)
    if pointing is None:
        return None
    low, high = pointing.span(pointing.lastgroup or 0)
    if plural and not _PLURAL.search(following[low:high]):
        return None
    sentence = f"{following[:low]} «x» {following[high:]}".strip()
    label, by = rules.label(sentence)
    speaker = by or rules.speaker(sentence, reading.own_voice) or "court"
    if not rules.is_carried(label) or speaker == "counsel":
        return None
    if label == "followed" and ("«y»" in following or not nearest):
        return None
    return label, speaker

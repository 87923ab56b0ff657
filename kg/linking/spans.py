"""Where a free question names cases: "A v. B", one name alone, a name for a case known by another ("privacy case")."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extraction.parties.titles import VERSUS_WORDS
from extraction.parties.words import is_common
from kg.linking.name_index import NameIndex
from kg.linking.name_match import (
    CLEAR,
    IN_FULL,
    Asked,
    answers_to_all,
    asked,
    likely,
    sides_agreement,
    single_agreement,
)
from kg.linking.tokens import CONNECTORS, TokenizedText, is_telling, may_be_name, may_be_party

_CASE_WORDS = frozenset({"case", "judgment", "judgement", "ruling", "verdict", "decision", "supra"})
_BREAK = re.compile(r"[?;:()\[\]<>\n\"“”—–]|\s-+\s|--")
_BRACKET = re.compile(r"\.?\s*[()]\s*")
_JOINERS = frozenset({"of", "the", "for"})
_PARTY = 12  # words of one party that are looked at on a side of the "v."
_RUN = 7  # words of a name without a "v.": longer runs are sentences
_POOL = 60  # cases that are compared in full for each run
_SURE = 0.85  # a name alone, with nothing after it that tells a case, must fit better than CLEAR
_ALIAS = 5  # words before a mark of an alias that may be the name


@dataclass(frozen=True, slots=True)
class CaseSpan:
    """A case named at `text[start:end]`; `doubtful`: it may be no case at all if nothing answers to it."""

    start: int
    end: int
    petitioner: str
    respondent: str = ""
    doubtful: bool = False


Words = Sequence[int]


def case_spans(index: NameIndex, question: TokenizedText) -> list[CaseSpan]:
    """The spans in order, none overlapping another."""
    taken: set[int] = set()
    spans = list(_versus_spans(index, question, taken))
    spans += _alias_spans(index, question, taken)
    for run in _runs(index, question, taken):
        spans += _single_spans(index, question, run)
    return sorted(spans, key=lambda span: span.start)


def _text(question: TokenizedText, words: Words) -> str:
    return question.text[question.words[words[0]].start : question.words[words[-1]].end]


def _span(question: TokenizedText, left: Words, right: Words = (), doubtful: bool = False) -> CaseSpan:
    start, end = question.words[left[0]].start, question.words[(right or left)[-1]].end
    return CaseSpan(start, end, _text(question, left), _text(question, right) if right else "", doubtful)


# A v. B


def _versus_spans(index: NameIndex, question: TokenizedText, taken: set[int]) -> Iterator[CaseSpan]:
    for at, word in enumerate(question.words):
        if word.blocked or not _is_versus(question, at):
            continue
        left = _party(index, question, range(at - 1, max(-1, at - 1 - _PARTY), -1), taken)[::-1]
        right = _party(index, question, range(at + 1, min(len(question.words), at + 1 + _PARTY)), taken)
        if left and right:
            petitioner, respondent = _closest(index, question, left, right)
            taken.update(range(petitioner[0], respondent[-1] + 1))
            yield _span(question, petitioner, respondent)


def _party(index: NameIndex, question: TokenizedText, order: Iterable[int], taken: set[int]) -> list[int]:
    """The words beside a "v." that may be the party there, from the "v." outwards."""
    found: list[int] = []
    previous: int | None = None
    for at in order:
        if previous is not None and _parted(question, *sorted((previous, at))):
            break
        if at in taken or _ends_party(question, at) or not may_be_party(question, at, index):
            break
        found.append(at)
        previous = at
    while found and _connects(question, found[-1]):
        found.pop()
    return found


def _parted(question: TokenizedText, first: int, second: int) -> bool:
    """Whether two neighbouring words stand in different clauses; a bracket in a name does not part it."""
    gap = question.between(first, second)
    in_name = _BRACKET.fullmatch(gap) and not question.words[second].plain.isdigit()
    return bool(_BREAK.search(gap)) and not in_name


def _is_versus(question: TokenizedText, at: int) -> bool:
    return question.words[at].plain in VERSUS_WORDS and not question.words[at].initial


def _ends_party(question: TokenizedText, at: int) -> bool:
    return _is_versus(question, at) or question.words[at].plain in _CASE_WORDS


def _connects(question: TokenizedText, at: int) -> bool:
    return question.words[at].plain in CONNECTORS and not question.words[at].initial


def _closest(index: NameIndex, question: TokenizedText, left: Words, right: Words) -> tuple[Words, Words]:
    """The parts of both windows that agree best with one case; the windows themselves where none is close."""
    lefts = [left[i:] for i in range(len(left)) if _may_begin(question, left, i)]
    rights = [right[: i + 1] for i in range(len(right)) if _may_end(question, right, i)]
    if not lefts or not rights:
        return left, right
    left_asked = [asked(index, _text(question, words)) for words in lefts]
    right_asked = [asked(index, _text(question, words)) for words in rights]
    best, score = (lefts[0], rights[-1]), CLEAR
    for position in likely(index, [_merged(left_asked), _merged(right_asked)], _POOL):
        sides = sides_agreement(index, position, left_asked, right_asked)
        if sides.score > score:
            score, best = sides.score, (lefts[sides.left], rights[sides.right])
    return best


def _may_begin(question: TokenizedText, left: Words, i: int) -> bool:
    """Whether a party may begin at the i-th word: not in the middle of a name."""
    return not _connects(question, left[i]) and (i == 0 or not _belongs(question, left[i - 1], left[i - 1 : i + 1]))


def _may_end(question: TokenizedText, right: Words, i: int) -> bool:
    """Whether a party may end with the i-th word: not in the middle of a name, nor before "of"."""
    if _connects(question, right[i]) or i + 1 == len(right):
        return not _connects(question, right[i])
    after = question.words[right[i + 1]]
    return after.plain != "of" and not _belongs(question, right[i + 1], right[i : i + 2])


def _belongs(question: TokenizedText, at: int, pair: Words) -> bool:
    """Whether the word at the edge cannot be parted from the other of the pair."""
    word = question.words[at]
    parted = re.search(r"[,()]", question.between(pair[0], pair[1]))
    name = word.telling or is_common(word.plain)
    return word.initial or (name and word.capital == question.cased and not parted)


def _merged(many: Iterable[Asked]) -> Asked:
    return {word: weight for one in many for word, weight in one.items()}


# One name alone


def _runs(index: NameIndex, question: TokenizedText, taken: set[int]) -> Iterator[list[int]]:
    """Words that may be names and stand together."""
    run: list[int] = []
    for at in range(len(question.words)):
        if at in taken or not may_be_name(question, at, index):
            continue
        if run and not (_adjoin(question, run[-1], at, taken) and len(run) < _RUN):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _adjoin(question: TokenizedText, first: int, second: int, taken: set[int]) -> bool:
    inside = range(first + 1, second)
    if any(at in taken or question.words[at].plain not in _JOINERS for at in inside):
        return False
    gaps = (question.between(at, at + 1) for at in range(first, second))
    return all(re.fullmatch(r"[\s.&'’/@-]*", gap) for gap in gaps)


def _single_spans(index: NameIndex, question: TokenizedText, run: list[int]) -> list[CaseSpan]:
    """The names within a run, the best and longest first, then those left and right of it."""
    pool = likely(index, [asked(index, _text(question, run))], _POOL)
    windows = [run[i:j] for i in range(len(run)) for j in range(len(run), i, -1)]
    rated = [(round(_rating(index, question, pool, run, window), 2), len(window), window) for window in windows]
    score, _, window = max(rated, default=(0.0, 0, run), key=lambda item: item[:2])
    if not score:
        return _unknown(index, question, run)
    first, last = run.index(window[0]), run.index(window[-1])
    around = [part for part in (run[:first], run[last + 1 :]) if part]
    found = [_span(question, window, doubtful=not _case_follows(question, window[-1]))]
    return found + [span for part in around for span in _single_spans(index, question, part)]


def _rating(index: NameIndex, question: TokenizedText, pool: Sequence[int], run: list[int], window: list[int]) -> float:
    """How well a window names a case; 0 where it should not be taken for one."""
    followed = _case_follows(question, window[-1])
    telling = [at for at in window if is_telling(question, at, index)]
    least = (CLEAR if followed else _SURE) if telling else IN_FULL
    if not telling and not followed and not _is_proper(question, window):
        return 0.0
    if _is_cut(question, run, window) or (not followed and _only_letters(index, question, window)):
        return 0.0
    name = asked(index, _text(question, window))
    score = max((single_agreement(index, position, name) for position in pool), default=0.0)
    if score < least:
        return 0.0
    return 1.0 if len(telling) > 1 and any(answers_to_all(index, position, name) for position in pool) else score


def _is_proper(question: TokenizedText, window: list[int]) -> bool:
    """Whether everyday words stand as a name: several, with capitals, none that many parties share."""
    words = [question.words[at] for at in window]
    return question.cased and len(words) > 1 and all(w.capital and not is_common(w.plain) for w in words)


def _is_cut(question: TokenizedText, run: list[int], window: list[int]) -> bool:
    """Whether a telling capitalised word or an initial stands right beside the window: it is part of another name."""
    sides = (run.index(window[0]) - 1, run.index(window[-1]) + 1)
    beside = [question.words[run[i]] for i in sides if 0 <= i < len(run)]
    return question.cased and any((word.telling and word.capital) or word.initial for word in beside)


def _only_letters(index: NameIndex, question: TokenizedText, window: list[int]) -> bool:
    """Whether the window is an abbreviation of under four letters, or initials alone."""
    return all(len(question.words[at].plain) < 4 and question.words[at].plain not in index.by_word for at in window)


def _case_follows(question: TokenizedText, at: int) -> bool:
    return at + 1 < len(question.words) and question.words[at + 1].plain in _CASE_WORDS


def _unknown(index: NameIndex, question: TokenizedText, run: list[int]) -> list[CaseSpan]:
    """A name that nothing answers to, if the question calls it a case."""
    telling = any(is_telling(question, at, index) and len(question.words[at].plain) > 3 for at in run)
    if telling and _case_follows(question, run[-1]):
        return [_span(question, run)]
    return []


def _is_alias(question: TokenizedText, window: list[int]) -> bool:
    """Whether words may be a case's other name: no other words than "of" and "the" between its own."""
    inside = (question.words[at] for at in window[1:])
    other = any((w.function and w.plain not in _JOINERS) or w.plain in _CASE_WORDS for w in inside)
    first = question.words[window[0]]
    blocked = any(question.words[at].blocked for at in window)
    return not (
        other or blocked or first.function or first.plain in _CASE_WORDS or _BREAK.search(_text(question, window))
    )


def _alias_spans(index: NameIndex, question: TokenizedText, taken: set[int]) -> Iterator[CaseSpan]:
    """Everyday words before "case" that are a case's other name in full: "privacy case"."""
    for at in range(1, len(question.words)):
        if question.words[at].plain not in _CASE_WORDS:
            continue
        for first in range(max(0, at - _ALIAS), at):
            window = list(range(first, at))
            if taken.intersection(window) or not _is_alias(question, window):
                continue
            name = asked(index, _text(question, window))
            if any(single_agreement(index, position, name) >= IN_FULL for position in likely(index, [name], _POOL)):
                taken.update(window)
                yield _span(question, window)
                break

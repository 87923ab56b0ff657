"""Tags on words: spans there and back, and the best valid tags for any scores."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from extraction.ner.tags import BEGIN, END, INSIDE, LABELS, OUTSIDE, SINGLE, TAGS, N, WordSpan, decode, encode
from extraction.ner.viterbi import best_tags

OPENING = {OUTSIDE, *range(BEGIN.start, BEGIN.stop), *range(SINGLE.start, SINGLE.stop)}
CLOSING = {OUTSIDE, *range(END.start, END.stop), *range(SINGLE.start, SINGLE.stop)}


@st.composite
def texts_of_spans(draw: st.DrawFn) -> tuple[int, list[WordSpan]]:
    """A number of words and spans in them, ascending, without overlaps."""
    at, spans = 0, []
    for gap, length, label in draw(
        st.lists(st.tuples(st.integers(0, 4), st.integers(1, 6), st.integers(0, N - 1)), max_size=12)
    ):
        spans.append((at + gap, at + gap + length, label))
        at += gap + length
    return at + draw(st.integers(0, 3)), spans


def allowed(left: int, right: int) -> bool:
    """Whether one tag may follow another, put down once more and in other words than in the decoder."""
    if left in CLOSING:
        return right in OPENING
    label = (left - 1) % N
    return right in (INSIDE.start + label, END.start + label)


def any_scores(seed: int, words: int, spread: float) -> NDArray[np.float32]:
    return (np.random.default_rng(seed).standard_normal((words, TAGS)) * spread).astype(np.float32)


@given(texts_of_spans())
def test_spans_come_back_from_their_tags(text: tuple[int, list[WordSpan]]) -> None:
    words, spans = text
    tags = encode(spans, words)
    assert len(tags) == words
    assert decode(tags) == spans
    assert all(allowed(left, right) for left, right in pairwise([OUTSIDE, *tags, OUTSIDE]))


@settings(deadline=None)
@given(
    st.integers(0, 2**32 - 1),
    st.lists(st.integers(1, 30), min_size=1, max_size=6),
    st.sampled_from([0.0, 0.1, 3.0, 40.0]),
)
def test_the_best_tags_of_any_scores_are_valid_in_each_text(seed: int, lengths: list[int], spread: float) -> None:
    scores = any_scores(seed, sum(lengths), spread)
    follows = any_scores(seed + 1, 1 + N, 1.0)[:, : 1 + N]
    ends = np.cumsum([0, *lengths])
    tags = best_tags(scores, follows, ends[:-1]).tolist()
    for start, end in pairwise(ends.tolist()):
        assert all(allowed(left, right) for left, right in pairwise([OUTSIDE, *tags[start:end], OUTSIDE]))


@pytest.mark.parametrize("seed", range(5))
def test_no_other_valid_tags_score_higher(seed: int) -> None:
    words = 3
    scores = any_scores(seed, words, 2.0)
    follows = any_scores(seed + 10, 1 + N, 1.0)[:, : 1 + N]
    found = best_tags(scores, follows, np.array([0])).tolist()

    def worth(tags: list[int]) -> float:
        total = sum(float(scores[at, tag]) for at, tag in enumerate(tags))
        steps = [(a, b) for a, b in pairwise([OUTSIDE, *tags, OUTSIDE]) if a in CLOSING]
        return total + sum(float(follows[(a - 1) % N + 1 if a else 0, (b - 1) % N + 1 if b else 0]) for a, b in steps)

    valid = [
        [a, b, c]
        for a in sorted(OPENING)
        for b in range(TAGS)
        if allowed(a, b)
        for c in sorted(CLOSING)
        if allowed(b, c)
    ]
    assert worth(found) == pytest.approx(max(map(worth, valid)), abs=1e-4)


def test_a_name_of_many_words_and_its_neighbour_are_two() -> None:
    court, judge = LABELS.index("COURT"), LABELS.index("JUDGE")
    tags = encode([(0, 3, court), (3, 4, judge), (4, 6, judge)], 7)
    scores = np.full((7, TAGS), -5, dtype=np.float32)
    scores[range(7), tags] = 5
    found = best_tags(scores, np.zeros((1 + N, 1 + N), dtype=np.float32), np.array([0])).tolist()
    assert decode(found) == [(0, 3, court), (3, 4, judge), (4, 6, judge)]


def test_no_words_have_no_tags() -> None:
    nothing = np.zeros((0, TAGS), dtype=np.float32)
    assert best_tags(nothing, np.zeros((1 + N, 1 + N), dtype=np.float32), np.array([], dtype=np.intp)).tolist() == []

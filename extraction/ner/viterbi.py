"""The best valid tags for the scores of words, by dynamic programming over spans' classes."""

import numpy as np
from numpy.typing import NDArray

from extraction.ner.tags import BEGIN, END, INSIDE, OUTSIDE, SINGLE, Floats, N

_LOW = np.float32(-1e9)
_SURE = 10.0
"""A word whose outside tag leads by this much (odds of 20,000 to 1) belongs to no name."""
_BATCH = 512  # stretches at once
_LONGEST = 400  # words of a stretch: longer ones are cut, so that a batch's matrix stays small

Stretch = tuple[int, int]


def best_tags(scores: Floats, follows: Floats, starts: NDArray[np.intp]) -> NDArray[np.int64]:
    """The best valid tags for the words of several texts, one after another; `starts` are their first words.

    `scores` is (words, TAGS). `follows` (1 + N, 1 + N) is added where one span, or none, follows another. Only the
    stretches between words that surely belong to no name are decoded. Work: words times N squared.
    """
    tags = np.full(len(scores), OUTSIDE, dtype=np.int64)
    stretches = sorted(_stretches(scores, starts), key=lambda s: s[1] - s[0])
    for at in range(0, len(stretches), _BATCH):
        group = stretches[at : at + _BATCH]
        filled = np.zeros((group[-1][1] - group[-1][0], len(group), scores.shape[1]), dtype=np.float32)
        for column, (first, after) in enumerate(group):
            filled[: after - first, column] = scores[first:after]
        lengths = np.array([after - first for first, after in group])
        found = _decoded(filled, np.arange(len(filled))[:, None] < lengths, follows)
        for column, (first, after) in enumerate(group):
            tags[first:after] = found[: after - first, column]
    return tags


def _stretches(scores: Floats, starts: NDArray[np.intp]) -> list[Stretch]:
    """Runs of words that may belong to names, never across texts; a run of over 400 words is cut."""
    if not len(scores):
        return []
    open_ = scores[:, OUTSIDE] - scores[:, 1:].max(axis=1) < _SURE
    begins, ends = open_.copy(), open_.copy()
    begins[1:] &= ~open_[:-1]
    ends[:-1] &= ~open_[1:]
    inner = starts[(starts > 0) & (starts < len(scores))]
    begins[inner] |= open_[inner]
    ends[inner - 1] |= open_[inner - 1]
    runs = zip(np.flatnonzero(begins).tolist(), (np.flatnonzero(ends) + 1).tolist(), strict=True)
    return [(at, min(at + _LONGEST, after)) for first, after in runs for at in range(first, after, _LONGEST)]


def _decoded(scores: Floats, real: NDArray[np.bool_], follows: Floats) -> NDArray[np.int64]:
    words, texts, _ = scores.shape
    unchanged = np.arange(1 + N)
    closed = np.full((texts, 1 + N), _LOW)
    closed[:, 0] = 0
    inside = np.full((texts, N), _LOW)
    before = np.zeros((words, texts, 1 + N), dtype=np.int8)
    began = np.zeros((words, texts, N), dtype=np.bool_)
    single = np.zeros((words, texts, N), dtype=np.bool_)
    for at, own in enumerate(scores):
        here = real[at][:, None]
        reached = closed[:, :, None] + follows
        before[at] = np.where(here, reached.argmax(axis=1), unchanged)
        opened = reached.max(axis=1)
        ends, alone = inside + own[:, END], opened[:, 1:] + own[:, SINGLE]
        single[at] = (alone >= ends) | ~here
        begins, goes_on = opened[:, 1:] + own[:, BEGIN], inside + own[:, INSIDE]
        began[at] = begins >= goes_on
        inside = np.maximum(begins, goes_on)
        new = np.concatenate([opened[:, :1] + own[:, :1], np.maximum(ends, alone)], axis=1)
        closed = np.where(here, new, closed)
    return _traced((closed + follows[:, 0]).argmax(axis=1), before, began, single)


def _traced(
    last: NDArray[np.intp], before: NDArray[np.int8], began: NDArray[np.bool_], single: NDArray[np.bool_]
) -> NDArray[np.int64]:
    words, texts = before.shape[:2]
    columns = np.arange(texts)
    tags = np.zeros((words, texts), dtype=np.int64)
    group, within = last.astype(np.int64), np.zeros(texts, dtype=np.bool_)
    for at in range(words - 1, -1, -1):
        label = np.maximum(group - 1, 0)
        outside = (group == 0) & ~within
        alone = ~within & ~outside & single[at, columns, label]
        opening = within & began[at, columns, label]
        kind = np.where(within, np.where(opening, BEGIN.start, INSIDE.start), np.where(alone, SINGLE.start, END.start))
        tags[at] = np.where(outside, OUTSIDE, kind + label)
        leaves = outside | alone | opening
        group = np.where(leaves, before[at, columns, group], group)
        within = ~leaves
    return tags

"""Scores of overlapping windows put together again."""

from collections.abc import Sequence

import numpy as np

from extraction.ner.tags import OUTSIDE, TAGS, Floats

_NOT_READ = np.float32(-100)


def stitched(parts: Sequence[tuple[Sequence[int], Floats]], words: int) -> Floats:
    """Scores for all `words` of a text, from the places and scores of each window's words.

    An overlap is shared half and half; words in no window are outside names.
    """
    whole = np.full((words, TAGS), _NOT_READ, dtype=np.float32)
    whole[:, OUTSIDE] = 0
    end = -1
    for places, scores in parts:
        shared = int(np.searchsorted(places, end, side="right"))
        whole[places[shared // 2 :]] = scores[shared // 2 :]
        end = places[-1]
    return whole

"""Spans as tags on words (begin, inside, end, single, outside), and the best valid tags for a text's scores."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

LABELS = (
    "COURT",
    "PETITIONER",
    "RESPONDENT",
    "JUDGE",
    "LAWYER",
    "WITNESS",
    "OTHER_PERSON",
    "ORG",
    "GPE",
    "DATE",
    "STATUTE",
    "PROVISION",
    "PRECEDENT",
    "CASE_NUMBER",
)
N = len(LABELS)
OUTSIDE = 0  # the tag of a word in no name; the tags of names follow
BEGIN, INSIDE, END, SINGLE = (slice(1 + k * N, 1 + (k + 1) * N) for k in range(4))
TAGS = 1 + 4 * N
Floats = NDArray[np.float32]
WordSpan = tuple[int, int, int]
"""First word, the one after the last, index of LABELS."""


def encode(spans: Iterable[WordSpan], words: int) -> list[int]:
    """A tag for each of `words` words; the spans may not overlap."""
    tags = [OUTSIDE] * words
    for first, after, label in spans:
        if after - first == 1:
            tags[first] = SINGLE.start + label
            continue
        tags[first] = BEGIN.start + label
        tags[first + 1 : after - 1] = [INSIDE.start + label] * (after - first - 2)
        tags[after - 1] = END.start + label
    return tags


def decode(tags: Sequence[int]) -> list[WordSpan]:
    """The spans of a valid sequence of tags."""
    spans: list[WordSpan] = []
    first = 0
    for at, tag in enumerate(tags):
        if BEGIN.start <= tag < BEGIN.stop:
            first = at
        elif END.start <= tag < END.stop:
            spans.append((first, at + 1, tag - END.start))
        elif tag >= SINGLE.start:
            spans.append((at, at + 1, tag - SINGLE.start))
    return spans

"""Telling that facts are a judgment's own text, so that it does not speak for itself."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kg.edges import FromDocument
from kg.nodes import Chunk, of_type
from kg.store import Store
from qa.research.index import Model
from qa.research.text_index import Floats, words_of

_RUN = 7  # words: runs of fewer stand in many judgments
_SHARED = 0.2  # of the runs: quotations of one judgment in another are less
_LOOKED_AT = 5  # best cases that are compared
_LEAST_RUNS = 60  # runs: in fewer, one quoted sentence is a fifth


def own_cases(store: Store, model: Model, text: str, texts: Floats) -> NDArray[np.bool_]:
    """The cases of which `text` is a stretch: more than a fifth of its runs of seven words stand in them.

    `texts` are the scores of all cases for the text; only the first few are looked at. A text of a few sentences is
    nobody's own.
    """
    own = np.zeros(len(texts), np.bool_)
    runs = _runs(words_of(text))
    if len(runs) < _LEAST_RUNS:
        return own
    for row in np.argsort(-texts, kind="stable")[:_LOOKED_AT]:
        case = model.corpus.cases[row]
        chunks = of_type(Chunk, store.nodes([edge.source for edge in store.expand([case], [FromDocument], "in")]))
        theirs = {run for chunk in chunks for run in _runs(words_of(chunk.text))}
        own[row] = len(runs & theirs) > _SHARED * len(runs)
    return own


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return set(_consecutive(words))


def _consecutive(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(_RUN)), strict=False)

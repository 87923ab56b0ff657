"""The sentences of a passage that answer a question: a stretch of whole sentences, seldom the whole passage."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.text.sentences import NUMBERED, sentence_starts
from extraction.text.spacing import one_line
from kg.nodes import Case, Chunk
from kg.store import Store
from qa.retrieval.excerpt import surroundings
from qa.retrieval.passage_signals import Asked, word_share

LONG = 420  # characters that a stretch grows to: what is read at a glance
LEANING = re.compile(
    r"[\W\d]*(?:it|this|that|these|those|such|he|she|they|but|therefore|thus|hence|further|however|moreover|so|in such"
    r"|in that|in those|if so|the same|on the other hand|similarly|likewise|even then)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of a passage of `case`, verbatim as `quote`."""

    case: Case
    chunk: Chunk
    quote: str

    @property
    def shown(self) -> str:
        """The quote on one line."""
        return one_line(self.quote)


def stretch(store: Store, case: Case, chunk: Chunk, question: Asked) -> Stretch:
    """The sentence of the passage that has most of the question, with what it leans on and what it goes on to say."""
    text, start, end = surroundings(store, chunk)
    spans = [span for span in _sentences(text) if span[1] > start and span[0] < end]
    first, last = _best(text, spans, question) if spans else (start, end)
    return Stretch(case, chunk, text[first:last].strip())


def _sentences(text: str) -> list[tuple[int, int]]:
    """The sentences without a paragraph's own number."""
    bounds = [*sentence_starts(text), len(text)]
    spans = []
    for start, end in pairwise(bounds):
        numbered = NUMBERED.match(text, start, end)
        spans.append((numbered.end() if numbered else start, end))
    return spans


def _best(text: str, spans: Sequence[tuple[int, int]], question: Asked) -> tuple[int, int]:
    """Where the best stretch begins and ends."""
    shares = [word_share(question, text[start:end]) for start, end in spans]
    first = last = max(range(len(spans)), key=lambda i: (shares[i], -i))
    if first and LEANING.match(text, spans[first][0]):
        first -= 1
    while last + 1 < len(spans) and spans[last + 1][1] - spans[first][0] <= LONG:
        held, more = (word_share(question, text[spans[first][0] : spans[end][1]]) for end in (last, last + 1))
        if more <= held:
            break
        last += 1
    return spans[first][0], spans[last][1]

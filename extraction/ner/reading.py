"""Names of texts: what the trained tagger reads, put right where the grammar knows better."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.ner.boundaries import Span, settled
from extraction.ner.model import tagger
from extraction.ner.tags import LABELS, decode
from extraction.ner.words import read_words

_AT_ONCE = 256  # texts at once: bounds the memory of a batch


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`; `label` is one of LABELS."""

    start: int
    end: int
    label: str


def find_names(texts: Sequence[str]) -> list[list[Name]]:
    """The names in each of some sentences or preambles, in order and without overlaps.

    Many short texts at once are read faster than one by one. The same texts give the same names on every run; in
    other company a doubtful one may be read otherwise, since 8-bit scales are set for a batch.
    """
    found: list[list[Name]] = []
    for at in range(0, len(texts), _AT_ONCE):
        group = texts[at : at + _AT_ONCE]
        words = [read_words(text) for text in group]
        for text, own, tags in zip(group, words, tagger().tags(words), strict=True):
            spans = (Span(own.starts[a], own.ends[b - 1], LABELS[label]) for a, b, label in decode(tags))
            found.append([Name(*settled(text, span)) for span in spans])
    return found

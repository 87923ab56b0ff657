"""Names of texts: what the trained tagger reads, put right where the grammar knows better."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.ner.boundaries import settled
from extraction.ner.model import tagger
from extraction.ner.tags import LABELS, decode
from extraction.ner.words import read_words

_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `text[start:end]`; `label` is one of LABELS."""

    start: int
    end: int
    label: str


def find_names(texts: Sequence[str]) -> list[list[Name]]:
    """The names in each of some sentences or preambles, in order and without overlaps.

    Many short texts at once are read faster than one by one, and each as if it stood alone.
    """
    found: list[list[Name]] = []
    for at in range(0, len(texts), _AT_ONCE):
        group = texts[at : at + _AT_ONCE]
        words = [read_words(text) for text in group]
        for text, own, tags in zip(group, words, tagger().tags(words), strict=True):
            spans = [Name(own.starts[a], own.ends[b - 1], LABELS[label]) for a, b, label in decode(tags)]
            found.append(settled(text, spans))
    return found


def names_in(text: str, starts: Sequence[int]) -> list[Name]:
    """The names of a whole document, read sentence by sentence; `starts` are where they begin, ascending."""
    stretches = [(at, to) for at, to in pairwise([*starts, len(text)]) if to > at]
    read = find_names([text[at:to] for at, to in stretches])
    return [
        Name(name.start + at, name.end + at, name.label)
        for (at, _), names in zip(stretches, read, strict=True)
        for name in names
    ]

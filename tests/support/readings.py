"""How often each text is read, counted where it is read: by a step of the pipeline."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from extraction.annotations import source
from extraction.light_spacy import Doc, Language
from extraction.pipeline import nlp

_COUNTS: Counter[str] = Counter()


@Language.component("counting")
def _counting(doc: Doc) -> Doc:
    _COUNTS[source(doc)] += 1
    return doc


@contextmanager
def readings() -> Iterator[Counter[str]]:
    """The texts that are read within, and how often."""
    _COUNTS.clear()
    nlp().add_pipe("counting", first=True)
    try:
        yield _COUNTS
    finally:
        nlp().remove_pipe("counting")

"""A text read once: its `Doc`, made by the one pipeline, and the provisions that follow from it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from extraction.annotations import Record, Stretch, source
from extraction.light_spacy import Doc
from extraction.pipeline import NAMES, TREATMENTS, nlp
from extraction.provisions.act_resolution import read_acts
from extraction.provisions.provisions import provisions_of
from extraction.records import Paragraph, ProvisionMention
from extraction.text.footnotes import notes_below

_OF_JUDGMENTS = [TREATMENTS, NAMES]
_SHORT = 4_000  # characters: questions and notes, which come again; longer texts are read once
_KEPT = 1_024  # short texts that are kept
_BLOCK = 50_000  # characters read at once: memory grows with them, and a citation cut in two is lost, so not fewer


def read(text: str) -> Doc:
    """What a text names; short texts (questions, sentences of a draft) are kept.

    The tagger's names and how cases are treated are read of judgments alone.
    """
    return _kept(text) if len(text) <= _SHORT else nlp()(text, disable=_OF_JUDGMENTS)


@lru_cache(maxsize=_KEPT)
def _kept(text: str) -> Doc:
    return nlp()(text, disable=_OF_JUDGMENTS)


def read_all(texts: Iterable[str]) -> Iterator[Doc]:
    """The Doc of each text, as `read` makes it."""
    return nlp().pipe(texts, disable=_OF_JUDGMENTS)


def read_judgment(text: str, head: int, body: Sequence[Paragraph]) -> Doc:
    """A judgment, names and all: cases, acts and provisions are read in the paragraphs of its body (ascending).

    So are the notes of its last page, below the signatures. Its first `head` characters are a preamble.
    """
    doc = nlp().make_doc(text)
    doc._.head = head
    doc._.stretches = [*blocks(text, body), *notes_below(text, body[-1].end if body else len(text))]
    return nlp()(doc)


def blocks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    """Stretches of whole paragraphs of at most 50,000 characters; a longer paragraph is cut at a space."""
    start = end = -1
    for paragraph in paragraphs:
        if start >= 0 and paragraph.end - start <= _BLOCK and not text[end : paragraph.start].strip():
            end = paragraph.end
            continue
        if start >= 0:
            yield from _cut(text, start, end)
        start, end = paragraph.start, paragraph.end
    if start >= 0:
        yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[Stretch]:
    while end - start > _BLOCK:
        space = text.rfind(" ", start + _BLOCK // 2, start + _BLOCK)
        stop = space if space > 0 else start + _BLOCK
        yield start, stop
        start = stop
    if end > start:
        yield start, end


def provision_mentions(doc: Doc, text: str | None = None) -> list[ProvisionMention]:
    """The provisions that a text names, each with its act where the text tells it.

    With `text`, the same with parts of it blanked: those that still stand there.
    """
    text = source(doc) if text is None else text
    acts = standing(doc._.acts, doc, text)
    return provisions_of(text, standing(doc._.provisions, doc, text), acts, read_acts(acts, None))


def standing(records: Sequence[Record], doc: Doc, text: str) -> list[Record]:
    """The records of `doc` that still stand in `text`, which is its source with parts of it blanked."""
    whole = source(doc)
    return [found for found in records if text.startswith(whole[found.start : found.end], found.start)]

"""The one spaCy pipeline that reads every text: judgment, provision, question, sentence of a draft.

Each step is a component registered with spaCy, for any pipeline: `spacy.blank("en").add_pipe("lawgraph_citations")`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import entry_points
from itertools import islice
from operator import itemgetter
from typing import cast

import numpy as np
from thinc.types import Ints2d

from extraction.annotations import (
    moved,
    put,
    sentences_within,
    source,
    spans_of,
    stretches,
    token_starts,
    unmarked,
    with_head,
    within,
)
from extraction.citations.cases import find_cases
from extraction.citations.citations import find_citations
from extraction.citations.noted_cases import with_notes
from extraction.judgments.tagged_names import Pieces, names_of
from extraction.light_spacy import Doc, Language, Vocab, filter_spans, registry, spacy
from extraction.provisions.act_mentions import find_acts
from extraction.provisions.grammar import find_groups
from extraction.provisions.lettered_acts import with_letters
from extraction.provisions.noted_acts import with_notes as acts_with_notes
from extraction.text.footnotes import Footnote, find_footnotes, without_marks
from extraction.text.sentences import sentence_starts
from extraction.treatment.treatment import judge

TOKENIZER = "lawgraph_tokenizer"
TREATMENTS = "lawgraph_treatments"
NAMES = "lawgraph_names"
FOOTNOTES = "lawgraph_footnotes"
COMPONENTS = (
    "lawgraph_sentences",
    FOOTNOTES,
    "lawgraph_citations",
    "lawgraph_cases",
    TREATMENTS,
    "lawgraph_provisions",
    "lawgraph_acts",
    NAMES,
)
"""The steps, in their order; those that other packages declare as entry points of `lawgraph_components` follow."""

_TOKEN = re.compile(r"(?:[^\W_]{1,64}|[^\w\s]|_)(?: (?!\s))?|\s+")
_OPENS = 1  # spaCy's mark of a token that begins a sentence
_WITHIN = -1  # spaCy's mark of one that does not
_TAGGED_AT_ONCE = 256  # as in ner.reading
_LONGEST = 1_000_000_000  # characters: spaCy's limit of a million is for its parser, which is not used


class LegalTokenizer:
    """Splits at every change between word, mark and space, in linear time on any text.

    A single space belongs to the token before it.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        tokens: list[str] = _TOKEN.findall(text)
        spaces = [token[-1] == " " and not token[0].isspace() for token in tokens]
        words = [token[:-1] if spaced else token for token, spaced in zip(tokens, spaces, strict=True)]
        return Doc(self.vocab, words=words, spaces=spaces, user_data={"source": text})


def tokenizer() -> Callable[[Language], LegalTokenizer]:
    """What makes the tokenizer of a pipeline whose configuration names it."""
    return lambda nlp: LegalTokenizer(nlp.vocab)


registry.tokenizers(TOKENIZER, func=tokenizer)


@cache
def nlp() -> Language:
    """The pipeline, assembled once."""
    pipeline = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    pipeline.max_length = _LONGEST
    for component in COMPONENTS:
        pipeline.add_pipe(component)
    for added in sorted(entry_points(group="lawgraph_components"), key=lambda entry: entry.name):
        added.load()
        pipeline.add_pipe(added.name)
    return pipeline


@Language.component("lawgraph_sentences", assigns=["doc.sents", "doc._.sentences"])
def sentences(doc: Doc) -> Doc:
    """Sentences in `doc.sents`, their starts in `doc._.sentences`."""
    doc._.sentences = starts = sentence_starts(source(doc))
    if len(doc):
        marks = np.full(len(doc), _WITHIN, dtype=np.int64)
        opening = np.searchsorted(token_starts(doc), starts)
        marks[opening[opening < len(doc)]] = _OPENS
        doc.from_array(["SENT_START"], cast(Ints2d, marks.astype(np.uint64).reshape(-1, 1)))
    return doc


@Language.component(FOOTNOTES, assigns=["doc._.footnotes"])
def footnotes(doc: Doc) -> Doc:
    """Footnotes with their marks in `doc._.footnotes`; what is read after them is read without the marks."""
    doc._.footnotes = found = find_footnotes(source(doc))
    if found:
        doc.user_data["unmarked"] = without_marks(source(doc), found)
    return doc


@Language.component("lawgraph_citations", assigns=["doc.spans", "doc._.citations", "span._.citation"])
def citations(doc: Doc) -> Doc:
    """Citations in `doc.spans["citations"]`, each with a FoundCitation."""
    read = sorted([*stretches(doc), *_notes_apart(doc)], key=itemgetter(1))
    put(doc, "citation", [moved(found, at) for text, at in read for found in find_citations(text)])
    return doc


def _notes_apart(doc: Doc) -> Iterator[tuple[str, int]]:
    """The footnotes outside of what is read, behind the signatures, with their offsets."""
    read = [(at, at + len(text)) for text, at in stretches(doc)]
    for start, end in dict.fromkeys((note.start, note.end) for note in doc._.footnotes):
        index = bisect_right(read, start, key=itemgetter(0)) - 1
        if index < 0 or start >= read[index][1]:
            yield source(doc)[start:end], start


@Language.component("lawgraph_cases", assigns=["doc.spans", "doc._.cases", "span._.case"], requires=["doc._.citations"])
def cases(doc: Doc) -> Doc:
    """Mentions of cases in `doc.spans["cases"]`, each with a FoundCase."""
    found = [
        moved(found, at)
        for text, at in stretches(doc)
        for found in find_cases(text, within(doc._.citations, at, len(text)), _marks_within(doc, at, len(text)))
    ]
    put(doc, "case", with_notes(source(doc), found, doc._.citations, doc._.footnotes) if doc._.footnotes else found)
    return doc


def _marks_within(doc: Doc, start: int, length: int) -> list[tuple[int, int]]:
    """The marks of footnotes in a stretch of the text, placed as in the stretch alone."""
    notes: Sequence[Footnote] = doc._.footnotes
    first = bisect_left(notes, start, key=lambda note: note.mark_start)
    last = bisect_left(notes, start + length, key=lambda note: note.mark_start)
    return [(note.mark_start - start, note.mark_end - start) for note in notes[first:last]]


@Language.component(
    TREATMENTS,
    assigns=["doc.spans", "doc._.treatments", "span._.treatment"],
    requires=["doc._.sentences", "doc._.cases"],
)
def treatments(doc: Doc) -> Doc:
    """How each case is treated: the words that say so in `doc.spans["treatments"]`, each with a Judged."""
    found = [
        moved(judged, at)
        for text, at in stretches(doc)
        for judged in judge(text, sentences_within(doc, at, len(text)), within(doc._.cases, at, len(text)))
    ]
    put(doc, "treatment", found, [judged.treatment for judged in found])
    for case, judged in zip(doc.spans.get("cases", ()), found, strict=True):
        case._.treatment = judged
    return doc


@Language.component("lawgraph_provisions", assigns=["doc.spans", "doc._.provisions", "span._.provision"])
def provisions(doc: Doc) -> Doc:
    """Provisions in `doc.spans["provisions"]`, as they are written together, each with a ProvisionGroup."""
    put(doc, "provision", [moved(found, at) for text, at in with_head(doc) for found in find_groups(text)])
    return doc


@Language.component(
    "lawgraph_acts", assigns=["doc.spans", "doc._.acts", "span._.act"], requires=["doc._.provisions", "doc._.footnotes"]
)
def acts(doc: Doc) -> Doc:
    """Acts in `doc.spans["acts"]`, each with an ActMention."""
    found = [moved(found, at) for text, at in with_head(doc) for found in find_acts(text)]
    noted = acts_with_notes(source(doc), found, doc._.footnotes) if doc._.footnotes else found
    put(doc, "act", with_letters(unmarked(doc), doc._.provisions, noted))
    return doc


class NameTagger:
    """Names in `doc.ents`, with the labels of `extraction.ner.tags`; all of them, as Names, in `doc._.names`."""

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], batch_size: int = _TAGGED_AT_ONCE) -> Iterator[Doc]:
        """The same for many: short texts are tagged together."""
        waiting = iter(docs)
        while batch := list(islice(waiting, batch_size)):
            found = names_of([Pieces(source(doc), doc._.sentences, doc._.head) for doc in batch])
            for doc, names in zip(batch, found, strict=True):
                doc._.names = names
                doc.ents = filter_spans(spans_of(doc, names, [name.label for name in names]))
                yield doc


@Language.factory(NAMES, assigns=["doc.ents", "doc._.names"], requires=["doc._.sentences"])
def names(nlp: Language, name: str) -> NameTagger:
    """The tagger of names, whatever it is called in a pipeline."""
    return NameTagger()

"""The grammar and the tagger of names as a spaCy pipeline, for those who work with spaCy documents.

`doc._.source` is the text as it came: `doc.text` would be put together from the tokens anew.
"""

from functools import cache
from typing import cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans
from thinc.types import Ints2d

from extraction.grammar import read_grammar
from extraction.judgments.preamble import read_preamble
from extraction.judgments.tagged_names import names_of
from extraction.tokens import LegalTokenizer

EXTENSIONS = ("source", "grammar")
STEPS = ("lawgraph_grammar", "lawgraph_names")
_OPENS, _WITHIN = 1, -1

for _extension in EXTENSIONS:
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


@cache
def nlp() -> Language:
    """The pipeline, assembled once."""
    pipeline = spacy.blank("en")
    pipeline.tokenizer = LegalTokenizer(pipeline.vocab)
    for step in STEPS:
        pipeline.add_pipe(step)
    return pipeline


@Language.component("lawgraph_grammar")
def grammar(doc: Doc) -> Doc:
    """Citations, cases with their treatment, acts and provisions in `doc._.grammar`; sentences in `doc.sents`."""
    doc._.grammar = found = read_grammar(doc._.source)
    if len(doc):
        marks = np.full(len(doc), _WITHIN, dtype=np.int64)
        opening = np.searchsorted(np.asarray(doc.to_array("IDX")).astype(np.int64), found.sentences)
        marks[opening[opening < len(doc)]] = _OPENS
        doc.from_array(["SENT_START"], cast(Ints2d, marks.astype(np.uint64).reshape(-1, 1)))
    return doc


@Language.component("lawgraph_names")
def names(doc: Doc) -> Doc:
    """Names in `doc.ents`, with the labels of `extraction.ner.tags`."""
    text = doc._.source
    head = read_preamble(text, "").start
    spans = (doc.char_span(n.start, n.end, n.label, alignment_mode="expand") for n in names_of(text, head))
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc

"""The steps of the spaCy pipeline. Each leaves what it finds in a `doc._` extension, offsets into the doc's text.

`doc._.source` is that text as it came: `doc.text` would be put together from the tokens at every step anew.
"""

from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from extraction.act_mentions import find_acts
from extraction.cases import find_cases
from extraction.citations import find_citations
from extraction.provision_grammar import find_groups
from extraction.sentences import sentence_starts
from extraction.treatment import judge

EXTENSIONS = ("source", "sentence_starts", "citations", "cases", "judged", "act_mentions", "provision_groups")
_OPENS, _WITHIN = 1, -1
STEPS = (
    "lawgraph_sentences",
    "lawgraph_citations",
    "lawgraph_cases",
    "lawgraph_treatment",
    "lawgraph_acts",
    "lawgraph_provisions",
)

for _extension in EXTENSIONS:
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


@Language.component("lawgraph_sentences")
def sentences(doc: Doc) -> Doc:
    """Sentence boundaries: `doc.sents` and `doc._.sentence_starts`."""
    doc._.sentence_starts = starts = sentence_starts(doc._.source)
    if len(doc):
        marks = np.full(len(doc), _WITHIN, dtype=np.int64)
        opening = np.searchsorted(np.asarray(doc.to_array("IDX")).astype(np.int64), starts)
        marks[opening[opening < len(doc)]] = _OPENS
        doc.from_array(["SENT_START"], cast(Ints2d, marks.astype(np.uint64).reshape(-1, 1)))
    return doc


@Language.component("lawgraph_citations")
def citations(doc: Doc) -> Doc:
    """Citations: `doc._.citations`."""
    doc._.citations = find_citations(doc._.source)
    return doc


@Language.component("lawgraph_cases")
def cases(doc: Doc) -> Doc:
    """Mentions of cases, from `doc._.citations` and the text: `doc._.cases`."""
    doc._.cases = find_cases(doc._.source, doc._.citations)
    return doc


@Language.component("lawgraph_treatment")
def treatment(doc: Doc) -> Doc:
    """The treatment of each of `doc._.cases`: `doc._.judged`."""
    doc._.judged = judge(doc._.source, doc._.sentence_starts, doc._.cases)
    return doc


@Language.component("lawgraph_acts")
def acts(doc: Doc) -> Doc:
    """Mentions of acts: `doc._.act_mentions`."""
    doc._.act_mentions = find_acts(doc._.source)
    return doc


@Language.component("lawgraph_provisions")
def provisions(doc: Doc) -> Doc:
    """Provisions in the groups in which they are written: `doc._.provision_groups`."""
    doc._.provision_groups = find_groups(doc._.source)
    return doc

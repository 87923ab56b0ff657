"""Reading a stretch of a judgment without the tagger of names, as a build reads it."""

from collections.abc import Sequence

from extraction.mentions import Mentions, cross_references, mentions_of
from extraction.pipeline import NAMES, nlp
from extraction.reading import blocks, read
from extraction.records import ActRecord, Paragraph


def read_mentions(text: str, paragraphs: Sequence[Paragraph], title: str) -> Mentions:
    """Cases, provisions and acts named in paragraphs of a judgment called `title`."""
    doc = nlp().make_doc(text)
    doc._.stretches = list(blocks(text, paragraphs))
    return mentions_of(nlp()(doc, disable=[NAMES]), paragraphs, title)


def read_cross_references(text: str, act: ActRecord) -> Mentions:
    """Provisions that the text of a provision of `act` names."""
    return cross_references(read(text), act)

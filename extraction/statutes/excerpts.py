"""A provision that stands by itself: a heading and a text, without act or number."""

import hashlib
import re
from dataclasses import replace

from extraction.mentions import cross_references
from extraction.reading import read
from extraction.records import ActRecord, Paragraph, ProvisionKind, ProvisionRecord, SourceDocument, Statute
from extraction.slugs import slug
from extraction.statutes.rows import provision_id
from extraction.text.passages import chunks

UNPLACED = ActRecord(
    "provisions-of-unknown-acts", "Provisions of unknown acts", "Provisions of unknown acts", None, None
)
"""Where excerpts stand whose act is not known."""

_SHAPE = re.compile(r"Title:(?P<heading>[^\n]*)\n+Desc:(?P<text>.*)", re.DOTALL)
_LONGEST = 60  # characters of a heading in an id


def read_excerpt(document: SourceDocument, size: int, overlap: int) -> Statute:
    """The provision of an excerpt, under a number made of its heading and text; sizes in characters."""
    match = _SHAPE.match(document.text)
    heading, text = (match["heading"].strip(), match["text"].strip()) if match else ("", document.text)
    digest = hashlib.sha256(f"{heading}\n{text}".encode()).hexdigest()[:6]
    number = f"{slug(heading)[:_LONGEST].strip('-')}-{digest}"
    passages = chunks(text, (Paragraph(None, 0, len(text)),), size, overlap) if text else ()
    provision = ProvisionRecord("", "section", number, heading, text, (), passages)
    return placed(Statute(document.name, UNPLACED, (provision,), (), unplaced=number), UNPLACED, "section", number)


def placed(excerpt: Statute, act: ActRecord, kind: ProvisionKind, number: str) -> Statute:
    """The same excerpt as a provision of an act, its cross references read as that act's; chunks with their texts."""
    (provision,) = excerpt.provisions
    mentions = cross_references(read(provision.text), act)
    whole = replace(
        provision,
        id=provision_id(act.id, kind, number),
        kind=kind,
        number=number,
        mentions=mentions.provisions,
        chunks=tuple(replace(c, text=provision.text[c.start : c.end]) for c in provision.chunks),
    )
    others = {other.id: other for other in mentions.acts if other.id != act.id}
    return Statute(excerpt.name, act, (whole,), tuple(others.values()), unplaced=excerpt.unplaced)

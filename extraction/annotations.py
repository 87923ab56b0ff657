"""What a `Doc` says of its text beside tokens: records in order, and a span for each.

`doc.spans["citations"]`, `"cases"`, `"treatments"`, `"acts"` and `"provisions"` hold the spans; `doc._.citations` and
so on, in the same order, the records, with exact offsets into the source. A span has its record with it, as
`span._.citation`, and the span of a case also how the text treats it, as `span._.treatment`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

import numpy as np

from extraction.citations.cases import FoundCase
from extraction.citations.citations import FoundCitation
from extraction.light_spacy import Doc, Span
from extraction.ner.reading import Name
from extraction.provisions.act_mentions import ActMention
from extraction.provisions.grammar import ProvisionGroup
from extraction.text.web_furniture import FRONT_MATTER
from extraction.treatment.treatment import Judged

Found = FoundCitation | FoundCase | Judged | ActMention | ProvisionGroup | Name
Record = TypeVar("Record", bound=Found)
Stretch = tuple[int, int]

for _name in ("sentences", "footnotes", "citations", "cases", "treatments", "acts", "provisions", "names"):
    Doc.set_extension(_name, default=())
Doc.set_extension("stretches", default=None)
Doc.set_extension("head", default=0)
for _name in ("citation", "case", "treatment", "act", "provision"):
    Span.set_extension(_name, default=None)


def source(doc: Doc) -> str:
    """The text as it came; `doc.text` is put together from the tokens anew at each call."""
    text: str | None = doc.user_data.get("source")
    if text is None:
        text = doc.user_data["source"] = doc.text
    return text


Doc.set_extension("source", getter=source)


def unmarked(doc: Doc) -> str:
    """The text with blanks for the marks of its footnotes, every other character in its place."""
    text: str = doc.user_data.get("unmarked") or source(doc)
    return text


def stretches(doc: Doc) -> Iterator[tuple[str, int]]:
    """The parts of the text that are read, each by itself, with their offsets: those set, else the whole.

    The marks of footnotes are blank in them: a mark is no part of a name or a number.
    """
    text = unmarked(doc)
    given: Sequence[Stretch] | None = doc._.stretches
    for start, end in [(0, len(text))] if given is None else given:
        yield text[start:end], start


def with_head(doc: Doc) -> Iterator[tuple[str, int]]:
    """The stretches, after the preamble of a judgment: it says under which provisions the court was moved.

    What a web page says of it, above the preamble, is left out.
    """
    text = unmarked(doc)
    front = FRONT_MATTER.match(text, 0, doc._.head)
    start = front.end() if front else 0
    if doc._.head > start:
        yield text[start : doc._.head], start
    yield from stretches(doc)


def moved(found: Record, by: int) -> Record:
    """The same record so much further on in the text."""
    if not by:
        return found
    if isinstance(found, ProvisionGroup):
        numbers = tuple(replace(n, start=n.start + by, end=n.end + by) for n in found.numbers)
        return replace(found, start=found.start + by, end=found.end + by, numbers=numbers)
    return replace(found, start=found.start + by, end=found.end + by)


def within(records: Sequence[Record], start: int, length: int) -> list[Record]:
    """The records of a stretch of the text, placed as in the stretch alone."""
    first = bisect_left(records, start, key=lambda found: found.start)
    last = bisect_left(records, start + length, key=lambda found: found.start)
    return [moved(found, -start) for found in records[first:last]]


def sentences_within(doc: Doc, start: int, length: int) -> list[int]:
    """Where the sentences of a stretch start, counted from its own start, which is the first."""
    starts: Sequence[int] = doc._.sentences
    first, last = bisect_left(starts, start + 1), bisect_left(starts, start + length)
    return [0, *(at - start for at in starts[first:last])]


def spans_of(doc: Doc, records: Sequence[Found], labels: Sequence[str]) -> list[Span]:
    """The tokens that records stand in, with a label each."""
    opening = token_starts(doc)
    first = np.searchsorted(opening, [found.start for found in records], "right") - 1
    last = np.searchsorted(opening, [found.end for found in records], "left")
    return [Span(doc, at, to, label) for at, to, label in zip(first.tolist(), last.tolist(), labels, strict=True)]


def token_starts(doc: Doc) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Where the tokens start in the source."""
    return cast("np.ndarray[tuple[int], np.dtype[np.int64]]", np.asarray(doc.to_array("IDX")).astype(np.int64))


def put(doc: Doc, kind: str, records: Sequence[Found], labels: Sequence[str] | None = None) -> None:
    """Set `records` of a kind ("citation"), with spans under their own label each, or under the kind's ("CITATION")."""
    group = f"{kind}s"
    setattr(doc._, group, records)
    spans = spans_of(doc, records, labels or [kind.upper()] * len(records))
    for span, found in zip(spans, records, strict=True):
        setattr(span._, kind, found)
    doc.spans[group] = spans

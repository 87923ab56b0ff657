"""The sentences of a judgment's own text, whole, each with the part that it is likely to play in it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extraction.judgments.roles.signals import Passage
from extraction.judgments.roles.weights import LEARNT, weights
from extraction.records import Judgment, Opinion, PassageRole
from extraction.text.sentences import NUMBERED, sentence_starts
from extraction.treatment.quotations import is_quoted, quotations
from kg.edges import FromDocument
from kg.ledger.entries import extraction_of
from kg.nodes import Case, Chunk, of_type
from kg.store import Store

_SHORTEST, _LONGEST = 16, 700  # characters of a sentence: "Appeal allowed."; a quotation, or a list of names
_BEGINS = re.compile(r"[(\[]?(?:[A-Z][\w’']*[ ,]|(?:Mr|Mrs|Ms|Dr|Smt|Km|Arts?|Secs?|Ss?|M/s)\.? )")
_ITEM = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]{1,4})[.)]\s+)?")
_DELIVERED = re.compile(r"\bjudge?ments? (?:of the court )?(?:was|were) delivered\b", re.IGNORECASE)
"""What stands above it in the first half of a report is a headnote."""
_DISSENT = re.compile(r"\bdissent(?:ed|ing|s)?\b|\bminority (?:view|opinion|judge?ment)", re.IGNORECASE)
_OF_DISSENT = 1500  # characters in which a paragraph that tells of a dissent goes on to tell what it says
_FIGURES = 0.12  # of a sentence's characters: a table has more


@dataclass(frozen=True, slots=True)
class OwnSentence:
    """A sentence, verbatim, the passage that it begins in, its place in the judgment (0 to 1), and its odds by role."""

    text: str
    chunk: Chunk
    place: float
    odds: Mapping[PassageRole, float]


def own_sentences(store: Store, case: Case) -> list[OwnSentence]:
    """The sentences of the court's opinion in a case, in order; no dissent, no quotation, no heading and no table.

    Of several texts of the case the longest is read.
    """
    found = of_type(Chunk, store.nodes([e.source for e in store.expand([case.id], [FromDocument], "in")]))
    lengths = {name: sum(chunk.document == name for chunk in found) for name in {chunk.document for chunk in found}}
    if not lengths:
        return []
    document = min(lengths, key=lambda name: (-lengths[name], name))
    chunks = sorted((chunk for chunk in found if chunk.document == document), key=lambda c: c.ordinal)
    lead = _lead(store, document)
    if lead:
        chunks = [chunk for chunk in chunks if chunk.end > lead.start and chunk.start < lead.end]
    heads = [at for at, chunk in enumerate(chunks) if 2 * at < len(chunks) and _DELIVERED.search(chunk.text)]
    chunks = chunks[heads[-1] :] if heads else chunks
    return list(_sentences([chunk for chunk in chunks if chunk.role != "dissent"]))


def _lead(store: Store, document: str) -> Opinion | None:
    """The court's opinion, where several judges wrote."""
    read = extraction_of(store, document)
    opinions = read.opinions if isinstance(read, Judgment) else ()
    return next((opinion for opinion in opinions if opinion.role == "author"), None)


def _sentences(chunks: Sequence[Chunk]) -> Iterator[OwnSentence]:
    """The sentences of passages, whose places are counted among them alone."""
    places = {chunk.id: at for at, chunk in enumerate(chunks)}
    length = max(1, chunks[-1].end - chunks[0].start) if chunks else 1
    for stretch in _stretches(chunks):
        text = _joined(stretch)
        quoted = quotations(text)
        dissents = [found.start() for found in _DISSENT.finditer(text)]
        for start, end in pairwise([*sentence_starts(text), len(text)]):
            start = max(m.end() for m in (_ITEM.match(text, start, end), NUMBERED.match(text, start, end)) if m)
            said = text[start:end].strip()
            tells_dissent = any(at < end and start < at + _OF_DISSENT for at in dissents)
            if not _is_prose(said) or is_quoted(quoted, start) or tells_dissent:
                continue
            chunk = next(c for c in reversed(stretch) if c.start - stretch[0].start <= start)
            odds = weights().odds(Passage(said, "", places[chunk.id], len(places)))
            place = (stretch[0].start + start - chunks[0].start) / length
            yield OwnSentence(said, chunk, place, dict(zip(LEARNT, odds.tolist(), strict=True)))


def _stretches(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """Passages of one paragraph that run on."""
    stretch: list[Chunk] = []
    for chunk in chunks:
        if stretch and (chunk.paragraphs != stretch[-1].paragraphs or chunk.start > stretch[-1].end + 1):
            yield stretch
            stretch = []
        stretch.append(chunk)
    if stretch:
        yield stretch


def _joined(stretch: Sequence[Chunk]) -> str:
    """The text of passages that run on, what neighbours share once."""
    text, begin = "", stretch[0].start
    for chunk in stretch:
        text = text.ljust(chunk.start - begin)[: chunk.start - begin] + chunk.text
    return text


def _is_prose(said: str) -> bool:
    """Whether a text begins and ends as a sentence does, and is neither a table nor a headnote's list."""
    if not _SHORTEST <= len(said) <= _LONGEST or "--" in said or not _BEGINS.match(said):
        return False
    figures = sum(c.isdigit() for c in said)
    return said.rstrip("\"'”’)] ").endswith((".", "?", ":", ";")) and figures < _FIGURES * len(said)

"""Finding the provision that an excerpt is: by its text, by its marginal note, or by its heading."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from extraction.records import ActRecord, Extraction, ProvisionKind, ProvisionRecord, Statute
from extraction.statutes.excerpts import UNPLACED, placed
from extraction.statutes.marginal_notes import noted, plain
from kg.build.change import put
from kg.build.vectors import passage_vectors
from kg.ledger.documents import Provenance
from kg.ledger.entries import document_id, extraction_of
from kg.nodes import Document, of_type
from kg.search.embedding import Embedder
from kg.store import Store

SAME, LIKE, NAMESAKE = 0.7, 0.5, 0.15
"""A text this near is the same; this near, unless its note is another's; this near, under the same heading."""

_RUN = 3  # words: runs of two ("of the") stand in every section
_LOOKED_AT = 5  # sections with most runs in common that are compared in full
_NUMBERED = re.compile(r"(?:section|article|order)s?\s+(\d+[A-Za-z]*)", re.IGNORECASE)

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A provision of an act."""

    act: ActRecord
    kind: ProvisionKind
    number: str


class Gazetteer:
    """The provisions of whole acts, to look excerpts up in."""

    def __init__(self, statutes: Iterable[Statute]) -> None:
        """Count the runs of three words of all provisions with a text."""
        self._provisions = [(s.act, p, runs(p.heading, p.text)) for s in statutes for p in s.provisions if p.text]
        self._having: dict[tuple[str, ...], list[int]] = defaultdict(list)
        self._called: dict[str, list[int]] = defaultdict(list)
        for index, (_, provision, said) in enumerate(self._provisions):
            self._called[plain(provision.heading)].append(index)
            for run in said:
                self._having[run].append(index)

    def place(self, heading: str, text: str) -> Place | None:
        """Where a heading and text stand; None where nothing tells."""
        near = [(s, act, p) for s, act, p in self._nearest(heading, text) if not _other_numbers(heading, p.heading)]
        if near and near[0][0] >= SAME:
            return _place(near[0])
        note = noted(heading, text)
        namesakes = [found for found in near if found[0] >= NAMESAKE and plain(found[2].heading) == plain(heading)]
        if namesakes and (note is None or note.note != plain(heading)):
            return _place(namesakes[0])
        if note:
            return Place(note.act, "section", note.number)
        return _place(near[0]) if near and near[0][0] >= LIKE else None

    def settled(self, excerpt: Statute) -> Statute:
        """An excerpt as the provision that it is, or by itself."""
        (provision,) = excerpt.provisions
        found = self.place(provision.heading, provision.text) or Place(UNPLACED, "section", excerpt.unplaced)
        return placed(excerpt, found.act, found.kind, found.number)

    def _nearest(self, heading: str, text: str) -> list[tuple[float, ActRecord, ProvisionRecord]]:
        """The provisions that share most or have the same heading, with how much they share, the most first.

        That is the mean of resemblance and of containment of the shorter, runs of words weighing by their rarity.
        """
        said = runs(heading, text)
        shared: dict[int, float] = defaultdict(float)
        for run in said:
            for index in self._having.get(run, ()):
                shared[index] += self._rarity(run)
        own = sum(map(self._rarity, said))
        scored = []
        nearest = sorted(shared, key=lambda i: (-shared[i], i))[:_LOOKED_AT]
        for index in {*nearest, *self._called.get(plain(heading), ())}:
            act, provision, theirs = self._provisions[index]
            whole, common = sum(map(self._rarity, theirs)), shared.get(index, 0.0)
            share = (common / min(own, whole) + common / (own + whole - common)) / 2 if common else 0.0
            scored.append((share, act, provision))
        return sorted(scored, key=lambda s: (-s[0], s[2].id))

    def _rarity(self, run: tuple[str, ...]) -> float:
        return log((len(self._provisions) + 1) / (len(self._having.get(run, ())) + 0.5))


def runs(heading: str, text: str) -> Runs:
    """The runs of three words in a provision, without figures."""
    words = re.findall(r"[a-z]+", f"{heading} {text}".lower())
    return frozenset(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _other_numbers(one: str, other: str) -> bool:
    """Whether two headings both name sections, and not the same: then one is the other's like in another act."""
    left, right = ({n.upper() for n in _NUMBERED.findall(heading)} for heading in (one, other))
    return bool(left and right and left.isdisjoint(right))


def _place(found: tuple[float, ActRecord, ProvisionRecord]) -> Place:
    _, act, provision = found
    return Place(act, provision.kind, provision.number)


def place_excerpts(store: Store, embedder: Embedder | None = None) -> int:
    """Move every excerpt to the provision that it is by the acts now in the graph; how many moved.

    `embedder` embeds the passages of those that do.
    """
    excerpts = store.find(Document, {"kind": "excerpt"})
    if not excerpts:
        return 0
    gazetteer = Gazetteer(_whole_acts(store))
    return sum(_move(store, document, gazetteer, embedder) for document in excerpts)


def at_their_places(store: Store, excerpts: Sequence[Extraction | None]) -> list[Extraction | None]:
    """Excerpts as provisions of the acts that they are of, before they are written."""
    gazetteer = Gazetteer(_whole_acts(store)) if excerpts else None
    return [gazetteer.settled(e) if gazetteer and isinstance(e, Statute) else e for e in excerpts]


def _whole_acts(store: Store) -> Sequence[Statute]:
    names = [node.name for node in store.find(Document, {"kind": "statute"})]
    return [read for name in names if isinstance(read := extraction_of(store, name), Statute)]


def _move(store: Store, document: Document, gazetteer: Gazetteer, embedder: Embedder | None) -> bool:
    excerpt = extraction_of(store, document.name)
    if not isinstance(excerpt, Statute):
        return False
    moved = gazetteer.settled(excerpt)
    if moved.provisions[0].id == excerpt.provisions[0].id:
        return False
    copies = of_type(Document, store.nodes([document_id(copy) for copy in excerpt.copies]))
    provenance = Provenance(document.digest, document.origin, tuple((copy.name, copy.origin) for copy in copies))
    put(store, moved, provenance, passage_vectors(moved, embedder))
    return True

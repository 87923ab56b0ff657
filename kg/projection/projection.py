"""From what documents say to nodes and edges: a pure function of extractions and decisions."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extraction.provisions.acts import act_by_id
from extraction.records import CaseMention, Chunk, Judgment, ProvisionMention, ProvisionRecord, Statute, slug
from kg.store import Edge, Node, Value

_STRENGTH = ("overruled", "reversed", "doubted", "distinguished", "affirmed", "followed", "cited")
_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on", "or", "at"))
_SPEAKERS = ("court", "other", "counsel")


@dataclass(slots=True)
class Projection:
    """The part of the graph that a case or an act contributes.

    `stubs` are nodes that are named but need not have been read: they are written only where missing.
    """

    nodes: list[Node] = field(default_factory=list)
    stubs: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], Edge] = field(default_factory=dict)

    def add_edge(self, type: str, source: str, target: str, properties: dict[str, Value] | None = None) -> None:
        """Add an edge unless it is there already."""
        self.edges.setdefault((type, source, target), Edge(type, source, target, properties or {}))

    def add_act(self, id: str) -> None:
        """Make sure that an act is there at least by name."""
        self.stubs.setdefault(id, act_stub(id))

    def add_provision(self, id: str, kind: str, number: str) -> None:
        """Make sure that a provision, and the act it is part of, are there at least by number."""
        act = id.partition("/")[0]
        self.add_act(act)
        self.stubs.setdefault(id, provision_stub(id, kind, number))
        self.add_edge("PART_OF", id, act)


def act_stub(id: str) -> Node:
    """An act that is only named: from the table of acts, else its title as its id has it."""
    known = act_by_id(id)
    if known is None:
        head, _, tail = id.rpartition("-")
        dated = bool(head) and tail.isdigit() and len(tail) == 4
        title = f"{_spelled(head)}, {tail}" if dated else _spelled(id)
        return Node("Act", id, {"title": title, "year": int(tail) if dated else None, "documents": []})
    return Node(
        "Act",
        id,
        {
            "title": known.title,
            "short_title": known.short_title,
            "number": known.number,
            "year": known.year,
            "aliases": list(known.aliases),
            "documents": [],
        },
    )


def _spelled(slugged: str) -> str:
    """A name as its slug has it: "p-n-bhagwati" -> "P.N. Bhagwati"; the same from whichever document it came."""
    parts = [
        w.upper() + "." if len(w) == 1 else w if w in _SMALL and i else w.capitalize()
        for i, w in enumerate(slugged.split("-"))
    ]
    text = ""
    for part in parts:
        text += part if part.endswith(".") and text.endswith(".") else f" {part}"
    return text.strip()


def provision_stub(id: str, kind: str, number: str) -> Node:
    """A provision that is only cited."""
    return Node("Provision", id, {"act_id": id.partition("/")[0], "kind": kind, "number": number, "documents": []})


def chunk_nodes(
    document: str, prefix: str, chunks: Sequence[Chunk], vectors: Sequence[NDArray[np.float32]] | None
) -> list[Node]:
    """`Chunk` nodes of a stretch of a document, with embeddings where there are any."""
    nodes: list[Node] = []
    for chunk in chunks:
        properties: dict[str, Value] = {
            "text": chunk.text,
            "ordinal": chunk.ordinal,
            "paragraphs": list(chunk.paragraphs),
            "pages": list(chunk.pages),
            "start": chunk.start,
            "end": chunk.end,
            "document": document,
        }
        if vectors is not None:
            properties["embedding"] = vectors[len(nodes)]
        nodes.append(Node("Chunk", f"{prefix}#{chunk.ordinal}", properties))
    return nodes


def project_case(case: str, documents: Sequence[tuple[Judgment, Mapping[str, str]]]) -> Projection:
    """Edges and stubs of a case from its judgments, each with the case of every naming id; chunks are not made here."""
    result = Projection()
    cites: dict[str, list[CaseMention]] = defaultdict(list)
    provisions: dict[str, list[ProvisionMention]] = defaultdict(list)
    for judgment, cases in documents:
        targets: list[tuple[int, str]] = []
        for ordinal, reference in enumerate(judgment.references):
            target = cases[f"{judgment.name}@{ordinal}"]
            if not target:
                continue
            targets += [(m.start, target) for m in reference.mentions]
            if target != case:
                cites[target] += reference.mentions
        for mention in judgment.provisions:
            if mention.provision:
                provisions[mention.provision].append(mention)
                targets.append((mention.start, mention.provision))
        _link_chunks(result, case, judgment.name, judgment.chunks, targets)
        _hang_people(result, case, judgment)
    for target, mentions in sorted(cites.items()):
        result.add_edge("CITES", case, target, _treatment(mentions))
    for id, named in sorted(provisions.items()):
        result.add_provision(id, named[0].kind, named[0].number)
        result.add_edge("CITES_PROVISION", case, id, _provision_edge(named))
    return result


def _hang_people(result: Projection, case: str, judgment: Judgment) -> None:
    for name in [*judgment.authors, *(j for j in judgment.bench if j not in judgment.authors)]:
        judge = f"judge/{slug(name)}"
        result.stubs.setdefault(judge, Node("Judge", judge, {"name": _spelled(slug(name))}))
        result.add_edge("DECIDED_BY", case, judge, {"author": name in judgment.authors})
    if judgment.court:
        court = f"court/{slug(judgment.court)}"
        result.stubs.setdefault(court, Node("Court", court, {"name": _spelled(slug(judgment.court))}))
        result.add_edge("HEARD_IN", case, court)


def _treatment(mentions: Sequence[CaseMention]) -> dict[str, Value]:
    """One edge from all mentions: the court's own strongest treatment first, and the sentence that says so."""

    def weight(mention: CaseMention) -> tuple[int, int, int]:
        plain = mention.treatment == "cited"
        return (plain, _SPEAKERS.index(mention.by), _STRENGTH.index(mention.treatment))

    best = min(mentions, key=lambda m: (*weight(m), m.start, m.quote))
    return {
        "treatment": best.treatment,
        "by": best.by,
        "confidence": best.confidence,
        "count": len(mentions),
        "paragraphs": _distinct(m.paragraph for m in mentions),
        "pages": _distinct(m.page for m in mentions),
        "quote": best.quote,
        "quote_paragraph": best.paragraph,
        "quote_page": best.page,
    }


def _provision_edge(mentions: Sequence[ProvisionMention]) -> dict[str, Value]:
    return {
        "count": len(mentions),
        "paragraphs": _distinct(m.paragraph for m in mentions),
        "pages": _distinct(m.page for m in mentions),
        "clauses": sorted({m.clause for m in mentions if m.clause}),
        "quote": mentions[0].quote,
    }


def _distinct(places: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(place for place in places if place))


def _link_chunks(
    result: Projection, subject: str, prefix: str, chunks: Sequence[Chunk], targets: Sequence[tuple[int, str]]
) -> None:
    """FROM_DOCUMENT, NEXT_CHUNK and MENTIONS of consecutive chunks; `targets` are offsets and node ids."""
    ids = [f"{prefix}#{c.ordinal}" for c in chunks]
    for id in ids:
        result.add_edge("FROM_DOCUMENT", id, subject)
    for one, other in pairwise(ids):
        result.add_edge("NEXT_CHUNK", one, other)
    starts = [c.start for c in chunks]
    for at, target in targets:
        index = bisect_right(starts, at) - 1
        while index >= 0 and chunks[index].start <= at < chunks[index].end and target != subject:
            result.add_edge("MENTIONS", ids[index], target)
            index -= 1


def project_act(act: str, statutes: Sequence[Statute]) -> Projection:
    """Nodes and edges of an act from its files; where two give a provision, the longer text stands."""
    result = Projection()
    names = sorted(s.name for s in statutes)
    record = min(statutes, key=lambda s: (-len(s.provisions), s.act.title)).act
    result.nodes.append(
        Node(
            "Act",
            act,
            {
                "title": record.title,
                "short_title": record.short_title,
                "number": record.number,
                "year": record.year,
                "aliases": list(record.aliases),
                "documents": list(names),
            },
        )
    )
    longest: dict[str, ProvisionRecord] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for statute in statutes:
        for provision in statute.provisions:
            sources[provision.id].add(statute.name)
            longest[provision.id] = max(
                provision, longest.get(provision.id, provision), key=lambda p: (len(p.text), p.heading)
            )
    for id, provision in longest.items():
        result.nodes.append(
            Node(
                "Provision",
                id,
                {
                    "act_id": act,
                    "kind": provision.kind,
                    "number": provision.number,
                    "heading": provision.heading,
                    "text": provision.text,
                    "repealed": provision.repealed,
                    "documents": sorted(sources[id]),
                },
            )
        )
        result.add_edge("PART_OF", id, act)
    for statute in statutes:
        for provision in statute.provisions:
            _refer(result, provision.id, provision.mentions)
            prefix = chunk_prefix(statute.name, provision.id)
            targets = [(m.start, m.provision) for m in provision.mentions if m.provision]
            _link_chunks(result, provision.id, prefix, provision.chunks, targets)
    return result


def chunk_prefix(document: str, provision: str) -> str:
    """What the ids of a provision's chunks begin with."""
    return f"{document}/{provision.partition('/')[2]}"


def _refer(result: Projection, source: str, mentions: Sequence[ProvisionMention]) -> None:
    counted = Counter(m.provision for m in mentions if m.provision and m.provision != source)
    for mention in mentions:
        if mention.provision in counted:
            target = str(mention.provision)
            result.add_provision(target, mention.kind, mention.number)
            result.add_edge("REFERS_TO", source, target, {"count": counted[target], "quote": mention.quote})

"""The graph's node and edge types, declared once: tables, constraints and indexes of both engines come from here."""

from dataclasses import dataclass
from typing import Literal

PropertyType = Literal["string", "integer", "boolean", "strings", "vector"]


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node. `searched` are the properties of its keyword index; `ledger` types are bookkeeping."""

    name: str
    properties: dict[str, PropertyType]
    searched: tuple[str, ...] = ()
    ledger: bool = False


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of edge and the node types it may join."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    properties: dict[str, PropertyType]
    ledger: bool = False


NODE_TYPES: dict[str, NodeType] = {
    t.name: t
    for t in (
        NodeType(
            "Case",
            {
                "title": "string",
                "citations": "strings",
                "neutral_citation": "string",
                "court": "string",
                "date": "string",
                "year": "integer",
                "case_number": "string",
                "bench_size": "integer",
                "documents": "strings",
                "has_text": "boolean",
                "aliases": "strings",
                "authors": "strings",
            },
            searched=("title", "citations", "aliases"),
        ),
        NodeType(
            "Act",
            {
                "title": "string",
                "short_title": "string",
                "number": "string",
                "year": "integer",
                "aliases": "strings",
                "documents": "strings",
            },
            searched=("title", "short_title", "aliases"),
        ),
        NodeType(
            "Provision",
            {
                "act_id": "string",
                "kind": "string",
                "number": "string",
                "heading": "string",
                "text": "string",
                "repealed": "boolean",
                "documents": "strings",
            },
            searched=("heading", "text"),
        ),
        NodeType(
            "Chunk",
            {
                "text": "string",
                "embedding": "vector",
                "ordinal": "integer",
                "paragraphs": "strings",
                "pages": "strings",
                "start": "integer",
                "end": "integer",
                "document": "string",
            },
            searched=("text",),
        ),
        NodeType("Judge", {"name": "string"}, searched=("name",)),
        NodeType("Court", {"name": "string"}, searched=("name",)),
        NodeType(
            "Document",
            {
                "name": "string",
                "kind": "string",
                "digest": "string",
                "origin": "string",
                "subject": "string",
            },
            ledger=True,
        ),
        NodeType("Extraction", {"record": "string"}, ledger=True),
        NodeType(
            "Reference",
            {
                "document": "string",
                "ordinal": "integer",
                "record": "string",
                "case": "string",
                "outcome": "string",
                "reason": "string",
                "candidates": "strings",
            },
            ledger=True,
        ),
        NodeType("Key", {}, ledger=True),
        NodeType("Split", {"record": "string"}, ledger=True),
    )
}

EDGE_TYPES: dict[str, EdgeType] = {
    t.name: t
    for t in (
        EdgeType(
            "CITES",
            ("Case",),
            ("Case",),
            {
                "treatment": "string",
                "by": "string",
                "confidence": "integer",
                "count": "integer",
                "paragraphs": "strings",
                "pages": "strings",
                "quote": "string",
                "quote_paragraph": "string",
                "quote_page": "string",
            },
        ),
        EdgeType(
            "CITES_PROVISION",
            ("Case",),
            ("Provision",),
            {
                "count": "integer",
                "paragraphs": "strings",
                "pages": "strings",
                "clauses": "strings",
                "quote": "string",
            },
        ),
        EdgeType("REFERS_TO", ("Provision",), ("Provision",), {"count": "integer", "quote": "string"}),
        EdgeType("PART_OF", ("Provision",), ("Act",), {}),
        EdgeType("AMENDS", ("Act",), ("Provision",), {"quote": "string"}),
        EdgeType("FROM_DOCUMENT", ("Chunk",), ("Case", "Provision"), {}),
        EdgeType("NEXT_CHUNK", ("Chunk",), ("Chunk",), {}),
        EdgeType("MENTIONS", ("Chunk",), ("Case", "Provision"), {}),
        EdgeType("DECIDED_BY", ("Case",), ("Judge",), {"author": "boolean"}),
        EdgeType("HEARD_IN", ("Case",), ("Court",), {}),
        EdgeType("HAS_KEY", ("Reference",), ("Key",), {}, ledger=True),
        EdgeType("MADE_IN", ("Reference",), ("Document",), {}, ledger=True),
    )
}

INDEXED: dict[str, tuple[str, ...]] = {
    "Case": ("citations", "court", "documents", "year"),
    "Act": ("documents",),
    "Provision": ("act_id", "documents", "number"),
    "Chunk": ("document",),
    "Document": ("name", "subject"),
    "Reference": ("case", "document", "outcome"),
}
"""Properties by which nodes are found often, by node type."""

"""A graph of four cases and an article, small enough to know by heart."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kg.edges import Cites, CitesProvision, Edge, FromDocument, NextChunk
from kg.nodes import Case, Chunk, Node, Provision


def vector(*values: float) -> NDArray[np.float32]:
    return np.array(values, np.float32)


GOPALAN = Case("gopalan", title="A.K. Gopalan v. State of Madras", year=1950, has_text=True)
COOPER = Case(
    "cooper",
    title="Rustom Cavasjee Cooper v. Union of India",
    citations=("AIR 1970 SC 564", "(1970) 1 SCC 248"),
    documents=("1970_cooper",),
    year=1970,
    has_text=True,
)
MANEKA = Case(
    "maneka",
    title="Maneka Gandhi v. Union of India",
    citations=("AIR 1978 SC 597", "(1978) 1 SCC 248"),
    documents=("1978_maneka", "maneka_again"),
    year=1978,
    date="1978-01-25",
    has_text=True,
)
STUB = Case("stub", title="R v. Halliday", has_text=False)
ARTICLE = Provision(
    "constitution-of-india/article-21",
    act_id="constitution-of-india",
    kind="article",
    number="21",
    heading="Life and liberty",
)
CHUNKS = [
    Chunk("maneka/1", text="The passport was impounded.", ordinal=1, embedding=vector(1, 0, 0)),
    Chunk("maneka/2", text="Procedure must be fair.", ordinal=2, embedding=vector(0, 2, 0)),
    Chunk("cooper/1", text="The banks were nationalised; fair value.", embedding=vector(3, 3, 0)),
    Chunk("article/1", text="No person shall be deprived of his life."),
]
EDGES = [
    Cites("maneka", "cooper", treatment="followed", count=3, paragraphs=("4", "9")),
    Cites("maneka", "gopalan", treatment="distinguished", count=1),
    Cites("cooper", "gopalan", treatment="overruled", count=2),
    CitesProvision("maneka", ARTICLE.id, count=7),
    FromDocument("maneka/1", "maneka"),
    FromDocument("maneka/2", "maneka"),
    FromDocument("cooper/1", "cooper"),
    FromDocument("article/1", ARTICLE.id),
    NextChunk("maneka/1", "maneka/2"),
]


def ids(nodes: Iterable[Node]) -> list[str]:
    return [node.id for node in nodes]


def pairs(edges: Iterable[Edge]) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in edges]

"""What retrieval needs of a graph, read once: texts as counted words, who cites what, and where."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kg.edges import Cites, CitesProvision, Edge, Mentions
from kg.nodes import Case, Chunk, Provision
from kg.store import Store
from qa.research.text_index import counted


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Cases with text are rows, in an order that rests on their texts alone, so that no name breaks a tie.

    `counts` has a row for each passage, `owner` its case. `authorities` are all cases that are cited,
    `cites` who cites which; `provisions` and `applies` likewise. `mentions` are passages (first row) and the
    cases that they name (second row), both as rows.
    """

    cases: tuple[str, ...]
    years: NDArray[np.int32]
    passages: tuple[str, ...]
    owner: NDArray[np.int32]
    vocabulary: Mapping[str, int]
    counts: sparse.csr_matrix
    authorities: tuple[str, ...]
    cites: sparse.csr_matrix
    provisions: tuple[str, ...]
    applies: sparse.csr_matrix
    mentions: NDArray[np.int32]


@dataclass(slots=True)
class _Texts:
    """The passages of the cases: of each case, those of its longest document."""

    cases: list[str]
    passages: list[str]
    texts: list[str]
    owner: list[int]


def read_corpus(store: Store) -> Corpus:
    """All of it from any engine; takes a minute for three thousand judgments."""
    nodes = {n.id: n for n in store.scan_nodes(Case) if n.has_text}
    document_of = {name: id for id, n in nodes.items() for name in n.documents}
    read = _texts(store, document_of)
    row = {id: i for i, id in enumerate(read.cases)}
    vocabulary: dict[str, int] = {}
    counts = counted(read.texts, vocabulary)
    authorities, cites = _linked(store, Cites, row)
    provisions, applies = _linked(store, CitesProvision, row, [n.id for n in store.scan_nodes(Provision)])
    at = {id: i for i, id in enumerate(read.passages)}
    named = [(at[e.source], row[e.target]) for e in store.scan_edges(Mentions) if e.source in at and e.target in row]
    years = [nodes[id].year or 0 for id in read.cases]
    return Corpus(
        tuple(read.cases),
        np.array(years, np.int32),
        tuple(read.passages),
        np.array(read.owner, np.int32),
        vocabulary,
        counts,
        authorities,
        cites,
        provisions,
        applies,
        np.array(named, np.int32).reshape(-1, 2).T,
    )


def _texts(store: Store, document_of: Mapping[str, str]) -> _Texts:
    by_document: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for chunk in store.scan_nodes(Chunk):
        if chunk.document in document_of:
            by_document[chunk.document].append((chunk.ordinal, chunk.id, chunk.text))
    longest: dict[str, tuple[int, str, list[tuple[int, str, str]]]] = {}
    for document, chunks in by_document.items():
        chunks.sort()
        candidate = (len(chunks), _digest(chunks), chunks)
        case = document_of[document]
        longest[case] = max(candidate, longest.get(case, (0, "", [])), key=lambda c: c[:2])
    found = _Texts(sorted(longest, key=lambda case: (longest[case][1], case)), [], [], [])
    for row, case in enumerate(found.cases):
        for _, id, text in longest[case][2]:
            found.passages.append(id)
            found.texts.append(text)
            found.owner.append(row)
    return found


def _digest(chunks: Sequence[tuple[int, str, str]]) -> str:
    return hashlib.sha256("\n".join(text for _, _, text in chunks).encode()).hexdigest()


def _linked(
    store: Store, type: type[Edge], row: Mapping[str, int], others: Sequence[str] = ()
) -> tuple[tuple[str, ...], sparse.csr_matrix]:
    """The targets of edges of a type from cases with text, and `others`; and a 1 for each edge."""
    edges = [(row[e.source], e.target) for e in store.scan_edges(type) if e.source in row]
    targets = sorted({*others, *(target for _, target in edges)})
    column = {id: i for i, id in enumerate(targets)}
    places = ([source for source, _ in edges], [column[target] for _, target in edges])
    ones = np.ones(len(edges), np.float32)
    return tuple(targets), sparse.csr_matrix((ones, places), shape=(len(row), len(targets)))

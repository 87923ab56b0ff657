"""The one door to the graph: records and verbs that every engine offers and everything else speaks to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from extraction.errors import LawgraphError
from kg.edges import E, Edge, EdgeKey
from kg.nodes import M, N, Node

Direction = Literal["out", "in", "both"]


class StoreError(LawgraphError):
    """The store cannot do what was asked; the message is one line for the user, with the remedy."""


@dataclass(frozen=True, slots=True)
class Between:
    """A condition of `find` and `expand`: a property from `low` to `high`, both included; None leaves an end open."""

    low: int | str | None = None
    high: int | str | None = None


Condition = str | int | bool | Between | Sequence[str]
"""Equality; membership where the property is a list; one of several values where the condition is a sequence."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[N]):
    """A node found by search, the higher the score the better; `home` is the case or provision that a passage is of."""

    node: N
    score: float
    home: str | None = None


@dataclass(slots=True)
class Batch:
    """Changes that are written together or not at all.

    An upsert replaces all properties of the node or edge. A dropped node takes its edges along. Drops are
    carried out before upserts.
    """

    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    drop_nodes: list[str] = field(default_factory=list)
    drop_edges: list[EdgeKey] = field(default_factory=list)


class Store(Protocol):
    """A graph store. Results are in a fixed order: by id, or by score and then id."""

    def write(self, batch: Batch) -> None:
        """Carry out `batch` in one transaction. Embeddings are kept in 8 bits a number (`kg.search.vectors.packed`)."""

    def version(self) -> int:
        """A number that grows with every write: what was read under another version may be out of date."""

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """The nodes with these ids that exist, in the order asked; an embedding is not brought along."""

    def find(self, type: type[N], where: Mapping[str, Condition] | None = None, limit: int | None = None) -> list[N]:
        """Nodes of a type whose properties meet all conditions, by id."""

    def expand(
        self,
        ids: Sequence[str],
        types: Sequence[type[E]],
        direction: Direction = "out",
        where: Mapping[str, Condition] | None = None,
        limit: int | None = None,
    ) -> list[E]:
        """Edges of the given types at the given nodes, with their properties, by type, source and target.

        `where` filters on the edges' own properties.
        """

    def vector_search(
        self, embedding: NDArray[np.float32], k: int, type: type[M], within: Sequence[str] | None = None
    ) -> list[Hit[M]]:
        """The `k` nodes of a type nearest by cosine; `within` keeps to those of these cases or provisions."""

    def keyword_search(self, text: str, k: int, type: type[N], within: Sequence[str] | None = None) -> list[Hit[N]]:
        """The `k` best nodes of a type for any of the words of `text`, by the engine's own BM25.

        No query syntax is read.
        """

    def chain(self, source: str, target: str, types: Sequence[type[E]], longest: int = 6) -> list[E]:
        """A shortest directed chain of edges from `source` to `target`, the first by ids; empty if there is none."""

    def count(self) -> dict[str, int]:
        """How many nodes and edges there are of each type that is not bookkeeping; types without any are 0."""

    def scan_nodes(self, type: type[N], embeddings: bool = False) -> Iterator[N]:
        """Every node of a type by id."""

    def scan_edges(self, type: type[E]) -> Iterator[E]:
        """Every edge of a type by source and target."""

    def close(self) -> None:
        """Release files and connections; nothing may be asked afterwards."""

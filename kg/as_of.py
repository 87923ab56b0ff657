"""A graph as it stood on a day: without the cases that were decided later, and without what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.edges import E, Edge
from kg.nodes import Case, M, N, Node, of_type
from kg.store import Batch, Condition, Direction, Hit, Store, StoreError

_MORE = 4  # times as many hits are asked for, as later cases are left out of them


class AsOf:
    """A store as of a day (ISO): what is read by its id is as it is, what is found leaves later cases out.

    A case of which only the year is known counts from the first day of that year, one of no known date always.
    """

    def __init__(self, store: Store, day: str) -> None:
        self.day = day
        self._store = store

    def is_later(self, node: Node) -> bool:
        """Whether a node is a case that was decided after the day."""
        if not isinstance(node, Case):
            return False
        return node.date > self.day if node.date else str(node.year or "") > self.day[:4]

    def later(self, node: Node) -> str:
        """That a case was decided after the day, in words; empty where it was not."""
        if not isinstance(node, Case) or not self.is_later(node):
            return ""
        decided = f"on {node.date}" if node.date else f"in {node.year}"
        return f"{node.title or node.id} was decided {decided}, after {self.day}"

    def write(self, batch: Batch) -> None:
        """A graph as of a day is only read."""
        raise StoreError("a graph as of a day cannot be written to; open the graph itself")

    def version(self) -> int:
        """The version of the graph."""
        return self._store.version()

    def nodes(self, ids: Sequence[str]) -> list[Node]:
        """The nodes with these ids, whatever their date."""
        return self._store.nodes(ids)

    def find(self, type: type[N], where: Mapping[str, Condition] | None = None, limit: int | None = None) -> list[N]:
        """Nodes of a type that meet all conditions, later cases left out."""
        return [node for node in self._store.find(type, where) if not self.is_later(node)][:limit]

    def expand(
        self,
        ids: Sequence[str],
        types: Sequence[type[E]],
        direction: Direction = "out",
        where: Mapping[str, Condition] | None = None,
        limit: int | None = None,
    ) -> list[E]:
        """Edges at the given nodes, without those that begin at a later case or lead from a passage of one."""
        edges = self._store.expand(ids, types, direction, where)
        later = self._later(_case_end(edge) for edge in edges)
        return [edge for edge in edges if _case_end(edge) not in later][:limit]

    def vector_search(
        self, embedding: NDArray[np.float32], k: int, type: type[M], within: Sequence[str] | None = None
    ) -> list[Hit[M]]:
        """The nearest passages of cases decided by the day, and of provisions."""
        return self._timely(self._store.vector_search(embedding, _MORE * k, type, within))[:k]

    def keyword_search(self, text: str, k: int, type: type[N], within: Sequence[str] | None = None) -> list[Hit[N]]:
        """The best nodes by their words, later cases and their passages left out."""
        return self._timely(self._store.keyword_search(text, _MORE * k, type, within))[:k]

    def chain(self, source: str, target: str, types: Sequence[type[E]], longest: int = 6) -> list[E]:
        """A shortest chain, if no case on it was decided later."""
        chain = self._store.chain(source, target, types, longest)
        return [] if self._later(end for edge in chain for end in (edge.source, edge.target)) else chain

    def count(self) -> dict[str, int]:
        """How many nodes and edges the whole graph has."""
        return self._store.count()

    def scan_nodes(self, type: type[N], embeddings: bool = False) -> Iterator[N]:
        """Every node of a type, later cases left out."""
        return (node for node in self._store.scan_nodes(type, embeddings) if not self.is_later(node))

    def scan_edges(self, type: type[E]) -> Iterator[E]:
        """Every edge of a type, whatever its case."""
        return self._store.scan_edges(type)

    def close(self) -> None:
        """Close the graph."""
        self._store.close()

    def _timely(self, hits: list[Hit[N]]) -> list[Hit[N]]:
        later = self._later(hit.home or hit.node.id for hit in hits)
        return [hit for hit in hits if (hit.home or hit.node.id) not in later]

    def _later(self, ids: Iterable[str]) -> set[str]:
        wanted = sorted({id for id in ids if "/" not in id})
        return {node.id for node in of_type(Case, self._store.nodes(wanted)) if self.is_later(node)}


def _case_end(edge: Edge) -> str:
    """The end of an edge that is the case which says it: what a passage is of, else where the edge begins."""
    return edge.target if edge.leads_home else edge.source

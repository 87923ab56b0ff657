"""Keyword and vector search on a Neo4j server: its indexes deliver candidates, `kg.ranking` scores them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg import neo4j_cypher as cypher
from kg.neo4j_connection import Connection
from kg.neo4j_schema import TERMS_INDEX, VECTOR_DIMENSIONS, VECTOR_INDEX
from kg.ranking import CANDIDATES, CANDIDATES_PER_HIT, COSINE_DIGITS, Corpus, Scored, best, bm25, cosines, unit, weights
from kg.store import StoreError
from kg.terms import question_words, terms_of

_GROWTH = 4
_MOST_COMPARED = 20_000
"""Up to so many chunks are all compared; past that the vector index, which may overlook one, chooses."""

_MARGIN = 1.1
"""The server rounds the lengths of texts: a text not yet seen may score so many times what its rank promises."""


class KeywordSearch:
    """BM25 over the words of each searched type; what it counts is kept for one version of the graph."""

    def __init__(self, connection: Connection) -> None:
        """Search the graph behind `connection`."""
        self._connection = connection
        self._version = -1
        self._corpora: dict[str, Corpus] = {}
        self._holding: dict[tuple[str, str], int] = {}

    def scores(self, text: str, k: int, type: str, within: Sequence[str] | None, version: int) -> Scored:
        """Ids of the `k` best nodes of a type for any of the words of `text`, with their BM25."""
        if type not in TERMS_INDEX:
            raise StoreError(f"{type} has no keyword index; search one of: {', '.join(sorted(TERMS_INDEX))}")
        phrases = [terms for terms in terms_of(question_words(text)) if terms]
        if not phrases or k < 1:
            return []
        if version != self._version:
            self._version, self._corpora, self._holding = version, {}, {}
        if not self._corpus(type).words:
            return []
        weight = weights(self._corpus(type), self._counts(type, phrases))
        if within is None:
            return self._indexed(type, phrases, weight, k)
        terms = sorted({term for phrase in phrases for term in phrase})
        rows = self._connection.rows(cypher.WITHIN[type], within=list(within), terms=terms)
        return best(self._scored(type, [(id, held) for id, held in rows], phrases, weight), k)

    def _indexed(self, type: str, phrases: list[list[str]], weight: list[float], k: int) -> Scored:
        """The best of the index's candidates, as many as it takes for none of the others to come among them."""
        limit = CANDIDATES_PER_HIT * k + CANDIDATES
        query = " OR ".join(map(_quoted, phrases))
        while True:
            rows = self._connection.rows(cypher.CANDIDATES, index=TERMS_INDEX[type], query=query, limit=limit)
            scored = self._scored(type, [(id, held) for id, _, held in rows], phrases, weight)
            found = best(scored, k)
            if len(rows) < limit:
                return found
            promise = max(scored[id] / rank for id, rank, _ in rows if id in scored) * rows[-1][1] * _MARGIN
            if len(found) == k and found[-1][1] > promise:
                return found
            limit *= _GROWTH

    def _scored(
        self, type: str, rows: Sequence[tuple[str, str]], phrases: list[list[str]], weight: list[float]
    ) -> dict[str, float]:
        corpus = self._corpus(type)
        scores = {id: bm25(corpus, held.split(" "), phrases, weight) for id, held in rows}
        return {id: score for id, score in scores.items() if score > 0}

    def _corpus(self, type: str) -> Corpus:
        if type not in self._corpora:
            [[texts]], [[words]] = (self._connection.rows(q[type]) for q in (cypher.TEXTS, cypher.WORDS))
            self._corpora[type] = Corpus(texts, words)
        return self._corpora[type]

    def _counts(self, type: str, phrases: list[list[str]]) -> list[int]:
        """How many texts hold each phrase."""
        queries = list(map(_quoted, phrases))
        if unknown := sorted({query for query in queries if (type, query) not in self._holding}):
            rows = self._connection.rows(cypher.HOLDING, index=TERMS_INDEX[type], queries=unknown)
            self._holding |= {(type, query): 0 for query in unknown}
            self._holding |= {(type, query): texts for query, texts in rows}
        return [self._holding[type, query] for query in queries]


def _quoted(phrase: Sequence[str]) -> str:
    """Terms are letters and digits only, so that nothing in quotes is read as syntax."""
    return f'"{" ".join(phrase)}"'


def dimensions(connection: Connection) -> int | None:
    """How many dimensions the vector index has; None where there is none yet."""
    rows = connection.rows(VECTOR_DIMENSIONS)
    return int(rows[0][0]) if rows else None


def vector_scores(
    connection: Connection, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None
) -> Scored:
    """Ids of the `k` chunks nearest to `embedding` (shape (dimensions,)) by cosine."""
    size = dimensions(connection)
    if k < 1 or size is None:
        return []
    if embedding.shape != (size,):
        if not connection.rows(cypher.ANY_VECTOR):
            return []
        raise StoreError(
            f"the question's embedding has {embedding.size} dimensions, the graph's {size};"
            " use the model that the graph was built with"
        )
    if within is not None:
        rows = connection.rows(cypher.NEAREST_WITHIN, within=list(within), dimensions=size)
        return best(_exact(rows, embedding), k)
    return _nearest(connection, embedding, k)


def _nearest(connection: Connection, embedding: NDArray[np.float32], k: int) -> Scored:
    """The nearest of the server's candidates, as many as it takes to have all that tie with the last."""
    limit = CANDIDATES_PER_HIT * k + CANDIDATES
    [[chunks]] = connection.rows(cypher.TEXTS["Chunk"])
    query = cypher.NEAREST if chunks > _MOST_COMPARED else cypher.NEAREST_OF_ALL
    question = {"embedding": embedding.tolist(), "dimensions": embedding.size}
    while True:
        rows = connection.rows(query, index=VECTOR_INDEX, limit=limit, **question)
        found = best(scored := _exact(rows, embedding), k)
        if len(rows) < limit or found[-1][1] - min(scored.values()) > 10**-COSINE_DIGITS:
            return found
        limit *= _GROWTH


def _exact(rows: Sequence[Sequence[object]], embedding: NDArray[np.float32]) -> dict[str, float]:
    if not rows:
        return {}
    scores = cosines(unit(np.array([row[1] for row in rows], np.float32)), embedding)
    return {str(row[0]): float(score) for row, score in zip(rows, scores, strict=True)}

"""Keyword and vector search on a Neo4j server: its indexes deliver candidates, `kg.ranking` scores them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg import neo4j_cypher as cypher
from kg.neo4j_connection import Connection, Parameter
from kg.neo4j_schema import VECTOR_DIMENSIONS, VECTOR_INDEX, WORDS_INDEX
from kg.ranking import COSINE_DIGITS, Corpus, Scored, best, bm25, cosines, unit, weights
from kg.store import Hit, Node, StoreError
from kg.terms import question_terms

_GROWTH = 4
_MARGIN = 1.1
"""Lucene rounds the lengths of texts: a text not yet seen may score so many times what its rank promises."""

FEW = 1000
"""Up to so many chunks are all compared; past that the vector index, which may overlook one, chooses."""

Parameters = dict[str, object]
Answer = list[Any]
"""A row of the server: how many texts and words there are, how many texts hold each term, and the candidates."""


class Words:
    """The best nodes of a type for any of the terms of a question, by BM25."""

    def __init__(self, text: str, k: int, type: str, within: Sequence[str] | None) -> None:
        """StoreError for a type without a keyword index."""
        if type not in WORDS_INDEX:
            raise StoreError(f"{type} has no keyword index; search one of: {', '.join(sorted(WORDS_INDEX))}")
        self.type, self._k, self._within = type, k, within
        self.terms = question_terms(text) if k > 0 else []
        self.cypher = cypher.WORDS if within is None else cypher.WORDS_WITHIN[type]

    def _limit(self, times: int) -> int:
        return (2 * self._k + 40) * times

    def parameters(self, times: int) -> Parameters:
        """The question, and how many candidates."""
        asked: Parameters = {"type": self.type, "terms": self.terms}
        if self._within is not None:
            return asked | {"within": list(self._within)}
        return asked | {"index": WORDS_INDEX[self.type], "limit": self._limit(times)}

    def scored(self, answer: Answer, times: int) -> Scored | None:
        """The best by BM25; None where the next candidates may score as high."""
        texts, words, held, found = answer
        corpus, terms = Corpus(texts, words), [term for term, _ in held]
        weight = weights(corpus, [n for _, n in held])
        scores = {id: bm25(corpus, text.split(" "), terms, weight) for id, _, text, _ in found}
        top = best({id: score for id, score in scores.items() if score > 0}, self._k)
        if self._within is not None or len(found) < self._limit(times):
            return top
        promise = max(scores[id] / rank for id, rank, _, _ in found) * found[-1][1] * _MARGIN
        return top if len(top) == self._k and top[-1][1] > promise else None


class Nearest:
    """The chunks nearest to an embedding by cosine."""

    type = "Chunk"

    def __init__(self, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None, many: bool) -> None:
        """`embedding` has the index's dimensions; of `many` chunks the vector index chooses."""
        self._embedding, self._k, self._within, self._many = embedding, k, within, many
        among_all = cypher.NEAREST if many else cypher.NEAREST_OF_FEW
        self.cypher = among_all if within is None else cypher.NEAREST_WITHIN

    def _kept(self, times: int) -> int:
        return (self._k + 10) * times

    def parameters(self, times: int) -> Parameters:
        """The question, how wide the index is searched, and how many candidates are compared exactly."""
        asked: Parameters = {"embedding": Parameter(self._embedding.tolist()), "kept": self._kept(times)}
        if self._within is not None:
            return asked | {"within": list(self._within)}
        return asked | ({"vectors": VECTOR_INDEX, "near": (5 * self._k + 50) * times} if self._many else {})

    def scored(self, answer: Answer, times: int) -> Scored | None:
        """The nearest; None where those that tie with the last may not all be there."""
        ids, vectors = [row[0] for row in answer[3]], [row[2] for row in answer[3]]
        exact = cosines(unit(np.array(vectors, np.float32)), self._embedding)
        top = best(dict(zip(ids, map(float, exact), strict=True)), self._k)
        settled = len(ids) < self._kept(times) or top[-1][1] - float(exact.min()) > 10**-COSINE_DIGITS
        return top if settled else None


def hits(connection: Connection, search: Words | Nearest) -> list[Hit]:
    """The best of a search, with as many candidates as it takes to be sure of them."""
    answers = connection.rows(search.cypher, **search.parameters(1))
    return _settled(connection, search, answers[0]) if answers else []


def passages(connection: Connection, words: Words, nearest: Nearest) -> tuple[list[Hit], list[Hit]]:
    """The best of both searches, asked in one query."""
    parameters = words.parameters(1) | nearest.parameters(1)
    answers = connection.rows(f"{words.cypher} UNION ALL {nearest.cypher}", **parameters)
    by_words = [answer for answer in answers if answer[0] is not None]
    by_meaning = [answer for answer in answers if answer[0] is None]
    return (
        _settled(connection, words, by_words[0]) if by_words else [],
        _settled(connection, nearest, by_meaning[0]) if by_meaning else [],
    )


def _settled(connection: Connection, search: Words | Nearest, answer: Answer) -> list[Hit]:
    times = 1
    while (scored := search.scored(answer, times)) is None:
        times *= _GROWTH
        [answer] = connection.rows(search.cypher, **search.parameters(times))
    told = {row[0]: row[3] for row in answer[3]}
    if untold := [id for id, _ in scored if told[id] is None]:
        told |= {id: properties for _, id, properties in connection.rows(cypher.NODES, ids=untold)}
    return [Hit(Node(search.type, id, dict(told[id])), score) for id, score in scored if told[id] is not None]


def dimensions(connection: Connection) -> int | None:
    """How many dimensions the vector index has; None where there is none yet."""
    rows = connection.rows(VECTOR_DIMENSIONS)
    return int(rows[0][0]) if rows else None

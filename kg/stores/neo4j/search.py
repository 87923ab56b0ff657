"""Keyword and vector search on a Neo4j server: its indexes deliver candidates, `kg.search.scores` scores them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.search.scores import Corpus, Scored, best, bm25, cosine_of, weights
from kg.search.terms import question_terms
from kg.store import Hit, Node, StoreError
from kg.stores.neo4j import cypher
from kg.stores.neo4j.connection import Connection, Parameter
from kg.stores.neo4j.indexes import VECTOR_DIMENSIONS, VECTOR_INDEX, WORDS_INDEX

_GROWTH = 4
_WIDTH = 2
"""How many times as many neighbours the vector index looks at as it returns: the more, the fewer it overlooks."""

_EXACT_LENGTHS = 24
_SINGLE_PRECISION = 1 + 1e-5
_LEAST = 1e-12

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
        self.cypher = (cypher.WORDS if within is None else cypher.WORDS_WITHIN)[type]

    def _limit(self, times: int) -> int:
        return (self._k + 8) * times

    def parameters(self, times: int) -> Parameters:
        """The question, and how many candidates."""
        asked: Parameters = {"type": self.type, "terms": self.terms}
        if self._within is not None:
            return asked | {"within": list(self._within)}
        return asked | {"index": WORDS_INDEX[self.type], "limit": self._limit(times)}

    def scored(self, answer: Answer, times: int) -> Scored | None:
        """The best by BM25; None where the next candidates may score as high.

        Lucene rounds the lengths of texts down, so none ranks too low. What a rank is worth shows in the candidates:
        the score for the rounded length. That is one figure for all, but for texts that were dropped, which Lucene
        counts until it merges: as far as it varies, the next may be worth more.
        """
        texts, words, held, found = answer
        corpus = Corpus(texts, words)
        weight = weights(corpus, [n for _, n in held])
        scores, worth = dict[str, float](), list[float]()
        for id, _, _, rank, text in found:
            terms = text.split(" ")
            counts = [terms.count(term) for term, _ in held]
            scores[id] = bm25(corpus, len(terms), counts, weight)
            if rank:
                worth.append(bm25(corpus, lucene_length(len(terms)), counts, weight) / rank)
        top = best({id: score for id, score in scores.items() if score > 0}, self._k)
        if self._within is not None or len(found) < self._limit(times):
            return top
        promise = found[-1][3] * max(worth) * max(worth) / max(min(worth), _LEAST) * _SINGLE_PRECISION
        return top if len(top) == self._k and top[-1][1] > promise else None


def lucene_length(length: int) -> int:
    """The length as Lucene keeps it in a byte: past 24, four binary digits of what is more, rounded down."""
    more = max(0, length - _EXACT_LENGTHS)
    spare = max(0, more.bit_length() - 4)
    return length - more + (more >> spare << spare)


class Nearest:
    """The chunks nearest to an embedding by cosine."""

    type = "Chunk"

    def __init__(self, embedding: NDArray[np.float32], k: int, within: Sequence[str] | None, many: bool) -> None:
        """`embedding` has the index's dimensions; of `many` chunks the vector index chooses."""
        self._embedding, self._k, self._within, self._many = embedding, k, within, many
        among_all = cypher.NEAREST if many else cypher.NEAREST_OF_FEW
        self.cypher = among_all if within is None else cypher.NEAREST_WITHIN

    def _kept(self, times: int) -> int:
        return (self._k + 2) * times

    def parameters(self, times: int) -> Parameters:
        """The question, how wide the index is searched, and how many of the nearest are returned."""
        asked: Parameters = {"embedding": Parameter(self._embedding.tolist()), "kept": self._kept(times)}
        if self._within is not None:
            return asked | {"within": list(self._within)}
        return asked | ({"vectors": VECTOR_INDEX, "near": _WIDTH * self._kept(times)} if self._many else {})

    def scored(self, answer: Answer, times: int) -> Scored | None:
        """The nearest; None where those that tie with the last may not all be there."""
        scores = {id: cosine_of(similarity) for id, _, _, similarity in answer[3]}
        top = best(scores, self._k)
        return top if len(scores) < self._kept(times) or top[-1][1] > min(scores.values()) else None


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
    told = {id: (properties, home) for id, properties, home, *_ in answer[3] if properties is not None}
    if untold := [id for id, _ in scored if id not in told]:
        told |= {
            id: (properties, home) for id, properties, home in connection.rows(cypher.HITS[search.type], ids=untold)
        }
    return [_hit(search.type, id, score, *told[id]) for id, score in scored if id in told]


def _hit(type: str, id: str, score: float, properties: Mapping[str, Any], home: str | None) -> Hit:
    return Hit(Node(type, id, {name: value for name, value in properties.items() if value is not None}), score, home)


def dimensions(connection: Connection) -> int | None:
    """How many dimensions the vector index has; None where there is none yet."""
    rows = connection.rows(VECTOR_DIMENSIONS)
    return int(rows[0][0]) if rows else None

"""Search by words and meaning together, with a model small enough to read."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kg.build.build import build
from kg.edges import FromDocument
from kg.nodes import Case, Chunk, Node
from kg.search.hybrid import embedder_of, hybrid_search
from kg.store import Batch, Hit, Store
from kg.stores.open import open_store
from qa.evidence import Evidence
from qa.retrieval.passages import pool
from qa.retrieval.search import search
from tests.support.cli_runs import documents

CONCEPTS = ("gaol jail prison", "spouse wife husband", "tax duty levy")


class Concepts:
    """Texts as counts of what their words mean; words that mean the same count as one."""

    name = "concepts"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """A row of unit length for each text, with one column more that is never empty."""
        rows = np.array([[*self._counts(text), 0.1] for text in texts], np.float32)
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit

    def approximate(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The same."""
        return self.encode(texts)

    def _counts(self, text: str) -> list[int]:
        said = re.findall(r"[a-z]+", text.lower())
        return [sum(word in concept.split() for word in said) for concept in CONCEPTS]


TEXTS = {
    "a": "He was kept in jail for a year.",
    "b": "The prison held him and his wife.",
    "c": "The levy on gaol was struck down.",
    "d": "A tax is a duty.",
    "e": "The gaol was closed in winter and its keeper left.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    graph = open_store(str(tmp_path / "graph.db"), create=True)
    vectors = Concepts().encode(list(TEXTS.values()))
    nodes: list[Node] = [Case(id, title=f"Case {id}", has_text=True) for id in TEXTS]
    for (id, text), vector in zip(TEXTS.items(), vectors, strict=True):
        nodes.append(Chunk(f"{id}#0", text=text, embedding=vector))
    graph.write(Batch(nodes=nodes, edges=[FromDocument(f"{id}#0", id) for id in TEXTS]))
    yield graph
    graph.close()


def ids(hits: Sequence[Hit[Chunk]]) -> list[str]:
    return [hit.node.id[0] for hit in hits]


def test_without_a_model_the_words_alone_decide(store: Store) -> None:
    assert hybrid_search(store, "gaol", 5, None) == store.keyword_search("gaol", 5, Chunk)


def test_what_both_find_comes_first_and_meaning_adds_the_rest(store: Store) -> None:
    found = ids(hybrid_search(store, "gaol", 4, Concepts()))
    assert found[0] == "e"
    assert {"a", "c"} <= set(found)


def test_scores_are_sums_of_reciprocal_ranks_and_ties_go_by_id(store: Store) -> None:
    found = hybrid_search(store, "gaol", 5, Concepts())
    rankings = [
        ids(store.keyword_search("gaol", 5, Chunk)),
        ids(store.vector_search(Concepts().encode(["gaol"])[0], 5, Chunk)),
    ]
    for hit in found:
        ranks = [ranking.index(hit.node.id[0]) + 1 for ranking in rankings if hit.node.id[0] in ranking]
        assert hit.score == pytest.approx(sum(1 / (60 + rank) for rank in ranks))
    assert found == sorted(found, key=lambda hit: (-hit.score, hit.node.id))


def test_within_keeps_both_searches_to_the_cases_named(store: Store) -> None:
    assert set(ids(hybrid_search(store, "gaol", 5, Concepts(), within=["a", "d"]))) == {"a", "d"}


def test_search_shows_a_passage_that_has_none_of_the_words(store: Store) -> None:
    assert "a" not in [passage.node for passage in search(store, "gaol")]
    assert "a" in [passage.node for passage in search(store, "gaol", embedder=Concepts())]


def test_an_open_question_looks_at_what_has_its_words_and_at_what_means_the_same_too(store: Store) -> None:
    evidence = Evidence(store, embedder=lambda _: Concepts())
    by_words, by_meaning = pool(evidence, ["gaol"], "gaol").rankings
    assert {id[0] for id in by_words} == {"c", "e"}
    assert "a" in {id[0] for id in by_meaning[:3]}


def test_a_graph_says_which_model_it_was_built_with(tmp_path: Path) -> None:
    folder = documents(tmp_path / "texts")
    graph = open_store(str(tmp_path / "built.db"), create=True)
    build(graph, [folder], embedder=Concepts())
    nearest = graph.vector_search(Concepts().encode(["duty"])[0], 3, Chunk)
    assert len(nearest) == 3
    assert embedder_of(graph) is None, "a model of this name is not installed, so that words alone are searched"
    graph.close()

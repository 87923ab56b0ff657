"""The same graph answers the same on both engines: search, score for score, and questions, source for source."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.search.scores import Corpus, bm25, cosine_of, cosines, unit, weights
from kg.search.terms import question_words, terms_of
from kg.store import Batch, Edge, Hit, Node, Store
from kg.stores.open import open_store
from kg.stores.push import push
from qa.ask import ask
from tests.support.kg_engines import empty_store
from tests.support.kg_small_graph import vector


@pytest.fixture
def both(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[tuple[Store, Store]]:
    stores = tuple(empty_store(engine, request, monkeypatch, tmp_path) for engine in ("neo4j", "sqlite"))
    yield stores[0], stores[1]
    for store in stores:
        store.close()


def scored(hits: list[Hit]) -> list[tuple[str, float, str | None]]:
    return [(hit.node.id, hit.score, hit.home) for hit in hits]


# Words

WORDS = [
    ("Liberties, liberty's LIBERTY", ["liberti", "liberti", "s", "liberti"]),
    ("AIR 1978 SC 597", ["air", "1978", "sc", "597"]),
    ("Généralisation", ["generalis"]),
    ("s.302/149 (IPC)", ["s", "302", "149", "ipc"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_terms(text: str, expected: list[str]) -> None:
    read = [sorted(terms) for terms in terms_of([text, "in between", text])]
    assert read == [sorted(expected), ["between", "in"], sorted(expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Was the procedure fair? Fair!", ["procedure", "fair"]),
        ("be the his", ["be", "the", "his"]),
        ("?!", []),
    ],
)
def test_question_words(text: str, expected: list[str]) -> None:
    assert question_words(text) == expected


def test_a_question_of_endless_words_is_cut() -> None:
    assert len(question_words(" ".join(f"w{i}" for i in range(5000)))) == 1000


# Scores

vocabulary = st.sampled_from(["court", "law", "fair", "bank", "passport", "levy", "state", "union", "the", "of"])
passages = st.lists(st.lists(vocabulary, max_size=12).map(" ".join), min_size=1, max_size=40)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=passages, gone=st.sets(st.integers(0, 39)), query=st.lists(vocabulary, min_size=1, max_size=4))
def test_keyword_search_agrees(both: tuple[Store, Store], texts: list[str], gone: set[int], query: list[str]) -> None:
    found = []
    for store in both:
        store.write(Batch(drop_nodes=[node.id for node in store.scan_nodes("Chunk")]))
        chunks = [Node("Chunk", f"c{i:02}", {"text": text}) for i, text in enumerate(texts)]
        home = [Edge("FROM_DOCUMENT", chunk.id, f"case-{i % 3}") for i, chunk in enumerate(chunks)]
        store.write(Batch(nodes=[*chunks, *(Node("Case", f"case-{i}") for i in range(3))], edges=home))
        store.write(Batch(nodes=chunks[::2], drop_nodes=[f"c{i:02}" for i in sorted(gone)]))
        searches = [store.keyword_search(" ".join(query), k, within=w) for k in (1, 5, 99) for w in (None, ["case-1"])]
        found.append([scored(hits) for hits in searches])
    assert found[0] == found[1]


def test_many_equal_passages_are_told_apart_by_id(both: tuple[Store, Store]) -> None:
    chunks = [Node("Chunk", f"c{i:03}", {"text": "the levy is void"}) for i in range(400)]
    chunks += [Node("Chunk", f"d{i}", {"text": "levy levy"}) for i in range(3)]
    for store in both:
        store.write(Batch(nodes=chunks[::-1]))
    answers = [scored(store.keyword_search("levy", 6)) for store in both]
    assert answers[0] == answers[1]
    assert [id for id, *_ in answers[0]] == ["d0", "d1", "d2", "c000", "c001", "c002"]


def test_vector_search_agrees(both: tuple[Store, Store]) -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(300, 16)).astype(np.float32)
    vectors[100:180] = vectors[0]
    chunks = [Node("Chunk", f"c{i:03}", {"text": "x", "embedding": v}) for i, v in enumerate(vectors)]
    home = [Edge("FROM_DOCUMENT", chunk.id, f"case-{i % 3}") for i, chunk in enumerate(chunks)]
    for store in both:
        store.write(Batch(nodes=[*chunks, *(Node("Case", f"case-{i}") for i in range(3))], edges=home))
    for question in (*random.normal(size=(5, 16)).astype(np.float32), vectors[0]):
        for within in (None, ["case-0", "case-2"]):
            left, right = (scored(store.vector_search(question, 10, within)) for store in both)
            assert left == right


def test_bm25_is_the_textbook_s() -> None:
    corpus = Corpus(texts=4, words=12)
    [rare, common] = weights(corpus, [1, 4])
    assert rare == pytest.approx(np.log(3.5 / 1.5))
    assert common == 1e-6
    assert bm25(corpus, 3, [2], [rare]) == pytest.approx(rare * 2 * 2.2 / (2 + 1.2))


@pytest.mark.parametrize(("similarity", "cosine"), [(1.0, 1.0), (0.5, 0.0), (0.0, -1.0), (0.80000001, 0.6)])
def test_the_server_s_similarity_is_told_as_a_cosine(similarity: float, cosine: float) -> None:
    assert cosine_of(similarity) == cosine


def test_cosines_are_of_each_row_alone() -> None:
    rows = np.array([[3, 4], [0, 0], [-1, 0]], np.float32)
    assert cosines(unit(rows), vector(2, 0)).tolist() == [0.6, 0, -1]


# Questions

QUESTIONS = [
    "Which later cases overruled ADM Jabalpur?",
    "How does Anuradha Bhasin lead back to Satwant Singh Sawhney?",
    "What does article 21 say, and which cases turned on it?",
    "Is Golak Nath still good law?",
    "Why did Maneka Gandhi overrule Kesavananda Bharati?",
    "Which cases deal with the right to privacy?",
    "Which cases followed Maneka Gandhi?",
]


def answer(store: Store, question: str) -> dict[str, Any]:
    told = asdict(ask(store, question))
    del told["timings"]
    return told


def test_questions_have_the_same_answers(
    demo_graph: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = open_store(str(demo_graph))
    server = empty_store("neo4j", request, monkeypatch, tmp_path)
    push(file, server)
    for question in QUESTIONS:
        assert answer(server, question) == answer(file, question)
    assert answer(server, QUESTIONS[0])["answers"]
    server.close()
    file.close()

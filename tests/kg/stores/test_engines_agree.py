"""The same graph answers the same on both engines: edges exactly, searches by what they find first."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.edges import FromDocument
from kg.nodes import Case, Chunk
from kg.store import Batch, Hit, Store
from kg.stores.open import open_store
from kg.stores.push import push
from qa.ask import ask
from tests.support.kg_engines import empty_store


@pytest.fixture
def both(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[tuple[Store, Store]]:
    stores = tuple(empty_store(engine, request, monkeypatch, tmp_path) for engine in ("neo4j", "sqlite"))
    yield stores[0], stores[1]
    for store in stores:
        store.close()


def found(hits: list[Hit[Chunk]]) -> set[tuple[str, str | None]]:
    return {(hit.node.id, hit.home) for hit in hits}


# Search

vocabulary = st.sampled_from(["court", "law", "fair", "bank", "passport", "levy", "state", "union"])
passages = st.lists(st.lists(vocabulary, max_size=12).map(" ".join), min_size=1, max_size=40)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=passages, gone=st.sets(st.integers(0, 39)), query=st.lists(vocabulary, min_size=1, max_size=4))
def test_the_same_passages_hold_a_word(
    both: tuple[Store, Store], texts: list[str], gone: set[int], query: list[str]
) -> None:
    for store in both:
        store.write(Batch(drop_nodes=[node.id for node in store.scan_nodes(Chunk)]))
        chunks = [Chunk(f"c{i:02}", text=text) for i, text in enumerate(texts)]
        home = [FromDocument(chunk.id, f"case-{i % 3}") for i, chunk in enumerate(chunks)]
        store.write(Batch(nodes=[*chunks, *(Case(f"case-{i}") for i in range(3))], edges=[*home]))
        store.write(Batch(nodes=[*chunks[::2]], drop_nodes=[f"c{i:02}" for i in sorted(gone)]))
    for within in (None, ["case-1"]):
        server, file = (found(store.keyword_search(" ".join(query), 99, Chunk, within)) for store in both)
        assert server == file


PASSAGES = {
    "passport": "The passport was impounded without a hearing, and no reasons were given for impounding it.",
    "banks": "Fourteen banks were nationalised; their undertakings vested in corresponding new banks.",
    "detention": "Preventive detention without grounds served on the detenu cannot stand.",
    "levy": "The levy of the cess was struck down for want of legislative competence.",
    "privacy": "Privacy is part of the liberty that the article protects.",
    "reasons": "Reasons are the soul of an order, said the court in this appeal about pensions.",
    "hearing": "The appeal comes up for hearing together with others about the state and its officers.",
}


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("Was impounding the passport lawful, with no reasons?", {"passport", "reasons"}),
        ("nationalisation of banks", {"banks"}),
        ("detained preventively, no grounds served", {"detention"}),
        ("Can a levy of cess lack competence?", {"levy"}),
        ("does liberty include privacy", {"privacy"}),
    ],
)
def test_the_best_matches_come_first_on_both(both: tuple[Store, Store], question: str, best: set[str]) -> None:
    for store in both:
        store.write(Batch(nodes=[Chunk(id, text=text) for id, text in PASSAGES.items()]))
        assert {hit.node.id for hit in store.keyword_search(question, len(best), Chunk)} == best


def test_the_nearest_passages_are_the_same(both: tuple[Store, Store]) -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(300, 16)).astype(np.float32)
    chunks = [Chunk(f"c{i:03}", text="x", embedding=v) for i, v in enumerate(vectors)]
    home = [FromDocument(chunk.id, f"case-{i % 3}") for i, chunk in enumerate(chunks)]
    for store in both:
        store.write(Batch(nodes=[*chunks, *(Case(f"case-{i}") for i in range(3))], edges=[*home]))
    for question in random.normal(size=(5, 16)).astype(np.float32):
        for within in (None, ["case-0", "case-2"]):
            server, file = (store.vector_search(question, 3, Chunk, within) for store in both)
            assert found(server) == found(file)
            assert [hit.score for hit in server] == pytest.approx([hit.score for hit in file], abs=1e-3)


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

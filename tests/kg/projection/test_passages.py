"""Passages as nodes and edges, and the stubs of what is only named."""

from itertools import pairwise

import numpy as np
import pytest

from extraction.records import Chunk
from kg.edges import Edge, FromDocument, Mentions, NextChunk, PartOf
from kg.nodes import Act, Provision
from kg.projection.passages import chunk_nodes, chunk_prefix, link_chunks
from kg.projection.projection import Projection
from kg.projection.stubs import act_stub, provision_stub

CHUNKS = [
    Chunk(0, "The levy is bad.", 0, 100, ("1",), ("1",)),
    Chunk(1, "So it was held.", 80, 200, ("1",), ("1", "2")),
    Chunk(2, "The appeal is allowed.", 210, 300, ("2",)),
]
"""The second begins within the first; between it and the third is a gap."""


def linked(*targets: tuple[int, str]) -> Projection:
    result = Projection()
    link_chunks(result, "own", "doc", CHUNKS, targets)
    return result


def pairs(result: Projection, type: type[Edge]) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in result.edges.values() if isinstance(edge, type)]


def test_every_passage_is_of_its_case_and_leads_to_the_next() -> None:
    result = linked()
    ids = ["doc#0", "doc#1", "doc#2"]
    assert pairs(result, FromDocument) == [(id, "own") for id in ids]
    assert pairs(result, NextChunk) == list(pairwise(ids))
    assert pairs(result, Mentions) == []


@pytest.mark.parametrize(
    ("at", "passages"),
    [
        (0, ["doc#0"]),
        (79, ["doc#0"]),
        (80, ["doc#0", "doc#1"]),
        (99, ["doc#0", "doc#1"]),
        (100, ["doc#1"]),
        (205, []),
        (210, ["doc#2"]),
        (300, []),
    ],
)
def test_what_is_named_is_mentioned_by_every_passage_it_stands_in(at: int, passages: list[str]) -> None:
    assert sorted(source for source, _ in pairs(linked((at, "other")), Mentions)) == passages


def test_a_case_is_not_mentioned_by_its_own_passages() -> None:
    assert pairs(linked((10, "own")), Mentions) == []


def test_the_same_name_twice_in_a_passage_is_one_edge() -> None:
    assert pairs(linked((10, "other"), (20, "other")), Mentions) == [("doc#0", "other")]


def test_passages_as_nodes() -> None:
    first, second, _ = chunk_nodes("doc", "doc/section-3", CHUNKS, None)
    assert (first.id, first.document, first.ordinal, first.text) == ("doc/section-3#0", "doc", 0, "The levy is bad.")
    assert (second.paragraphs, second.pages, second.start, second.end) == (("1",), ("1", "2"), 80, 200)
    assert first.embedding is None


def test_passages_with_their_vectors_in_order() -> None:
    vectors = [np.full(2, n, np.float32) for n in range(3)]
    found = [node.embedding for node in chunk_nodes("doc", "doc", CHUNKS, vectors)]
    assert [list(vector) for vector in found if vector is not None] == [[0, 0], [1, 1], [2, 2]]


def test_the_passages_of_a_provision_are_told_apart_by_it() -> None:
    assert chunk_prefix("ipc", "indian-penal-code-1860/section-302") == "ipc/section-302"


def test_an_act_of_the_table_is_known_by_more_than_its_name() -> None:
    act = act_stub("indian-penal-code-1860")
    assert (act.title, act.year) == ("Indian Penal Code, 1860", 1860)
    assert act.short_title == "Indian Penal Code"


@pytest.mark.parametrize(
    ("id", "title", "year"),
    [
        ("bihar-lamp-oil-act-1921", "Bihar Lamp Oil Act, 1921", 1921),
        ("lamp-oil-act", "Lamp Oil Act", None),
    ],
)
def test_another_act_has_its_name_from_its_id(id: str, title: str, year: int | None) -> None:
    assert act_stub(id) == Act(id, title=title, year=year)


def test_a_provision_that_is_only_cited_has_a_number_and_no_text() -> None:
    stub = provision_stub("constitution-of-india/article-21", "article", "21")
    assert stub == Provision(
        "constitution-of-india/article-21", act_id="constitution-of-india", kind="article", number="21"
    )
    assert stub.text is None


def test_a_cited_provision_brings_its_act_along() -> None:
    result = Projection()
    for _ in range(2):
        result.add_provision("bihar-lamp-oil-act-1921/section-3", "section", "3")
    assert set(result.stubs) == {"bihar-lamp-oil-act-1921", "bihar-lamp-oil-act-1921/section-3"}
    assert pairs(result, PartOf) == [("bihar-lamp-oil-act-1921/section-3", "bihar-lamp-oil-act-1921")]

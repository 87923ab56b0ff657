"""Authority, communities and co-citation on small citation graphs."""

from pathlib import Path

import pytest

from kg.analytics import authority, citation_graph, co_cited, communities
from kg.edges import Cites
from kg.nodes import Case
from kg.store import Batch, Store
from kg.stores.open import open_store
from tests.support.kg_graphs import BASU, COOPER, GOLAK_NATH, GOPALAN, KESAVANANDA, MANEKA, SHANKARI, landmarks


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return landmarks(tmp_path / "graph.db")


def small(tmp_path: Path, edges: str) -> Store:
    store = open_store(str(tmp_path / "small.db"), create=True)
    pairs = [edge.split(">") for edge in edges.split()]
    nodes = [Case(id) for id in sorted({end for pair in pairs for end in pair})]
    store.write(Batch(nodes=[*nodes], edges=[Cites(a, b) for a, b in pairs]))
    return store


def test_the_citation_graph_has_every_case_and_weighs_by_count(store: Store) -> None:
    graph = citation_graph(store)
    assert graph.number_of_nodes() == store.count()["Case"]
    assert graph.edges[MANEKA, COOPER]["weight"] == 3
    assert not graph.has_edge(COOPER, MANEKA)


def test_authority_goes_to_the_cited(store: Store) -> None:
    rank = authority(store)
    assert sum(rank.values()) == pytest.approx(1)
    assert rank[GOPALAN] > rank[COOPER] > rank[MANEKA] > rank[BASU]
    assert rank[BASU] == pytest.approx(rank[KESAVANANDA])


def test_authority_agrees_with_the_textbook(tmp_path: Path) -> None:
    rank = authority(small(tmp_path, "b>c c>b d>a d>b e>b e>d e>f f>b f>e g>b g>e h>b h>e i>b i>e j>e k>e"))
    textbook = {"a": 3.3, "b": 38.4, "c": 34.3, "d": 3.9, "e": 8.1, "f": 3.9, "g": 1.6, "k": 1.6}
    assert {id: round(rank[id] * 100, 1) for id in textbook} == textbook


def test_authority_follows_what_is_written(store: Store) -> None:
    before = authority(store)
    assert authority(store) is before
    citing = [Case(f"later-{i}") for i in range(5)]
    store.write(Batch(nodes=[*citing], edges=[Cites(node.id, BASU) for node in citing]))
    assert authority(store)[BASU] > before[BASU]


def test_communities_are_lines_of_doctrine(store: Store) -> None:
    groups = communities(store)
    assert sorted(id for group in groups for id in group) == sorted(n.id for n in store.scan_nodes(Case))
    assert sorted([MANEKA, COOPER, GOPALAN, BASU]) in groups
    assert sorted([KESAVANANDA, GOLAK_NATH, SHANKARI]) in groups
    assert [len(group) for group in groups] == sorted((len(group) for group in groups), reverse=True)
    assert communities(store) == groups


def test_cases_cited_together_most_come_first(tmp_path: Path) -> None:
    store = small(tmp_path, "p>a p>b p>c q>a q>c r>a r>d s>b")
    assert co_cited(store, "a") == [("c", 2), ("b", 1), ("d", 1)]
    assert co_cited(store, "a", limit=1) == [("c", 2)]
    assert co_cited(store, "p") == []


def test_an_empty_graph_has_no_authorities(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "empty.db"), create=True)
    assert authority(store) == {}
    assert communities(store) == []
    assert co_cited(store, "nothing") == []

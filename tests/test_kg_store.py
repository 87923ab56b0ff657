"""What every engine promises: the verbs of `kg.store.Store`, told once and run on each engine."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Batch, Between, Condition, Direction, Edge, Hit, Node, Store, StoreError
from kg.stores import open_store

ENGINES: dict[str, Callable[[Path], Store]] = {
    "sqlite": lambda folder: open_store(str(folder / "graph.db"), create=True),
}


@pytest.fixture(params=sorted(ENGINES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    engine: str = request.param
    opened = ENGINES[engine](tmp_path)
    yield opened
    opened.close()


def vector(*values: float) -> NDArray[np.float32]:
    return np.array(values, np.float32)


GOPALAN = Node("Case", "gopalan", {"title": "A.K. Gopalan v. State of Madras", "year": 1950, "has_text": True})
COOPER = Node(
    "Case",
    "cooper",
    {
        "title": "Rustom Cavasjee Cooper v. Union of India",
        "citations": ["AIR 1970 SC 564", "(1970) 1 SCC 248"],
        "documents": ["1970_cooper"],
        "year": 1970,
        "has_text": True,
    },
)
MANEKA = Node(
    "Case",
    "maneka",
    {
        "title": "Maneka Gandhi v. Union of India",
        "citations": ["AIR 1978 SC 597", "(1978) 1 SCC 248"],
        "documents": ["1978_maneka", "maneka_again"],
        "year": 1978,
        "date": "1978-01-25",
        "has_text": True,
    },
)
STUB = Node("Case", "stub", {"title": "R v. Halliday", "has_text": False})
ARTICLE = Node(
    "Provision",
    "constitution-of-india/article-21",
    {"act_id": "constitution-of-india", "kind": "article", "number": "21", "heading": "Life and liberty"},
)
CHUNKS = [
    Node("Chunk", "maneka/1", {"text": "The passport was impounded.", "ordinal": 1, "embedding": vector(1, 0, 0)}),
    Node("Chunk", "maneka/2", {"text": "Procedure must be fair.", "ordinal": 2, "embedding": vector(0, 2, 0)}),
    Node("Chunk", "cooper/1", {"text": "The banks were nationalised; fair value.", "embedding": vector(3, 3, 0)}),
    Node("Chunk", "article/1", {"text": "No person shall be deprived of his life."}),
]
EDGES = [
    Edge("CITES", "maneka", "cooper", {"treatment": "followed", "count": 3, "paragraphs": ["4", "9"]}),
    Edge("CITES", "maneka", "gopalan", {"treatment": "distinguished", "count": 1}),
    Edge("CITES", "cooper", "gopalan", {"treatment": "overruled", "count": 2}),
    Edge("CITES_PROVISION", "maneka", ARTICLE.id, {"count": 7}),
    Edge("FROM_DOCUMENT", "maneka/1", "maneka"),
    Edge("FROM_DOCUMENT", "maneka/2", "maneka"),
    Edge("FROM_DOCUMENT", "cooper/1", "cooper"),
    Edge("FROM_DOCUMENT", "article/1", ARTICLE.id),
    Edge("NEXT_CHUNK", "maneka/1", "maneka/2"),
]


@pytest.fixture
def graph(store: Store) -> Store:
    store.write(Batch(nodes=[GOPALAN, COOPER, MANEKA, STUB, ARTICLE, *CHUNKS], edges=list(EDGES)))
    return store


def ids(nodes: list[Node]) -> list[str]:
    return [node.id for node in nodes]


def pairs(edges: list[Edge]) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in edges]


# Nodes and edges come back as they were written


def test_nodes_come_in_the_order_asked_with_their_properties(graph: Store) -> None:
    assert graph.nodes(["maneka", "nowhere", "cooper"]) == [MANEKA, COOPER]


def test_absent_values_are_not_kept(store: Store) -> None:
    store.write(Batch(nodes=[Node("Case", "a", {"title": "A v. B", "court": None, "citations": []})]))
    assert store.nodes(["a"])[0].properties == {"title": "A v. B", "citations": []}


def test_embeddings_come_only_when_scanning_for_them(graph: Store) -> None:
    assert "embedding" not in graph.nodes(["maneka/1"])[0].properties
    assert all("embedding" not in node.properties for node in graph.scan_nodes("Chunk"))
    vectors = {node.id: node.properties.get("embedding") for node in graph.scan_nodes("Chunk", embeddings=True)}
    assert vectors["article/1"] is None
    np.testing.assert_array_equal(vectors["maneka/2"], vector(0, 2, 0))


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(id=texts.filter(bool), title=texts, citations=st.lists(texts, max_size=4), year=st.integers(-(2**53), 2**53))
def test_any_text_survives(store: Store, id: str, title: str, citations: list[str], year: int) -> None:
    node = Node("Case", id, {"title": title, "citations": citations, "year": year, "has_text": True})
    store.write(Batch(nodes=[node]))
    assert store.nodes([id]) == [node]
    assert node in store.find("Case", {"title": title, "year": year})
    assert all(node in store.find("Case", {"citations": citation}) for citation in citations)
    store.write(Batch(drop_nodes=[id]))
    assert store.nodes([id]) == []


# Writing


def test_writing_twice_changes_nothing(graph: Store) -> None:
    before = (graph.count(), list(graph.scan_nodes("Case")), list(graph.scan_edges("CITES")))
    graph.write(Batch(nodes=[GOPALAN, COOPER, MANEKA], edges=EDGES[:3]))
    assert (graph.count(), list(graph.scan_nodes("Case")), list(graph.scan_edges("CITES"))) == before


def test_an_upsert_replaces_all_properties(graph: Store) -> None:
    renamed = Node("Case", "maneka", {"title": "Gandhi v. Union", "documents": ["other"]})
    cited = Edge("CITES", "maneka", "cooper", {"treatment": "cited"})
    graph.write(Batch(nodes=[renamed], edges=[cited]))
    assert graph.nodes(["maneka"]) == [renamed]
    assert graph.expand(["maneka"], ["CITES"])[0] == cited
    assert graph.find("Case", {"documents": "1978_maneka"}) == []
    assert graph.find("Case", {"documents": "other"}) == [renamed]
    assert [hit.node.id for hit in graph.keyword_search("Maneka", 5, "Case")] == []
    assert [hit.node.id for hit in graph.keyword_search("gandhi", 5, "Case")] == ["maneka"]


def test_an_upsert_without_embedding_removes_it(graph: Store) -> None:
    graph.write(Batch(nodes=[Node("Chunk", "maneka/1", {"text": "The passport."})]))
    assert [hit.node.id for hit in graph.vector_search(vector(1, 0, 0), 9)] == ["cooper/1", "maneka/2"]


def test_the_last_of_two_upserts_in_a_batch_counts(store: Store) -> None:
    store.write(Batch(nodes=[Node("Case", "a", {"year": 1}), Node("Case", "a", {"year": 2})]))
    assert store.find("Case") == [Node("Case", "a", {"year": 2})]


def test_a_dropped_node_takes_its_edges_and_words_along(graph: Store) -> None:
    graph.write(Batch(drop_nodes=["cooper", "cooper/1", "nowhere"]))
    assert graph.nodes(["cooper", "cooper/1"]) == []
    assert pairs(list(graph.scan_edges("CITES"))) == [("maneka", "gopalan")]
    assert pairs(list(graph.scan_edges("FROM_DOCUMENT"))) == [
        ("article/1", ARTICLE.id),
        ("maneka/1", "maneka"),
        ("maneka/2", "maneka"),
    ]
    assert graph.find("Case", {"documents": "1970_cooper"}) == []
    assert graph.keyword_search("banks nationalised", 5) == []
    assert [hit.node.id for hit in graph.vector_search(vector(1, 1, 0), 5)] == ["maneka/1", "maneka/2"]


def test_a_dropped_edge_leaves_its_nodes(graph: Store) -> None:
    graph.write(Batch(drop_edges=[("CITES", "maneka", "cooper"), ("CITES", "cooper", "maneka")]))
    assert pairs(list(graph.scan_edges("CITES"))) == [("cooper", "gopalan"), ("maneka", "gopalan")]
    assert len(graph.nodes(["maneka", "cooper"])) == 2


def test_drops_come_before_upserts(graph: Store) -> None:
    fresh = Node("Case", "maneka", {"title": "Maneka"})
    edge = Edge("CITES", "cooper", "gopalan", {"treatment": "cited"})
    batch = Batch([fresh], [edge], drop_nodes=["maneka"], drop_edges=[("CITES", "cooper", "gopalan")])
    graph.write(batch)
    assert list(graph.scan_edges("CITES")) == [edge]
    assert graph.nodes(["maneka"]) == [fresh]


def test_dropping_everything_leaves_an_empty_graph(graph: Store) -> None:
    graph.write(Batch(drop_nodes=[n.id for t in NODE_TYPES for n in graph.scan_nodes(t)]))
    assert set(graph.count().values()) == {0}
    assert graph.keyword_search("passport", 5) == []
    assert graph.vector_search(vector(1, 0, 0), 5) == []


def test_the_version_grows_with_every_write(store: Store) -> None:
    versions = [store.version()]
    for batch in (Batch(nodes=[MANEKA]), Batch(nodes=[COOPER]), Batch(drop_nodes=["maneka"])):
        store.write(batch)
        versions.append(store.version())
    assert versions == sorted(set(versions))


BROKEN = {
    "an unknown node type": (Batch(nodes=[Node("Statute", "x")]), "no node type Statute"),
    "an unknown edge type": (Batch(edges=[Edge("LIKES", "maneka", "cooper")]), "no edge type LIKES"),
    "an unknown property": (Batch(nodes=[Node("Case", "x", {"colour": "red"})]), "no property colour"),
    "a wrong value": (Batch(nodes=[Node("Case", "x", {"year": "1978"})]), "year is to be a integer"),
    "an edge into nowhere": (Batch(edges=[Edge("CITES", "maneka", "ghost")]), "there is no node ghost"),
    "an edge between wrong nodes": (Batch(edges=[Edge("CITES", "maneka", ARTICLE.id)]), "is a Provision"),
    "another type under the same id": (Batch(nodes=[Node("Judge", "maneka")]), "is a Case already"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_batch_that_breaks_the_schema_writes_nothing(graph: Store, name: str) -> None:
    batch, message = BROKEN[name]
    batch = Batch([Node("Case", "first"), *batch.nodes], batch.edges, drop_nodes=["gopalan"])
    with pytest.raises(StoreError, match=message) as caught:
        graph.write(batch)
    assert "\n" not in str(caught.value)
    assert graph.nodes(["first"]) == []
    assert graph.nodes(["gopalan"]) == [GOPALAN]
    assert len(list(graph.scan_edges("CITES"))) == 3


# Finding

CONDITIONS: list[tuple[str, dict[str, Condition], list[str]]] = [
    ("everything of a type", {}, ["cooper", "gopalan", "maneka", "stub"]),
    ("equality", {"year": 1970}, ["cooper"]),
    ("equality of text", {"title": "R v. Halliday"}, ["stub"]),
    ("a boolean", {"has_text": False}, ["stub"]),
    ("membership of a list", {"documents": "maneka_again"}, ["maneka"]),
    ("membership of another list", {"citations": "AIR 1970 SC 564"}, ["cooper"]),
    ("one of several", {"title": ["R v. Halliday", "A.K. Gopalan v. State of Madras", ""]}, ["gopalan", "stub"]),
    ("one of several in a list", {"documents": ["1970_cooper", "1978_maneka"]}, ["cooper", "maneka"]),
    ("one of none", {"title": []}, []),
    ("a range", {"year": Between(1950, 1970)}, ["cooper", "gopalan"]),
    ("a range open above", {"year": Between(low=1970)}, ["cooper", "maneka"]),
    ("a range open below", {"year": Between(high=1970)}, ["cooper", "gopalan"]),
    ("a range of nothing known", {"year": Between()}, ["cooper", "gopalan", "maneka"]),
    ("a range of dates", {"date": Between("1978-01-01", "1978-12-31")}, ["maneka"]),
    (
        "all conditions together",
        {"has_text": True, "year": Between(1960, 1990), "documents": "1970_cooper"},
        ["cooper"],
    ),
    ("nothing", {"documents": "1978"}, []),
    ("hostile text", {"title": "'; DROP TABLE node; --"}, []),
]


@pytest.mark.parametrize(("name", "where", "expected"), CONDITIONS)
def test_find(graph: Store, name: str, where: dict[str, Condition], expected: list[str]) -> None:
    assert ids(graph.find("Case", where)) == expected


def test_find_stops_at_the_limit(graph: Store) -> None:
    assert ids(graph.find("Case", limit=2)) == ["cooper", "gopalan"]
    assert ids(graph.find("Case", {"has_text": True}, limit=1)) == ["cooper"]


@pytest.mark.parametrize(("type", "where"), [("Statute", {}), ("Case", {"colour": "red"})])
def test_find_names_what_the_schema_lacks(graph: Store, type: str, where: dict[str, Condition]) -> None:
    with pytest.raises(StoreError, match=r"no (node type Statute|property colour)"):
        graph.find(type, where)


# Expanding

EXPANSIONS: list[tuple[list[str], list[str], Direction, list[tuple[str, str]]]] = [
    (["maneka"], ["CITES"], "out", [("maneka", "cooper"), ("maneka", "gopalan")]),
    (["gopalan"], ["CITES"], "in", [("cooper", "gopalan"), ("maneka", "gopalan")]),
    (["cooper"], ["CITES"], "both", [("cooper", "gopalan"), ("maneka", "cooper")]),
    (["cooper", "maneka"], ["CITES"], "both", [("cooper", "gopalan"), ("maneka", "cooper"), ("maneka", "gopalan")]),
    (["maneka", "maneka"], ["CITES_PROVISION", "CITES_PROVISION"], "out", [("maneka", ARTICLE.id)]),
    (["maneka"], ["CITES_PROVISION", "CITES"], "out", [*pairs(EDGES[:2]), ("maneka", ARTICLE.id)]),
    (["maneka"], ["FROM_DOCUMENT"], "in", [("maneka/1", "maneka"), ("maneka/2", "maneka")]),
    (["stub", "nowhere"], ["CITES"], "both", []),
    ([], ["CITES"], "out", []),
    (["maneka"], [], "out", []),
]


@pytest.mark.parametrize(("start", "types", "direction", "expected"), EXPANSIONS)
def test_expand(
    graph: Store, start: list[str], types: list[str], direction: Direction, expected: list[tuple[str, str]]
) -> None:
    assert pairs(graph.expand(start, types, direction)) == expected


def test_expand_brings_properties_and_filters_on_them(graph: Store) -> None:
    assert graph.expand(["maneka"], ["CITES"], where={"treatment": "followed"}) == [EDGES[0]]
    assert graph.expand(["gopalan"], ["CITES"], "in", {"treatment": ["overruled", "doubted"]}) == [EDGES[2]]
    assert pairs(graph.expand(["maneka"], ["CITES"], where={"count": Between(2, 3)})) == [("maneka", "cooper")]
    assert pairs(graph.expand(["maneka"], ["CITES"], where={"paragraphs": "9"})) == [("maneka", "cooper")]
    assert pairs(graph.expand(["gopalan"], ["CITES"], "in", limit=1)) == [("cooper", "gopalan")]
    with pytest.raises(StoreError, match="no edge type LIKES"):
        graph.expand(["maneka"], ["LIKES"])
    with pytest.raises(StoreError, match="no property colour"):
        graph.expand(["maneka"], ["CITES"], where={"colour": "red"})


# Searching


def hits(found: list[Hit]) -> list[str]:
    return [hit.node.id for hit in found]


def test_keyword_search_ranks_chunks_with_more_of_the_words_first(graph: Store) -> None:
    found = graph.keyword_search("was the procedure fair?", 5)
    assert hits(found) == ["maneka/2", "cooper/1"]
    assert found[0].score > found[1].score > 0
    assert found[0].node == Node("Chunk", "maneka/2", {"text": "Procedure must be fair.", "ordinal": 2})


def test_keyword_search_keeps_within_cases_and_provisions(graph: Store) -> None:
    assert hits(graph.keyword_search("fair procedure", 5, within=["cooper"])) == ["cooper/1"]
    assert hits(graph.keyword_search("life person", 5, within=[ARTICLE.id, "cooper"])) == ["article/1"]
    assert graph.keyword_search("fair procedure", 5, within=[]) == []
    assert hits(graph.keyword_search("union india", 5, "Case", within=["cooper", "gopalan"])) == ["cooper"]


def test_keyword_search_finds_other_types_and_word_forms(graph: Store) -> None:
    assert hits(graph.keyword_search("GANDHI", 5, "Case")) == ["maneka"]
    assert hits(graph.keyword_search("AIR 1970 SC 564", 1, "Case")) == ["cooper"]
    assert hits(graph.keyword_search("liberties", 5, "Provision")) == [ARTICLE.id]
    assert hits(graph.keyword_search("impounding passports", 5)) == ["maneka/1"]
    with pytest.raises(StoreError, match="Key has no keyword index"):
        graph.keyword_search("x", 5, "Key")


@pytest.mark.parametrize(
    "text", ["", "  ", "?!", '"', "fair AND", "NEAR(fair", "text:fair*", "fair OR -x ^", "('", "\x00"]
)
def test_keyword_search_reads_no_query_syntax(graph: Store, text: str) -> None:
    assert hits(graph.keyword_search(text, 5)) == (["maneka/2", "cooper/1"] if "fair" in text else [])


def test_keyword_search_of_nothing_but_little_words_still_answers(graph: Store) -> None:
    assert sorted(hits(graph.keyword_search("be the his", 5))) == ["article/1", "cooper/1", "maneka/1", "maneka/2"]


def test_equal_scores_go_by_id(store: Store) -> None:
    same = [Node("Chunk", f"c{i}", {"text": "equal words", "embedding": vector(1, 1)}) for i in (3, 1, 4, 2, 0)]
    store.write(Batch(nodes=same))
    for k in (2, 5):
        assert hits(store.keyword_search("words", k)) == [f"c{i}" for i in range(k)]
        assert hits(store.vector_search(vector(0, 1), k)) == [f"c{i}" for i in range(k)]


def test_vector_search_ranks_by_cosine(graph: Store) -> None:
    found = graph.vector_search(vector(0, 5, 0), 3)
    assert hits(found) == ["maneka/2", "cooper/1", "maneka/1"]
    assert [hit.score for hit in found] == pytest.approx([1, 0.5**0.5, 0], abs=1e-6)
    assert "embedding" not in found[0].node.properties


def test_vector_search_keeps_within_and_to_chunks_with_embeddings(graph: Store) -> None:
    assert hits(graph.vector_search(vector(0, 1, 0), 9, within=["cooper", ARTICLE.id])) == ["cooper/1"]
    assert graph.vector_search(vector(0, 1, 0), 9, within=["gopalan"]) == []
    assert hits(graph.vector_search(vector(0, 1, 0), 1)) == ["maneka/2"]
    assert graph.vector_search(vector(0, 1, 0), 0) == []


def test_vector_search_sees_what_was_written_since(graph: Store) -> None:
    graph.vector_search(vector(0, 0, 1), 1)
    graph.write(Batch(nodes=[Node("Chunk", "new", {"text": "new", "embedding": vector(0, 0, 1)})]))
    assert hits(graph.vector_search(vector(0, 0, 1), 1)) == ["new"]


def test_an_embedding_of_another_model_is_refused(graph: Store) -> None:
    with pytest.raises(StoreError, match="2 dimensions, the graph's 3"):
        graph.vector_search(vector(1, 0), 1)


def test_an_empty_graph_finds_nothing(store: Store) -> None:
    assert store.keyword_search("anything", 5) == []
    assert store.vector_search(vector(1, 0), 5) == []
    assert store.chain("a", "b", ["CITES"]) == []
    assert store.find("Case") == []


# Chains


def link(store: Store, *edges: str) -> None:
    nodes = sorted({end for edge in edges for end in edge.split(">")})
    cites = [Edge("CITES", a, b, {"treatment": "cited"}) for a, b in (edge.split(">") for edge in edges)]
    store.write(Batch(nodes=[Node("Case", id) for id in nodes], edges=cites))


CHAINS = [
    ("a direct step", "a>b b>c a>c", "a", "c", "ac"),
    ("the shortest", "a>b b>c c>d a>e e>d", "a", "d", "aed"),
    ("the first by ids among equals", "a>y y>z a>b b>z a>x x>z", "a", "z", "abz"),
    ("the first by ids at each step", "a>b b>d d>z a>c c>d", "a", "z", "abdz"),
    ("a later tie", "a>b b>x x>z b>d d>z", "a", "z", "abdz"),
    ("only along the arrows", "b>a c>b", "a", "c", ""),
    ("round in circles", "a>b b>a b>c c>a", "a", "c", "abc"),
    ("from a node to itself", "a>b b>a", "a", "a", ""),
    ("to nowhere", "a>b", "a", "q", ""),
    ("six steps", "a>b b>c c>d d>e e>f f>g", "a", "g", "abcdefg"),
    ("not seven", "a>b b>c c>d d>e e>f f>g g>h", "a", "h", ""),
]


@pytest.mark.parametrize(("name", "edges", "source", "target", "expected"), CHAINS)
def test_chain(store: Store, name: str, edges: str, source: str, target: str, expected: str) -> None:
    link(store, *edges.split())
    chain = store.chain(source, target, ["CITES"])
    assert pairs(chain) == list(pairwise(expected))
    assert all(edge.properties == {"treatment": "cited"} for edge in chain)


def test_chain_keeps_to_the_types_and_the_length(graph: Store) -> None:
    assert graph.chain("maneka", ARTICLE.id, ["CITES"]) == []
    assert pairs(graph.chain("maneka", ARTICLE.id, ["CITES", "CITES_PROVISION"])) == [("maneka", ARTICLE.id)]
    assert graph.chain("maneka/1", "gopalan", ["NEXT_CHUNK", "FROM_DOCUMENT", "CITES"], longest=1) == []
    assert len(graph.chain("maneka/1", "gopalan", ["NEXT_CHUNK", "FROM_DOCUMENT", "CITES"], longest=2)) == 2


# Counting and scanning


def test_count_names_every_type_that_is_not_bookkeeping(graph: Store) -> None:
    graph.write(Batch(nodes=[Node("Document", "doc", {"name": "d"})]))
    counts = graph.count()
    assert {name: n for name, n in counts.items() if n} == {
        "Case": 4,
        "Provision": 1,
        "Chunk": 4,
        "CITES": 3,
        "CITES_PROVISION": 1,
        "FROM_DOCUMENT": 4,
        "NEXT_CHUNK": 1,
    }
    kept = [t.name for t in NODE_TYPES.values() if not t.ledger] + [t.name for t in EDGE_TYPES.values() if not t.ledger]
    assert sorted(counts) == sorted(kept)


def test_scans_go_through_everything_in_order(store: Store) -> None:
    nodes = [Node("Case", f"case-{i}", {"year": i}) for i in range(4500)]
    edges = [Edge("CITES", f"case-{i}", f"case-{i // 7}") for i in range(4500)]
    store.write(Batch(nodes=nodes[::-1], edges=edges[::-1]))
    assert list(store.scan_nodes("Case")) == sorted(nodes, key=lambda n: n.id)
    assert list(store.scan_edges("CITES")) == sorted(edges, key=lambda e: (e.source, e.target))
    assert list(store.scan_nodes("Judge")) == []


def test_writing_while_scanning_is_allowed(store: Store) -> None:
    store.write(Batch(nodes=[Node("Case", f"case-{i:04}") for i in range(3000)]))
    for node in store.scan_nodes("Case"):
        if node.id.endswith("00"):
            store.write(Batch(drop_nodes=[node.id]))
    assert store.count()["Case"] == 2970

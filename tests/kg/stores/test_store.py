"""What every engine promises: writing, reading, finding and expanding, told once and run on each engine."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.edges import Cites, CitesProvision, Edge, FromDocument
from kg.nodes import Case, Chunk, Judge, of_type
from kg.schema import NODE_TYPES, properties
from kg.search.vectors import packed
from kg.store import Batch, Between, Condition, Direction, Store, StoreError
from tests.support.kg_small_graph import ARTICLE, COOPER, EDGES, GOPALAN, MANEKA, ids, pairs, vector

# Nodes and edges come back as they were written


def test_nodes_come_in_the_order_asked_with_their_properties(graph: Store) -> None:
    assert graph.nodes(["maneka", "nowhere", "cooper"]) == [MANEKA, COOPER]


def test_absent_values_are_not_kept(store: Store) -> None:
    store.write(Batch(nodes=[Case("a", title="A v. B", court=None)]))
    assert properties(store.nodes(["a"])[0]).keys() == {
        "title",
        "citations",
        "documents",
        "has_text",
        "aliases",
        "authors",
    }


def test_embeddings_come_only_when_scanning_for_them(graph: Store) -> None:
    chunks = [*of_type(Chunk, graph.nodes(["maneka/1"])), *graph.scan_nodes(Chunk)]
    assert [chunk.embedding for chunk in chunks] == [None] * 5
    vectors = {node.id: node.embedding for node in graph.scan_nodes(Chunk, embeddings=True)}
    assert vectors["article/1"] is None
    assert vectors["maneka/2"] == pytest.approx(vector(0, 2, 0), abs=1e-3)


def test_an_embedding_is_kept_in_8_bits(store: Store) -> None:
    told = vector(0.6, -0.31, 0.007)
    for _ in range(2):
        store.write(Batch(nodes=[Chunk("c", text="x", embedding=told)]))
        [chunk] = store.scan_nodes(Chunk, embeddings=True)
        assert chunk.embedding is not None
        assert packed(chunk.embedding) == packed(told)
        told = chunk.embedding
    assert told == pytest.approx(vector(0.6, -0.31, 0.007), abs=0.6 / 200)


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(id=texts.filter(bool), title=texts, citations=st.lists(texts, max_size=4), year=st.integers(-(2**53), 2**53))
def test_any_text_survives(store: Store, id: str, title: str, citations: list[str], year: int) -> None:
    node = Case(id, title=title, citations=tuple(citations), year=year, has_text=True)
    store.write(Batch(nodes=[node]))
    assert store.nodes([id]) == [node]
    assert node in store.find(Case, {"title": title, "year": year})
    assert all(node in store.find(Case, {"citations": citation}) for citation in citations)
    store.write(Batch(drop_nodes=[id]))
    assert store.nodes([id]) == []


# Writing


def test_writing_twice_changes_nothing(graph: Store) -> None:
    before = (graph.count(), list(graph.scan_nodes(Case)), list(graph.scan_edges(Cites)))
    graph.write(Batch(nodes=[GOPALAN, COOPER, MANEKA], edges=EDGES[:3]))
    assert (graph.count(), list(graph.scan_nodes(Case)), list(graph.scan_edges(Cites))) == before


def test_an_upsert_replaces_all_properties(graph: Store) -> None:
    renamed = Case("maneka", title="Gandhi v. Union", documents=("other",))
    cited = Cites("maneka", "cooper", treatment="cited")
    graph.write(Batch(nodes=[renamed], edges=[cited]))
    assert graph.nodes(["maneka"]) == [renamed]
    assert graph.expand(["maneka"], [Cites])[0] == cited
    assert graph.find(Case, {"documents": "1978_maneka"}) == []
    assert graph.find(Case, {"documents": "other"}) == [renamed]
    assert [hit.node.id for hit in graph.keyword_search("Maneka", 5, Case)] == []
    assert [hit.node.id for hit in graph.keyword_search("gandhi", 5, Case)] == ["maneka"]


def test_an_upsert_without_embedding_removes_it(graph: Store) -> None:
    graph.write(Batch(nodes=[Chunk("maneka/1", text="The passport.")]))
    assert [hit.node.id for hit in graph.vector_search(vector(1, 0, 0), 9, Chunk)] == ["cooper/1", "maneka/2"]


def test_the_last_of_two_upserts_in_a_batch_counts(store: Store) -> None:
    store.write(Batch(nodes=[Case("a", year=1), Case("a", year=2)]))
    assert store.find(Case) == [Case("a", year=2)]


def test_a_dropped_node_takes_its_edges_and_words_along(graph: Store) -> None:
    graph.write(Batch(drop_nodes=["cooper", "cooper/1", "nowhere"]))
    assert graph.nodes(["cooper", "cooper/1"]) == []
    assert pairs(list(graph.scan_edges(Cites))) == [("maneka", "gopalan")]
    assert pairs(list(graph.scan_edges(FromDocument))) == [
        ("article/1", ARTICLE.id),
        ("maneka/1", "maneka"),
        ("maneka/2", "maneka"),
    ]
    assert graph.find(Case, {"documents": "1970_cooper"}) == []
    assert graph.keyword_search("banks nationalised", 5, Chunk) == []
    assert [hit.node.id for hit in graph.vector_search(vector(1, 1, 0), 5, Chunk)] == ["maneka/1", "maneka/2"]


def test_a_dropped_edge_leaves_its_nodes(graph: Store) -> None:
    graph.write(Batch(drop_edges=[("CITES", "maneka", "cooper"), ("CITES", "cooper", "maneka")]))
    assert pairs(list(graph.scan_edges(Cites))) == [("cooper", "gopalan"), ("maneka", "gopalan")]
    assert len(graph.nodes(["maneka", "cooper"])) == 2


def test_drops_come_before_upserts(graph: Store) -> None:
    fresh = Case("maneka", title="Maneka")
    edge = Cites("cooper", "gopalan", treatment="cited")
    batch = Batch([fresh], [edge], drop_nodes=["maneka"], drop_edges=[("CITES", "cooper", "gopalan")])
    graph.write(batch)
    assert list(graph.scan_edges(Cites)) == [edge]
    assert graph.nodes(["maneka"]) == [fresh]


def test_dropping_everything_leaves_an_empty_graph(graph: Store) -> None:
    graph.write(Batch(drop_nodes=[n.id for t in NODE_TYPES.values() for n in graph.scan_nodes(t)]))
    assert set(graph.count().values()) == {0}
    assert graph.keyword_search("passport", 5, Chunk) == []
    assert graph.vector_search(vector(1, 0, 0), 5, Chunk) == []


def test_the_version_grows_with_every_write(store: Store) -> None:
    versions = [store.version()]
    for batch in (Batch(nodes=[MANEKA]), Batch(nodes=[COOPER]), Batch(drop_nodes=["maneka"])):
        store.write(batch)
        versions.append(store.version())
    assert versions == sorted(set(versions))


BROKEN = {
    "a wrong value": (Batch(nodes=[Case("x", year="1978")]), "year is to be a integer"),  # type: ignore[arg-type]
    "an edge into nowhere": (Batch(edges=[Cites("maneka", "ghost")]), "there is no node ghost"),
    "an edge between wrong nodes": (Batch(edges=[Cites("maneka", ARTICLE.id)]), "is a Provision"),
    "another type under the same id": (Batch(nodes=[Judge("maneka")]), "is a Case already"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_batch_that_breaks_the_schema_writes_nothing(graph: Store, name: str) -> None:
    batch, message = BROKEN[name]
    batch = Batch([Case("first"), *batch.nodes], batch.edges, drop_nodes=["gopalan"])
    with pytest.raises(StoreError, match=message) as caught:
        graph.write(batch)
    assert "\n" not in str(caught.value)
    assert graph.nodes(["first"]) == []
    assert graph.nodes(["gopalan"]) == [GOPALAN]
    assert len(list(graph.scan_edges(Cites))) == 3


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
    assert ids(graph.find(Case, where)) == expected


def test_find_stops_at_the_limit(graph: Store) -> None:
    assert ids(graph.find(Case, limit=2)) == ["cooper", "gopalan"]
    assert ids(graph.find(Case, {"has_text": True}, limit=1)) == ["cooper"]


def test_find_names_what_the_schema_lacks(graph: Store) -> None:
    with pytest.raises(StoreError, match="Case has no property colour"):
        graph.find(Case, {"colour": "red"})


# Expanding

EXPANSIONS: list[tuple[list[str], list[type[Edge]], Direction, list[tuple[str, str]]]] = [
    (["maneka"], [Cites], "out", [("maneka", "cooper"), ("maneka", "gopalan")]),
    (["gopalan"], [Cites], "in", [("cooper", "gopalan"), ("maneka", "gopalan")]),
    (["cooper"], [Cites], "both", [("cooper", "gopalan"), ("maneka", "cooper")]),
    (["cooper", "maneka"], [Cites], "both", [("cooper", "gopalan"), ("maneka", "cooper"), ("maneka", "gopalan")]),
    (["maneka", "maneka"], [CitesProvision, CitesProvision], "out", [("maneka", ARTICLE.id)]),
    (["maneka"], [CitesProvision, Cites], "out", [*pairs(EDGES[:2]), ("maneka", ARTICLE.id)]),
    (["maneka"], [FromDocument], "in", [("maneka/1", "maneka"), ("maneka/2", "maneka")]),
    (["stub", "nowhere"], [Cites], "both", []),
    ([], [Cites], "out", []),
    (["maneka"], [], "out", []),
]


@pytest.mark.parametrize(("start", "types", "direction", "expected"), EXPANSIONS)
def test_expand(
    graph: Store, start: list[str], types: list[type[Edge]], direction: Direction, expected: list[tuple[str, str]]
) -> None:
    assert pairs(graph.expand(start, types, direction)) == expected


def test_expand_brings_properties_and_filters_on_them(graph: Store) -> None:
    assert graph.expand(["maneka"], [Cites], where={"treatment": "followed"}) == [EDGES[0]]
    assert graph.expand(["gopalan"], [Cites], "in", {"treatment": ["overruled", "doubted"]}) == [EDGES[2]]
    assert pairs(graph.expand(["maneka"], [Cites], where={"count": Between(2, 3)})) == [("maneka", "cooper")]
    assert pairs(graph.expand(["maneka"], [Cites], where={"paragraphs": "9"})) == [("maneka", "cooper")]
    assert pairs(graph.expand(["gopalan"], [Cites], "in", limit=1)) == [("cooper", "gopalan")]
    with pytest.raises(StoreError, match="no property colour"):
        graph.expand(["maneka"], [Cites], where={"colour": "red"})

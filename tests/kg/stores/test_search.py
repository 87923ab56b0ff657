"""What every engine promises: search, chains, counts and scans, told once and run on each engine."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from kg.edges import Cites, CitesProvision, FromDocument, NextChunk
from kg.nodes import Case, Chunk, Document, Embedded, Judge, Key, N, Node, Provision
from kg.schema import EDGE_TYPES, EMBEDDED, NODE_TYPES
from kg.store import Batch, Hit, Store, StoreError
from tests.support.kg_small_graph import ARTICLE, pairs, vector

# Searching


def hits(found: Sequence[Hit[N]]) -> list[str]:
    return [hit.node.id for hit in found]


def test_keyword_search_ranks_chunks_with_more_of_the_words_first(graph: Store) -> None:
    found = graph.keyword_search("was the procedure fair?", 5, Chunk)
    assert hits(found) == ["maneka/2", "cooper/1"]
    assert found[0].score > found[1].score > 0
    assert found[0].node == Chunk("maneka/2", text="Procedure must be fair.", ordinal=2)


def test_keyword_search_keeps_within_cases_and_provisions(graph: Store) -> None:
    assert hits(graph.keyword_search("fair procedure", 5, Chunk, within=["cooper"])) == ["cooper/1"]
    assert hits(graph.keyword_search("life person", 5, Chunk, within=[ARTICLE.id, "cooper"])) == ["article/1"]
    assert graph.keyword_search("fair procedure", 5, Chunk, within=[]) == []
    assert hits(graph.keyword_search("union india", 5, Case, within=["cooper", "gopalan"])) == ["cooper"]


def test_keyword_search_finds_other_types_and_word_forms(graph: Store) -> None:
    assert hits(graph.keyword_search("GANDHI", 5, Case)) == ["maneka"]
    assert hits(graph.keyword_search("AIR 1970 SC 564", 1, Case)) == ["cooper"]
    assert hits(graph.keyword_search("liberties", 5, Provision)) == [ARTICLE.id]
    assert hits(graph.keyword_search("impounding passports", 5, Chunk)) == ["maneka/1"]
    with pytest.raises(StoreError, match="Key has no keyword index"):
        graph.keyword_search("x", 5, Key)


@pytest.mark.parametrize(
    "text", ["", "  ", "?!", '"', "fair AND", "NEAR(fair", "text:fair*", "fair OR -x ^", "('", "\x00"]
)
def test_keyword_search_reads_no_query_syntax(graph: Store, text: str) -> None:
    assert hits(graph.keyword_search(text, 5, Chunk)) == (["maneka/2", "cooper/1"] if "fair" in text else [])


def test_all_that_are_equally_good_are_found_by_id(store: Store) -> None:
    order = [f"c{i:03}" for i in range(150)]
    store.write(Batch(nodes=[Chunk(id, text="equal words") for id in order[::-1]]))
    assert hits(store.keyword_search("words", 150, Chunk)) == order
    assert len(store.keyword_search("words", 5, Chunk)) == 5


@pytest.mark.parametrize("text", ["be the his", " ".join(f"w{i}" for i in range(5000)), "\u6cd5" * 5000])
def test_any_question_may_be_asked(graph: Store, text: str) -> None:
    types: tuple[type[Node], ...] = (Chunk, Case, Provision)
    for searched in types:
        assert len(graph.keyword_search(text, 2, searched)) <= 2


def test_vector_search_ranks_by_cosine(graph: Store) -> None:
    found = graph.vector_search(vector(0, 5, 0), 3, Chunk)
    assert hits(found) == ["maneka/2", "cooper/1", "maneka/1"]
    assert [hit.score for hit in found] == pytest.approx([1, 0.5**0.5, 0], abs=1e-4)
    assert found[0].node.embedding is None


def test_vector_search_keeps_within_and_to_chunks_with_embeddings(graph: Store) -> None:
    assert hits(graph.vector_search(vector(0, 1, 0), 9, Chunk, within=["cooper", ARTICLE.id])) == ["cooper/1"]
    assert graph.vector_search(vector(0, 1, 0), 9, Chunk, within=["gopalan"]) == []
    assert hits(graph.vector_search(vector(0, 1, 0), 1, Chunk)) == ["maneka/2"]
    assert graph.vector_search(vector(0, 1, 0), 0, Chunk) == []


def test_vector_search_sees_what_was_written_since(graph: Store) -> None:
    graph.vector_search(vector(0, 0, 1), 1, Chunk)
    graph.write(Batch(nodes=[Chunk("new", text="new", embedding=vector(0, 0, 1))]))
    assert hits(graph.vector_search(vector(0, 0, 1), 1, Chunk)) == ["new"]


@pytest.mark.parametrize("name", EMBEDDED)
def test_each_type_with_embeddings_has_an_index_of_its_own(store: Store, name: str) -> None:
    types = [type for type in map(NODE_TYPES.__getitem__, EMBEDDED) if issubclass(type, Embedded)]
    vectors = {"far": vector(1, 0), "near": vector(0, 1), "between": vector(1, 1)}
    nodes = [type(f"{type.type}/{where}", embedding=v) for type in types for where, v in vectors.items()]
    store.write(Batch(nodes=[*nodes]))
    [searched] = [type for type in types if type.type == name]
    assert hits(store.vector_search(vector(0, 1), 2, searched)) == [f"{name}/near", f"{name}/between"]


def test_an_embedding_of_another_model_is_refused(graph: Store) -> None:
    with pytest.raises(StoreError, match="2 dimensions, the graph's 3"):
        graph.vector_search(vector(1, 0), 1, Chunk)


def test_an_empty_graph_finds_nothing(store: Store) -> None:
    assert store.keyword_search("anything", 5, Chunk) == []
    assert store.vector_search(vector(1, 0), 5, Chunk) == []
    assert store.chain("a", "b", [Cites]) == []
    assert store.find(Case) == []


# Chains


def link(store: Store, *edges: str) -> None:
    nodes = sorted({end for edge in edges for end in edge.split(">")})
    cites = [Cites(a, b, treatment="cited") for a, b in (edge.split(">") for edge in edges)]
    store.write(Batch(nodes=[Case(id) for id in nodes], edges=[*cites]))


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
    chain = store.chain(source, target, [Cites])
    assert pairs(chain) == list(pairwise(expected))
    assert {edge.treatment for edge in chain} <= {"cited"}


def test_chain_keeps_to_the_types_and_the_length(graph: Store) -> None:
    assert graph.chain("maneka", ARTICLE.id, [Cites]) == []
    assert pairs(graph.chain("maneka", ARTICLE.id, [Cites, CitesProvision])) == [("maneka", ARTICLE.id)]
    assert graph.chain("maneka/1", "gopalan", [NextChunk, FromDocument, Cites], longest=1) == []
    assert len(graph.chain("maneka/1", "gopalan", [NextChunk, FromDocument, Cites], longest=2)) == 2


# Counting and scanning


def test_count_names_every_type_that_is_not_bookkeeping(graph: Store) -> None:
    graph.write(Batch(nodes=[Document("doc", name="d")]))
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
    kept = [t.type for t in NODE_TYPES.values() if not t.ledger] + [t.type for t in EDGE_TYPES.values() if not t.ledger]
    assert sorted(counts) == sorted(kept)


def test_scans_go_through_everything_in_order(store: Store) -> None:
    nodes = [Case(f"case-{i}", year=i) for i in range(4500)]
    edges = [Cites(f"case-{i}", f"case-{i // 7}") for i in range(4500)]
    store.write(Batch(nodes=[*nodes[::-1]], edges=[*edges[::-1]]))
    assert list(store.scan_nodes(Case)) == sorted(nodes, key=lambda n: n.id)
    assert list(store.scan_edges(Cites)) == sorted(edges, key=lambda e: (e.source, e.target))
    assert list(store.scan_nodes(Judge)) == []


def test_writing_while_scanning_is_allowed(store: Store) -> None:
    store.write(Batch(nodes=[Case(f"case-{i:04}") for i in range(3000)]))
    for node in store.scan_nodes(Case):
        if node.id.endswith("00"):
            store.write(Batch(drop_nodes=[node.id]))
    assert store.count()["Case"] == 2970

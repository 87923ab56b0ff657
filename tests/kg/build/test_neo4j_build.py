"""A graph built on a server is the graph built in a file: by all documents, in any order, less those removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.build.build import build, remove
from kg.build.registry import import_registry
from kg.build.splitting import split
from kg.edges import Edge
from kg.ledger.merges import merge_report
from kg.nodes import Case, Chunk, Node, Provision, of_type
from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.server.server import Running
from kg.store import Batch, Store
from kg.stores.export import export
from kg.stores.open import open_store
from tests.kg.build.test_registry import ROWS, written
from tests.support.judgments import CORPUS, judgment, write_corpus
from tests.support.kg_engines import empty_store
from tests.support.kg_small_graph import vector

NAMES = [*CORPUS, "ipc"]


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    store = empty_store("neo4j", request, monkeypatch, tmp_path)
    yield store
    store.close()


@pytest.fixture
def corpus(tmp_path: Path) -> dict[str, Path]:
    return write_corpus(tmp_path / "corpus")


def everything(store: Store, folder: Path) -> tuple[bytes, list[Node], list[Edge]]:
    """The exported graph, and all bookkeeping."""
    target = folder / "graph.jsonl"
    export(store, target)
    nodes = [n for t in NODE_TYPES.values() if t.ledger for n in store.scan_nodes(t)]
    return target.read_bytes(), nodes, [e for t in EDGE_TYPES.values() if t.ledger for e in store.scan_edges(t)]


def in_file(folder: Path, paths: list[Path]) -> Store:
    store = open_store(str(folder / f"g{len(list(folder.iterdir()))}.db"), create=True)
    build(store, paths)
    return store


def test_the_same_graph_whatever_the_engine_the_order_and_the_runs(
    server: Store, corpus: dict[str, Path], tmp_path: Path
) -> None:
    expected = everything(in_file(tmp_path, list(corpus.values())), tmp_path)
    backwards = list(corpus.values())[::-1]
    build(server, backwards[:2])
    report = build(server, backwards)
    assert (len(report.skipped), len(report.added)) == (2, len(NAMES) - 2)
    assert everything(server, tmp_path) == expected


def test_building_again_writes_nothing(server: Store, corpus: dict[str, Path]) -> None:
    build(server, list(corpus.values()))
    version = server.version()
    report = build(server, list(corpus.values()))
    assert (sorted(report.skipped), report.added, report.changed) == (sorted(NAMES), [], [])
    assert server.version() == version


@pytest.mark.parametrize("gone", [["alpha"], ["delta", "ipc"], NAMES])
def test_removing_is_the_inverse_of_adding(
    gone: list[str], server: Store, corpus: dict[str, Path], tmp_path: Path
) -> None:
    build(server, list(corpus.values()))
    for name in gone:
        remove(server, name)
    left = [corpus[name] for name in NAMES if name not in gone]
    assert everything(server, tmp_path) == everything(in_file(tmp_path, left), tmp_path)


def test_a_changed_document_replaces_exactly_what_it_contributed(
    server: Store, corpus: dict[str, Path], tmp_path: Path
) -> None:
    build(server, list(corpus.values()))
    corpus["gamma"].write_text(judgment("Keshav Traders v Union of India", "2 May 1981", "We follow article 21."))
    assert build(server, list(corpus.values())).changed == ["gamma"]
    assert everything(server, tmp_path) == everything(in_file(tmp_path, list(corpus.values())), tmp_path)


def test_searches_find_only_what_is_there(server: Store, corpus: dict[str, Path], tmp_path: Path) -> None:
    """Word indexes follow changes and removals."""
    build(server, list(corpus.values()), chunk_size=200, chunk_overlap=20)
    build(server, list(corpus.values()))
    remove(server, "beta")
    file = in_file(tmp_path, [corpus[name] for name in NAMES if name != "beta"])
    types: tuple[type[Node], ...] = (Chunk, Case, Provision)
    for text in ("levy notification law", "article 14", "murder punished with death", "Union of India"):
        for searched in types:
            found = [{hit.node.id for hit in store.keyword_search(text, 99, searched)} for store in (server, file)]
            assert found[0] == found[1]


def test_constraints_and_indexes_come_from_the_schema(server: Store, neo4j_server: Running) -> None:
    """Ids are unique by type; what is searched has a full-text index; chunks have a vector index once embedded."""
    from neo4j import GraphDatabase

    server.write(Batch(nodes=[Chunk("c", text="x", embedding=vector(1, 0))]))
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.username, neo4j_server.password)) as driver:
        shown = driver.session().run("SHOW INDEXES YIELD type, labelsOrTypes AS labels, properties WHERE labels <> []")
        found = {(row["type"], row["labels"][0], *row["properties"]) for row in shown}
    assert {("RANGE", t, "id") for t in NODE_TYPES} <= found
    searched = {labels: set(properties) for type, labels, *properties in found if type == "FULLTEXT"}
    assert all(searched[t.type] >= set(t.searched) for t in NODE_TYPES.values() if t.searched)
    assert ("VECTOR", "Chunk", "embedding") in found
    assert {("RANGE", "Reference", "case"), ("RANGE", "Provision", "number")} <= found


def test_lists_of_judgments_and_splits_are_the_same_on_both_engines(
    server: Store, corpus: dict[str, Path], tmp_path: Path
) -> None:
    listed = written(tmp_path / "court.tsv", *ROWS)
    in_a_file = in_file(tmp_path, list(corpus.values()))
    build(server, list(corpus.values()))
    for store in (server, in_a_file):
        import_registry(store, listed)
        (mills,) = of_type(Case, store.nodes(["ratan-cotton-mills-v-state-of-gujarat-1970"]))
        split(store, mills, ["gamma"])
    assert everything(server, tmp_path) == everything(in_a_file, tmp_path)
    assert merge_report(server) == merge_report(in_a_file)

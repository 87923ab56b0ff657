"""Copies of a graph on either engine are the graph."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kg.edges import Cites
from kg.nodes import Case, Chunk, Document, Judge, Node, Provision
from kg.server.server import Running
from kg.store import Batch, Store, StoreError
from kg.stores.open import open_store
from kg.stores.push import digest, push
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.kg_engines import connect, emptied
from tests.support.kg_small_graph import ARTICLE, CHUNKS, COOPER, EDGES, GOPALAN, MANEKA, STUB

DOCUMENT = Document("document/1978", name="1978", kind="judgment", digest="d")
EMBEDDED = Chunk("embedded", text="liberty", embedding=np.array([0.1, 0.2, -0.3], np.float32))
NODES = [GOPALAN, COOPER, MANEKA, STUB, ARTICLE, *CHUNKS, DOCUMENT, EMBEDDED]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    """The small graph on the embedded engine, with an embedding and a document."""
    opened = open_store(str(tmp_path / "source.db"), create=True)
    opened.write(Batch(nodes=list(NODES), edges=list(EDGES)))
    yield opened
    opened.close()


def everything(store: Store) -> list[Node]:
    return [*store.scan_nodes(Case), *store.scan_nodes(Provision), *store.scan_nodes(Document)]


def test_a_copy_is_the_graph(filled: Store, store: Store) -> None:
    report = push(filled, store)
    assert (report.written, report.unchanged, report.dropped) == (len(NODES) + len(EDGES), 0, 0)
    assert report.digest == digest(filled) == digest(store)
    assert store.count() == filled.count()
    assert everything(store) == everything(filled)
    [copied] = [node for node in store.scan_nodes(Chunk, embeddings=True) if node.id == "embedded"]
    [kept] = [node for node in filled.scan_nodes(Chunk, embeddings=True) if node.id == "embedded"]
    assert np.array_equal(np.asarray(copied.embedding), np.asarray(kept.embedding))


def test_a_second_push_writes_nothing(filled: Store, store: Store) -> None:
    push(filled, store)
    version = store.version()
    report = push(filled, store)
    assert (report.written, report.unchanged, report.dropped) == (0, len(NODES) + len(EDGES), 0)
    assert store.version() == version


def test_a_copy_of_the_copy_comes_back_the_same(filled: Store, store: Store, tmp_path: Path) -> None:
    push(filled, store)
    back = open_store(str(tmp_path / "back.db"), create=True)
    assert push(store, back).digest == digest(filled)
    back.close()


def test_an_interrupted_push_goes_on(filled: Store, store: Store) -> None:
    def stop_at(done: int, total: int, name: str) -> None:
        if name == "FROM_DOCUMENT":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(filled, store, stop_at)
    report = push(filled, store)
    assert report.unchanged >= len(NODES)
    assert report.written < len(EDGES)
    assert digest(store) == digest(filled)


def test_what_differs_is_written_anew_and_what_is_gone_is_taken_out(filled: Store, store: Store) -> None:
    push(filled, store)
    changed = replace(GOPALAN, court="Federal Court")
    dropped = EDGES[0]
    filled.write(Batch(nodes=[changed], drop_edges=[dropped.key]))
    filled.write(Batch(nodes=[Judge("judge/new", name="New")], drop_nodes=["embedded"]))
    report = push(filled, store)
    assert (report.written, report.dropped) == (2, 2)
    assert digest(store) == digest(filled)


def test_another_graph_is_not_overwritten(filled: Store, store: Store) -> None:
    store.write(Batch(nodes=[Document("document/other", name="other", kind="judgment")]))
    with pytest.raises(StoreError, match=r"1 documents that are not in this one \('other' is the first\)"):
        push(filled, store)
    assert store.nodes([MANEKA.id]) == []


@pytest.mark.parametrize(
    "change",
    [
        Batch(nodes=[Case(GOPALAN.id, title="Other")]),
        Batch(nodes=[Chunk("embedded", text="liberty", embedding=np.array([0.1, 0.2, -0.30001], "f4"))]),
        Batch(nodes=[Judge("judge/one", name="One")]),
        Batch(edges=[Cites(STUB.id, GOPALAN.id, treatment="cited")]),
        Batch(drop_nodes=["document/1978"]),
    ],
    ids=["property", "embedding", "node", "edge", "bookkeeping"],
)
def test_the_digest_tells_every_difference(filled: Store, change: Batch) -> None:
    before = digest(filled)
    filled.write(change)
    assert digest(filled) != before


def test_pushed_graphs_answer_and_export_alike(
    neo4j_server: Running, demo_graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect(neo4j_server, monkeypatch)
    emptied(neo4j_server).close()
    pushed = answered("push", "--to", neo4j_server.uri, store=demo_graph)
    assert pushed["written"] > 1000
    files = [tmp_path / "file.jsonl", tmp_path / "server.jsonl"]
    for store, file in zip((str(demo_graph), neo4j_server.uri), files, strict=True):
        assert lawgraph("export", file, "--store", store).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_graph_is_not_pushed_to_itself_or_from_nowhere(demo_graph: Path, tmp_path: Path) -> None:
    assert "names the graph itself" in one_line(lawgraph("push", "--to", demo_graph, store=demo_graph))
    assert one_line(lawgraph("push", "--to", tmp_path / "new.db", store=tmp_path / "none.db"))
    assert not (tmp_path / "new.db").exists()

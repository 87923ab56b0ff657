"""The whole graph as a file: sorted, whole, the same for equal graphs."""

import json
from pathlib import Path

import networkx as nx
import numpy as np
import pytest

from kg.edges import Cites
from kg.nodes import Case, Chunk, Document, Key
from kg.store import Batch, StoreError
from kg.stores.export import export
from kg.stores.open import open_store
from tests.support.kg_graphs import CITES, COOPER, MANEKA, landmark_nodes, landmarks

CHUNK = Chunk("chunk", text="a \x00 b \ud7ff", embedding=np.ones(3, np.float32), ordinal=0)
LEDGER = [Document("document", name="1978_maneka"), Key("key")]


def test_json_lines_hold_sorted_nodes_and_then_sorted_edges(tmp_path: Path) -> None:
    store = landmarks(tmp_path / "graph.db")
    export(store, tmp_path / "graph.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "graph.jsonl").read_text("utf-8").splitlines()]
    nodes = [line for line in lines if "node" in line]
    edges = [line for line in lines if "edge" in line]
    assert lines == nodes + edges
    assert [(n["node"], n["id"]) for n in nodes] == sorted((n.type, n.id) for n in landmark_nodes())
    assert [(e["edge"], e["from"], e["to"]) for e in edges] == sorted((e.type, e.source, e.target) for e in CITES)
    maneka = next(n for n in nodes if n["id"] == MANEKA)
    assert maneka["title"] == "Maneka Gandhi v. Union of India"
    assert maneka["citations"] == ["AIR 1978 SC 597", "(1978) 1 SCC 248", "(1978) 2 SCR 621"]
    followed = next(e for e in edges if (e["from"], e["to"]) == (MANEKA, COOPER))
    assert followed["treatment"] == "followed"
    assert followed["quote"] == "We follow Cooper.\n"


@pytest.mark.parametrize("suffix", ["jsonl", "graphml"])
def test_equal_graphs_give_equal_files_however_they_came_about(tmp_path: Path, suffix: str) -> None:
    first = landmarks(tmp_path / "first.db")
    second = open_store(str(tmp_path / "second.db"), create=True)
    for node in reversed(landmark_nodes()):
        second.write(Batch(nodes=[node]))
    second.write(Batch(nodes=[Case("gone"), *LEDGER], edges=[*CITES[::-1], Cites(MANEKA, "gone")]))
    second.write(Batch(drop_nodes=["gone"]))
    for name, store in (("first", first), ("second", second)):
        export(store, tmp_path / f"{name}.{suffix}")
    assert (tmp_path / f"first.{suffix}").read_bytes() == (tmp_path / f"second.{suffix}").read_bytes()


def test_graphml_reads_back_with_every_property(tmp_path: Path) -> None:
    export(landmarks(tmp_path / "graph.db"), tmp_path / "graph.graphml")
    graph = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert set(graph) == {node.id for node in landmark_nodes()}
    assert graph.nodes[MANEKA]["type"] == "Case"
    assert graph.nodes[MANEKA]["year"] == 1978
    assert graph.nodes[MANEKA]["has_text"] is True
    assert json.loads(graph.nodes[MANEKA]["citations"])[0] == "AIR 1978 SC 597"
    (edge,) = graph.get_edge_data(MANEKA, COOPER).values()
    assert (edge["type"], edge["treatment"], edge["count"]) == ("CITES", "followed", 3)
    assert graph.number_of_edges() == len(CITES)


@pytest.mark.parametrize("suffix", ["jsonl", "graphml"])
def test_bookkeeping_and_embeddings_are_left_out_and_control_characters_do_no_harm(tmp_path: Path, suffix: str) -> None:
    store = open_store(str(tmp_path / "graph.db"), create=True)
    store.write(Batch(nodes=[CHUNK, *LEDGER]))
    file = tmp_path / f"graph.{suffix}"
    export(store, file)
    text = file.read_text("utf-8")
    assert "embedding" not in text
    assert "Document" not in text
    if suffix == "graphml":
        assert nx.read_graphml(file).nodes["chunk"]["text"] == "a \ufffd b \ud7ff"
    else:
        assert json.loads(text)["text"] == CHUNK.text


def test_an_empty_graph_gives_an_empty_file(tmp_path: Path) -> None:
    export(open_store(str(tmp_path / "graph.db"), create=True), tmp_path / "graph.jsonl")
    assert (tmp_path / "graph.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("graph.txt", "ends in .jsonl or .graphml"),
        ("graph", "ends in .jsonl or .graphml"),
        ("nowhere/graph.jsonl", "cannot be written: No such file or directory"),
        ("folder.jsonl", "cannot be written: Is a directory"),
    ],
)
def test_a_file_that_cannot_be_written_is_one_line(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    store = landmarks(tmp_path / "graph.db")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(StoreError, match=message) as caught:
        export(store, tmp_path / name)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.iterdir()) == before


def test_an_export_replaces_the_old_file_only_when_it_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "graph.jsonl"
    file.write_text("old")
    store = landmarks(tmp_path / "graph.db")
    store.close()
    with pytest.raises(StoreError):
        export(store, file)
    assert file.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".graph.jsonl")] == []

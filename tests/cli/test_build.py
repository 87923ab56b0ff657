"""Building, building again and removing, as a user does it on the command line."""

import contextlib
import importlib.util
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.nodes import Chunk, Document
from kg.store import StoreError
from kg.stores.open import open_store
from tests.support.cli_runs import LANDMARKS, ROOT, answered, documents, lawgraph, one_line

BUILD = ("build", "--no-embed", "--workers", 1)
NAMES = ["1950_ak_gopalan", "1970_rc_cooper", "1978_maneka_gandhi", "lamp_oil_act_1921"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return documents(tmp_path / "documents")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "lawgraph.db"


def exported(store: Path) -> bytes:
    target = store.with_suffix(".jsonl")
    answered("export", target, store=store)
    return target.read_bytes()


def test_a_build_reports_documents_graph_and_citations(folder: Path, store: Path) -> None:
    report = answered(*BUILD, folder, store=store)
    assert (sorted(report["added"]), report["changed"], report["skipped"], report["failed"]) == (NAMES, [], [], [])
    assert report["nodes"]["Case"] > 3
    assert report["edges"]["CITES"] > 0
    assert set(report["citations"]) == {"resolved", "ambiguous", "unresolved"}
    assert not report["interrupted"]


def test_a_build_tells_people_the_same(folder: Path, store: Path) -> None:
    result = lawgraph(*BUILD, folder, store=store)
    for word in ("added", "changed", "skipped", "failed", "Case", "CITES", "resolved", "ambiguous", "unresolved"):
        assert word in result.stdout
    assert result.stderr == ""


def test_provisions_without_text_are_counted_and_listed(tmp_path: Path, store: Path) -> None:
    text = "Whoever sells lamp oil without a licence shall be fined."
    rows = [
        {"section": "1", "title": "Penalty", "text": text},
        {"section": "2", "title": "Death by lamp oil", "text": ""},
        {"section": "3", "title": "Repealed", "text": ""},
    ]
    (tmp_path / "lamp_oil_act_1921.json").write_text(json.dumps(rows), encoding="utf-8")
    (note,) = answered(*BUILD, tmp_path / "lamp_oil_act_1921.json", store=store)["notes"]
    assert note == "lamp_oil_act_1921: 1 of 3 provisions have no text in the file (section 2); give it there"


def test_unchanged_documents_are_skipped_and_changed_ones_replaced(folder: Path, store: Path) -> None:
    answered(*BUILD, folder, store=store)
    fresh = exported(store)
    assert sorted(answered(*BUILD, folder, store=store)["skipped"]) == NAMES
    judgment = folder / "1978_maneka_gandhi.md"
    original = judgment.read_text(encoding="utf-8")
    judgment.write_text(original + "\n99. A paragraph on lamp oil was added.\n", encoding="utf-8")
    assert answered(*BUILD, folder, store=store)["changed"] == ["1978_maneka_gandhi"]
    assert exported(store) != fresh
    judgment.write_text(original, encoding="utf-8")
    answered(*BUILD, folder, store=store)
    assert exported(store) == fresh


@pytest.mark.parametrize("name", NAMES)
def test_removing_and_building_again_is_as_if_nothing_had_happened(folder: Path, store: Path, name: str) -> None:
    answered(*BUILD, folder, store=store)
    fresh = exported(store)
    assert answered("remove", name, store=store) == {"removed": name}
    assert exported(store) != fresh
    assert answered(*BUILD, folder, store=store)["added"] == [name]
    assert exported(store) == fresh


def test_an_unknown_document_is_not_removed_and_near_names_are_offered(folder: Path, store: Path) -> None:
    answered(*BUILD, folder, store=store)
    result = lawgraph("remove", "1978_maneka_gandi", store=store)
    assert result.exit_code == 2
    assert "1978_maneka_gandhi" in one_line(result)


def test_every_graph_has_vectors_and_another_model_needs_its_library(
    folder: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered("build", folder, "--workers", 1, store=store)
    with contextlib.closing(open_store(str(store))) as graph:
        assert all(chunk.embedding is not None for chunk in graph.scan_nodes(Chunk, embeddings=True))
    find_spec = importlib.util.find_spec
    monkeypatch.setattr(
        "importlib.util.find_spec", lambda name: None if name == "sentence_transformers" else find_spec(name)
    )
    monkeypatch.setenv("LAWGRAPH_EMBEDDER", "some/model")
    result = lawgraph("build", folder, store=store)
    assert result.exit_code == 2
    assert "lawgraph[models]" in one_line(result)


def test_passages_have_the_size_asked_for(folder: Path, store: Path) -> None:
    answered(*BUILD, folder, "--chunk-size", 200, "--chunk-overlap", 20, store=store)
    lines = [json.loads(line) for line in exported(store).decode().splitlines()]
    sizes = [len(line["text"]) for line in lines if line.get("node") == "Chunk"]
    assert 150 < max(sizes) <= 200


def test_an_interrupted_build_keeps_what_is_finished_and_resumes(tmp_path: Path, store: Path) -> None:
    command = [sys.executable, "-c", "from cli import main; main()", "build", str(LANDMARKS), "--no-embed"]
    process = subprocess.Popen(
        [*command, "--workers", "1", "--store", str(store), "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 120
    while documents_in(store) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "interrupted" in stderr
    assert "Traceback" not in stderr
    finished = json.loads(stdout)["added"]
    assert 5 <= len(finished) < len(list(LANDMARKS.iterdir()))
    assert sorted(answered(*BUILD, LANDMARKS, store=store)["skipped"]) == sorted(finished)
    whole = tmp_path / "whole.db"
    answered(*BUILD, LANDMARKS, store=whole)
    assert exported(store) == exported(whole)


def documents_in(store: Path) -> int:
    """How many documents another process has written so far."""
    try:
        graph = open_store(str(store))
    except StoreError:
        return 0
    try:
        return len(graph.find(Document))
    finally:
        graph.close()

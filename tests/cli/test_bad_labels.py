"""Labels that cannot be measured on: one line with the file, the line of it and what is wrong, for every kind."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.cli_runs import LANDMARKS, lawgraph, one_line

DOC = "1978_maneka_gandhi"
PLACE: dict[str, Any] = {"doc": DOC, "start": 10, "end": 30}
GOOD: dict[str, dict[str, Any]] = {
    "qa": {
        "id": "q1",
        "type": "cites",
        "question": "Which cases does Maneka Gandhi cite?",
        "answerable": True,
        "answer_cases": [],
        "answer_provisions": ["art:21"],
    },
    "treatment": {**PLACE, "label": "cited", "by": "court"},
    "citations": {**PLACE, "form": "full"},
    "resolution": {**PLACE, "target": None},
    "ner": {"text": "Ram Lal said so.", "spans": [[0, 7, "PETITIONER"]]},
}
NO_LABEL = {"empty": "", "blank": "\n \n", "cut": "{", "list": "[1]", "null": "null", "deep": "[" * 100_000}
BAD_STARTS: tuple[object, ...] = ("1", -1, 30, [])
WRONG: list[tuple[str, str, object]] = [
    *(
        (kind, key, None)
        for kind in GOOD
        for key in GOOD[kind]
        if key != "target" and (kind, key) != ("citations", "form")
    ),
    *((kind, "start", bad) for kind in ("treatment", "citations", "resolution") for bad in BAD_STARTS),
    *((kind, "doc", "absent") for kind in ("treatment", "citations", "resolution")),
    ("treatment", "label", "approved"),
    ("citations", "form", ["full"]),
    ("citations", "citation", 5),
    ("resolution", "target", 5),
    ("ner", "spans", [[0, 7]]),
    ("ner", "spans", [[7, 0, "PETITIONER"]]),
    ("ner", "spans", [[0, 7, ["PETITIONER"]]]),
    ("qa", "answer_provisions", ["xyz:21"]),
    ("qa", "answer_provisions", [21]),
    ("qa", "about", 5),
]


def measured(kind: str, labels: Path, graph: Path) -> str:
    texts = ["--texts", LANDMARKS] if kind in ("treatment", "citations", "resolution") else []
    result = lawgraph("eval", kind, labels, *texts, store=graph if kind == "qa" else None)
    assert result.exit_code == 2
    return one_line(result)


@pytest.mark.parametrize("name", NO_LABEL)
@pytest.mark.parametrize("kind", GOOD)
def test_a_file_without_labels(demo_graph: Path, tmp_path: Path, kind: str, name: str) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text(NO_LABEL[name])
    assert "labels.jsonl" in measured(kind, labels, demo_graph)


@pytest.mark.parametrize(("kind", "key", "bad"), WRONG)
def test_a_wrong_label(demo_graph: Path, tmp_path: Path, kind: str, key: str, bad: object) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text(f"{json.dumps(GOOD[kind])}\n{json.dumps({**GOOD[kind], 'id': 'q2', key: bad})}\n")
    told = measured(kind, labels, demo_graph)
    assert (
        f"there is no {'judgment' if kind == 'resolution' else 'text of'} absent"
        if key == "doc" and bad
        else "line 2: "
    ) in told


def test_a_line_separator_inside_a_label_and_a_mark_before_it_are_borne(tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    text = json.dumps({"text": "Ram Lal\u2028said so.", "spans": []}, ensure_ascii=False)
    labels.write_text(f"\ufeff{text}\n", encoding="utf-8")
    assert lawgraph("eval", "ner", labels).exit_code == 0


@pytest.mark.parametrize(
    ("queries", "qrels", "said"),
    [
        ("Q1 facts", "Q1 0 a 1", "line 1: it needs an id and a text"),
        ("", "Q1 0 a 1", "nothing in it"),
        ("Q1||facts", "Q1 0 a \u00b2", "line 1: it needs query"),
        ("Q1||facts", "Q2 0 a 1", "judges none of the queries"),
    ],
)
def test_wrong_queries_and_judgments(demo_graph: Path, tmp_path: Path, queries: str, qrels: str, said: str) -> None:
    for name, text in (("queries", queries), ("qrels", qrels)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = ["--queries", tmp_path / "queries", "--qrels", tmp_path / "qrels", "--pool", LANDMARKS]
    result = lawgraph("eval", "retrieval", *options, store=demo_graph)
    assert result.exit_code == 2
    assert said in one_line(result)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (b"", "three pairs"),
        (b"a,b\n", "three pairs"),
        (b"one,other,score\na,b\n", "line 2: it needs two documents and a score"),
        (b"a,b,1\nb,c,1\na,c,1\n", "scores that differ"),
        (b"a,b,1\n\xff,c,1\na,c,2\n", "cannot be read as CSV"),
    ],
)
def test_wrong_pairs(tmp_path: Path, pairs: bytes, said: str) -> None:
    (tmp_path / "pairs.csv").write_bytes(pairs)
    result = lawgraph("eval", "similarity", tmp_path)
    assert result.exit_code == 2
    assert said in one_line(result)

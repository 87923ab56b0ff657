"""eval ner: figures that can be checked by hand, predictions in the labels' own form, and what labels may not be."""

import json
from pathlib import Path

import pytest

from extraction.evaluation.names import measure_names
from extraction.evaluation.spans import score
from tests.support.cli_runs import answered, lawgraph, one_line

FIRST = {"id": "a", "text": "He lived at Nagpur.", "spans": [[12, 18, "GPE"]]}
SECOND = {"text": "The appeal fails.", "spans": [[4, 10, "ORG"]]}


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(FIRST) + "\n" + json.dumps(SECOND) + "\n", encoding="utf-8")
    return path


def test_spans_count_only_with_start_end_and_label_right() -> None:
    gold = [frozenset({(0, 5, "GPE"), (7, 9, "DATE")}), frozenset({(0, 2, "ORG")})]
    guess = [frozenset({(0, 5, "GPE"), (7, 8, "DATE"), (7, 9, "GPE")}), frozenset({(0, 2, "ORG")})]
    scores = score(gold, guess)
    assert (scores.micro.precision, scores.micro.recall, scores.micro.labelled) == (0.5, 0.6667, 3)
    assert {label: own.f1 for label, own in scores.by_label.items()} == {"GPE": 0.6667, "DATE": 0.0, "ORG": 1.0}


def test_the_same_place_in_another_text_is_not_the_same() -> None:
    here, nowhere = frozenset({(0, 5, "GPE")}), frozenset[tuple[int, int, str]]()
    assert score([here, nowhere], [nowhere, here]).micro.f1 == 0


def test_figures_and_predictions(labels: Path) -> None:
    measured = measure_names([labels])
    assert measured.micro.labelled == 2
    assert measured.by_label["GPE"].f1 == 1.0
    assert measured.by_label["ORG"].recall == 0.0
    assert measured.words_per_second > 0
    assert measured.predictions[0]["spans"] == FIRST["spans"]
    assert [item["id"] for item in measured.predictions] == ["a", 1]


def test_several_files_are_measured_as_one(labels: Path) -> None:
    assert measure_names([labels, labels]).micro.labelled == 4


def test_the_command_prints_one_object_and_keeps_predictions(labels: Path, tmp_path: Path) -> None:
    kept = tmp_path / "predictions.jsonl"
    printed = answered("eval", "ner", labels, "--predictions", kept, store=tmp_path / "none.db")
    assert set(printed) == {"micro", "by_label", "words_per_second"}
    assert {"precision", "recall", "f1"} <= set(printed["micro"])
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert lines[0] == {"id": "a", "spans": [[12, 18, "GPE"]]}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"text": "a"}', "spans"),
        ('{"text": "abc", "spans": [[0, 9, "GPE"]]}', "inside the text"),
        ('{"text": "abc", "spans": [[0, 2, "PLANET"]]}', "one of the labels"),
        ('{"text": "abc", "spans": [["0", 2, "GPE"]]}', "start, end, label"),
        ("nonsense", "not JSON"),
    ],
)
def test_bad_labels_get_one_line(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    result = lawgraph("eval", "ner", path)
    assert result.exit_code == 2
    assert complaint in one_line(result)


def test_labelled_names_of_real_texts_are_mostly_found(shared_data: Path, tmp_path: Path) -> None:
    sample = tmp_path / "sample.jsonl"
    lines = (shared_data / "ner" / "train_judgment.jsonl").read_text(encoding="utf-8").splitlines()[::100]
    sample.write_text("\n".join(lines), encoding="utf-8")
    assert measure_names([sample]).micro.f1 > 0.8

"""Measuring treatment: figures that can be checked by hand, on labels written for it."""

import json
from pathlib import Path

import pytest

from extraction.evaluation.figures import by_label, figures
from extraction.evaluation.treatment import AVERAGED, measure_treatment
from extraction.labels import LabelError
from tests.support.cli_runs import answered, lawgraph, one_line

TEXT = """Ramesh Traders v. State of Bihar
Supreme Court of India
3 March 1981
The Judgment was delivered by: RAO, J.
1. The appellant sells lamp oil. Counsel relied on Mohan Das v. State of Assam, AIR 1970 SC 41 before us.
2. We overrule Ram Lal v. State of Bihar, AIR 1960 SC 27 for the reasons given.
3. As held in Sohan Nath v. State of Punjab, AIR 1980 SC 100, the burden lies on the State.
"""
LABELS = {
    "Mohan Das v. State of Assam, AIR 1970 SC 41": ("cited", "counsel"),
    "Ram Lal v. State of Bihar, AIR 1960 SC 27": ("overruled", "court"),
    "Sohan Nath v. State of Punjab, AIR 1980 SC 100": ("distinguished", "court"),
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with one judgment, in a folder of its own."""
    (tmp_path / "texts" / "1981").mkdir(parents=True)
    (tmp_path / "texts" / "1981" / "ramesh.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "texts"


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    """Three labels, the last of them wrong on purpose."""
    return _written(tmp_path / "labels.jsonl", LABELS)


def _written(path: Path, labels: dict[str, tuple[str, str]]) -> Path:
    lines = []
    for mention, (label, by) in labels.items():
        start = TEXT.index(mention)
        item = {"doc": "ramesh", "start": start, "end": start + len(mention), "label": label, "by": by}
        lines.append(json.dumps(item))
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("true", "predicted", "labelled", "expected"),
    [
        (3, 4, 6, (0.75, 0.5, 0.6)),
        (0, 0, 5, (0, 0, 0)),
        (0, 4, 0, (0, 0, 0)),
        (0, 0, 0, (0, 0, 0)),
        (2, 2, 2, (1, 1, 1)),
    ],
)
def test_figures_from_counts(true: int, predicted: int, labelled: int, expected: tuple[float, ...]) -> None:
    measured = figures(true, predicted, labelled)
    assert (measured.precision, measured.recall, measured.f1) == expected
    assert measured.labelled == labelled


def test_figures_by_label() -> None:
    measured = by_label(["a", "a", "b"], ["a", "b", "b"], ["a", "b", "c"])
    assert (measured["a"].precision, measured["a"].recall) == (1, 0.5)
    assert (measured["b"].precision, measured["b"].recall) == (0.5, 1)
    assert measured["c"].labelled == 0


def test_measuring_compares_each_mention(labels: Path, texts: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    measured = measure_treatment(labels, [texts], lambda *step: seen.append(step))
    assert [(p["label"], p["by"]) for p in measured.predictions] == [
        ("cited", "counsel"),
        ("overruled", "court"),
        ("followed", "court"),
    ]
    assert measured.by_accuracy == 1
    assert measured.found == 3
    assert measured.by_label["overruled"].f1 == measured.by_label["cited"].f1 == 1
    assert measured.macro_f1 == round(2 / len(AVERAGED), 4)
    assert seen == [(1, 1, "ramesh")]


def test_a_mention_that_extraction_passes_over_is_judged_all_the_same(tmp_path: Path, texts: Path) -> None:
    labels = _written(tmp_path / "odd.jsonl", {"lamp oil": ("cited", "court"), "the State": ("followed", "court")})
    measured = measure_treatment(labels, [texts])
    assert measured.found == 0
    assert len(measured.predictions) == 2


def test_the_command_prints_figures_and_keeps_predictions(labels: Path, texts: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    printed = answered("eval", "treatment", labels, "--texts", texts, "--predictions", kept, store=tmp_path / "no.db")
    assert {"macro_f1", "by_label", "by_accuracy"} <= set(printed)
    assert set(printed["by_label"]["doubted"]) == {"precision", "recall", "f1", "labelled"}
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    gold = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines() if line]
    assert [(p["index"], p["doc"], p["start"], p["end"]) for p in lines] == [
        (index, g["doc"], g["start"], g["end"]) for index, g in enumerate(gold)
    ]
    shown = lawgraph("eval", "treatment", labels, "--texts", texts).stdout
    assert "overruled" in shown
    assert "Macro-F1 0.4000" in shown


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "nothing in it"),
        ("{", "line 1: not JSON"),
        ('{"doc": "ramesh"}', "start (a whole number)"),
        ("[1]", "doc (text)"),
        ('{"doc": "unknown", "start": 0, "end": 4, "label": "cited", "by": "court"}', "no text of unknown"),
    ],
)
def test_labels_that_cannot_be_used_are_one_clear_line(
    content: str, complaint: str, texts: Path, tmp_path: Path
) -> None:
    labels = tmp_path / "bad.jsonl"
    labels.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match=r"bad\.jsonl|unknown"):
        measure_treatment(labels, [texts])
    result = lawgraph("eval", "treatment", labels, "--texts", texts)
    assert result.exit_code != 0
    assert complaint in one_line(result)


def test_labels_that_are_not_there(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="cannot be read"):
        measure_treatment(tmp_path / "none.jsonl", [texts])


def test_real_labels(shared_data: Path) -> None:
    """On labels that were seen while the rules were written; unseen ones score lower."""
    measured = measure_treatment(shared_data / "labels" / "treatment.jsonl", [shared_data / "judgments" / "aila2019"])
    assert measured.macro_f1 >= 0.8
    assert measured.by_accuracy >= 0.85

"""Measuring citations: figures that can be checked by hand, on labels written for it."""

import json
from pathlib import Path

import pytest

from extraction.evaluation.citations import measure_citations
from extraction.labels import LabelError
from tests.support.cli_runs import answered, lawgraph, one_line

TEXT = """Ramesh Traders v. State of Bihar
Supreme Court of India
3 March 1981
The Judgment was delivered by: RAO, J.
1. Counsel relied on Mohan Das v. State of Assam, AIR 1970 SC 41 before us.
2. We follow Ram Lal v. State of Bihar, A.I.R.1960 S.C. 27 = (1960) 2 SCR 11.
3. Mohan Das's case (supra) is of no help.
"""
MENTIONS = {
    "Mohan Das v. State of Assam, AIR 1970 SC 41": "full",
    "Ram Lal v. State of Bihar, A.I.R.1960 S.C. 27 = (1960) 2 SCR 11": "parallel",
    "Mohan Das's case (supra)": "supra",
    "lamp": "short",
}
CITATIONS = {"AIR 1970 SC 41": "AIR 1970 SC 41", "A.I.R.1960 S.C. 27": "AIR 1960 SC 27"}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "ramesh.txt").write_text(TEXT.replace("no help", "no lamp"), encoding="utf-8")
    return tmp_path / "texts"


def _labels(path: Path, spans: dict[str, str], key: str) -> Path:
    text = TEXT.replace("no help", "no lamp")
    items = [
        {"doc": "ramesh", "start": text.index(span), "end": text.index(span) + len(span), key: value}
        for span, value in spans.items()
    ]
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def test_mentions_by_form(texts: Path, tmp_path: Path) -> None:
    measured = measure_citations(_labels(tmp_path / "labels.jsonl", MENTIONS, "form"), [texts])
    f1 = {form: figures.f1 for form, figures in measured.by_form.items()}
    assert f1 == {"full": 1.0, "parallel": 1.0, "short": 0.0, "supra": 1.0}
    assert (measured.found, measured.exact, measured.canonical) == (0.75, 0.75, None)
    assert measured.predictions[1]["citations"] == ["AIR 1960 SC 27", "(1960) 2 SCR 11"]
    assert measured.predictions[3]["form"] is None


def test_citations_by_reporter(texts: Path, tmp_path: Path) -> None:
    labels = _labels(tmp_path / "labels.jsonl", CITATIONS, "citation")
    measured = measure_citations(labels, [texts])
    assert {form: figures.labelled for form, figures in measured.by_form.items()} == {"AIR": 2}
    assert (measured.found, measured.exact, measured.canonical) == (1.0, 1.0, 1.0)
    assert measured.unlabelled == 1
    wrong = _labels(tmp_path / "wrong.jsonl", {"AIR 1970 SC 41": "AIR 1970 SC 42"}, "citation")
    assert measure_citations(wrong, [texts]).canonical == 0.0


def test_the_command_prints_a_table_or_an_object(texts: Path, tmp_path: Path) -> None:
    labels = _labels(tmp_path / "labels.jsonl", MENTIONS, "form")
    predictions = tmp_path / "predictions.jsonl"
    table = lawgraph("eval", "citations", labels, "--texts", texts, "--predictions", predictions)
    assert table.exit_code == 0
    assert "parallel" in table.stdout
    assert [json.loads(line)["index"] for line in predictions.read_text().splitlines()] == [0, 1, 2, 3]
    figures = answered("eval", "citations", labels, "--texts", texts, store=tmp_path / "none.db")
    assert figures["by_form"]["full"]["f1"] == 1.0


def test_labels_without_their_text_or_span_are_refused(texts: Path, tmp_path: Path) -> None:
    absent = tmp_path / "absent.jsonl"
    absent.write_text('{"doc": "nowhere", "start": 0, "end": 4, "form": "full"}\n')
    with pytest.raises(LabelError, match="nowhere"):
        measure_citations(absent, [texts])
    absent.write_text('{"doc": "ramesh", "start": 0}\n')
    result = lawgraph("eval", "citations", absent, "--texts", texts)
    assert result.exit_code != 0
    assert "line 1" in one_line(result)

"""Measuring resolution: figures that can be checked by hand, over a small corpus, in memory and on a built graph."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from extraction.labels import LabelError
from kg.ledger.evaluation import measure_resolution
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.judgments import CORPUS, judgment, write_corpus

MENTIONS = [
    ("beta", "Ratan Cotton Mills v. State of Gujarat, AIR 1970 SC 411 = (1970) 2 SCR 90", "alpha", "parallel"),
    ("gamma", "Mohini Textiles v. State of Gujarat (1975) 4 SCC 12", "beta", "full"),
    ("gamma", "AIR 1969 SC 900", "delta", "citation_only"),
    ("beta", "Sundar Das v. Union of India, (1969) 1 SCC 77", None, "full"),
    ("epsilon", "Lakhan Lal v State of Bihar", "alpha", "full"),
]
"""The fourth label is wrong on purpose, and at the fifth the judgment's own title stands: no mention."""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The small corpus, a file of it in a folder of its own, and an act."""
    folder = tmp_path / "texts"
    (folder / "1990").mkdir(parents=True)
    write_corpus(folder)
    (folder / "epsilon.txt").rename(folder / "1990" / "epsilon.txt")
    return folder


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return written(tmp_path / "labels.jsonl", CORPUS)


def written(path: Path, corpus: Mapping[str, str]) -> Path:
    items = []
    for doc, mention, target, form in MENTIONS:
        start = corpus[doc].index(mention)
        items.append({"doc": doc, "start": start, "end": start + len(mention), "target": target, "form": form})
    path.write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    return path


def test_figures_over_a_folder(labels: Path, texts: Path) -> None:
    seen: list[tuple[int, int]] = []
    measured = measure_resolution(labels, [texts], progress=lambda done, total, _: seen.append((done, total)))
    assert [p["target"] for p in measured.predictions] == ["alpha", "beta", "delta", "delta", None]
    assert (measured.precision, measured.recall) == (0.75, 0.75)
    assert (measured.absent_resolved, measured.present, measured.absent) == (1, 4, 1)
    assert measured.found == 4
    assert (measured.by_form["full"].precision, measured.by_form["full"].recall) == (0.5, 0.5)
    assert measured.by_form["citation_only"].recall == 1
    assert seen[-1][0] == seen[-1][1]


def test_a_built_graph_gives_the_same_figures(labels: Path, texts: Path, tmp_path: Path) -> None:
    store, kept = tmp_path / "graph.db", tmp_path / "kept.jsonl"
    assert lawgraph("build", texts, "--no-embed", "--workers", 1, store=store).exit_code == 0
    of_graph = answered("eval", "resolution", labels, "--predictions", kept, store=store)
    of_texts = json.loads(lawgraph("eval", "resolution", labels, "--texts", texts, "--json").stdout)
    assert of_graph == of_texts
    assert {"precision", "recall", "absent_resolved", "by_form"} <= set(of_graph)
    lines = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()]
    assert [(line["index"], line["doc"], line["target"]) for line in lines][:3] == [
        (0, "beta", "alpha"),
        (1, "gamma", "beta"),
        (2, "gamma", "delta"),
    ]
    assert "citation_only" in lawgraph("eval", "resolution", labels, "--texts", texts).stdout


def test_any_file_of_the_same_judgment_is_the_answer(texts: Path, tmp_path: Path) -> None:
    """The label names a file that the corpus holds under another name, with the same text misdated."""
    labels = written(tmp_path / "labels.jsonl", CORPUS)
    text = labels.read_text(encoding="utf-8").replace('"target": "alpha"', '"target": "twin"')
    labels.write_text(text, encoding="utf-8")
    assert measure_resolution(labels, [texts]).recall == 0.5
    (tmp_path / "aliases.json").write_text(json.dumps({"groups": [["twin", "alpha"]]}), encoding="utf-8")
    assert measure_resolution(labels, [texts]).recall == 0.75


def test_a_document_that_cannot_be_read_is_told(labels: Path, texts: Path) -> None:
    (texts / "blank.txt").write_text("  \n", encoding="utf-8")
    result = lawgraph("eval", "resolution", labels, "--texts", texts)
    assert result.exit_code == 0
    assert "blank" in one_line(result)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"doc": "beta", "start": 0, "end": 4}', "line 1: it needs target"),
        ('{"doc": "beta", "start": 0, "end": 4, "target": 3}', "line 1: it needs target"),
        ('{"doc": "omega", "start": 0, "end": 4, "target": null}', "no judgment omega"),
        ('{"doc": "ipc", "start": 0, "end": 4, "target": null}', "no judgment ipc"),
        ("{", "line 1: not JSON"),
    ],
)
def test_labels_that_cannot_be_used_are_one_clear_line(line: str, complaint: str, texts: Path, tmp_path: Path) -> None:
    labels = tmp_path / "bad.jsonl"
    labels.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(LabelError):
        measure_resolution(labels, [texts])
    assert complaint in one_line(lawgraph("eval", "resolution", labels, "--texts", texts))


def test_groups_of_files_that_cannot_be_read(labels: Path, texts: Path) -> None:
    (labels.parent / "aliases.json").write_text("[]", encoding="utf-8")
    with pytest.raises(LabelError, match=r"aliases\.json"):
        measure_resolution(labels, [texts])


def test_a_corpus_must_be_given(labels: Path) -> None:
    assert "--texts" in one_line(lawgraph("eval", "resolution", labels))


def test_namesakes_in_one_year_are_no_guess(tmp_path: Path) -> None:
    """What could be either of two judgments is left open, not given to the first."""
    corpus = {
        "march": judgment("State of Bihar v Ram Singh", "4 March 1970", "The appeal is allowed.", "No costs."),
        "autumn": judgment("State of Bihar v Ram Singh", "9 September 1970", "The petition is dismissed.", "Costs."),
        "later": judgment("Asha v Union of India", "4 May 1985", "See State of Bihar v. Ram Singh, AIR 1970 SC 77."),
    }
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in corpus.items():
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    start = corpus["later"].index("State of Bihar")
    item = {"doc": "later", "start": start, "end": start + 45, "target": None}
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps(item), encoding="utf-8")
    (prediction,) = measure_resolution(labels, [texts]).predictions
    assert (prediction["target"], prediction["outcome"]) == (None, "ambiguous")

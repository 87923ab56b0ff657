"""Measuring heads and authorities: figures that can be checked by hand, and the reference scorer's own."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extraction.labels import LabelError
from kg.edges import Cites, CitesProvision, DecidedBy
from kg.evaluation.documents import Kind, measure_documents
from kg.evaluation.likeness import same_court, same_judge, same_title
from kg.nodes import Case, Judge, of_type
from kg.store import Store
from kg.stores.open import open_store
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.judgments import write_corpus

HEADS: list[dict[str, Any]] = [
    {
        "doc": "mills/beta",
        "title": "MOHINI TEXTILES & ORS. v. STATE OF GUJARAT",
        "court": "Supreme Court of India",
        "date": "1975-08-09",
        "judges": ["P.N. Bhagwati"],
        "author": ["Bhagwati"],
    },
    {"doc": "mills/gamma", "title": "Keshav Traders v. State of Bihar", "court": "Delhi High Court", "date": ""},
    {"doc": "mills/omega", "title": "Sona v. Rupa", "court": "Supreme Court", "neutral_citation": "2024 INSC 7"},
    {"doc": "elsewhere/beta", "title": "Sona v. Rupa", "court": "Supreme Court"},
]
"""The second is wrong in title and court, the third is not there, and of the fourth not even the folder is."""

AUTHORITIES: list[dict[str, Any]] = [
    {
        "doc": "mills/gamma",
        "cases": [
            {"name": "Mohini Textiles v. State of Gujarat", "citations": ["(1975) 4 SCC 12"], "treatment": "overruled"},
            {"name": "Ratan Cotton Mills v. State of Gujarat", "citations": ["AIR 1970 SC 411", "1970 SCC 1"]},
            {"name": "Sona v. Rupa", "citations": [], "treatment": "cited"},
        ],
        "provisions": ["Indian Penal Code, 1860:302", "Constitution of India:14"],
    }
]
"""Of the second a citation is missing, the third is not cited, and the judgment cites one more by citation alone."""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "texts" / "mills")
    return tmp_path / "texts"


def written(path: Path, labels: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(label) + "\n" for label in labels), encoding="utf-8")
    return path


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    return written(tmp_path / "heads.jsonl", HEADS)


@pytest.fixture
def authorities(tmp_path: Path) -> Path:
    return written(tmp_path / "authorities.jsonl", AUTHORITIES)


def test_heads_of_a_folder(heads: Path, texts: Path) -> None:
    measured = measure_documents(heads, "heads", [texts])
    shares = {"found": 0.667, "title": 0.333, "court": 0.333, "date": 1, "judges": 1, "author": 1, "neutral": 0}
    assert measured.as_json() == {"heads": shares}
    assert [p["wrong"] for p in measured.predictions] == [
        [],
        ["title", "court"],
        ["found", "title", "court", "neutral"],
    ]
    assert measured.predictions[0]["title"] == "Mohini Textiles v. State of Gujarat"
    assert (measured.counted, measured.left_out) == (3, ["elsewhere"])


def test_authorities_of_a_folder(authorities: Path, texts: Path) -> None:
    measured = measure_documents(authorities, "authorities", [texts / "mills"])
    assert measured.as_json() == {
        "authorities": {"p": 0.667, "r": 0.667, "f": 0.667},
        "whole": 0.333,
        "treatment": 0.5,
        "provisions": {"p": 1, "r": 0.5, "f": 0.667},
    }
    (prediction,) = measured.predictions
    assert (prediction["missed"], prediction["extra"]) == (["Sona v. Rupa"], ["Sundar Dass v. Union of India"])
    assert prediction["provisions"] == ["indian penal code 1860:302"]
    assert prediction["missed_provisions"] == ["Constitution of India:14"]


@pytest.mark.parametrize("kind", ["heads", "authorities"])
def test_a_built_graph_gives_the_same_figures(
    kind: Kind, texts: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    store, kept, labels = tmp_path / "graph.db", tmp_path / "kept.jsonl", request.getfixturevalue(kind)
    assert lawgraph("build", texts, "--no-embed", "--workers", 1, store=store).exit_code == 0
    of_graph = answered("eval", "documents", labels, kind, "--predictions", kept, store=store)
    assert of_graph == measure_documents(labels, kind, [texts]).as_json()
    assert json.loads(kept.read_text(encoding="utf-8").splitlines()[0])["doc"].startswith("mills/")
    shown = lawgraph("eval", "documents", labels, kind, store=store)
    assert ("title" if kind == "heads" else "provisions") in shown.stdout


@pytest.mark.parametrize(
    ("kind", "line", "complaint"),
    [
        ("heads", '{"doc": "mills/beta", "title": "A v. B"}', "line 1: it needs court"),
        ("heads", '{"doc": "mills/beta", "title": "A v. B", "court": "X", "judges": "Y"}', "lists of names"),
        ("authorities", '{"doc": "mills/beta", "cases": ["A v. B"]}', "needs a name"),
        ("authorities", '{"doc": "nowhere/beta", "cases": []}', "no text of these"),
        ("heads", "{", "line 1: not JSON"),
    ],
)
def test_labels_that_cannot_be_used_are_one_clear_line(
    kind: Kind, line: str, complaint: str, texts: Path, tmp_path: Path
) -> None:
    labels = tmp_path / "bad.jsonl"
    labels.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(LabelError):
        measure_documents(labels, kind, [texts])
    assert complaint in one_line(lawgraph("eval", "documents", labels, kind, "--texts", texts))


def test_the_judgments_must_be_given(heads: Path) -> None:
    assert "--texts" in one_line(lawgraph("eval", "documents", heads, "heads"))


def test_what_cannot_be_read_is_told(heads: Path, texts: Path) -> None:
    (texts / "mills" / "blank.txt").write_text(" \n", encoding="utf-8")
    result = lawgraph("eval", "documents", heads, "heads", "--texts", texts)
    assert result.exit_code == 0
    assert "blank.txt" in result.stderr


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ram Lal (D) Thr. LRs v. State of Goa", "RAM LAL & ORS. v. STATE OF GOA", True),
        ("Ram Lal & Anr. v. State of Goa", "RAM LAL versus THE STATE OF GOA AND ORS.", True),
        ("Ramlal Traders v. Goa", "Ramlall Traders v. Goa", True),
        ("In re Prisons", "In re Prisons", True),
        ("Ram Lal", "Ram Lal v. State", False),
        ("Ram Lal v. State", None, False),
    ],
)
def test_titles(one: str, other: str | None, same: bool) -> None:
    assert same_title(one, other) is same


def test_courts_and_judges() -> None:
    assert same_court("High Court of Delhi", "IN THE HIGH COURT OF DELHI AT NEW DELHI")
    assert not same_court("High Court of Delhi", "Supreme Court of India")
    assert same_judge("Justice P.N. Bhagwati", "P. Bhagwati")
    assert not same_judge("P.N. Bhagwati", "N. Bhagwati")


def reference(script: Path, labels: Path, export: Path) -> dict[str, Any]:
    run = subprocess.run([sys.executable, script, labels, export], capture_output=True, text=True, check=True)
    printed: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return printed


@pytest.fixture
def script(shared_data: Path) -> Path:
    path = shared_data.parent / "score_documents.py"
    if not path.is_file():
        pytest.skip(f"the reference scorer is not at {path}")
    return path


def misread(dice: random.Random, right: str, others: list[str]) -> str:
    """A label that agrees with what was read, in part or not at all."""
    forms = [right, right.upper(), f"The {right} & Ors.", f"In the {right}", right[1:], dice.choice(others)]
    return dice.choice(forms)


def labels_of(store: Store, dice: random.Random) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Labels of all judgments of the landmarks, now right, now wrong, in every way that is scored."""
    cases = store.find(Case, {"has_text": True})
    titles, courts = [c.title for c in cases], ["Bombay High Court Nagpur Bench", "Supreme Court"]
    heads: list[dict[str, Any]] = []
    authorities: list[dict[str, Any]] = []
    for case in cases:
        doc = f"landmarks/{case.documents[0]}"
        bench = of_type(Judge, store.nodes([e.target for e in store.expand([case.id], [DecidedBy])]))
        names = [misread(dice, judge.name, ["B. R. Gavai"]) for judge in bench]
        head: dict[str, Any] = {
            "doc": doc,
            "title": misread(dice, case.title, titles),
            "court": misread(dice, case.court or "", courts),
        }
        head |= {"judges": names, "author": [misread(dice, a, ["X Y"]) for a in case.authors]}
        heads.append(head | {"date": dice.choice([case.date, "1999-01-01", ""]), "neutral_citation": "2018 INSC 880"})
        cited = of_type(Case, store.nodes([e.target for e in store.expand([case.id], [Cites])]))
        wanted = [
            {
                "name": misread(dice, node.title, titles),
                "citations": [*dice.sample(node.citations, dice.randint(0, len(node.citations))), "AIR 1900 PC 1"][:2],
                "treatment": dice.choice(["followed", "cited", "overruled"]),
                "treatment_alt": dice.choice([None, [], ["distinguished", "cited"]]),
            }
            for node in cited
        ]
        named = [e.target.partition("/") for e in store.expand([case.id], [CitesProvision])]
        provisions = [f"The {act.replace('-', ' ')}:{rest.partition('-')[2]}" for act, _, rest in named]
        authorities.append({"doc": doc, "cases": wanted, "provisions": [*provisions[1:], "Arms Act, 1959:3"]})
    return heads, authorities


@pytest.mark.parametrize("seed", [1, 2])
def test_the_reference_scorer_gives_the_same_figures(seed: int, demo_graph: Path, script: Path, tmp_path: Path) -> None:
    store = open_store(str(demo_graph))
    heads, authorities = labels_of(store, random.Random(seed))
    written(tmp_path / "heads.jsonl", heads)
    written(tmp_path / "authorities.jsonl", authorities)
    assert lawgraph("export", tmp_path / "landmarks.jsonl", store=demo_graph).exit_code == 0
    ours = measure_documents(tmp_path / "heads.jsonl", "heads", [], store).as_json()
    ours |= measure_documents(tmp_path / "authorities.jsonl", "authorities", [], store).as_json()
    store.close()
    assert ours == reference(script, tmp_path, tmp_path / "landmarks.jsonl")
    assert 0.1 < ours["heads"]["title"] < 0.95
    assert 0.1 < ours["whole"] < 0.95

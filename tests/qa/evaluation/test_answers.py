"""Scoring answers: the rules one by one, and the same figures as the reference scorer."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.labels import LabelError, read_aliases
from kg.store import Store
from qa.evaluation.answers import (
    Evaluation,
    Prediction,
    evaluate,
    measure,
    read_texts,
    write_predictions,
)
from qa.evaluation.scoring import fabricated_names, false_quotes, score
from qa.labelled import read_questions
from qa.text.stems import squeeze
from tests.support.qa_graphs import landmarks

ALIAS = {"C1": "C1", "C1b": "C1"}


def gold(kind: str, cases: str = "", provisions: str = "", about: str = "", answerable: bool = True) -> dict[str, Any]:
    return {
        "id": "q",
        "type": kind,
        "question": "?",
        "answer_cases": cases.split("; ") if cases else [],
        "answer_provisions": provisions.split(),
        "about": about.split("; ") if about else [],
        "answerable": answerable,
    }


def answer(cases: str = "", provisions: str = "", refused: bool = False) -> dict[str, Any]:
    """Cases as documents joined by "/"; a title stands for a case without documents."""
    nodes: list[dict[str, Any]] = []
    for case in filter(None, cases.split("; ")):
        stub = " v. " in case
        nodes.append({"id": case, "kind": "case", "title": case, "documents": [] if stub else case.split("/")})
    nodes += [{"id": i, "kind": "provision", "title": i, "documents": []} for i in provisions.split()]
    return {"question": "?", "answer": "text", "answers": nodes, "refused": refused}


IPC = "indian-penal-code-1860/section-"
ART = "constitution-of-india/article-"

# rule: gold, answer, precision, recall
RULES: dict[str, tuple[dict[str, Any], dict[str, Any], float, float]] = {
    "all found": (gold("cites", "C1; C2"), answer("C1; C2"), 1, 1),
    "one of two": (gold("cites", "C1; C2"), answer("C1"), 1, 0.5),
    "one too many": (gold("cites", "C1"), answer("C1; C2"), 0.5, 1),
    "none": (gold("cites", "C1"), answer(""), 0, 0),
    "provisions are neutral where cases are asked for": (gold("cites", "C1"), answer("C1", IPC + "302"), 1, 1),
    "cases are neutral where provisions are asked for": (
        gold("provision_text", provisions="ipc:302"),
        answer("C1; C2", IPC + "302"),
        1,
        1,
    ),
    "letters and hyphens of a number": (gold("provision_text", provisions="ipc:498A"), answer("", IPC + "498-A"), 1, 1),
    "the question's own case is neutral": (gold("treatment", "C1; C2", about="C1"), answer("C1; C2"), 1, 1),
    "the question's own provision is neutral": (
        gold("refers_to", provisions="art:21 art:22", about="art:21"),
        answer("", f"{ART}21 {ART}22"),
        1,
        1,
    ),
    "but not where its text is asked for": (
        gold("provision_text", provisions="art:21", about="art:21"),
        answer("", ART + "21"),
        1,
        1,
    ),
    "a case of several documents counts once": (gold("cites", "C1"), answer("C1/C1b"), 1, 1),
    "another file of the same judgment": (gold("cites", "C1"), answer("C1b"), 1, 1),
    "cases outside the corpus are neutral": (gold("cites", "C1; ext:A v. B"), answer("C1; X v. Y"), 1, 1),
    "unless nothing else is asked for": (
        gold("treatment", "ext:Ram Lal v. State of Goa"),
        answer("Ram Lal v. Goa"),
        1,
        1,
    ),
    "by name": (gold("treatment", "ext:Ram Lal v. State of Goa; ext:Sita v. Gita"), answer("Ram Lal v. Goa"), 1, 0.5),
    "both ends of a path are enough": (gold("path", "C2; C3; C4", about="C2; C4"), answer("C2; C9; C4"), 1, 1),
    "unless the path is longer": (gold("path", "C2; C4", about="C2; C4"), answer("C2; C9; C4"), 2 / 3, 1),
    "a question of words alone is answered": (gold("treatment", "C2", about="C2"), answer("C2"), 1, 1),
    "or refused": (gold("treatment", "C2", about="C2"), answer("", refused=True), 0, 0),
    "a provision by its id in the graph": (
        gold("provision_text", provisions=f"{IPC}302 bharatiya-nyaya-sanhita-2023/section-103"),
        answer("", f"{IPC}302 bharatiya-nyaya-sanhita-2023/section-103"),
        1,
        1,
    ),
    "right but not asked for": ({**gold("cites", "C1"), "also_ok": ["C2"]}, answer("C1; C2"), 1, 1),
    "a value instead of a set": ({**gold("fact", "C9"), "answer_value": "text"}, answer(""), 1, 1),
    "a value beside a set": ({**gold("cites", "C1"), "answer_value": "absent words"}, answer("C1"), 0.5, 0.5),
    "facts to mention": (
        {**gold("open"), "must_mention": ["the text", {"fact": "absent words"}]},
        answer(""),
        0.5,
        0.5,
    ),
}


@pytest.mark.parametrize("rule", RULES)
def test_rules(rule: str) -> None:
    labelled, answered, precision, recall = RULES[rule]
    scored = score(labelled, answered, ALIAS)
    assert (scored.precision, scored.recall) == pytest.approx((precision, recall))


@pytest.mark.parametrize(
    ("value", "tolerance", "said", "scored"),
    [
        ("7", 0, "There are seven judges.", 1),
        (7, 0, "There are 7 judges.", 1),
        ("7", 0, "There are 8 judges.", 0),
        ("7", 1, "There are 8 judges.", 1),
        ("7", 0, "It is 7.5 of them in 1977A.", 0),
        (["8", "7"], 0, "7", 1),
        ("P.N. Bhagwati", 0, "Justice Bhagwati wrote it.", 1),
        ("P.N. Bhagwati", 0, "Justice Beg wrote it.", 0),
    ],
)
def test_a_value_is_stated_in_figures_or_words(value: object, tolerance: int, said: str, scored: float) -> None:
    labelled_value = {**gold("count"), "answer_value": value, "tolerance": tolerance}
    assert score(labelled_value, {**answer(), "answer": said}, {}).f1 == scored


def test_a_document_goes_by_its_stem() -> None:
    given = {**answer(), "answers": [{"id": "x", "kind": "case", "title": "x", "documents": ["folder/C1b"]}]}
    assert score(gold("cites", "C1"), given, ALIAS).f1 == 1
    quoted = {"sources": [{"quote": "not there", "documents": ["folder/C1"]}]}
    assert false_quotes(quoted, {"C1": squeeze("something else")}) == 1


def test_a_refusal_fabricates_nothing() -> None:
    assert fabricated_names({"answer": "Ram Lal v. State of Goa is not known.", "refused": True}) == []


@given(st.sets(st.integers(1, 9)), st.sets(st.integers(1, 9), min_size=1))
def test_f1_is_the_harmonic_mean(given_numbers: set[int], wanted: set[int]) -> None:
    scored = score(
        gold("cites", "; ".join(f"D{n}" for n in sorted(wanted))),
        answer("; ".join(f"D{n}" for n in sorted(given_numbers))),
        {},
    )
    hits = len(given_numbers & wanted)
    assert scored.f1 == pytest.approx(2 * hits / (len(given_numbers) + len(wanted)) if hits else 0)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ram Lal v. State of Goa was followed.", ["Ram Lal v. State"]),
        ("Maneka Gandhi v. Union of India was followed.", []),
        ("As said by Sita Devi v. Gita Devi.", []),
        ("Nobody is named here.", []),
    ],
)
def test_fabricated_names(text: str, names: list[str]) -> None:
    brought = {
        "question": "?",
        "answer": text,
        "answers": [{"title": "Maneka Gandhi v. Union of India"}],
        "sources": [{"quote": "As said by Sita Devi v. Gita Devi before."}],
    }
    assert fabricated_names(brought) == names


def test_false_quotes_are_those_in_none_of_their_documents() -> None:
    texts = {"C1": squeeze("The appeal is, therefore,\n dismissed."), "C2": squeeze("Allowed.")}
    sources = [
        {"quote": "The appeal is therefore dismissed", "documents": ["C1"]},
        {"quote": "The appeal is therefore dismissed", "documents": ["C2", "C1"]},
        {"quote": "The appeal is allowed", "documents": ["C1"]},
        {"quote": "Whatever", "documents": ["unknown"]},
    ]
    assert false_quotes({"sources": sources}, texts) == 1


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


LABELLED = [
    {**gold("treatment", "doc_puttaswamy"), "id": "a", "question": "Which later cases overruled ADM Jabalpur?"},
    {**gold("cites", "doc_cooper; doc_batra"), "id": "b", "question": "cases referred in Maneka Gandhi"},
    {**gold("provision_text", provisions="art:21A"), "id": "c", "question": "What does Article 21A say?"},
    {**gold("unanswerable", answerable=False), "id": "d", "question": "What does Article 399A provide?"},
    {**gold("unanswerable", answerable=False), "id": "e", "question": "What does Article 21 provide?"},
]


def written(folder: Path, questions: list[dict[str, Any]]) -> Path:
    path = folder / "qa.jsonl"
    path.write_text("".join(json.dumps(q) + "\n" for q in questions), encoding="utf-8")
    return path


def test_an_evaluation_gives_the_figures_of_the_contract(store: Store, tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    evaluation = evaluate(store, written(tmp_path, LABELLED), progress=lambda *told: seen.append(told))
    figures = evaluation.as_json()
    assert list(figures) == [
        "f1",
        "precision",
        "recall",
        "by_type",
        "refused",
        "fabricated",
        "false_quotes",
        "latency_ms",
    ]
    assert figures["by_type"] == {"cites": pytest.approx(0.4), "provision_text": 1.0, "treatment": 1.0}
    assert figures["refused"] == {"unanswerable": 0.5, "answerable": 0.0}
    assert figures["fabricated"] == 0
    assert set(figures["latency_ms"]) == {"p50", "p95"}
    assert seen == [(n, 5, id) for n, id in enumerate("abcde", 1)]


def labelled(**parts: Any) -> str:
    """A line of labels."""
    return json.dumps({**gold("cites"), "id": "q1", "question": "?", **parts})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("not json", "line 1: not JSON"),
        ('{"id": "q1"}', r"line 1: it needs type \(text\), question \(text\), answerable \(true or false\)"),
        ("[1, 2]", "line 1: it needs id"),
        (
            labelled(answer_provisions=["art:21", "ext:Hadis", "xyz:3"]),
            "line 1: xyz:3 is of no known act; give act:number",
        ),
        (labelled(answer_provisions=["ipc/302"]), "line 1: ipc/302 is of no known act"),
        (labelled(answer_cases=[["C1"]]), "line 1: answer_cases is to be a list of texts"),
        (labelled(about="C1"), "line 1: about is to be a list of texts"),
        (labelled(also_ok=["xyz:3"]), "line 1: xyz:3 is of no known act"),
        (labelled(answer_provisions=["302"]), "line 1: 302 is of no known act"),
        (labelled(about=["C12", "xyz:3"]), "line 1: xyz:3 is of no known act"),
    ],
)
def test_a_wrong_label_file_is_one_clear_line(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "qa.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(LabelError, match=message) as caught:
        read_questions(path)
    assert str(path) in str(caught.value)


def test_a_missing_label_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="cannot be read"):
        read_questions(tmp_path / "absent.jsonl")


def reference(script: Path, labels: Path, evaluation: Evaluation, folder: Path, *options: str) -> dict[str, Any]:
    predictions = folder / "predictions.jsonl"
    write_predictions(evaluation, predictions)
    run = subprocess.run(
        [sys.executable, str(script), str(labels), str(predictions), *options],
        capture_output=True,
        text=True,
        check=True,
    )
    printed: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return printed


@pytest.fixture
def script(shared_data: Path) -> Path:
    path = shared_data.parent / "score_qa.py"
    if not path.is_file():
        pytest.skip(f"the reference scorer is not at {path}")
    return path


def same(figures: dict[str, Any], printed: dict[str, Any]) -> None:
    for key in ("f1", "precision", "recall", "by_type", "refused", "fabricated", "false_quotes"):
        assert figures[key] == pytest.approx(printed[key]), key


def test_the_reference_scorer_gives_the_same_figures(store: Store, script: Path, tmp_path: Path) -> None:
    labels = written(tmp_path, LABELLED)
    evaluation = evaluate(store, labels)
    same(evaluation.as_json(), reference(script, labels, evaluation, tmp_path))


def arbitrary_answer(item: dict[str, Any], documents: list[str], dice: random.Random) -> dict[str, Any]:
    """An answer that is now right, now wrong, in every way that is scored."""
    chosen = [d for d in item["answer_cases"] if not d.startswith("ext:")] + dice.sample(documents, 3)
    outside = [d.removeprefix("ext:") for d in item["answer_cases"] if d.startswith("ext:")]
    acts = {"art": ART, "ipc": IPC, "crpc": "code-of-criminal-procedure-1973/section-"}
    numbers = [p.split(":") for p in item["answer_provisions"] if p.split(":")[0] in acts]
    drawn = answer(
        "; ".join(dice.sample(chosen, dice.randint(0, len(chosen)))),
        " ".join(acts[act] + n for act, n in numbers if dice.random() < 0.7),
        refused=dice.random() < 0.3,
    )
    drawn["answers"] += [{"id": o, "kind": "case", "title": o} for o in outside if dice.random() < 0.7]
    drawn["answer"] = dice.choice(["", "Ram Lal v. State of Goa held so.", f"{' '.join(outside)} was followed."])
    for node in drawn["answers"]:
        node["documents"] = [f"folder/{d}" if dice.random() < 0.3 else d for d in node.get("documents", [])]
    place = dice.randint(0, 400)
    drawn["sources"] = [{"quote": "no judgment says this", "documents": [dice.choice(documents)]}]
    drawn["sources"].append({"quote": "x" * place, "documents": ["nowhere"]})
    return drawn


VALUES: list[dict[str, Any]] = [
    {},
    {},
    {"answer_value": "Ram Lal"},
    {"answer_value": ["9", "held so"], "tolerance": 1},
    {"must_mention": ["Ram Lal held", {"fact": "nothing of it"}]},
    {"type": "open", "must_mention": ["Goa"]},
    {"type": "fact", "answer_value": 3},
    {"also_ok": ["ipc:302", f"{ART}21", "1950_ak_gopalan"]},
]


def test_the_reference_scorer_agrees_on_arbitrary_answers(script: Path, shared_data: Path, tmp_path: Path) -> None:
    labels = shared_data / "labels" / "qa.jsonl"
    folder = shared_data / "judgments" / "landmarks"
    questions, alias = read_questions(labels), read_aliases(labels.parent / "aliases.json")
    dice = random.Random(7)
    documents = [path.stem for path in folder.glob("*.md")] + sorted(alias)
    asked = [{**q, **dice.choice(VALUES)} for q in questions]
    labels = written(tmp_path, asked)
    questions = read_questions(labels)
    predictions = [Prediction(q["id"], arbitrary_answer(q, documents, dice), 0.1) for q in questions]
    evaluation = measure(questions, predictions, alias, read_texts([folder]))
    options = ["--aliases", str(shared_data / "labels" / "aliases.json"), "--texts", str(folder)]
    printed = reference(script, labels, evaluation, tmp_path, *options)
    same(evaluation.as_json(), printed)
    assert printed["false_quotes"] > 0
    assert printed["fabricated"] > 0


def test_an_id_that_is_there_twice_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "qa.jsonl"
    item = {
        "id": "q1",
        "type": "cites",
        "question": "?",
        "answerable": True,
        "answer_cases": [],
        "answer_provisions": [],
    }
    path.write_text(f"{json.dumps(item)}\n" * 2)
    with pytest.raises(LabelError, match="line 2: the id q1 is there twice"):
        read_questions(path)

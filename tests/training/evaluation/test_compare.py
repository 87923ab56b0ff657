"""Four ways of answering, judged before anything is dropped."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.store import Store
from qa.ask import gather
from qa.models.prompt import messages
from tests.support.cli_runs import lawgraph
from tests.support.qa_graphs import landmarks
from training.evaluation.authorities import authorities
from training.evaluation.generation import Draft
from training.evaluation.judged import Judged, interval, judge, row

QUESTION = "Which later cases overruled ADM Jabalpur?"
ITEM: dict[str, Any] = {"id": "1", "type": "treatment", "question": QUESTION, "answerable": True}
ITEM |= {"answer_cases": [], "answer_provisions": [], "answer_ids": ["puttaswamy"]}
TRUE = (
    "K.S. Puttaswamy v. Union of India (2017) overruled "
    "Additional District Magistrate, Jabalpur v. Shivkant Shukla (1976). [1]"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def judged(store: Store, draft: str, item: dict[str, Any] = ITEM) -> Judged:
    understood, evidence = gather(store, item["question"])
    messages(item["question"], evidence)
    return judge(item, draft, evidence, understood.named_ids(), {})


@pytest.mark.parametrize(
    ("draft", "f1", "verified", "fabricated", "refused"),
    [
        (TRUE, 1.0, 1.0, 0, False),
        (f"{TRUE}\nManeka Gandhi v. Union of India (1978) overruled it.", 2 / 3, 0.5, 0, False),
        ("Ram Lal v. State of Goa (1999) overruled it.", 0.0, 0.0, 1, False),
        ("The evidence does not answer this question.", 0.0, None, 0, True),
        ("", 0.0, 0.0, 0, True),
        ("I am sorry, I cannot say.", 0.0, None, 0, True),
    ],
)
def test_a_draft_is_judged_before_verification(
    store: Store, draft: str, f1: float, verified: float | None, fabricated: int, refused: bool
) -> None:
    found = judged(store, draft)
    assert found.f1 == pytest.approx(f1)
    assert found.verified == verified
    assert (found.fabricated, found.refused) == (fabricated, refused)


def test_the_right_provision_must_come_first(store: Store) -> None:
    item = ITEM | {"type": "provision_text", "question": "What does Article 21 of the Constitution of India say?"}
    item["answer_ids"] = ["constitution-of-india/article-21"]
    assert judged(store, "Article 21 of the Constitution of India.", item).exact == 1.0
    assert judged(store, "Article 14 of the Constitution of India and Article 21.", item).exact == 0.0


def test_authorities_outside_the_evidence_are_found_in_the_graph_or_are_unknown(store: Store) -> None:
    evidence = gather(store, QUESTION)[1]
    found = authorities("See Vishaka v. State of Rajasthan (1997). Foo Bar v. State of Nowhere differs.", evidence)
    assert found.ids == ["vishaka"]
    assert found.unknown == ["Foo Bar v. State of Nowhere"]


def test_a_row_has_means_counts_and_intervals() -> None:
    drafts = [Draft("x", 10, 2.0)] * 4
    right = Judged("1", True, 1.0, None, 1.0, 0, False)
    wrong = Judged("2", True, 0.0, None, 0.0, 2, True)
    unanswerable = Judged("3", False, None, None, None, 0, True)
    found = row([right, right, wrong, unanswerable], drafts, 1)
    assert found["f1"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["fabricated"] == 2
    assert found["refused"] == {"unanswerable": 1.0, "answerable": pytest.approx(1 / 3, abs=1e-4)}
    assert found["refusal_accuracy"] == 0.75
    assert found["tokens_per_second"] == 5.0
    low, high = found["intervals"]["f1"]
    assert 0 <= low < found["f1"] < high <= 1


def test_intervals_repeat_narrow_with_more_questions_and_are_none_without() -> None:
    assert interval([], 1) is None
    assert interval([0.5], 1) == [0.5, 0.5]
    few, many = interval([0.0, 1.0] * 5, 3), interval([0.0, 1.0] * 500, 3)
    assert few == interval([0.0, 1.0] * 5, 3)
    assert few
    assert many
    assert many[1] - many[0] < few[1] - few[0]


def test_the_command_writes_four_rows_and_goes_on_where_it_was(
    llama: str, tuned: Path, demo_graph: Path, tmp_path: Path
) -> None:
    questions = tmp_path / "questions.jsonl"
    item = ITEM | {"answer_ids": ["k-s-puttaswamy-v-union-of-india-2017"]}
    questions.write_text(json.dumps(item) + "\n")
    arguments = (
        "train",
        "evaluate",
        tuned,
        "--questions",
        questions,
        "--limit",
        6,
        "--out",
        tmp_path / "out",
        "--json",
    )
    result = lawgraph(*arguments, store=demo_graph)
    assert result.exit_code == 0, result.stderr
    rows = json.loads(result.stdout)["rows"]
    assert list(rows) == ["base", "tuned", "base_grounded", "tuned_grounded"]
    for figures in rows.values():
        assert {"f1", "verified_share", "fabricated", "refused", "intervals"} <= set(figures)
    drafts = (tmp_path / "out" / "drafts.jsonl").read_text()
    assert len(drafts.splitlines()) == 4
    assert (tmp_path / "out" / "comparison.md").read_text().count("\n") == 6
    assert (tmp_path / "out" / "comparison.png").read_bytes().startswith(b"\x89PNG")
    again = lawgraph(*arguments, store=demo_graph)
    assert again.stdout == result.stdout
    assert (tmp_path / "out" / "drafts.jsonl").read_text() == drafts


def test_a_file_that_holds_no_question_is_one_clear_line(
    llama: str, tuned: Path, demo_graph: Path, tmp_path: Path
) -> None:
    (tmp_path / "none.jsonl").write_text("")
    arguments = ("train", "evaluate", tuned, "--questions", tmp_path / "none.jsonl", "--out", tmp_path / "out")
    result = lawgraph(*arguments, store=demo_graph)
    assert result.exit_code != 0
    assert "none.jsonl: there is nothing in it; give JSON lines with id, type, question" in result.stderr

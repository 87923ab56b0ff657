"""Training data: instruction sets as they come, cleaning, leakage, splits by subject, grounded examples."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.labels import LabelError
from kg.store import Store
from qa.ask import gather
from qa.models.prompt import messages
from qa.verification.verify import verify
from tests.support.cli_runs import lawgraph
from tests.support.qa_graphs import landmarks
from training.errors import TrainingError
from training.examples.clean import clean, tidied
from training.examples.example import Example, read_examples, write_examples
from training.examples.grounded import Grounded, Report, grounded
from training.examples.instructions import chat_of, read_instructions
from training.examples.split import split
from training.examples.subjects import subjects


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


@pytest.fixture(scope="module")
def made(store: Store) -> list[Grounded]:
    return list(grounded(store, 40, 3, Report()))


def asked(question: str, answer: str, about: tuple[str, ...] = ()) -> Example:
    chat = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    return Example(chat, subjects=list(about))


@pytest.mark.parametrize(
    ("record", "question", "answer"),
    [
        ({"question": "Q?", "answer": "A."}, "Q?", "A."),
        (
            {"Instruction": "Explain.", "Input": "Article 14", "Output": "Equality."},
            "Explain.\n\nArticle 14",
            "Equality.",
        ),
        ({"instruction": "Explain article 14.", "input": "article 14", "output": "E."}, "Explain article 14.", "E."),
        ({"Instruction": "I", "Input": "", "Output": "O", "Prompt": "### Instruction: I ### Response: O"}, "I", "O"),
        ({"messages": [{"role": "user", "content": "Q"}, {"role": "assistant", "content": "A"}]}, "Q", "A"),
        ({"conversations": [{"from": "human", "value": "Q"}, {"from": "gpt", "value": "A"}]}, "Q", "A"),
    ],
)
def test_instruction_sets_are_read_as_they_come(record: dict[str, Any], question: str, answer: str) -> None:
    chat = chat_of(record)
    assert chat is not None
    assert [turn["content"] for turn in chat] == [question, answer]


@pytest.mark.parametrize("record", [{}, "text", {"question": "Q?"}, {"messages": []}, {"messages": ["x", 3]}, None, 7])
def test_what_has_no_question_or_answer_is_no_example(record: Any) -> None:
    assert chat_of(record) is None


def test_a_file_with_bad_lines_gives_its_good_ones_and_names_the_others(tmp_path: Path) -> None:
    file = tmp_path / "set.jsonl"
    file.write_text('{"question": "Q?", "answer": "A."}\n\nnot json\n{"question": "only"}\n')
    examples, unused = read_instructions(str(file))
    assert [e.answer for e in examples] == ["A."]
    assert [line.split(",")[1].strip() for line in unused] == [
        "line 3: no question with an answer",
        "line 4: no question with an answer",
    ]


def test_the_real_instruction_sets_are_read(shared_data: Path) -> None:
    folder = shared_data / "instructions"
    counts = {file.name: len(read_instructions(str(file))[0]) for file in sorted(folder.glob("*.jsonl"))}
    assert counts["933prompts_constitution_train.jsonl"] > 900
    assert counts["150_lawergpt_dataset_qna_v1_train.jsonl"] > 140


def test_a_file_that_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(TrainingError, match="there is no file"):
        read_instructions("./absent.jsonl")


def test_near_duplicates_are_dropped_and_counted() -> None:
    long = (
        "What is the procedure by which the Constitution of India may be amended under Article 368 by Parliament today"
    )
    kept = clean([asked(f"{long}?", "By a special majority."), asked(f"{long} ?", "By a special majority.")])
    assert len(kept.examples) == 1
    assert [reason for reason, _ in kept.dropped] == ["near-duplicate"]


def test_a_planted_held_out_subject_is_caught_and_named() -> None:
    held_out = [("Is Golak Nath still good law?", ["golak"])]
    kept = clean([asked("Who overruled it?", "Kesavananda did.", ("golak",)), asked("Other?", "It is fine.")], held_out)
    assert [e.question for e in kept.examples] == ["Other?"]
    ((reason, question),) = kept.dropped
    assert question == "Who overruled it?"
    assert reason == "leaks golak, held out for “Is Golak Nath still good law?”"


def test_an_evaluation_question_in_other_clothes_is_caught() -> None:
    question = "Which later cases overruled the decision in ADM Jabalpur v. Shivkant Shukla on habeas corpus?"
    kept = clean([asked(question.upper(), "Puttaswamy did.")], [(question, [])])
    assert kept.examples == []
    assert kept.dropped[0][0].startswith("leaks the evaluation question")


def test_boilerplate_and_odd_signs_go() -> None:
    assert tidied("As an AI language model, I cannot.\u00a0 Article\u200b 14  says\x07 so.") == "Article 14 says so."
    assert tidied("### Response: Article 21.\n\n\n\nLife.") == "Article 21.\n\nLife."


@given(st.text(max_size=200))
def test_tidying_is_done_once_and_for_all(text: str) -> None:
    assert tidied(tidied(text)) == tidied(text)


def test_subjects_of_a_text_have_one_key_however_it_is_written() -> None:
    assert subjects("What does art. 21 of the Constitution say?") == subjects("Article 21, Constitution of India")
    assert subjects("Maneka Gandhi v. Union of India") == subjects("Maneka Gandhi vs Union of India: what was held?")
    assert len(subjects("Maneka Gandhi v. Union of India")) == 1
    assert subjects("Hello") == []


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=2), min_size=1, max_size=40), st.integers(0, 9))
def test_no_subject_is_on_both_sides(about: list[list[str]], seed: int) -> None:
    examples = [asked(f"Q{n}", "An answer.", tuple(of)) for n, of in enumerate(about)]
    training, held_out = split(examples, 0.3, seed)
    assert len(training) + len(held_out) == len(examples)
    assert len(held_out) <= round(0.3 * len(examples))
    assert not {s for e in training for s in e.subjects} & {s for e in held_out for s in e.subjects}
    assert (training, held_out) == split(examples, 0.3, seed)


def test_grounded_answers_pass_verification_and_cite_the_evidence(store: Store, made: list[Grounded]) -> None:
    for item in made:
        example = item.example
        shown = example.prompt[-1]["content"]
        if example.kind not in ("refusal", "false_premise"):
            assert all(line in shown for line in example.answer.splitlines())
            evidence = gather(store, example.question)[1]
            messages(example.question, evidence)
            assert verify(example.answer, evidence).dropped == []


def test_grounded_examples_are_of_many_kinds_with_refusals_and_false_premises(made: list[Grounded]) -> None:
    kinds = Counter(item.example.kind for item in made)
    assert 16 <= len(made) <= 40
    assert len(kinds) >= 8
    assert {"refusal", "false_premise"} <= set(kinds)
    refusals = [i.example.answer for i in made if i.example.kind == "refusal"]
    assert all(answer.startswith("The evidence does not") for answer in refusals)


def test_the_same_graph_and_seed_give_the_same_examples(store: Store, made: list[Grounded]) -> None:
    again = list(grounded(store, 40, 3, Report()))
    assert [i.example for i in again] == [i.example for i in made]
    assert [i.example for i in grounded(store, 40, 4, Report())] != [i.example for i in made]


def test_nothing_is_made_about_what_is_kept_out(store: Store) -> None:
    about = {s for i in grounded(store, 40, 3, Report(), frozenset({"maneka"})) for s in i.example.subjects}
    assert about
    assert "maneka" not in about


def test_examples_come_back_from_their_file(tmp_path: Path, made: list[Grounded]) -> None:
    examples = [item.example for item in made]
    write_examples(tmp_path / "e.jsonl", examples)
    assert read_examples(tmp_path / "e.jsonl") == examples
    (tmp_path / "bad.jsonl").write_text('{"messages": []}\n{"no": 1}\n')
    with pytest.raises(LabelError, match=r"bad\.jsonl, line 2"):
        read_examples(tmp_path / "bad.jsonl")


def test_train_data_writes_both_sides_questions_and_a_report(demo_graph: Path, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    record: dict[str, Any] = {
        "id": "1",
        "type": "cited_by",
        "question": "Which cases cite Maneka Gandhi v. Union of India?",
    }
    record |= {"answerable": True, "answer_cases": [], "answer_provisions": []}
    questions.write_text(json.dumps(record) + "\n")
    extra = tmp_path / "set.jsonl"
    planted = {"question": "What was held in Maneka Gandhi v. Union of India?", "answer": "Procedure must be fair."}
    extra.write_text(json.dumps(planted) + "\n")
    out = tmp_path / "out"
    arguments = ("--from-graph", "--count", 24, "--share", 0.3, "--questions", questions, "--out", out, "--json")
    result = lawgraph("train", "data", extra, *arguments, store=demo_graph)
    assert result.exit_code == 0, result.stderr
    report = json.loads(result.stdout)
    assert report == json.loads((out / "report.json").read_text())
    assert report["train"] == len(read_examples(out / "train.jsonl"))
    assert report["held_out"] == len(read_examples(out / "held_out.jsonl"))
    (leak,) = report["leaks"]
    assert "What was held in Maneka Gandhi" in leak
    assert all(json.loads(line)["id"] for line in (out / "questions.jsonl").read_text().splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [((), "name instruction sets, or give --from-graph"), (("empty.jsonl",), "nothing is left to train on")],
)
def test_nothing_to_learn_from_is_one_clear_line(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "empty.jsonl").write_text("")
    result = lawgraph("train", "data", *(tmp_path / a for a in arguments), "--out", tmp_path / "out")
    assert result.exit_code != 0
    assert said in result.stderr
    assert result.stderr.count("\n") == 1

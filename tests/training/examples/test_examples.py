"""A training example, its file, and the groups by which examples are split."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.labels import LabelError
from training.errors import TrainingError
from training.examples.example import Example, digest, read_examples, write_examples
from training.examples.split import grouped, split


def example(question: str = "Is it void?", answer: str = "It is void.", *subjects: str) -> Example:
    chat = [
        {"role": "system", "content": "Answer from the evidence alone."},
        {"role": "user", "content": f"Evidence:\n- none\nQuestion: {question}"},
        {"role": "assistant", "content": answer},
    ]
    return Example(chat, "grounded", "graph", list(subjects))


def test_an_example_is_a_prompt_and_the_answer_to_learn() -> None:
    made = example()
    assert made.question == "Is it void?"
    assert made.answer == "It is void."
    assert [message["role"] for message in made.prompt] == ["system", "user"]
    assert made.as_row() == {"prompt": made.messages[:2], "completion": made.messages[2:]}


def test_a_question_without_evidence_is_itself() -> None:
    plain = Example([{"role": "user", "content": "Is it void?"}, {"role": "assistant", "content": "Yes, it is."}])
    assert plain.question == "Is it void?"


def test_examples_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    made = [example("Is it void?", "“Yes”.", "a"), example("And that — too?", "No.\nIt stands.", "a", "b")]
    write_examples(tmp_path / "train.jsonl", made)
    assert read_examples(tmp_path / "train.jsonl") == made


@pytest.mark.parametrize("line", ["not json", "[]", "{}", '{"question": "Q"}', "3"])
def test_a_line_that_is_no_example_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "train.jsonl"
    write_examples(path, [example()])
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(LabelError, match="line 2: ") as caught:
        read_examples(path)
    assert str(path) in str(caught.value)


def test_a_file_that_is_not_there_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="lawgraph train data"):
        read_examples(tmp_path / "train.jsonl")


def test_a_digest_tells_files_apart_and_equal_ones_not(tmp_path: Path) -> None:
    for name, text in (("a", "one"), ("b", "one"), ("c", "two")):
        (tmp_path / name).write_text(text)
    found = digest([tmp_path / name for name in "abc"])
    assert found["a"] == found["b"] != found["c"]
    assert all(len(value) == 64 for value in found.values())


def test_examples_that_share_a_subject_are_one_group_directly_or_through_others() -> None:
    made = [
        example("1", "A one.", "maneka", "cooper"),
        example("2", "A two.", "cooper", "gopalan"),
        example("3", "A three.", "gopalan"),
        example("4", "A four.", "golak"),
        example("5", "A five."),
        example("6", "A six."),
    ]
    sizes = sorted(len(group) for group in grouped(made).values())
    assert sizes == [1, 1, 1, 3]


def test_a_group_too_large_for_the_held_out_share_is_trained_on() -> None:
    made = [example(str(n), "An answer.", "maneka") for n in range(8)]
    made += [example(f"{n} else", "An answer.", f"case{n}") for n in range(2)]
    training, held_out = split(made, 0.2, 1)
    assert {subject for e in held_out for subject in e.subjects} <= {"case0", "case1"}
    assert len(training) + len(held_out) == 10
    assert len(held_out) == 2


def test_nothing_is_held_out_where_no_share_is_asked_for() -> None:
    made = [example(str(n), "An answer.", str(n)) for n in range(5)]
    assert split(made, 0.0, 1) == (made, [])


@given(st.integers(0, 50), st.integers(1, 30))
def test_another_seed_holds_out_as_much(seed: int, count: int) -> None:
    made = [example(str(n), "An answer.", f"case{n}") for n in range(count)]
    _, held_out = split(made, 0.3, seed)
    assert len(held_out) == round(0.3 * count)


def test_the_file_is_what_trl_reads(tmp_path: Path) -> None:
    write_examples(tmp_path / "train.jsonl", [example()])
    record = json.loads((tmp_path / "train.jsonl").read_text(encoding="utf-8"))
    assert [message["role"] for message in record["messages"]] == ["system", "user", "assistant"]
    assert (record["kind"], record["origin"]) == ("grounded", "graph")

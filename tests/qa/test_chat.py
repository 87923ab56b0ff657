"""Conversations: what a question that points back is made of, what is asked back, and what is never carried over."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from cli import main
from kg.store import Store
from qa.answer import Answer
from qa.chat import Conversation
from qa.errors import QuestionError
from tests.support.qa_graphs import CONSTITUTION, IPC, landmarks

ART = f"{CONSTITUTION}/article-"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "landmarks.db"
    landmarks(path).close()
    return path


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield opened
    opened.close()


def talk(store: Store, *questions: str) -> Answer:
    """The answer to the last of the questions."""
    conversation = Conversation(store)
    given = [conversation.ask(conversation.standing(question)) for question in questions]
    return given[-1]


# questions asked one after another | the last as it was asked of the graph | ids that answer it
FOLLOWED = f"""
cases citing Gopalan > and which of those were later overruled? | and which of those were later overruled? | golak
cases citing Gopalan > which of them cite Kharak Singh? | which of them cite Kharak Singh? | maneka puttaswamy
cases citing Gopalan > which of these cases overruled an earlier one? | which of these cases overruled an earlier one? | cooper puttaswamy
cases citing Maneka Gandhi > which of those are after 1980? | which of those are after 1980? | francis vathee shreya puttaswamy
cases citing Maneka Gandhi > which of them are by Justice Bhagwati? | which of them are by Justice Bhagwati? | francis
cases citing Maneka Gandhi > do any of those refer to Article 21? | do any of those refer to Article 21? | francis vathee puttaswamy
cases citing Gopalan > is the first one still good law? | is I.C. Golak Nath v. State of Punjab (AIR 1967 SC 1643) still good law? | kesavananda
cases citing Gopalan > cases citing the last one | cases citing K.S. Puttaswamy v. Union of India, (2017) 10 SCC 1 |
cases citing Gopalan > What does the 3rd case say about passports? | What does Maneka Gandhi v. Union of India (AIR 1978 SC 597) say about passports? | maneka
Which cases mention Article 21? > what about article 19? | Which cases mention Article 19 of the Constitution of India? | shreya maneka
Which cases mention Article 21? > and art 14? | Which cases mention Article 14 of the Constitution of India? | maneka
Which cases mention Article 21? > and after 2000? | Which cases mention Article 21 after 2000 | puttaswamy
What does Article 21 say? > and section 302 IPC? | What does Section 302 of the Indian Penal Code, 1860 say? | {IPC}/section-302
S. 302 of the Penal Code - what does it provide? > same for section 84 | Section 84 of the Indian Penal Code, 1860 - what does it provide? | {IPC}/section-84
What does Article 21 say? > which cases mention it? | which cases mention Article 21 of the Constitution of India? | puttaswamy maneka francis vathee
Is Golak Nath still good law? > what about Kharak Singh? | Is Kharak Singh v. State of Uttar Pradesh (AIR 1963 SC 1295) still good law? | puttaswamy
Is Golak Nath still good law? > who overruled it? | who overruled I.C. Golak Nath v. State of Punjab (AIR 1967 SC 1643)? | kesavananda
Which provisions did Maneka Gandhi turn on? > which cases cite this judgment? | which cases cite Maneka Gandhi v. Union of India (AIR 1978 SC 597)? | batra prem francis vathee shreya puttaswamy
Which later cases overruled ADM Jabalpur? > what does it say about privacy? > the second one | what does K.S. Puttaswamy v. Union of India, (2017) 10 SCC 1 say about privacy? | puttaswamy
Which later cases overruled ADM Jabalpur? > what does it say about privacy? > Puttaswamy | what does K.S. Puttaswamy v. Union of India, (2017) 10 SCC 1 say about privacy? | puttaswamy
cases citing Gopalan > Is it permissible to impound a passport? | Is it permissible to impound a passport? | maneka
cases citing Gopalan > Which later cases overruled ADM Jabalpur? | Which later cases overruled ADM Jabalpur? | puttaswamy
"""  # noqa: E501


@pytest.mark.parametrize("row", FOLLOWED.strip().splitlines())
def test_a_question_that_points_back_is_made_to_stand_by_itself(store: Store, row: str) -> None:
    questions, asked, ids = (part.strip() for part in row.split("|"))
    answer = talk(store, *questions.split(" > "))
    assert answer.question == asked
    assert [authority.id for authority in answer.answers] == ids.split()
    assert not answer.refused


# questions | what the refusal of the last one says
ASKED_BACK = """
it | nothing asked before this names what it could mean
which of those were overruled? | no answer before this one names cases
cases citing Gopalan > the ninth one | the last answer names four authorities
Which later cases overruled ADM Jabalpur? > is it still good law? | (AIR 1976 SC 1207) or K.S. Puttaswamy
Did Puttaswamy follow or overrule Maneka Gandhi? > what about Kharak Singh? | names two cases: ask the whole question
What does Article 21 say? > which of those were overruled? | no answer before this one names cases
"""


@pytest.mark.parametrize("row", ASKED_BACK.strip().splitlines())
def test_what_is_not_clear_is_asked_back(store: Store, row: str) -> None:
    questions, reason = (part.strip() for part in row.split("|"))
    answer = talk(store, *questions.split(" > "))
    assert answer.refused
    assert reason in answer.answer


def test_only_what_the_graph_has_is_carried_over(store: Store) -> None:
    """A refused question about an invented case leaves nothing behind for the next one."""
    invented = "Which later cases follow Maneka Gandhi v. State of Kerala (1985)?"
    assert talk(store, invented).refused
    assert talk(store, invented, "is it still good law?").refused
    answer = talk(store, "Is Golak Nath still good law?", invented, "who overruled it?")
    assert answer.question == "who overruled I.C. Golak Nath v. State of Punjab (AIR 1967 SC 1643)?"


def test_a_question_that_cannot_be_read_changes_nothing(store: Store) -> None:
    conversation = Conversation(store)
    conversation.ask(conversation.standing("Is Golak Nath still good law?"))
    with pytest.raises(QuestionError):
        conversation.standing("?!")
    assert conversation.standing("who overruled it?").text.startswith("who overruled I.C. Golak Nath")


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from([*"itthem", "those", "the second one", "and", "article 21", "?", "Gopalan"]), min_size=1)
)
def test_no_answer_names_what_is_not_in_the_graph(store: Store, words: list[str]) -> None:
    conversation = Conversation(store)
    conversation.ask(conversation.standing("cases citing Gopalan"))
    try:
        answer = conversation.ask(conversation.standing(" ".join(words)))
    except QuestionError:
        return
    found = store.nodes([authority.id for authority in answer.answers])
    assert [node.id for node in found] == [authority.id for authority in answer.answers]


def chat(graph: Path, lines: str, *options: str) -> Result:
    return CliRunner(catch_exceptions=False).invoke(main, ["chat", *options, "--store", str(graph)], input=lines)


def test_a_pipe_is_answered_line_by_line_as_json(graph: Path) -> None:
    result = chat(graph, "cases citing Gopalan\n\n?!\nand which of those were later overruled?\n", "--json")
    turns = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [turn["turn"] for turn in turns] == [1, 2, 3]
    assert len(turns[0]["answers"]) == 4
    assert "the question is empty" in turns[1]["error"]
    assert "the question is empty" in result.stderr
    assert [a["id"] for a in turns[2]["answers"]] == ["golak"]


def test_a_conversation_is_shown_as_it_was_understood(graph: Path) -> None:
    result = chat(graph, "Is Golak Nath still good law?\nwho overruled it?")
    assert result.exit_code == 0
    assert "Asked: who overruled I.C. Golak Nath v. State of Punjab" in " ".join(result.stdout.split())
    assert result.stdout.count("is no longer good law") == 1
    assert result.stderr == ""


def test_an_empty_conversation_ends_well(graph: Path) -> None:
    result = chat(graph, "")
    assert (result.exit_code, result.stdout) == (0, "")

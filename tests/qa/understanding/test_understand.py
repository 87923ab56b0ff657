# ruff: noqa: E501
"""What of a question describes a case and what is asked, as the words stand: asides, numbers in words, authors."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store import Store
from qa.text import wording
from qa.understanding.numerals import in_figures
from qa.understanding.understand import understand
from tests.support.qa_graphs import landmarks

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def spelled(number: int) -> str:
    """A number from 1 to 999 as people write it."""
    hundreds, rest = divmod(number, 100)
    words = [f"{ONES.split()[hundreds - 1]} hundred"] if hundreds else []
    if rest >= 20:
        words.append("-".join(filter(None, [TENS.split()[rest // 10 - 2], *ONES.split()[rest % 10 - 1 : rest % 10]])))
    elif rest:
        words.append(ONES.split()[rest - 1])
    return " and ".join(words)


@given(st.integers(1, 999), st.sampled_from(["section", "Article", "sections"]))
def test_numbers_in_words_are_read(number: int, kind: str) -> None:
    assert (
        in_figures(f"what does {kind} {spelled(number)} of the Code say?")
        == f"what does {kind} {number} of the Code say?"
    )


def test_words_that_are_no_numbers_of_provisions_stay() -> None:
    text = "which two sections, and which one article, did a section of the bench cite?"
    assert in_figures(text) == text


# question | ids of the cases it names | numbers of the provisions
NAMED = """
Maneka Gandhi v. Union of India (impounded passport, section 302 and Gopalan) - cited in? | maneka |
Maneka Gandhi v. Union of India (1978, liberty under article 21) - cited in? | maneka |
cases citing Maneka Gandhi (on article 21) | maneka | 21
Which cases cite Maneka Gandhi (after 1980)? | maneka |
the Gopalan passport case, Maneka Gandhi v. Union of India | maneka |
Maneka Gandhi (a journalist whose passport was taken) v. Union of India: which articles? | maneka |
(1978) 1 SCC 248, the passport case on article 21: who cites it? | maneka |
Did Maneka Gandhi and Gopalan rest on article 21? | maneka gopalan | 21
Compare Maneka Gandhi, Gopalan and Kharak Singh | maneka gopalan kharak |
How did teachers of J&K fare under Maneka Gandhi? | maneka |
Does Maneka Gandhi fix 14 days' notice? | maneka |
"""


@pytest.mark.parametrize("row", NAMED.strip().splitlines())
def test_what_describes_a_case_is_not_asked(store: Store, row: str) -> None:
    question, ids, numbers = (cell.strip() for cell in row.split("|"))
    read = understand(store, question)
    assert [node.id for node in read.named_cases()] == ids.split()
    assert [provision.number for provision in read.provisions] == numbers.split()


@pytest.mark.parametrize(
    "question",
    [
        "judgments by P.N. Bhagwati citing Maneka Gandhi",
        "Judgements authored by P.N. Bhagwati where Maneka Gandhi is referred to",
        "decisions of P. N. Bhagwati, J. on Maneka Gandhi",
        "decisions by Justice Bhagwatti on Maneka Gandhi",
    ],
)
def test_an_author_is_a_judge_and_no_party(store: Store, question: str) -> None:
    read = understand(store, question)
    assert [wording.title(judge) for judge in read.judges] == ["P.N. Bhagwati"]
    assert [node.id for node in read.named_cases()] == ["maneka"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Which case held that a confession made to a forest guard is barred by section 25?", "known_case"),
        ("Which judgment deals with CrPC 125 (a wife's keep while a suit is pending)?", "cases_on_provision"),
        ("Which cases speak of section 302 IPC and the keeper of a lighthouse?", "cases_on_provision"),
    ],
)
def test_a_case_known_for_something_beside_a_provision_is_not_all_cases_on_it(
    store: Store, text: str, intent: str
) -> None:
    assert understand(store, text).intent == intent


@pytest.mark.parametrize(
    "text",
    [
        "bina warrant ke ghar ki talashi, kya police le sakti hai gopalan ji ke ghar",
        "Privacy of my phone: can police look into it without a warrant?",
    ],
)
def test_a_word_of_a_free_question_is_no_case_that_happens_to_be_named_so(store: Store, text: str) -> None:
    assert understand(store, text).cases == []


@pytest.mark.parametrize("text", ["Gopalan", "Gopalan case", "was gopalan overruled?"])
def test_a_name_by_itself_or_called_a_case_or_related_to_others_is_one(store: Store, text: str) -> None:
    assert [case.node.id for case in understand(store, text).cases if case.node] == ["gopalan"]

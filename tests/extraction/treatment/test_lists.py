"""Which cases are named in one breath, and share what is said of them."""

import pytest

from extraction.citations.cases import find_cases
from extraction.citations.citations import find_citations
from extraction.text.sentences import sentence_at, sentence_starts
from extraction.treatment.lists import bridged, lists

A = "Ram Lal v. State of Bihar, AIR 1960 SC 27"
B = "Mohan Das v. State of Assam, AIR 1970 SC 41"
C = "Sohan Nath v. State of Punjab, AIR 1980 SC 100"


def listed(text: str) -> list[tuple[int, int]]:
    """The list that each case of the text stands in."""
    cases = find_cases(text, find_citations(text))
    starts = bridged(sentence_starts(text), cases)
    return lists(text, cases, [sentence_at(starts, len(text), case.start, case.end) for case in cases])


@pytest.mark.parametrize(
    "text",
    [
        f"We follow {A} and {B}.",
        f"We follow {A}; {B}.",
        f"We follow {A} as well as {B}.",
        f"We follow the decisions in {A} and in {B}.",
        f"We follow {A} (supra) & {B}.",
    ],
)
def test_two_cases_of_one_list(text: str) -> None:
    assert listed(text) == [(0, 1), (0, 1)]


@pytest.mark.parametrize("text", [f"{A}, {B} and {C} are distinguishable.", f"See {A}; {B}; {C}."])
def test_three_cases_of_one_list(text: str) -> None:
    assert listed(text) == [(0, 2)] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"In {A}, {B} was overruled.",
        f"{A} was overruled in {B}.",
        f"{A} was followed. {B} was not.",
        f"We follow {A} but we do not follow {B}.",
        f"{A} distinguished {B}.",
    ],
)
def test_two_cases_that_are_named_apart(text: str) -> None:
    assert listed(text) == [(0, 0), (1, 1)]


def test_a_list_and_a_case_after_it() -> None:
    assert listed(f"{A} and {B} were overruled in {C}.") == [(0, 1), (0, 1), (2, 2)]


def test_one_case_is_a_list_of_one() -> None:
    assert listed(f"We follow {A}.") == [(0, 0)]
    assert listed("We follow no case.") == []


def test_no_sentence_begins_inside_a_case() -> None:
    text = f"We follow {A}. The appeal fails."
    cases = find_cases(text, find_citations(text))
    inside = cases[0].start + 8
    after = text.index("The appeal")
    assert bridged([0, inside, after], cases) == [0, after]
    assert bridged([0, cases[0].start, after], cases) == [0, cases[0].start, after]

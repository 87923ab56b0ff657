"""A case asked for by what it stands for."""

import pytest

from qa.query.known import described


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In which case was it held that a ferry licence is no property?", "a ferry licence is no property"),
        ("Which judgment first laid down that a tenant may cut the hedge?", "a tenant may cut the hedge"),
        (
            "the case where a lighthouse keeper was dismissed by telegram",
            "a lighthouse keeper was dismissed by telegram",
        ),
        ("Name the ruling on fishing rights of islanders", "fishing rights of islanders"),
        ("Who held that a lease of a well runs with the land?", "a lease of a well runs with the land"),
        ("leading authority on bribing a night watchman", "bribing a night watchman"),
        ("a cook poisoned by his own soup - which case?", "a cook poisoned by his own soup"),
        ("the Salt Pans case", "Salt Pans"),
        ("What was decided in the Salt Pans case?", "Salt Pans"),
    ],
)
def test_what_the_case_stands_for(text: str, told: str) -> None:
    found = described(text)
    assert found is not None
    assert (found.told, found.several) == (told, False)


def test_several_cases_may_be_asked_for() -> None:
    found = described("Which decisions say that a ferry licence is no property?")
    assert found is not None
    assert found.several


@pytest.mark.parametrize(
    "text",
    [
        "What case can I file against a builder who keeps my deposit?",
        "Which case will be registered if a dog bites the postman?",
        "Can the police refuse to register a case of theft?",
        "he lost the case and now will not pay",
        "Which section punishes the theft of a boat?",
        "What is the limit for filing an appeal in a criminal case?",
    ],
)
def test_a_case_that_somebody_brings_is_none(text: str) -> None:
    assert described(text) is None

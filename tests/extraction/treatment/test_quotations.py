"""Quotation marks as judgments print them: typographic, straight, doubled, left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.treatment.quotations import is_quoted, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He held: “the rule is void”.", ["the rule is void"]),
        ('He held: "the rule is void".', ["the rule is void"]),
        ("He held: ''the rule is void''.", ["the rule is void"]),
        ('("the rule") and ["the order"]', ["the rule", "the order"]),
        ("“One” and “two”", ["One", "two"]),
        ('"A whole paragraph.\nIn two lines."', ["A whole paragraph.\nIn two lines."]),
        ('He read—"the rule"', ["the rule"]),
        ('He read"the rule"', []),
        ("He read —“the rule”", ["the rule"]),
        ("nothing is quoted here", []),
        ("“never closed", []),
        ("closed only”", []),
        ('It was 5" by 7" in size', []),
        ("“first “second” and more”", ["second"]),
        ("", []),
    ],
)
def test_what_stands_between_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_a_mark_that_is_closed_pages_later_quotes_nothing() -> None:
    assert quotations("“" + "words and words " * 500 + "”") == []


@pytest.mark.parametrize(("word", "within"), [("held", False), ("void", True), ("agreed", False), ("so", True)])
def test_whether_a_place_is_quoted(word: str, within: bool) -> None:
    text = "He held “it is void” and she agreed “it was so”."
    assert is_quoted(quotations(text), text.index(word)) is within


def test_nothing_is_quoted_where_there_are_no_quotations() -> None:
    assert not is_quoted([], 0)


@given(st.text(alphabet="ab \"'“”(.", max_size=80))
def test_quotations_are_ascending_and_apart(text: str) -> None:
    spans = quotations(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(not set(text[start:end]) & {"“", "”"} for start, end in spans)

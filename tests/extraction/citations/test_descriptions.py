"""What a text says a case stands for."""

import pytest

from extraction.records import Paragraph
from tests.support.reading import read_mentions

A = "Bela Ghosh v. State of Assam, AIR 1961 SC 12"
B = "Tara Mills v. Union of India, (1972) 1 SCC 9"
FERRY = "a ferry licence granted for a term of years may be revoked only for cause shown"


def described(text: str) -> list[tuple[str, str]]:
    """The cases of a text with each description of them."""
    references = read_mentions(text, [Paragraph(None, 0, len(text))], "Ram v. State").references
    return [(r.title, m.description.text) for r in references for m in r.mentions if m.description]


@pytest.mark.parametrize(
    "text",
    [
        f"In {A}, this Court held that {FERRY}.",
        f"It was laid down by this Court in {A} that {FERRY}.",
        f"This Court in {A} followed the settled principle that {FERRY}.",
        f"The appeal was heard. In {A}, it was held: {FERRY[0].upper()}{FERRY[1:]}. The appeal was then allowed.",
        f"{FERRY[0].upper()}{FERRY[1:]}. See {A}. The appeal was heard at length by the learned judge below.",
        f"{FERRY[0].upper()}{FERRY[1:]}. These aspects were highlighted in {A}. The appeal was then allowed.",
    ],
)
def test_what_was_held_is_told_by_the_sentence_or_the_one_it_points_to(text: str) -> None:
    [(title, said)] = described(text)
    assert title == "Bela Ghosh v. State of Assam"
    assert FERRY in said.lower()
    assert "Ghosh" not in said
    assert "appeal" not in said


def test_each_case_of_a_list_stands_for_what_the_list_is_given_for() -> None:
    found = described(f"It is settled that {FERRY}: {A} and {B}.")
    assert [title for title, _ in found] == ["Bela Ghosh v. State of Assam", "Tara Mills v. Union of India"]
    assert {said for _, said in found} == {f"{FERRY}."}


def test_a_name_with_nothing_said_of_it_is_described_by_nothing() -> None:
    assert described(f"See {A}; {B}.") == []
    assert described(f"Reliance was placed on {A}. Counsel was heard.") == []


def test_what_is_said_again_is_kept_once_and_no_more_than_three_are() -> None:
    rules = [f"a {thing} let for a season must be returned in the state it was found" for thing in ("boat", "cart")]
    rules += [f"a {thing} lent for a day may be used for no other purpose" for thing in ("mule", "plough")]
    text = " ".join(f"In {A}, it was held that {rule}." for rule in [*rules, rules[0]])
    said = [text for _, text in described(text)]
    assert len(said) == 3
    assert len(set(said)) == 3

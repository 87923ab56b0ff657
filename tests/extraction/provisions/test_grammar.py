"""How provisions are written: the words that introduce them, lists, ranges, and the parts of a number."""

import pytest

from extraction.provisions.grammar import find_groups, number_list


def read(text: str) -> list[tuple[str, str, str | None]]:
    """(kind, number, clause) of every provision of a text."""
    return [(group.kind, one.number, one.clause) for group in find_groups(text) for one in group.numbers]


@pytest.mark.parametrize(
    ("text", "kind", "number", "clause"),
    [
        ("The charge is under section 302.", "section", "302", None),
        ("The accused was tried u/s 307 by the Sessions Judge.", "section", "307", None),
        ("He was convicted under S. 304B of the Code.", "section", "304B", None),
        ("Complaint lies under Sec. 138 alone.", "section", "138", None),
        ("The petition under Art. 32 is maintainable.", "article", "32", None),
        ("ARTICLE 226 has a wider reach.", "article", "226", None),
        ("The right in Article 19(1)(a) is not absolute.", "article", "19", "(1)(a)"),
        ("as Section 6 (1) (b) provides", "section", "6", "(1)(b)"),
        ("sub-section (2) of section 11 was inserted later", "section", "11", "(2)"),
        ("clause (a) of sub-section (1) of section 13 is attracted", "section", "13", "(1)(a)"),
        ("the proviso to sub-section (3) of section 24 saves it", "section", "24", "(3)"),
        ("He was tried under Section 354 C. After that", "section", "354C", None),
        ("He was tried under Section 34 A. Kumar came", "section", "34", None),
        ("He was tried under section 354-d and fined", "section", "354D", None),
        ("Section 34-a man was named under it", "section", "34", None),
        ("Section 5e.g. is plain", "section", "5", None),
        ("The plaint was rejected under Order VII Rule 11.", "order-rule", "7-rule-11", None),
        ("An application under O. 39, r. 1 was moved.", "order-rule", "39-rule-1", None),
        ("Rule 17 of Order VI permits it.", "order-rule", "6-rule-17", None),
        ("under Order XX-A Rule 1 costs follow", "order-rule", "20A-rule-1", None),
        ("The subject falls in the Seventh Schedule.", "schedule", "7", None),
        ("The entry stands in Schedule II to the Act.", "schedule", "2", None),
    ],
)
def test_one_provision(text: str, kind: str, number: str, clause: str | None) -> None:
    assert read(text) == [(kind, number, clause)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("sections 302, 307 and 34 were invoked", ["302", "307", "34"]),
        ("Articles 14, 19 and 21 must be read together", ["14", "19", "21"]),
        ("section 302 read with section 34", ["302", "34"]),
        ("Section 302/34 was charged", ["302", "34"]),
        ("Sections 4 to 7 were struck down", ["4", "5", "6", "7"]),
        ("sections 498A to 498C", ["498A", "498B", "498C"]),
        ("sections 10 to 90 need no listing", ["10", "90"]),
        ("the First and Ninth Schedules", ["1", "9"]),
    ],
)
def test_several_provisions(text: str, numbers: list[str]) -> None:
    assert [number for _, number, _ in read(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "The articles were seized from the car.",
        "A section of the public was heard.",
        "In the year 1872 the law was otherwise.",
        "The order of the rules of play is of no moment.",
        "He drew up a schedule of payments.",
    ],
)
def test_what_is_no_provision(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("We now read the said section closely.", "section", "the said section"),
        ("Under the same Article a writ lies.", "article", "the same Article"),
        ("What that section forbids is plain.", "section", "that section"),
    ],
)
def test_a_provision_pointed_back_to(text: str, kind: str, said: str) -> None:
    (group,) = find_groups(text)
    assert (group.kind, group.numbers, text[group.start : group.end]) == (kind, (), said)


def test_a_group_spans_from_the_part_that_it_names_first() -> None:
    text = "It is barred by clause (b) of section 9, as was held."
    (group,) = find_groups(text)
    assert text[group.start : group.end] == "clause (b) of section 9"


def test_groups_are_in_the_order_of_the_text() -> None:
    text = "Rule 3 of Order I, then article 14, then the Tenth Schedule, then section 5."
    assert [group.kind for group in find_groups(text)] == ["order-rule", "article", "schedule", "section"]


def test_a_list_without_an_introducing_word_is_read_between_its_ends() -> None:
    text = "34, 35 and 36"
    assert [one.number for one in number_list(f" {text}", 1, 1 + len(text))] == ["34", "35", "36"]

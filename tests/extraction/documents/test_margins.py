"""Marginal notes of acts: the heading of a section stands beside it in the print, and before it in the text."""

import pytest

from extraction.documents.lines import Print, read_pages
from extraction.documents.margins import with_headings, without_letters
from tests.support.typeset import beside, set_line, set_page

BODY = [
    "1. (1) This Act may be called the Village Wells Act, and it",
    "extends to every village of the State that has any well.",
    "2. Every village keeps the wells that it has, and none may be",
    "closed but by an order in writing of the village council.",
    "3. Whoever fouls a well is liable to a fine of ten rupees, or",
    "to that which the council may by its rules have prescribed.",
]


def lines(page: Print) -> list[str]:
    return [line.text for column in read_pages(with_headings([page]))[0].columns for line in column]


def noted(*notes: tuple[int, str], left: float = 500) -> Print:
    """The body with small notes in the margin, each on the row given, its own rows closer than those of the text."""
    words = [
        set_line(text, 140 + 18 * row + 9 * at, left, size=8)
        for row, note in notes
        for at, text in enumerate(note.split("\n"))
    ]
    return beside(set_page(BODY), *words)


@pytest.mark.parametrize("left", [500, 5])
def test_a_note_stands_after_the_number_of_its_section(left: float) -> None:
    found = lines(noted((0, "Short\ntitle."), (2, "Wells."), (4, "Pen-\nalty."), left=left))
    assert found[0].startswith("1. Short title.— (1) This Act")
    assert found[2].startswith("2. Wells.— Every village")
    assert found[4].startswith("3. Penalty.— Whoever fouls")
    assert found[1::2] == BODY[1::2]


def test_a_heading_keeps_the_hyphen_of_a_compound() -> None:
    page = noted((0, "Sub-\nwells."), (2, "Rope-\nwells."), (4, "Pen-\nalty."))
    found = lines(beside(page, set_line("rope-wells", 300)))
    assert [line.split(".—")[0] for line in found[:6:2]] == ["1. Sub-wells", "2. Rope-wells", "3. Penalty"]


def test_numbers_of_acts_and_of_lines_in_the_margin_are_left_out() -> None:
    found = lines(noted((0, "Title."), (1, "5"), (2, "Wells."), (3, "7 of 1950."), (4, "Penalty.")))
    assert found[1::2] == BODY[1::2]
    assert found[4].startswith("3. Penalty.— Whoever")


@pytest.mark.parametrize(
    "notes",
    [
        [(0, "A"), (2, "B"), (4, "C")],
        [(1, "of 1950"), (3, "see page 2"), (5, "ibid")],
        [],
    ],
)
def test_a_page_of_no_act_stays_as_it_is(notes: list[tuple[int, str]]) -> None:
    page = noted(*notes)
    assert with_headings([page]) == [page]


def lettered(letters: str, left: float) -> Print:
    page = set_page([f"the text of line {row} as it stands" for row in range(20)])
    return beside(page, *(set_line(letter, 150 + 70 * row, left=left) for row, letter in enumerate(letters)))


def test_the_letters_of_a_margin_are_no_text() -> None:
    plain = set_page([f"the text of line {row} as it stands" for row in range(20)])
    assert without_letters(lettered("ABCDE", 540)) == plain
    assert without_letters(lettered("ABCDE", 40)) == plain


def test_letters_that_are_no_margin_stay() -> None:
    for page in (lettered("AB", 540), lettered("ACEG", 540), lettered("ABCDE", 150)):
        assert without_letters(page) == page

"""Printed words become lines in reading order."""

import random

import pytest

from extraction.documents.lines import Print, Word, read_pages
from tests.support.typeset import beside, set_line, set_page

PROSE = "the court allowed the appeal of it"


def texts(page: Print) -> list[list[str]]:
    """The lines of a page by column."""
    return [[line.text for line in column] for column in read_pages([page])[0].columns]


def two_columns(rows: int, size: float = 12) -> list[list[Word]]:
    """Rows of two columns with a gutter of 30 points between them."""
    return [
        words
        for row in range(rows)
        for words in (
            set_line(f"left {row} {PROSE}", 140 + 18 * row, left=60, size=size),
            set_line(f"right {row} {PROSE}", 140 + 18 * row, left=330, size=size),
        )
    ]


def test_words_of_one_baseline_are_a_line_whatever_their_order() -> None:
    page = set_page(["The appeal is allowed.", "There is no order as to costs."])
    shuffled = list(page.words)
    random.Random(3).shuffle(shuffled)
    assert texts(Print(1, 842, tuple(shuffled))) == [["The appeal is allowed.", "There is no order as to costs."]]


def test_words_a_little_off_the_baseline_stay_in_their_line() -> None:
    words = [*set_line("The appeal", 140), *set_line("is allowed.", 143, left=150)]
    assert texts(Print(1, 842, tuple(words))) == [["The appeal is allowed."]]


def test_letters_that_touch_are_one_word() -> None:
    words = (Word("mis", 72, 90, 140, 12), Word("placed", 90.5, 126, 140, 12, spaced=False))
    assert texts(Print(1, 842, words)) == [["misplaced"]]


def test_letters_apart_are_two_words_even_without_a_space() -> None:
    words = (Word("The", 72, 90, 140, 12), Word("Act", 100, 118, 140, 12, spaced=False))
    assert texts(Print(1, 842, words)) == [["The Act"]]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("3", "held.[3] Next"), ("12", "held.[12] Next"), ("*", "held.[*] Next"), ("th", "held.th Next")],
)
def test_a_small_raised_figure_is_the_mark_of_a_footnote(mark: str, expected: str) -> None:
    words = (
        Word("held.", 72, 102, 140, 12),
        Word(mark, 102.5, 106, 135, 7, spaced=False),
        Word("Next", 112, 136, 140, 12),
    )
    assert texts(Print(1, 842, words)) == [[expected]]


def test_a_small_figure_on_the_baseline_is_no_mark() -> None:
    words = (Word("rule", 72, 96, 140, 12), Word("3", 102, 106, 140, 7))
    assert texts(Print(1, 842, words)) == [["rule 3"]]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Print(1, 842, tuple(word for words in two_columns(12) for word in words))
    left, right = texts(page)
    assert left == [f"left {row} {PROSE}" for row in range(12)]
    assert right == [f"right {row} {PROSE}" for row in range(12)]


def test_a_line_across_the_page_parts_what_is_above_from_what_is_below() -> None:
    above = [word for words in two_columns(12) for word in words]
    title = set_line("A heading that runs over both of the columns of this page and ends", 374, left=60, size=12)
    below = [Word(w.text, w.left, w.right, w.baseline + 270, w.size) for words in two_columns(12) for w in words]
    columns = texts(Print(1, 842, (*above, *title, *below)))
    assert [len(column) for column in columns] == [12, 12, 1, 12, 12]
    assert columns[2] == ["A heading that runs over both of the columns of this page and ends"]


def test_a_short_last_page_has_the_columns_of_the_others() -> None:
    full = [Print(n, 842, tuple(word for words in two_columns(12) for word in words)) for n in (1, 2)]
    last = Print(3, 842, tuple(word for words in two_columns(2) for word in words))
    assert [len(page.columns) for page in read_pages([*full, last])] == [2, 2, 2]
    assert [len(page.columns) for page in read_pages([last])] == [1]


def test_a_table_of_single_words_is_no_pair_of_columns() -> None:
    rows = [
        [*set_line("Rupees", 140 + 18 * row, left=60), *set_line(f"{row}00", 140 + 18 * row, left=400)]
        for row in range(12)
    ]
    assert texts(Print(1, 842, tuple(word for row in rows for word in row))) == [
        [f"Rupees {row}00" for row in range(12)]
    ]


def test_what_a_line_knows_of_its_print() -> None:
    page = beside(set_page([]), set_line("1. The appeal", 140, left=90, size=10))
    line = read_pages([page])[0].columns[0][0]
    assert (line.left, line.baseline, line.size, line.first) == (90, 140, 10, 10)
    assert line.hang == 105


def test_the_mark_of_a_note_that_stands_alone_and_a_little_higher_is_of_its_line() -> None:
    page = beside(set_page([]), set_line("1", 769.2, size=7), set_line("AIR 1959 SC 1", 773.1, left=110, size=8))
    assert [line.text for line in read_pages([page])[0].columns[0]] == ["1 AIR 1959 SC 1"]


def test_an_empty_page_has_no_lines() -> None:
    page = read_pages([Print(4, 842, ())])[0]
    assert (page.number, page.columns) == (4, ())


def test_columns_whose_lines_are_not_level_are_read_one_after_the_other() -> None:
    title = [*set_line("IN THE HIGH COURT OF GOA", 60, left=210), *set_line("CIVIL SUIT NO. 9 OF 2011", 78, left=215)]
    left = [word for row in range(9) for word in set_line(f"left {row} of the text that fills it", 170 + 19 * row, 72)]
    right = [word for row in range(12) for word in set_line(f"right {row} of the text that fills", 120 + 17 * row, 310)]
    [page] = read_pages([Print(1, 842, (*title, *left, *right))])
    read = [line.text.split(" of ")[0] for column in page.columns for line in column]
    assert read[2:] == [*(f"left {row}" for row in range(9)), *(f"right {row}" for row in range(12))]

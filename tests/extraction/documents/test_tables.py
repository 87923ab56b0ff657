"""Tables with numbered columns: each row is a line of text, its cells apart, however its print runs."""

from collections.abc import Sequence

import pytest

from extraction.documents.furniture import without_furniture
from extraction.documents.lines import Print, Word, read_pages
from extraction.documents.reflow import running_text
from extraction.documents.tables import with_rows
from tests.support.typeset import set_line

LEFT = (60, 110, 303, 430)
HEAD = ("No.", "Wrong", "Penalty", "Heard by")
NUMBERS = ("1", "2", "3", "4")
FIRST = [
    ("7", "Taking water from a", "Fine of ten rupees.", "The council."),
    ("", "well by night.", "", ""),
    ("8(1)", "Fouling a well that", "Fine, or labour for", "Any bench of"),
    ("", "is kept for the", "a month, or both.", "the council."),
]
SECOND = [
    ("", "village.", "", ""),
    ("", "If it is fouled twice.", "Labour for a year.", "The court."),
    ("8(2)", "Closing a well.", "Same as for non-", "The council."),
    ("", "", "payment.", ""),
]
ROWS = [
    "7\tTaking water from a well by night.\tFine of ten rupees.\tThe council.",
    "8(1)\tFouling a well that is kept for the village.\tFine, or labour for a month, or both.\t"
    "Any bench of the council.",
    "\tIf it is fouled twice.\tLabour for a year.\tThe court.",
    "8(2)\tClosing a well.\tSame as for non-payment.\tThe council.",
]


def page(number: int, lines: Sequence[Sequence[str] | str], left: Sequence[int] = LEFT) -> Print:
    """A page of lines, each of cells at the left edges of columns, or of prose from the first edge."""
    words: list[Word] = []
    for row, line in enumerate(lines):
        cells = [line] if isinstance(line, str) else line
        for cell, edge in zip(cells, left, strict=False):
            words += set_line(cell, 140 + 14 * row, edge, 10)
    return Print(number, 842, tuple(words))


def text(*pages: Print) -> list[str]:
    return running_text(without_furniture(read_pages(with_rows(pages)))).text.split("\n")


def test_rows_run_over_lines_and_pages() -> None:
    found = text(page(1, ["THE FIRST SCHEDULE", "", HEAD, NUMBERS, *FIRST]), page(2, [NUMBERS, *SECOND]))
    assert [line for line in found if line] == ["THE FIRST SCHEDULE", "\t".join(HEAD), *ROWS]


def test_a_head_that_comes_again_overleaf_is_given_once() -> None:
    found = text(page(1, [HEAD, NUMBERS, *FIRST]), page(2, [HEAD, NUMBERS, *SECOND]))
    assert found == ["\t".join(HEAD), *ROWS]


def test_prose_after_a_table_is_no_row() -> None:
    prose = "The council may by its rules change any penalty of this table, but not so that a man is put to labour for"
    found = text(page(1, [NUMBERS, *FIRST, ("", "village.", "", ""), prose, "more than a month."]))
    assert found[:2] == ROWS[:2]
    assert " ".join(found[2:]).split() == [*prose.split(), "more", "than", "a", "month."]


def test_a_heading_across_the_columns_stands_by_itself() -> None:
    heading = "Chapter VI of wrongs that are done to the tanks"
    last = ("9", "Fouling a tank.", "Fine.", "The court.")
    found = text(page(1, [NUMBERS, *FIRST, *SECOND, ("", heading), last]))
    assert [line for line in found if line] == [*ROWS, heading, "9\tFouling a tank.\tFine.\tThe court."]


def test_a_number_printed_a_line_too_low_is_of_the_row_that_has_begun() -> None:
    low = [("", *FIRST[0][1:]), ("7", *FIRST[1][1:]), *FIRST[2:], SECOND[0]]
    assert text(page(1, [NUMBERS, *low])) == ROWS[:2]


def test_cells_may_be_set_in_the_middle_of_their_column() -> None:
    lines = [
        ("1", "2", "3"),
        ("Hurt.", "5", "The person hurt."),
        ("Theft of a bucket", "12(2), 14", "The owner of it."),
        ("or of a rope.", "", ""),
        ("Trespass.", "329", "The holder."),
    ]
    words = [w for row, line in enumerate(lines) for w in _middled(line, 140 + 14 * row)]
    assert text(Print(1, 842, tuple(words))) == [
        "Hurt.\t5\tThe person hurt.",
        "Theft of a bucket or of a rope.\t12(2), 14\tThe owner of it.",
        "Trespass.\t329\tThe holder.",
    ]


def _middled(line: Sequence[str], baseline: float) -> list[Word]:
    first, middle, last = line
    return [
        *set_line(first, baseline, 60, 10),
        *set_line(middle, baseline, 250 - 2.5 * len(middle), 10),
        *set_line(last, baseline, 330, 10),
    ]


def test_two_cells_printed_without_a_space_are_two() -> None:
    glued = [Word("rope.Fine", 270, 322, 154, 10), *set_line("9", 154, 60, 10), *set_line("Taking a", 154, 110, 10)]
    rest = page(1, [NUMBERS, ("", "", "", "The court."), *FIRST])
    found = text(Print(1, 842, (*rest.words, *glued, *set_line("of a rupee.", 154, 330, 10))))
    assert found[0] == "9\tTaking a rope.\tFine of a rupee.\tThe court."


@pytest.mark.parametrize("line", [("1", "2"), ("1", "3", "4"), ("1 2 3",)])
def test_other_figures_are_no_numbers_of_columns(line: Sequence[str]) -> None:
    pages = [page(1, [line, *FIRST])]
    assert with_rows(pages) == pages

"""Heads without labels: one fact a line, or a cause title in blocks."""

import pytest

from extraction.judgments.headers import read_header

REPORTED = """Ratan Cotton Mills v State of Gujarat
Supreme Court of India

4 March 1970
C.A. No. 12 of 1970
The Judgment was delivered by : P. N. Bhagwati, J.
1. The appellant challenges the levy.
2. The appeal is allowed.
"""
CAUSE_TITLE = """IN THE HIGH COURT OF DELHI
Mohini Devi ... Petitioner

Versus

Union of India ... Respondent

1. The petitioner was dismissed from service.
"""


def test_a_reported_head() -> None:
    head = read_header(REPORTED)
    assert (head.title, head.court) == ("Ratan Cotton Mills v State of Gujarat", "Supreme Court of India")
    assert (head.date, head.case_number, head.judges) == ("1970-03-04", "C.A. No. 12 of 1970", "P. N. Bhagwati, J")
    assert REPORTED[head.end :].startswith("1. The appellant")


def test_the_parties_above_and_below_a_bare_versus() -> None:
    head = read_header(CAUSE_TITLE)
    assert (head.title, head.court) == ("Mohini Devi v. Union of India", "IN THE HIGH COURT OF DELHI")
    assert (head.date, head.case_number, head.judges) == (None, None, "")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4 March 1970", "1970-03-04"),
        ("4th March, 1970", "1970-03-04"),
        ("Dated: 4 March 1970", "1970-03-04"),
        ("Decided 21st August, 1969.", "1969-08-21"),
        ("Date of Judgment: 9 May 1991", "1991-05-09"),
        ("some day in March", None),
    ],
)
def test_the_line_of_the_date(line: str, date: str | None) -> None:
    assert read_header(REPORTED.replace("4 March 1970", line)).date == date


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("C.A. No. 12 of 1970", "C.A. No. 12 of 1970"),
        ("CIVIL APPELLATE JURISDICTION : C.A. No. 12 of 1970", "C.A. No. 12 of 1970"),
        ("C.A. No. 12 of 1970 (From the Judgment of the Gujarat High Court)", "C.A. No. 12 of 1970"),
        ("C.A. No. 12 of 1970\nC.A. No. 13 of 1970", "C.A. No. 12 of 1970 C.A. No. 13 of 1970"),
        ("", None),
    ],
)
def test_the_case_number_stands_between_the_date_and_who_delivered(line: str, number: str | None) -> None:
    assert read_header(REPORTED.replace("C.A. No. 12 of 1970", line)).case_number == number


@pytest.mark.parametrize(
    ("line", "judges"),
    [
        ("The Judgment was delivered by : K. Subba Rao, C.J.", "K. Subba Rao, C.J"),
        ("The Order of the Court was made by J. C. Shah, J.", "J. C. Shah, J"),
        ("The judgment of the Court was delivered by S. M. Sikri, J.", "S. M. Sikri, J"),
        ("The order of the Court is as follows:", ""),
    ],
)
def test_who_delivered_it(line: str, judges: str) -> None:
    head = REPORTED.replace("The Judgment was delivered by : P. N. Bhagwati, J.", line)
    assert read_header(head).judges == judges


def test_a_long_list_of_numbers_is_cut_at_a_comma() -> None:
    numbers = "C.A. Nos. " + ", ".join(f"{n} of 1970" for n in range(100, 200))
    found = read_header(REPORTED.replace("C.A. No. 12 of 1970", numbers)).case_number or ""
    assert len(found) < 310
    assert found.endswith(" of 1970 etc.")


def test_a_text_without_a_head() -> None:
    head = read_header("There is nothing here that a head would have.")
    assert (head.title, head.court, head.date, head.end) == ("", "", None, 0)

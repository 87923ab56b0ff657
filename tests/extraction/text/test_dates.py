"""Dates as judgments, gazettes and registries print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.dates import find_date

PRINTED = st.dates(date(1860, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/01/1978", "1978-01-25"),
        ("25-01-1978", "1978-01-25"),
        ("25.01.1978", "1978-01-25"),
        ("25. 1. 1978", "1978-01-25"),
        ("Dated: 25 - 1 - 1978", "1978-01-25"),
        ("1978-01-25", "1978-01-25"),
        ("25 January 1978", "1978-01-25"),
        ("25 January, 1978", "1978-01-25"),
        ("25th January, 1978", "1978-01-25"),
        ("the 25th day of January, 1978", "1978-01-25"),
        ("the 1st day of  March 1950", "1950-03-01"),
        ("JANUARY 25, 1978", "1978-01-25"),
        ("January 25th 1978", "1978-01-25"),
        ("Jan. 25, 1978", "1978-01-25"),
        ("2nd Sept. 2013", "2013-09-02"),
        ("3 SEP 2013", "2013-09-03"),
        ("NEW DELHI;\nAUGUST 07, 2024.", "2024-08-07"),
        ("Date of decision : 09.05.2025", "2025-05-09"),
        ("on 29 February 2024", "2024-02-29"),
    ],
)
def test_a_date_is_read_in_every_print(text: str, expected: str) -> None:
    assert find_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Civil Appeal No. 1234 of 1978",
        "(1978) 1 SCC 248",
        "30.02.1978",
        "29 February 2023",
        "31 April 1990",
        "12.13.1978",
        "in May, the year 1978 not being given",
        "May 1978",
        "125/01/1978",
        "25/01/19781",
        "maybe 12, 1978 rupees",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize("text", ["14 July 1789", "1 January 1859", "1 January 2999"])
def test_no_judgment_is_older_than_the_high_courts_or_later_than_today(text: str) -> None:
    assert find_date(text) is None


def test_today_can_be_the_date_of_a_judgment_and_tomorrow_cannot() -> None:
    today = date.today()
    assert find_date(today.strftime("%d.%m.%Y")) == today.isoformat()
    assert find_date((today + timedelta(days=1)).strftime("%d.%m.%Y")) is None


def test_the_first_possible_date_is_taken() -> None:
    assert find_date("Heard on 31.02.1990, reserved on 5 March 1990, pronounced on 9 April 1990") == "1990-03-05"


@given(PRINTED, st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%d %B %Y", "%B %d, %Y", "%d %b, %Y", "%Y-%m-%d"]))
def test_every_day_is_read_back_from_every_print(day: date, printed: str) -> None:
    assert find_date(f"Dated {day.strftime(printed)} at Bombay") == day.isoformat()

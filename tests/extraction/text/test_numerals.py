"""Numbers in words, ordinals and Roman figures, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.text.numerals import CARDINALS, ORDINALS, cardinal, figures_value, in_words, ordinal, whole_number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("nine", 9),
        ("Five", 5),
        ("21", 21),
        ("twenty-one", 21),
        ("ninety", 90),
        ("one hundred and forty-four", 144),
        ("three hundred and seventy", 370),
        ("hundred", 100),
        ("second", None),
        ("and", None),
        ("bench", None),
        ("", None),
    ],
)
def test_cardinals(written: str, value: int | None) -> None:
    assert cardinal(written) == value


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("first", 1),
        ("Second", 2),
        ("FIFTH", 5),
        ("twelfth", 12),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("21st", 21),
        ("3rd", 3),
        ("7", 7),
        ("one", None),
        ("last", None),
        ("five-first", None),
        ("", None),
    ],
)
def test_ordinals(written: str, place: int | None) -> None:
    assert ordinal(written) == place


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("VII", 7),
        ("xl", 40),
        ("XCIX", 99),
        ("7", 7),
        ("Seventh", 7),
        ("IX.", 9),
        ("XXXIX", 39),
        ("toll", None),
        ("", None),
        ("civil", None),
        ("IIII", None),
    ],
)
def test_whole_numbers(written: str, number: int | None) -> None:
    assert whole_number(written) == number


def test_figures_of_a_volume_are_read_as_they_stand() -> None:
    assert [figures_value(figures) for figures in ("14", "XIV", "XIIII", "IX")] == [14, 14, 14, 9]


@given(st.integers(1, 99))
def test_words_come_back_as_the_number(number: int) -> None:
    assert cardinal(in_words(number)) == number


def test_past_ninety_nine_figures_stand() -> None:
    assert (in_words(100), in_words(0)) == ("100", "0")


def test_every_cardinal_has_its_ordinal() -> None:
    assert list(ORDINALS.values()) == list(CARDINALS.values())
    assert {"first", "second", "third", "eighth", "ninth", "twelfth", "fortieth"} <= ORDINALS.keys()

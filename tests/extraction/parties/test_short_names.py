"""What a case is called for short, and whether a name is short for others."""

import pytest

from extraction.parties.short_names import abridges, called, names_a_case, short_for, short_name, short_names


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("Maneka Gandhi", True),
        ("Makalu", True),
        ("State Government", False),
        ("present", False),
        ("", False),
    ],
)
def test_words_that_can_name_a_case(name: str, may: bool) -> None:
    assert names_a_case(name) is may


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Maneka Gandhi", "Smt. Maneka Gandhi", True),
        ("Golaknath", "I.C. Golak Nath", True),
        ("State", "State of Punjab", True),
        ("Uma Devi (3)", "Umadevi", True),
        ("Bennett Coleman & Co.", "Bennet Coleman", True),
        ("State of Bihar", "State of Punjab", False),
        ("Ram Singh", "Kharak Singh", False),
        ("", "Kharak Singh", False),
    ],
)
def test_one_document_shortens_its_own_names(one: str, other: str, same: bool) -> None:
    assert abridges(one, other) is same
    assert abridges(other, one) is same


@pytest.mark.parametrize(
    ("name", "names", "fits"),
    [
        ("Kharak Singh", ["Kharak Singh", "State of U.P."], True),
        ("Golaknath", ["I.C. Golak Nath", "State of Punjab"], True),
        ("Bennet Coleman", ["Bennett Coleman & Co.", "Union of India"], True),
        ("V.K. Sharma", ["V.K. Sharma", "State"], True),
        ("Haryas", ["Harya", "State"], True),
        ("Chandrika Singh", ["Panchugopal Barua", "Umesh Chandra Goswami"], False),
        ("Saurashtra", ["Bholanath J. Thakar", "State of Saurashtra"], False),
    ],
)
def test_a_short_name_fits_the_parties(name: str, names: list[str], fits: bool) -> None:
    assert short_for(name, names) is fits


def test_what_a_case_is_called() -> None:
    assert short_name("State of U.P.") is None
    assert short_name("S.R. Bommai") in short_names("S.R. Bommai")
    assert called("Maneka Gandhi", "Maneka Sanjay Gandhi") >= 89
    assert called("Maneka", "Maneka Sanjay Gandhi") == 0.0

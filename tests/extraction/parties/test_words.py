"""The words of a party's name that count, and which of them tell it from others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.parties.words import initials, rare, series, skeleton, telling, words


@pytest.mark.parametrize(
    ("party", "counted"),
    [
        ("State of U.P.", "state uttar pradesh"),
        ("M.P. Jain", "jain"),
        ("Union of India & Ors.", "union india"),
        ("UOI", "union india"),
        ("M/s. Gujarat Bottling Co. Ltd.", "gujarat bottling"),
        ("Smt. Kavita w/o Ram Lal", "kavita ram lal"),
        ("Ram Singh (Dead) by LRs", "ram singh"),
        ("Govt. of NCT of Delhi", "state nct delhi"),
        ("Mohd. Yusuf", "mohammad yusuf"),
        ("In re Berubari Union", "berubari union"),
        ("CIT, Bombay", "commissioner income tax bombay"),
        ("A.B.", "a b"),
        ("", ""),
    ],
)
def test_words(party: str, counted: str) -> None:
    assert " ".join(words(party)) == counted


@pytest.mark.parametrize(
    ("party", "few_share", "tells"),
    [
        ("Maneka Gandhi", ("maneka", "gandhi"), ("maneka", "gandhi")),
        ("Bhajan Lal", ("bhajan",), ("bhajan",)),
        ("State of U.P.", (), ("state", "uttar", "pradesh")),
        ("Workmen of Firestone Tyre", ("firestone", "tyre"), ("firestone", "tyre")),
    ],
)
def test_telling(party: str, few_share: tuple[str, ...], tells: tuple[str, ...]) -> None:
    assert rare(party) == few_share
    assert telling(party) == tells


def test_initials_and_series() -> None:
    assert initials("R.S. Garg") == {"r", "s"}
    assert series("Hussainara Khatoon (IV)") == "iv"
    assert series("Umadevi (3)") == "3"
    assert series("Maneka Gandhi") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mahipatray", "Mahipatrai"),
        ("Kesavananda", "Keshavananda"),
        ("Vatheeswaran", "Watheeswaran"),
        ("Wahid", "Vahid"),
    ],
)
def test_transliterations_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one.lower()) == skeleton(other.lower())


@given(st.text())
def test_words_are_lower_case(text: str) -> None:
    assert all(word == word.lower() for word in words(text))

"""Party names as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.parties.likeness import likeness, same_parties
from extraction.parties.words import skeleton, words


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("State of U.P.", "State of Uttar Pradesh", True),
        ("Union of India & Ors.", "UOI", True),
        ("Bhajanlal", "Bhajan Lal", True),
        ("Kashi Ram and others", "Kashiram", True),
        ("Pinakin Mahipatray Rawal", "Pinakin Mahipatrai Rawal", True),
        ("Secretary, State of Karnataka", "State of Karnataka", True),
        ("Smt. Kavita", "Kavita", True),
        ("M/s. Gujarat Bottling Co. Ltd.", "Gujarat Bottling", True),
        ("State of Haryana", "State of Punjab", False),
        ("Anvar Ali", "Balwant Rai", False),
        ("Municipal Board, Agra", "Municipal Board, Kanpur", False),
    ],
)
def test_likeness(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= 88) is alike
    assert likeness(one, other) == likeness(other, one)


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


def test_parties_may_change_sides() -> None:
    assert same_parties("State of Bihar", "Gopi Kishore", "Gopi Kishore", "State of Bihar") > 90
    assert same_parties("State of Bihar", "Gopi Kishore", "State of Bihar", "Ram Singh") < 70


@given(st.text())
def test_any_text_has_words_and_is_like_itself(text: str) -> None:
    assert all(word == word.lower() for word in words(text))
    assert likeness(text, text) in (0.0, 100.0)

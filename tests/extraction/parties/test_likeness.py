"""How far two party names agree, on one scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.parties.likeness import (
    ALIKE,
    CLOSE,
    EQUAL,
    HALF,
    IN_PART,
    RESEMBLING,
    SPELLED,
    SURE,
    distinctive,
    likeness,
    nothing_foreign,
    resembling,
    same_parties,
    same_titles,
)

SCALE = (0.0, IN_PART, HALF, RESEMBLING, ALIKE, CLOSE, SPELLED, SURE, EQUAL)


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("State of U.P.", "State of Uttar Pradesh", EQUAL),
        ("Union of India & Ors.", "UOI", EQUAL),
        ("I.C. Golak Nath", "Golaknath", EQUAL),
        ("Bhajanlal", "Bhajan Lal", EQUAL),
        ("Kashi Ram and others", "Kashiram", EQUAL),
        ("Sharad Birdhichand Sarda", "Sharad Birdhi Chand Sarda", EQUAL),
        ("Umadevi (3)", "Uma Devi", EQUAL),
        ("Smt. Kavita", "Kavita", EQUAL),
        ("M/s. Gujarat Bottling Co. Ltd.", "Gujarat Bottling", EQUAL),
        ("Sakal Papers (P) Ltd.", "Sakal Papers", EQUAL),
        ("Ram Singh (Dead) by LRs", "Ram Singh", EQUAL),
        ("Kesavananda Bharati", "Keshavananda Bharathi", SURE),
        ("Pinakin Mahipatray Rawal", "Pinakin Mahipatrai Rawal", SURE),
        ("State of Maharasthra", "State of Maharashtra", SURE),
        ("R.C. Cooper", "Rustom Cavasjee Cooper", CLOSE),
        ("Secretary, State of Karnataka", "State of Karnataka", CLOSE),
        ("Satwant Singh Sawhney", "Satwant Singh", CLOSE),
        ("State", "State of U.P.", ALIKE),
        ("Mahipatray", "Pinakin Mahipatray Rawal", RESEMBLING),
        ("Inspector of Police, Tamil Nadu", "State of Tamil Nadu", HALF),
        ("State by Inspector of Police", "State of Tamil Nadu", IN_PART),
        ("Komal", "Kamal Nayan Mishra", HALF),
        ("S. Kumar", "R. Kumar", HALF),
        ("State of Haryana", "State of Punjab", 0.0),
        ("State of Uttar Pradesh", "State of Madhya Pradesh", 0.0),
        ("Municipal Board, Agra", "Municipal Board, Kanpur", IN_PART),
        ("Anvar Ali", "Balwant Rai", 0.0),
        ("", "Balwant Rai", 0.0),
    ],
)
def test_the_step_of_the_scale_that_two_names_reach(one: str, other: str, least: float) -> None:
    assert max(step for step in SCALE if likeness(one, other) >= step) == least
    assert likeness(one, other) == likeness(other, one)


def test_parties_may_change_sides() -> None:
    assert same_parties("State of Bihar", "Gopi Kishore", "Gopi Kishore", "State of Bihar") >= CLOSE
    assert same_parties("State of Bihar", "Gopi Kishore", "State of Bihar", "Ram Singh") < RESEMBLING


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Golaknath v. State of Punjab", "I.C. Golak Nath v. State of Punjab", True),
        ("Minerva Mills versus Union of India", "Minerva Mills Ltd. v. UOI", True),
        ("Golaknath v. State of Bihar", "I.C. Golak Nath v. State of Punjab", False),
        ("Golaknath", "I.C. Golak Nath v. State of Punjab", False),
        ("In re Berubari Union", "In re Berubari Union", False),
    ],
)
def test_titles_of_two_parties(one: str, other: str, same: bool) -> None:
    assert (same_titles(one, other) >= SURE) is same


@pytest.mark.parametrize(
    ("said", "own", "names"),
    [
        ("Golaknath", "I.C. Golak Nath", True),
        ("Golak Nath", "Golaknath", True),
        ("I.C. Golaknath", "Golak Nath", True),
        ("Kesavananda", "Kesavananda Bharati", True),
        ("Maneka Gandi", "Maneka Sanjay Gandhi", True),
        ("R.C. Cooper", "Rustom Cavasjee Cooper", True),
        ("Golaknath Singh", "I.C. Golak Nath", False),
        ("Justice Puttaswamy", "K.S. Puttaswamy", True),
        ("Satwant Singh Sawhney", "Satwant Singh", False),
        ("State of Punjab", "State of Bihar", False),
        ("&", "State of Bihar", False),
    ],
)
def test_a_name_has_nothing_foreign(said: str, own: str, names: bool) -> None:
    assert nothing_foreign(said, own) is names


def test_letters_that_resemble_are_enough_under_one_citation() -> None:
    assert resembling("Kedar Nath Bajoria", "Kedarnath Bajona") >= RESEMBLING
    assert resembling("Kedar Nath Bajoria", "Gopi Kishore") < RESEMBLING


@pytest.mark.parametrize(
    ("party", "tells"), [("Maneka Gandhi", True), ("State of U.P.", False), ("Ram Lal", False), ("Puttaswamy", True)]
)
def test_a_party_that_tells_a_case(party: str, tells: bool) -> None:
    assert distinctive(party) is tells


@given(st.text())
def test_any_name_is_like_itself(text: str) -> None:
    assert likeness(text, text) in (0.0, 100.0)

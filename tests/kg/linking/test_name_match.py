"""How well cases answer to a name that somebody typed."""

from collections.abc import Iterator

import pytest

from kg.linking.name_index import NameIndex, name_index, read_party
from kg.linking.name_match import CLEAR, IN_FULL, TypedName, all_common, matching_cases
from kg.store import Store
from tests.support.kg_graphs import (
    AADHAAR,
    BATRA_1978,
    BATRA_1980,
    BHAJAN_LAL,
    GOPALAN,
    JABALPUR,
    JOSHI,
    KAMAL_NATH,
    KESAVANANDA,
    MANEKA,
    OLEUM,
    PRIVACY,
    landmarks,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("names") / "graph.db")
    yield graph
    graph.close()


@pytest.fixture(scope="module")
def index(store: Store) -> NameIndex:
    return name_index(store)


@pytest.mark.parametrize(
    ("petitioner", "respondent", "case"),
    [
        ("Maneka Gandhi", "Union of India", MANEKA),
        ("Smt. Maneka Gandhi", "U.O.I.", MANEKA),
        ("Menaka Gandhi", "", MANEKA),
        ("maneka", "", MANEKA),
        ("Kesavananda", "", KESAVANANDA),
        ("Keshavananda Bharti", "", KESAVANANDA),
        ("State of Haryana", "Bhajan Lal", BHAJAN_LAL),
        ("Bhajanlal", "", BHAJAN_LAL),
        ("Union of India", "Maneka Gandhi", MANEKA),
        ("ADM Jabalpur", "", JABALPUR),
        ("A.D.M. Jabalpur", "Shivkant Shukla", JABALPUR),
        ("AK Gopalan", "State of Madras", GOPALAN),
        ("BS Joshi", "", JOSHI),
        ("Kamal Nath", "", KAMAL_NATH),
        ("Passport case", "", MANEKA),
    ],
)
def test_the_best_answer_to_a_name(index: NameIndex, petitioner: str, respondent: str, case: str) -> None:
    found = matching_cases(index, TypedName(petitioner, respondent))
    assert found[0].node.id == case
    assert found[0].score >= CLEAR
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


@pytest.mark.parametrize("name", ["Ramaswamy Naidu", "Xyz", "Sita Devi", ""])
def test_a_name_that_no_case_bears(index: NameIndex, name: str) -> None:
    assert all(found.score < CLEAR for found in matching_cases(index, TypedName(name)))


def test_a_name_in_full_is_told_from_part_of_one(index: NameIndex) -> None:
    assert matching_cases(index, TypedName("Maneka Gandhi", "Union of India"))[0].score >= IN_FULL
    assert matching_cases(index, TypedName("Maneka", "State of Kerala"))[0].score < IN_FULL


@pytest.mark.parametrize(("year", "case"), [(1978, BATRA_1978), (1980, BATRA_1980)])
def test_the_year_tells_namesakes_apart(index: NameIndex, year: int, case: str) -> None:
    found = matching_cases(index, TypedName("Sunil Batra", "Delhi Administration", year=year))
    assert found[0].node.id == case
    assert found[0].score > found[1].score


def test_without_a_year_namesakes_answer_alike(index: NameIndex) -> None:
    found = matching_cases(index, TypedName("K.S. Puttaswamy", "Union of India"))
    assert {c.node.id for c in found[:2]} == {PRIVACY, AADHAAR}
    assert found[0].score == found[1].score


def test_the_other_party_tells_apart_what_one_party_does_not(index: NameIndex) -> None:
    assert matching_cases(index, TypedName("M.C. Mehta", "Kamal Nath"))[0].node.id == KAMAL_NATH
    mehta = [c.node.id for c in matching_cases(index, TypedName("M.C. Mehta", "Union of India")) if c.score >= CLEAR]
    assert OLEUM in mehta
    assert KAMAL_NATH not in mehta


@pytest.mark.parametrize(
    ("name", "words", "initials"),
    [
        ("A.K. Gopalan", ("gopalan",), ("ak",)),
        ("Smt. Maneka Gandhi", ("maneka", "gandhi"), ()),
        ("State of Madras & Ors.", ("state", "madras"), ()),
    ],
)
def test_a_party_as_it_is_compared(name: str, words: tuple[str, ...], initials: tuple[str, ...]) -> None:
    party = read_party(name)
    assert set(words) <= set(party.words)
    assert party.initials == initials


def test_short_forms_of_a_party() -> None:
    assert "adm" in read_party("Additional District Magistrate, Jabalpur").short_forms
    assert "uoi" not in read_party("Maneka Gandhi").short_forms
    assert "bhajanlal" in read_party("Bhajan Lal").short_forms


def test_common_words_weigh_little_and_rare_ones_much(index: NameIndex) -> None:
    assert index.weight("state") < 0.3
    assert index.weight("maneka") > index.weight("singh")
    assert index.weight("ramaswamy") == 1.0


def test_words_are_found_however_they_are_spelled(index: NameIndex) -> None:
    assert index.spellings("maneka") == {"maneka": 1.0}
    assert "maneka" in index.spellings("menaka")
    assert "kesavananda" in index.spellings("keshavananda")
    assert index.spellings("zzz") == {}
    assert index.spellings("1978") == {}


@pytest.mark.parametrize(("name", "common"), [("Ram Singh", True), ("State", True), ("Maneka Gandhi", False)])
def test_a_name_of_common_words_alone(name: str, common: bool) -> None:
    assert all_common(name) is common

"""What speaks for and against two groups of namings being one case."""

import pytest

from extraction.parties.years import years_fit
from kg.identity.cluster import Cluster, names_agree, numbered, places_conflict
from tests.support.namings import naming, own


def case(*given: tuple[str, ...]) -> Cluster:
    """Namings from titles with their citations."""
    return Cluster([naming(f"d{n}@0", title, *citations) for n, (title, *citations) in enumerate(given)])


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Maneka Gandhi v. Union of India", "Smt. Maneka Gandhi v. U.O.I.", True),
        ("Maneka Gandhi v. Union of India", "Maneka Sanjay Gandhi v. Union of India & Anr.", True),
        ("Maneka Gandhi", "Maneka Gandhi v. Union of India", True),
        ("Union of India v. Maneka Gandhi", "Maneka Gandhi v. Union of India", True),
        ("", "Maneka Gandhi v. Union of India", True),
        ("Maneka Gandhi v. Union of India", "Indira Gandhi v. Raj Narain", False),
        ("Ram Singh v. State of Punjab", "Ram Singh v. State of Bihar", False),
        ("Mohan Lal", "Maneka Gandhi v. Union of India", False),
    ],
)
def test_names(one: str, other: str, agree: bool) -> None:
    assert names_agree(case((one,)), case((other,))) is agree
    assert names_agree(case((other,)), case((one,))) is agree


def test_a_shared_citation_lets_one_telling_party_do() -> None:
    one, other = case(("Pinakin Rawal v. State of Gujarat",)), case(("Pinakin Rawal v. Director of Mines",))
    assert not names_agree(one, other)
    assert names_agree(one, other, cited=True)


def test_any_spelling_of_a_case_may_agree() -> None:
    known = case(("Workmen v. Meenakshi Mills",), ("Meenakshi Mills v. Its Workmen",), ("P. Virudhachalam v. Mills",))
    assert names_agree(known, case(("P. Virudhachalam v. The Mills",)))


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("1978 Indlaw SC 1", "AIR 1978 SC 597", True),
        ("1978 Indlaw SC 1", "AIR 1981 SC 597", True),
        ("1978 Indlaw SC 1", "AIR 1983 SC 597", False),
        ("1978 Indlaw SC 1", "AIR 1977 SC 597", False),
        ("1978 Indlaw SC 1", "1978 Indlaw SC 9", True),
        ("1978 Indlaw SC 1", "1979 Indlaw SC 9", False),
        ("AIR 1978 SC 597", "(1979) 1 SCC 248", True),
        ("AIR 1978 SC 597", "(1980) 1 SCC 248", False),
    ],
)
def test_years(one: str, other: str, fit: bool) -> None:
    """A case is printed in the year of its decision or up to three later; two prints lie a year apart at most."""
    title = "Maneka Gandhi v. Union of India"
    assert years_fit(case((title, one)).years, case((title, other)).years) is fit
    assert years_fit(case((title, other)).years, case((title, one)).years) is fit


def test_a_case_without_a_year_fits_nothing_and_contradicts_nothing() -> None:
    assert years_fit(case(("Maneka Gandhi v. Union of India",)).years, case(("", "AIR 1978 SC 597")).years) is None


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (("AIR 1978 SC 597",), ("AIR 1978 SC 1675",), True),
        (("AIR 1978 SC 597",), ("(1978) 1 SCC 248",), False),
        (("AIR 1978 SC 597", "(1978) 1 SCC 248"), ("AIR 1978 SC 1675", "(1978) 1 SCC 248"), False),
        (("AIR 1978 SC 597", "(1978) 1 SCC 248"), ("AIR 1978 SC 1675", "(1978) 4 SCC 494"), True),
        (("AIR 1978 SC 597",), ("AIR 1978 SC 591",), False),
        (("AIR 1978 SC 59",), ("AIR 1978 SC 51",), True),
        (("1979 Indlaw SC 113",), ("1979 Indlaw SC 118",), True),
        ((), ("AIR 1978 SC 597",), False),
    ],
)
def test_places(one: tuple[str, ...], other: tuple[str, ...], conflict: bool) -> None:
    """Two places in one reporter speak against one case, unless another agrees or one digit of a page is misprinted."""
    assert places_conflict(case(("A v. B", *one)), case(("A v. B", *other))) is conflict


@pytest.mark.parametrize(
    ("title", "several"),
    [
        ("Hussainara Khatoon (II) v. Home Secretary", True),
        ("M.C. Mehta (3) v. Union of India", True),
        ("Sunil Batra v. Delhi Administration", False),
    ],
)
def test_a_case_that_is_numbered_among_several(title: str, several: bool) -> None:
    assert numbered(case((title,))) is several


def test_what_a_case_gathers_from_its_namings() -> None:
    judgment = own("C1", "Maneka Gandhi v. Union of India", "1978-01-25")
    cases = Cluster(
        [
            judgment,
            naming("b@0", "Maneka Gandhi v. Union of India", "AIR 1978 SC 597"),
            naming("c@0", "Maneka v. U.O.I.", "(1978) 1 SCC 248 : AIR 1978 SC 597"),
            naming("d@0", "", "1978 Indlaw SC 212"),
        ]
    )
    assert cases.own == cases.known == [judgment]
    assert cases.parties == [("Maneka Gandhi", "Union of India"), ("Maneka", "U.O.I.")]
    assert cases.decided == {1978}
    assert cases.printed == {1978}
    assert {reporter: len(keys) for reporter, keys in cases.places.items()} == {"AIR": 1, "SCC": 1, "Indlaw": 1}

"""Numbers of cases: how they are written, and the case beside which they stand."""

import pytest

from extraction.citations.dockets import find_dockets
from extraction.reading import read


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("Civil Appeal No. 77 of 2011", "Civil Appeal No. 77 of 2011"),
        ("C.A. No. 77/2011", "Civil Appeal No. 77 of 2011"),
        ("CRL.A. 5/2001", "Criminal Appeal No. 5 of 2001"),
        ("SLP(C) No.901/2021", "SLP (C) No. 901 of 2021"),
        ("Special Leave Petition (Civil) Nos. 901-903 of 2021", "SLP (C) No. 901 of 2021"),
        ("Writ Petition (Civil) No. 202 of 1995", "WP (C) No. 202 of 1995"),
        ("W.P.(C) 345/2020", "WP (C) No. 345 of 2020"),
        ("MAC. APP. 61/2018", "MAC APP No. 61 of 2018"),
        ("Final Order No. 5012/2020", "Final Order No. 5012 of 2020"),
        ("OMP (COMM) 35/2019", "OMP (COMM) No. 35 of 2019"),
        ("Crl.M.C. No.12/2019", "Crl MC No. 12 of 2019"),
        ("R/ Special Civil Application No. 164 of 2022", "R/ Special Civil Application No. 164 of 2022"),
        ("Civil Appeal Nos. 1, 2 and 3 of 2019", "Civil Appeal No. 1 of 2019"),
        ("Tax Case Nos. 31 to 34 of 2007", "Tax Case No. 31 of 2007"),
        ("I.T. Reference No. 8 of 1971", "IT Reference No. 8 of 1971"),
        ("M.C.C. No. 8/2015", "MCC No. 8 of 2015"),
    ],
)
def test_numbers_of_one_case_have_one_form(printed: str, canonical: str) -> None:
    (found,) = find_dockets(f"the order in {printed} was set aside")
    assert found.citation.text == canonical


@pytest.mark.parametrize(
    "text", ["Act No. 5 of 1908", "FIR No. 5/2019", "on 5/2019", "Section 12 of 1995", "AIR 5/2001"]
)
def test_other_numbers_are_none(text: str) -> None:
    assert find_dockets(text) == []


@pytest.mark.parametrize(
    ("text", "docket"),
    [
        ("in Hari Om v. Sita & Ors., MAC. APP. 11/2018 & CM APPL. 5/2018, decided then", "MAC APP No. 11 of 2018"),
        ("in Hari Om v. Sita on 3 May, 2021 in S.L.P. (C) No. 44 OF 2020 it was held", "SLP (C) No. 44 of 2020"),
        ("in MAC. APP. 6/2017 & CM APPL. 28/2017, titled as Hari Om v. Sita, decided then", "MAC APP No. 6 of 2017"),
        ("in FAO No. 842/2003 under the title Hari Om v. Sita this was said", "FAO No. 842 of 2003"),
        ("in Hari Om v. Sita (CESTAT's Final Order No. 50/2020 dated 24.02.2020)", "Final Order No. 50 of 2020"),
    ],
)
def test_the_number_beside_a_name_is_a_citation_of_the_case(text: str, docket: str) -> None:
    (case,) = read(f"{text}.")._.cases
    assert (case.petitioner, case.respondent, [c.text for c in case.citations]) == ("Hari Om", "Sita", [docket])


@pytest.mark.parametrize(
    "text",
    [
        "Hari Om v. Sita was heard. The appellant filed Civil Appeal No. 5 of 2019 against it.",
        "Civil Appeal No. 5 of 2019 was dismissed. The ruling in Hari Om v. Sita was followed.",
    ],
)
def test_a_number_apart_from_the_name_is_of_another_case(text: str) -> None:
    (case,) = read(text)._.cases
    assert case.citations == ()

"""A citation of a report that no table lists is told by where it stands: after a name, or beside another citation."""

import pytest

from extraction.citations.cases import FoundCase, find_cases
from extraction.citations.citations import find_citations


def cases(text: str) -> list[FoundCase]:
    return [case for case in find_cases(text, find_citations(text)) if not case.bare]


@pytest.mark.parametrize(
    ("text", "name", "citations"),
    [
        ("So in Barlow v. Ferris, 88 A. 17, 64 N.J.L. 203.", "Barlow v. Ferris", ["88 A 17", "64 NJL 203"]),
        ("See Cobb v. Lane County, 40 P.2d 112, 97 Mont. 5.", "Cobb v. Lane County", ["40 P 2d 112", "97 Mont 5"]),
        ("In Dorn v. Hale [1971] 3 N.Z.L.R. 90 it was said.", "Dorn v. Hale", ["(1971) 3 NZLR 90"]),
        ("In Gopal v. Hari (11 O.C. 83) it was said.", "Gopal v. Hari", ["11 OC 83"]),
        ("as in Nanda v. Tara reported in 7 Sar. L.T. 21.", "Nanda v. Tara", ["7 Sar LT 21"]),
        ("See Mool v. Chand, 1978 RRD 62 (DB); it was so.", "Mool v. Chand", ["1978 RRD 62"]),
        ("See Teja v. Union, 2004 (2) Punj. Law Rep. (Crl.) 9.", "Teja v. Union", ["(2004) 2 Punj Law Rep (Crl) 9"]),
        ("See Hira v. Moti, 2011 (II) ABC-KTK 40.", "Hira v. Moti", ["(2011) 2 ABC-KTK 40"]),
        ("See Rama v. Sita [XXIV, BHR 31].", "Rama v. Sita", ["24 BHR 31"]),
        ("See Rama v. Sita [(1866) 4 PC 2: 9 XYZ 7]: so.", "Rama v. Sita", ["(1866) 4 PC 2", "9 XYZ 7"]),
        ("See Rama v. Sita, 18 Mad. 77.", "Rama v. Sita", ["ILR 18 Mad 77"]),
        ("See Gaya v. Din, AIR 1951 Pat 90 : 3 B.L.J. 12.", "Gaya v. Din", ["AIR 1951 Pat 90", "3 BLJ 12"]),
        ("See Orr v. Ely, 398 U.S. 20 (1970) : 90 S Ct 4.", "Orr v. Ely", ["398 US 20", "90 S Ct 4"]),
        ("In re Holt, 9 Vroom 31, was so.", "In re Holt v. ", ["9 Vroom 31"]),
        ("See Lal v. Din, New PQR 2011 (HP) 40, it was so.", "Lal v. Din", ["2011 New PQR 40"]),
        ("See Lal v. Din: PQR 1998 (3) 40; 1998 (2) XYZ 9.", "Lal v. Din", ["(1998) 3 PQR 40", "(1998) 2 XYZ 9"]),
        ("See Cole v. Wade (1869) 4 Ex 71.", "Cole v. Wade", ["LR 4 Ex 71"]),
    ],
)
def test_it_belongs_to_the_name_before_it(text: str, name: str, citations: list[str]) -> None:
    found = cases(text)
    assert [(f"{case.petitioner} v. {case.respondent}", [c.text for c in case.citations]) for case in found] == [
        (name, citations)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Gopal v. Hari, 12 March 1998, was cited.",
        "Gopal v. Hari, decided at 14 Park Street 70001, was cited.",
        "In State v. Gopal, 3 Section 12 is the charge.",
        "In State v. Gopal, Crime No. 5 PS 12 is the charge.",
        "In State v. Gopal, 2 PWs 30 years of age were heard.",
        "In State v. Gopal, 5 Of 12 were heard.",
        "In State v. Gopal, Crl. Appeal 2010 (2) 622 was filed.",
        "In State v. Gopal, PW 2 Ex 14 was put.",
        "The land in 12 Gali 40 and at 56 A. 142 is his.",
    ],
)
def test_figures_around_other_words_are_none(text: str) -> None:
    assert not any(case.citations for case in cases(text))


def test_the_next_name_begins_behind_it() -> None:
    found = cases("See Gopal v. Hari, (2009) 4 XYZ ND 70 (Jhar), and Moti v. Heera, 60 KTR 12.")
    assert [(case.petitioner, case.citations[0].text) for case in found] == [
        ("Gopal", "(2009) 4 XYZ ND 70"),
        ("Moti", "60 KTR 12"),
    ]


def test_a_name_in_brackets_explains_the_citation_before_it() -> None:
    (found,) = cases("Followed in (2001) 7 SCC 318 (Gopal v. Collector of Customs).")
    assert (found.petitioner, [c.text for c in found.citations]) == ("Gopal", ["(2001) 7 SCC 318"])


def test_a_name_in_brackets_takes_no_citation_of_the_name_before() -> None:
    found = cases("Moti v. State, (2001) 7 SCC 318 (Gopal v. Collector of Customs followed).")
    assert [(case.petitioner, len(case.citations)) for case in found] == [("Moti", 1), ("Gopal", 0)]


@pytest.mark.parametrize("quoted", ["“Gopal v. Hari”, AIR 1960 SC 12", "“Gopal” v. “Hari”, AIR 1960 SC 12"])
def test_the_citation_of_a_name_in_quotation_marks(quoted: str) -> None:
    assert [[c.text for c in case.citations] for case in cases(f"In {quoted} it was held.")] == [["AIR 1960 SC 12"]]


def test_a_citation_is_no_name_of_the_one_behind_it() -> None:
    found = cases("In Gopal v. Hari, (2004) 3 Scale 22; ILR 2004 KAR 71 it was said; see 19 Moo. Q. 44 : 31 IA 5.")
    assert [(case.petitioner or case.name, [c.text for c in case.citations]) for case in found] == [
        ("Gopal", ["(2004) 3 SCALE 22"]),
        ("", ["ILR 2004 Kar 71"]),
        ("", ["31 IA 5"]),
    ]

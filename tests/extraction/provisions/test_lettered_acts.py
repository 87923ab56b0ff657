"""Acts that go by letters: those courts know, and those that a text gave to them."""

import pytest

from extraction.records import Paragraph
from tests.support.reading import read_mentions

HMA, NI, IT = "hindu-marriage-act-1955", "negotiable-instruments-act-1881", "income-tax-act-1961"
HARBOUR = "kerala-harbour-dues-recovery-act-1969"


def _ids(text: str) -> list[str | None]:
    return [p.provision for p in read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        (
            "A decree under Section 13B HMA, read with section 21 of the H.M.A.",
            [f"{HMA}/section-13B", f"{HMA}/section-21"],
        ),
        ("cognizance under Section 142(1) NIA", [f"{NI}/section-142"]),
        ("Para 142 of the NIA report", []),
        ("Section 7 P.C. Act", ["prevention-of-corruption-act-1988/section-7"]),
        ("Section 4 D.P. Act", ["dowry-prohibition-act-1961/section-4"]),
        (
            "S. 29A of the A & C Act; section 36 A&C Act",
            [f"arbitration-and-conciliation-act-1996/section-{n}" for n in ("29A", "36")],
        ),
        ("Section 19 of P.M.L.A.", ["prevention-of-money-laundering-act-2002/section-19"]),
        (
            "Section 3(2)(v) of the SC/ST (PoA) Act",
            ["scheduled-castes-and-the-scheduled-tribes-prevention-of-atrocities-act-1989/section-3"],
        ),
        ("Section 121 of the RPC", ["ranbir-penal-code-1989/section-121"]),
        ("Section 92A of Act 4 of 1939", ["motor-vehicles-act-1939/section-92A"]),
        ("The Arms Act, 1959. Section 92A of Act No. 7 of 1960", [None]),
        ("Section 7A of the NIA Act", ["national-investigation-agency-act-2008/section-7A"]),
    ],
)
def test_letters_that_courts_know(text: str, ids: list[str | None]) -> None:
    assert _ids(text) == ids


@pytest.mark.parametrize(
    "given",
    [
        '(for short, "KHDR"). The Ports Act, 1908 is older. Section 6 of KHDR',
        '(for short, "KHDR"). The Ports Act, 1908 is older. Section 6 of the KHDR Act',
        "(hereinafter the “KHDR Act”). The Ports Act, 1908 is older. Section 6 KHDR",
        "(hereinafter referred to as the principal Act). The Ports Act, 1908 is old. Section 6 of the principal Act",
        "(the Dues Act). The Ports Act, 1908 is older. Section 6 of the Dues Act",
        "(hereinafter 'the 1969 Act'). The Ports Act, 1969 is of its year. Section 6 of the 1969 Act",
    ],
)
def test_names_that_the_text_gave(given: str) -> None:
    assert _ids(f"The Kerala Harbour Dues (in Recovery) Act, 1969 {given} governs.") == [
        f"{HARBOUR.replace('dues-', 'dues-in-')}/section-6"
    ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Section 68 of the IT Act applies. The Income Tax Act, 1961 is a code.", [f"{IT}/section-68"]),
        (
            "The Information Technology Act, 2000 is new. Section 68 I.T. Act",
            ["information-technology-act-2000/section-68"],
        ),
        ("Section 68 of the IT Act applies.", [None]),
        ("Section 15 of the J.J. Act", ["juvenile-justice-care-and-protection-of-children-act-2015/section-15"]),
    ],
)
def test_one_abbreviation_of_two_acts_is_what_the_text_names_in_full(text: str, ids: list[str | None]) -> None:
    assert _ids(text) == ids


def test_an_act_in_the_title_of_a_case_is_not_the_act_of_later_sections() -> None:
    text = (
        "The Punjab Carriers Act, 1949 was pleaded. In re The Cochin Lotteries Act, 1938, (1955) 1 SCR 12 was cited. "
        "Section 9 of the Act applies."
    )
    assert _ids(text) == ["punjab-carriers-act-1949/section-9"]

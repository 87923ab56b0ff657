"""A citation keeps how it is printed where that tells more than its canonical form."""

import pytest

from extraction.citations.citations import find_citations
from extraction.reading import read


@pytest.mark.parametrize(
    ("text", "canonical", "printed"),
    [
        ("in (1971) 82 ITR 363 (SC), and", "82 ITR 363", "(1971) 82 ITR 363 (SC)"),
        ("[1999] 239 ITR650 (Mad)", "239 ITR 650", "[1999] 239 ITR650 (Mad)"),
        ("2004 (169) E.L.T. 12 (Tri. - Chennai)", "169 ELT 12", "2004 (169) E.L.T. 12 (Tri. - Chennai)"),
        ("(2016) 381 ITR 40 (Del-HC)", "381 ITR 40", "(2016) 381 ITR 40 (Del-HC)"),
        ("(1898-99) 26 IA 113", "26 IA 113", "(1898-99) 26 IA 113"),
        ("(1970) 2 WLR 114 (HL)", "(1970) 2 WLR 114", "(1970) 2 WLR 114 (HL)"),
        ("(1995) 1 MhLJ 44", "(1995) 1 Mah LJ 44", "(1995) 1 MhLJ 44"),
        ("AIR 1981 Delhi 10", "AIR 1981 Del 10", "AIR 1981 Delhi 10"),
        ("ILR XXV Pat 595", "ILR 25 Pat 595", "ILR XXV Pat 595"),
    ],
)
def test_what_a_print_tells_beside_the_canonical_form_is_kept(text: str, canonical: str, printed: str) -> None:
    (found,) = find_citations(text)
    assert (found.citation.text, found.citation.printed) == (canonical, (printed,))
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "A.I.R. 1978 S.C. 597",
        "1978 (1) S.C.C. 248",
        "(1978) 1 SCC at page 248 (Ray, J.)",
        "(1992) Suppl. 1 SCC 335 (para 5)",
        "AlR 1978 SC 597 (supra)",
        "(1978) 2 A.P.L.J. 27",
    ],
)
def test_another_spacing_tells_nothing_more(text: str) -> None:
    assert all(found.citation.printed == () for found in find_citations(text))


def test_the_court_in_brackets_is_the_court_of_the_citation_and_ends_the_name_before() -> None:
    doc = read("See Alpha Mills v. CIT (1959) 35 ITR 1 (SC), Beta Traders v. CIT (1968) 67 ITR 11 (Bom) and others.")
    assert [(c.petitioner, [x.court for x in c.citations]) for c in doc._.cases] == [
        ("Alpha Mills", ["Supreme Court of India"]),
        ("Beta Traders", ["Bombay High Court"]),
    ]

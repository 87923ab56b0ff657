"""Citations: every printed form of one citation gives one canonical text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.citations.citations import find_citations

ONE_FORM = {
    "AIR 1978 SC 597": [
        "AIR 1978 SC 597",
        "A.I.R. 1978 S.C. 597",
        "AIR1978 SC 597",
        "A.I.R.1978 S.C. 597",
        "AIR (1978) SC 597",
        "AIR [1978] SC 597",
        "1978 AIR 597",
        "1978 AIR (SC) 597",
        "1978 AIR(SC) 597",
        "AlR 1978 SC 597",
        "AIR 1978 Supreme Court 597",
        "AIR 1978 S.C., 597",
    ],
    "(1978) 1 SCC 248": [
        "(1978) 1 SCC 248",
        "(1978)1SCC248",
        "[1978] 1 SCC 248",
        "1978 (1) SCC 248",
        "(1978 (1) SCC 248",
        "1978 SCC (1) 248",
        "(1978) 1 S.C.C. 248",
        "(1978] 1 SCC 248",
        "1978 1 SCC 248",
    ],
    "(1978) 2 SCR 621": ["[1978] 2 SCR 621", "1978 (2) SCR 621", "(1978) 2 S. C. R. 621", "1978 SCR (2) 621"],
    "(2011) 4 CPJ 90": ["IV (2011) CPJ 90", "IV(2011) CPJ 90", "IV [2011] CPJ 90", "2011 (4) CPJ 90"],
    "(2003) 4 RLW 2210": ["RLW 2003 (4) Raj. 2210", "R.L.W. 2003(4) 2210", "2003 (4) RLW 2210"],
    "1954 SCR 475": ["1954 SCR 475", "[1954] S.C.R. 475", "(1954) SCR 475"],
    "1992 Supp (1) SCC 335": [
        "1992 Supp (1) SCC 335",
        "1992 Supp. (1) SCC 335",
        "(1992) Supp. 1 SCC 335",
        "(1992) suppl. 1 SCC 335",
        "1992 Supp 1 SCC 335",
        "(1992) 1 Supp SCC 335",
        "(1992) Supple.(1) SCC 335",
    ],
    "1963 Supp (2) SCR 169": [
        "[1963] Supp. 2 S. C. R. 169",
        "1963] 2 Supp S.C.R. 169",
        "1963 Supp (2) SCR 169",
        "1963 SCR Supl. (2) 169",
    ],
    "1988 Supp SCC 152": ["(1988) Supp. SCC 152", "1988 (Supp) SCC 152"],
    "JT 2004 (3) SC 423": ["JT 2004 (3) SC 423", "J.T. 2004 (3) S.C. 423", "JT (2004) 3 SC 423", "2004 (3) JT 423"],
    "2004 Indlaw SC 227": ["2004 Indlaw SC 227", "2004 Indlaw  SC 227"],
    "2021 LiveLaw (SC) 12": ["2021 LiveLaw (SC) 12", "2021 LL (SC) 12"],
    "2019-TIOL-12-SC-GST": ["2019-TIOL-12-SC-GST"],
    "(2018) 2 RCR 9": ["(2018) 2 RECCRIR 9", "2018 (2) RCR (Criminal) 9"],
    "2019 SCC OnLine 77": ["2019 SCC OnLine 77"],
    "2017 INSC 801": ["2017 INSC 801", "2017:INSC:801"],
    "2023:DHC:1234": ["2023:DHC:1234", "2023:DHC:1234-DB"],
    "(1983) 1 Cri LJ 641": ["(1983) 1 Cri LJ 641", "1983 (1) Cr.L.J. 641", "(1983) 1 CrLJ 641"],
    "1983 SCC (Cri) 379": ["1983 SCC (Cri) 379", "1983 SCC(Cri) 379", "1983 SCC (CRI.) 379"],
    "1990 SCC (L&S) 71": ["1990 SCC (L & S) 71", "1990 SCC (L&S) 71", "1990 SCC (L and S) 71"],
    "(1990) 2 RLW 71": ["1990 (2) RLW (Raj.) 71", "(1990) 2 RLW (Raj) 71", "1990 (2) RLW 71"],
    "(1990) 2 WLC 71": ["1990 (2) WLC (Raj.) 71", "1990(2) WLC 71"],
    "16 STC 1005": ["16 S.T.C. 1005", "1965 (16) STC 1005", "(1965) 16 STC 1005"],
    "50 IA 324": ["L.R. 50 I.A. 324", "LR 50 IA 324", "50 I.A. 324", "(1923) 50 IA 324"],
    "ILR 47 Bom 578": ["I.L.R. 47 Bom. 578", "ILR 47 Bombay 578"],
    "AIR 1989 Pat 276": ["AIR 1989 Patna 276", "A.I.R. 1989 Pat. 276"],
    "AIR 1961 J&K 58": ["AIR 1961 J&K 58", "AIR 1961 J & K 58"],
    "(1891) 2 QB 115": ["[1891] 2 Q.B. 115"],
    "LR 6 QB 720": ["L.R. 6 Q.B. 720", "(1870-71) L.R. 6 Q.B. 720"],
    "118 US 356": ["118 U.S. 356", "118 U. S. 356"],
    "MANU/SC/0582/1989": ["MANU/SC/0582/1989"],
    "2015 SCC OnLine Del 9802": ["2015 SCC Online Delhi 9802"],
    "2023:BHC-AS:1234": ["2023:BHC-AS:1234-DB", "2023: BHC-AS: 1234", "2023/BHC-AS/001234"],
    "2024:XYZHC:77": ["2024:XYZHC:77-FB"],
    "(1975) 3 SCC 219": ["11975] 3 SCC 219", "(1975-3 SCC 219)", "[ l975] 3 SCC 219", "(1975) Vol. 3 S,C.C. 219"],
    "(1989) 2 SCC 177": ["(1 989) 2 SCC 177", "(1989) 2 Supreme Court Cases 177", "[1989] 2 SCC [177]"],
    "1949 SCR 321": ["[1949-50] S.C.R. 321"],
    "JT 1992 (6) SC 259": ["JT (1992) Vol. 6 SC 259", "Judgments Today 1992 (6) S.C. 259"],
    "JT 2004 (Supp 1) SC 326": ["JT 2004 Supp (1) SC 326", "JT 2004 (Suppl. 1) SC 326"],
    "AIR 1947 PC 118": ["AIR (34) 1947 PC 118", "A I R 1947 P. C. 118"],
    "AIR 2008 SC Supp 824": ["AIR 2008 SC (Supp) 824"],
    "AIR Online 2020 SC 12": ["AIRONLINE 2020 SC 12"],
    "ILR 17 Cal 291": ["(1890) ILR 17 Calcutta 291", "I.L.R. 17 Cal. 291", "(1890) 17 Cal 291"],
    "ILR (2004) 2 P&H 113": ["2004 (2) ILR (P & H) 113", "ILR 2004 (2) P & H 113"],
    "137 DLT 14": ["137 (2007) DLT 14", "(2007) 137 DelLT 14"],
    "(2003) 3 LLJ 1102": ["2003-III-LLJ-1102", "(2003) III L.L.J. 1102"],
    "41 IA 104": ["41 Indian Appeals 104", "(1914) L.R. 41 I.A. 104"],
    "21 QBD 313": ["(1888) L.R. 21 Q.B.D. 313", "21 QBD 313"],
    "5 AC 685": ["(1880) 5 App. Cas. 685"],
    "2005 UKHL 41": ["[2005] UKHL 41"],
    "1943 Indlaw CAL 139": ["1943 Indlaw C.A.L 139", "1943 INDLAW CAL 139"],
}


@pytest.mark.parametrize(("canonical", "printed"), [(c, p) for c, forms in ONE_FORM.items() for p in forms])
def test_every_printed_form_has_one_canonical_text(canonical: str, printed: str) -> None:
    text = f"It was so held in {printed}, and followed."
    found = find_citations(text)
    assert [f.citation.text for f in found] == [canonical]
    assert text[found[0].start : found[0].end] in printed


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("JT 2004 (3) SC 4702004 Indlaw SC 227", ["JT 2004 (3) SC 470", "2004 Indlaw SC 227"]),
        ("Jasmer Singh's case1996 Indlaw SC 1679", ["1996 Indlaw SC 1679"]),
        ("1993 Indlaw SC 9351993 Indlaw SC 935", ["1993 Indlaw SC 935", "1993 Indlaw SC 935"]),
        ("AIR 1985 SC 841980 Indlaw SC 337", ["AIR 1985 SC 84", "1980 Indlaw SC 337"]),
        ("Sambhu Kevat2013 (14) SCALE 235", ["(2013) 14 SCALE 235"]),
    ],
)
def test_citations_run_into_their_neighbours(text: str, citations: list[str]) -> None:
    assert [f.citation.text for f in find_citations(text)] == citations


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("(1978) 1 SCC 248 at p. 253, para 12", "(1978) 1 SCC 248"),
        ("(1978) 1 SCC 248, 253", "(1978) 1 SCC 248"),
        ("AIR 1978 SC 597 (para 5)", "AIR 1978 SC 597"),
        ("Schedule IV (2011) CPJ 90", "2011 CPJ 90"),
        ("A v. B, IV (2011) 3 CPJ 90", "(2011) 3 CPJ 90"),
    ],
)
def test_pinpoints_and_what_stands_before_are_no_part_of_a_citation(text: str, canonical: str) -> None:
    assert [f.citation.text for f in find_citations(text)] == [canonical]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 1978 the appellant was served with 248 notices.",
        "Criminal Appeal No. 597 of 1978",
        "a sum of Rs. 1978 and 34 paise",
        "Section 302 of the Indian Penal Code, 1860",
        "between 1978 and 1980 at 5 p.m.",
        "Writ Petition (Civil) 31 of 2000 and W.P. No. 12/1998",
        "from 12.3.1978 to 14-3-1978 and in 1978-79, Rs. 500",
        "the 1961 Act and the 1963 Rules, 26 in all",
        "2 AIR guns and 4 US dollars",
        "",
    ],
)
def test_ordinary_figures_are_no_citations(text: str) -> None:
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "year", "decision_year", "court"),
    [
        ("1978 Indlaw SC 212", 1978, True, "Supreme Court of India"),
        ("2017 INSC 801", 2017, True, "Supreme Court of India"),
        ("2023:DHC:1234", 2023, True, "Delhi High Court"),
        ("[1967] 2 SCR 949", 1967, False, "Supreme Court of India"),
        ("AIR 1977 Patna 136", 1977, False, "Patna High Court"),
        ("1976 Indlaw PAT 98", 1976, True, "Patna High Court"),
        ("70 I.A. 18", None, False, "Judicial Committee of the Privy Council"),
    ],
)
def test_a_citation_tells_year_and_court(text: str, year: int | None, decision_year: bool, court: str) -> None:
    (found,) = find_citations(text)
    assert (found.citation.year, found.citation.decision_year, found.citation.court) == (year, decision_year, court)


def test_keys_are_the_slug_of_the_canonical_text() -> None:
    (found,) = find_citations("[1973] Supp. (2) S.C.R. 1")
    assert found.citation.key == "1973-supp-2-scr-1"


@given(st.text(alphabet="AIRSCJT()[]. 0123456789Indlaw", max_size=300))
def test_any_text_is_read_without_overlaps(text: str) -> None:
    found = find_citations(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= f.start < f.end <= len(text) for f in found)


@pytest.mark.parametrize(
    "text", ["1" * 500_000, "(" * 100_000, "1978 " * 50_000, "(1978) 1 SCC " * 20_000, " " * 300_000]
)
def test_hostile_texts_take_linear_time(text: str) -> None:
    start = time.process_time()
    find_citations(text)
    assert time.process_time() - start < 10

"""Cases: party names, parallel citations, short names, and which mentions are of one case."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.citations.cases import FoundCase, find_cases
from extraction.citations.citations import find_citations
from extraction.parties.titles import clean_party
from extraction.records import CaseReference, Paragraph
from tests.support.reading import read_mentions


def _cases(text: str) -> list[FoundCase]:
    return [case for case in find_cases(text, find_citations(text)) if not case.bare]


def _references(text: str, title: str = "P. Own v. State of Nowhere") -> tuple[CaseReference, ...]:
    return read_mentions(text, [Paragraph("1", 0, len(text))], title).references


def _titles(text: str, title: str = "P. Own v. State of Nowhere") -> list[str]:
    return [reference.title for reference in _references(text, title)]


@pytest.mark.parametrize(
    ("text", "title", "citations", "form"),
    [
        (
            "as held in Maneka Gandhi v. Union of India, AIR 1978 SC 597.",
            "Maneka Gandhi v. Union of India",
            ["AIR 1978 SC 597"],
            "full",
        ),
        (
            "See State of Haryana vs. Bhajan Lal [1992 Supp (1) SCC 335]",
            "State of Haryana v. Bhajan Lal",
            ["1992 Supp (1) SCC 335"],
            "full",
        ),
        (
            "(See M/s. K.N. Oil Industries and Anr. Etc. v. State of M.P. and Ors. Etc., AIR (1986) SC 1929).",
            "K.N. Oil Industries v. State of M.P.",
            ["AIR 1986 SC 1929"],
            "full",
        ),
        (
            "in the case of Smt. Kavita v. State of Maharashtra, [1982] 1 SCR 138 1981 Indlaw SC 242",
            "Kavita v. State of Maharashtra",
            ["(1982) 1 SCR 138", "1981 Indlaw SC 242"],
            "full",
        ),
        (
            "Following Bidi Supply Co. v. Union of India & Ors., 1956 SCR 267 : AIR 1956 SC 479 we hold",
            "Bidi Supply Co. v. Union of India",
            ["1956 SCR 267", "AIR 1956 SC 479"],
            "parallel",
        ),
        (
            "In State of Maharashtra vs. Chanderbhan 1983(3) SCR 337 = 1983 (3) SCC 387 = AIR 1983 SC 803, it was",
            "State of Maharashtra v. Chanderbhan",
            ["(1983) 3 SCR 337", "(1983) 3 SCC 387", "AIR 1983 SC 803"],
            "parallel",
        ),
        ("UNION OF INDIA VS. RAM SINGH, AIR 1990 SC 1", "Union of India v. Ram Singh", ["AIR 1990 SC 1"], "full"),
        (
            "relied on Delhi Administration (now NCT of Delhi) v. Manohar Lal, (2002) 7 SCC 222",
            "Delhi Administration (now NCT of Delhi) v. Manohar Lal",
            ["(2002) 7 SCC 222"],
            "full",
        ),
        (
            "in V. Kasturi v. Managing Director, State Bank of India, Bombay & Another, (1998) 8 SCC 30",
            "V. Kasturi v. Managing Director, State Bank of India, Bombay",
            ["(1998) 8 SCC 30"],
            "full",
        ),
        (
            "Nanhau Ram V. State of M.P. [(1988) Supp. SCC 152",
            "Nanhau Ram v. State of M.P.",
            ["1988 Supp SCC 152"],
            "full",
        ),
        (
            "O.P. Garg & ors. Vs. State of U.P. - reported in (1991) suppl. 2 SCC 511991 Indlaw SC 265",
            "O.P. Garg v. State of U.P.",
            ["1991 Supp (2) SCC 51", "1991 Indlaw SC 265"],
            "full",
        ),
        (
            "Narendra Kumar& ors.vs. The Union of India & ors. [1960 (2) SCR 375",
            "Narendra Kumar v. Union of India",
            ["(1960) 2 SCR 375"],
            "full",
        ),
        (
            "relied on Hill Trust v. Vale Homes – (2020) 2 SCC 265; and others",
            "Hill Trust v. Vale Homes",
            ["(2020) 2 SCC 265"],
            "full",
        ),
        (
            "in R. v. Sussex Justices, ex p McCarthy [(1924) 1 KB 256] it was",
            "R. v. Sussex Justices",
            ["(1924) 1 KB 256"],
            "full",
        ),
        (
            "See Alpha Mohammad v. Beta Baksh [1929 SCC OnLine PC 115 : (1929-30) 57 IA 86 : ILR (1930) 11 Lah 199]",
            "Alpha Mohammad v. Beta Baksh",
            ["1929 SCC OnLine PC 115", "57 IA 86", "ILR 11 Lah 199"],
            "parallel",
        ),
        (
            "as in Alpha Bibi v. Beta Prasad, ('27) 49 All. 38 : A.I.R. (14) 1927 All. 61 it was",
            "Alpha Bibi v. Beta Prasad",
            ["ILR 49 All 38", "AIR 1927 All 61"],
            "parallel",
        ),
        ("as in Alpha Bibi v. Beta ('84) 11 I.A. 37;", "Alpha Bibi v. Beta", ["11 IA 37"], "full"),
        ("as in Alpha Bibi v. Beta Bank, IV (2011) CPJ 90;", "Alpha Bibi v. Beta Bank", ["(2011) 4 CPJ 90"], "full"),
        (
            "In re Special Courts Bill, (1979) 1 SCC 380 it was",
            "In re Special Courts Bill",
            ["(1979) 1 SCC 380"],
            "full",
        ),
        (
            "Hussainara Khatoon (IV) v. Home Secy., State of Bihar 1979 Indlaw SC 112",
            "Hussainara Khatoon (IV) v. Home Secy., State of Bihar",
            ["1979 Indlaw SC 112"],
            "full",
        ),
    ],
)
def test_names_and_citations_of_a_mention(text: str, title: str, citations: list[str], form: str) -> None:
    (case,) = _cases(text)
    (reference,) = _references(text)
    assert reference.title == title
    assert [c.text for c in case.citations] == citations
    assert case.form == form


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("In Maneka Gandhi v. Union of India the Court held so.", ["Maneka Gandhi v. Union of India"]),
        (
            "Ram v. Shyam Industries, Mohan Das v. State of Bihar and Karim v. Emperor",
            ["Ram v. Shyam Industries", "Mohan Das v. State of Bihar", "Karim v. Emperor"],
        ),
        (
            "A. K. Roy v. Union of India, (1982) 1 SCC 271 and Bachan Singh v. State of Punjab, (1980) 2 SCC 684.",
            ["A.K. Roy v. Union of India", "Bachan Singh v. State of Punjab"],
        ),
        (
            "the decisions in Union of India & Ors. v. R. S. Dhaba and R. S. Sial v. The State of U.P. were read.",
            ["Union of India v. R.S. Dhaba", "R.S. Sial v. State of U.P."],
        ),
        ("Justice V. Ramaswami heard the State.", []),
        (
            "The appeal was dismissed. State of Bihar v. Ram Lal, AIR 1960 SC 5 was cited.",
            ["State of Bihar v. Ram Lal"],
        ),
    ],
)
def test_several_cases_in_one_sentence(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("(1966) 1 SCR 825 = (AIR 1966 SC 492 1965 Indlaw SC 260", [3]),
        ("(1999) 7 SCC 54; AIR 2003 SC 100", [1, 1]),
        ("AIR 1950 SC 27, AIR 1951 SC 458", [1, 1]),
        ("AIR 1960 All 434, (1960) 2 SCR 375", [1, 1]),
    ],
)
def test_citations_alone_join_only_when_they_can_be_one_case(text: str, groups: list[int]) -> None:
    references = _references(text)
    assert [len(r.citations) for r in references] == groups
    assert all(r.petitioner == r.respondent == "" for r in references)
    assert all(m.form == "citation_only" for r in references for m in r.mentions)


FULL = "In Maneka Gandhi v. Union of India, AIR 1978 SC 597, it was so held. "


@pytest.mark.parametrize(
    ("short", "form"),
    [
        ("Maneka Gandhi's case", "short"),
        ("the Maneka Gandhi case", "short"),
        ("Gandhi-case", "short"),
        ("Maneka Gandhi (supra)", "supra"),
        ("Maneka Gandhi v. Union of India (supra)", "supra"),
        ("Maneka's case (supra)", "supra"),
        ("AIR 1978 SC 597 (supra)", "supra"),
    ],
)
def test_short_names_join_the_case_they_fit(short: str, form: str) -> None:
    (reference,) = _references(f"{FULL}The ratio of {short} was applied.")
    assert [m.form for m in reference.mentions] == ["full", form]


def test_bare_names_join_the_case_they_fit() -> None:
    (reference,) = _references(f"{FULL}Liberty as construed in Maneka Gandhi is wide.")
    assert [m.text for m in reference.mentions][1] == "Maneka Gandhi"


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Tata Tea 1988 Indlaw SC 779 (supra) was cited.", ["Tata Tea"]),
        ("the case of Valley Bank, reported in 158 ITR 102", ["Valley Bank"]),
        ("Surjit Singh's case 1996 Indlaw SC 3445", ["Surjit Singh"]),
        ("the Coal Control Case ([1954] S.C.R. 803)", ["Coal Control"]),
        ("Golak Nath's case was noticed.", ["Golak Nath"]),
        ("the prosecution case, the present case, the petitioner's case and Criminal Case No. 5", []),
        ("Sessions Case No. 25 of 2003 and Complaint Case No. 331 of 1996", []),
        ("Facts of the case lie in a narrow compass. Number of cases were filed.", []),
    ],
)
def test_short_names_without_a_full_one(text: str, titles: list[str]) -> None:
    assert _titles(text) == titles


def test_same_parties_in_another_year_are_another_case() -> None:
    text = (
        "Ajit Singh v. State of Punjab, (1996) 2 SCC 715, was followed. "
        "In Ajit Singh v. State of Punjab, (1999) 7 SCC 209, it was doubted."
    )
    assert [(r.title, r.year) for r in _references(text)] == [
        ("Ajit Singh v. State of Punjab", 1996),
        ("Ajit Singh v. State of Punjab", 1999),
    ]


def test_mentions_join_by_citation_when_names_differ() -> None:
    text = (
        "Gobind v. State of M.P., (1975) 2 SCC 148, says so. (1975) 2 SCC 148 binds. "
        "Govind v. State of Madhya Pradesh, (1975) 2 SCC 148 : AIR 1975 SC 1378."
    )
    (reference,) = _references(text)
    assert len(reference.mentions) == 3
    assert [c.text for c in reference.citations] == ["(1975) 2 SCC 148", "AIR 1975 SC 1378"]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("A. Ram v. State of Bihar, [1967] 2 SCR 949 1961 Indlaw SC 5", 1961),
        ("A. Ram v. State of Bihar, AIR 1963 SC 1295 : [1964] 1 SCR 332", 1963),
        ("A. Ram v. State of Bihar, decided on 3.5.1984", 1984),
        ("A. Ram v. State of Bihar (1984) was cited", 1984),
        ("A. Ram v. State of Bihar was cited", None),
    ],
)
def test_the_year_of_a_case(text: str, year: int | None) -> None:
    assert _references(text)[0].year == year


def test_a_judgment_does_not_cite_itself() -> None:
    text = "In the present appeal, Ram Lal v. State of Bihar, we follow Mohan Das v. State of Assam, AIR 1960 SC 5."
    assert _titles(text, "Ram Lal and others v. State of Bihar") == ["Mohan Das v. State of Assam"]


def test_the_court_of_a_case() -> None:
    (reference,) = _references("K.P. Verma vs. State of Bihar AIR 1989 Patna 276 1989 Indlaw PAT 1089")
    assert reference.court == "Patna High Court"


def test_labelled_mentions_are_covered(shared_data: Path) -> None:
    rows = [json.loads(line) for line in (shared_data / "labels/resolution.jsonl").read_text().splitlines()][:40]
    covered = 0
    for row in rows:
        file = shared_data / "judgments/aila2019" / f"{row['doc']}.txt"
        text = file.read_text(encoding="utf-8", errors="replace")
        near = text[max(0, row["start"] - 3000) : row["end"] + 3000]
        offset = max(0, row["start"] - 3000)
        spans = [(c.start + offset, c.end + offset) for c in find_cases(near, find_citations(near))]
        covered += any(start <= row["start"] + 4 and end >= row["end"] - 4 for start, end in spans)
    assert covered / len(rows) >= 0.95


NAMES = st.sampled_from(
    ["Ram Lal", "Smt. Sita Devi", "M/s. Alpha & Co. Ltd.", "Dr. A.K. Bose", "K. S. Rao", "Gulab Chand", "Mohd. Yusuf"]
)
STATES = st.sampled_from(["State of Bihar", "Union of India", "The State of U.P.", "Commissioner of Police, Bombay"])


@given(
    NAMES,
    STATES,
    st.sampled_from(["v.", "vs.", "Vs.", "versus", "v"]),
    st.sampled_from(["in", "See", "relied on", "following"]),
)
def test_any_two_parties_before_a_citation(name: str, state: str, sign: str, lead: str) -> None:
    (reference,) = _references(f"We have been {lead} {name} {sign} {state}, AIR 1960 SC 27, and agree.")
    assert reference.petitioner == clean_party(name)
    assert reference.respondent == clean_party(state)


@given(st.text(alphabet="AbcV. v.s()[]'\"case,supra 1978SC\n", max_size=300))
def test_any_text_gives_ordered_mentions(text: str) -> None:
    cases = find_cases(text, find_citations(text))
    assert all(a.end <= b.start for a, b in pairwise(cases))

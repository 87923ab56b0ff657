"""From what a user types to the node that is meant: one, several to choose from, or none with the nearest."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kg_graphs import BASU, COOPER, GOLAK_NATH, GOPALAN, KESAVANANDA, MANEKA, SHANKARI, landmarks

from kg.cases_named import cases_named
from kg.lookup import resolve
from kg.store import Batch, Node, Store

JABALPUR = "additional-district-magistrate-jabalpur-v-shivkant-shukla-1976"
BHAJAN_LAL = "state-of-haryana-v-bhajan-lal-1992"
BOMMAI = "s-r-bommai-v-union-of-india-1994"
JOSHI = "b-s-joshi-v-state-of-haryana-2003"
GOBIND = "gobind-v-state-of-madhya-pradesh-1975"
PRIVACY = "k-s-puttaswamy-v-union-of-india-2017"
AADHAAR = "k-s-puttaswamy-v-union-of-india-2018"
BATRA_1978 = "sunil-batra-v-delhi-administration-1978"
BATRA_1980 = "sunil-batra-v-delhi-administration-1980"
OLEUM = "m-c-mehta-v-union-of-india-1986"
KAMAL_NATH = "m-c-mehta-v-kamal-nath-1996"
RAJASTHAN = "state-of-rajasthan-v-union-of-india-1977"
KHARAK = "kharak-singh-v-state-of-uttar-pradesh-1962"
MAHIPATRAY = "mahipatray-ram-sharma-v-state-of-bihar-1988"
RAM_SINGH = "ram-singh-v-state-of-delhi-1957"
ARTICLE_21 = "constitution-of-india/article-21"
IPC_302 = "indian-penal-code-1860/section-302"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return landmarks(tmp_path_factory.mktemp("lookup") / "graph.db")


FOUND = [
    # ids and documents
    (MANEKA, MANEKA),
    ("constitution-of-india/article-21A", "constitution-of-india/article-21A"),
    ("indian-penal-code-1860", "indian-penal-code-1860"),
    ("1978_maneka", MANEKA),
    ("1978_Maneka.md", MANEKA),
    # citations
    ("AIR 1978 SC 597", MANEKA),
    ("1978 AIR 597", MANEKA),
    ("A.I.R. 1978 S.C. 597", MANEKA),
    ("[1978] 2 SCR 621", MANEKA),
    ("(1978)1SCC248", MANEKA),
    ("2017 INSC 801", PRIVACY),
    ("Maneka Gandhi v. Union of India, AIR 1978 SC 597", MANEKA),
    ("Maneka Gandhi v. Union of India, AIR 1999 SC 9999", MANEKA),
    # provisions and acts
    ("art 21", ARTICLE_21),
    ("Article 21 of the Constitution", ARTICLE_21),
    ("302 IPC", IPC_302),
    ("IPC 302", IPC_302),
    ("section 138 ni act", "negotiable-instruments-act-1881/section-138"),
    ("S. 482 CrPC", "code-of-criminal-procedure-1973/section-482"),
    ("498a", "indian-penal-code-1860/section-498A"),
    ("ipc", "indian-penal-code-1860"),
    ("constitution of india", "constitution-of-india"),
    # names
    ("Maneka Gandhi", MANEKA),
    ("maneka gandhi case", MANEKA),
    ("Maneka Gandhi's case", MANEKA),
    ("the Maneka Gandhi judgment", MANEKA),
    ("MANEKA GANDHI V. UNION OF INDIA", MANEKA),
    ("Maneka Gandhi v UOI", MANEKA),
    ("Kesavananda", KESAVANANDA),
    ("bommai judgement", BOMMAI),
    ("State of Haryana v. Bhajan Lal", BHAJAN_LAL),
    ("Bhajan Lal v. State of Haryana", BHAJAN_LAL),
    ("Gobind v MP", GOBIND),
    ("Gobind vs State of M.P.", GOBIND),
    ("State of Rajasthan v. Union of India", RAJASTHAN),
    ("Kharak Singh", KHARAK),
    ("ADM Jabalpur", JABALPUR),
    ("RC Cooper", COOPER),
    ("dk basu", BASU),
    ("D. K. Basu", BASU),
    # other names
    ("bank nationalisation case", COOPER),
    ("Habeas Corpus", JABALPUR),
    # spelling
    ("keshavananda bharti", KESAVANANDA),
    ("Kesavanand Bharathi", KESAVANANDA),
    ("golaknath", GOLAK_NATH),
    ("Mahipatrai", MAHIPATRAY),
    ("Haryana v Bhajanlal", BHAJAN_LAL),
    # years tell namesakes apart
    ("BS Joshi v State of Haryana 2003", JOSHI),
    ("Sunil Batra 1978", BATRA_1978),
    ("Sunil Batra v. Delhi Administration (1980)", BATRA_1980),
    ("Puttaswamy, 2018", AADHAAR),
    ("M.C. Mehta v. Union of India 1986", OLEUM),
]


@pytest.mark.parametrize(("typed", "expected"), FOUND)
def test_one_clear_match_is_found(store: Store, typed: str, expected: str) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is not None
    assert lookup.found.id == expected
    assert lookup.candidates[0].reason


SEVERAL = [
    ("Sunil Batra", {BATRA_1978, BATRA_1980}),
    ("Puttaswamy", {PRIVACY, AADHAAR}),
    ("M.C. Mehta", {OLEUM, KAMAL_NATH, "m-c-mehta-v-union-of-india-1971"}),
    ("M.C. Mehta v. Union of India", {OLEUM, "m-c-mehta-v-union-of-india-1971"}),
    ("section 302", {IPC_302, "code-of-criminal-procedure-1973/section-302"}),
    ("Articles 14 and 19", {"constitution-of-india/article-14", "constitution-of-india/article-19"}),
]


@pytest.mark.parametrize(("typed", "expected"), SEVERAL)
def test_several_are_listed_and_none_is_guessed(store: Store, typed: str, expected: set[str]) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is None
    assert {candidate.node.id for candidate in lookup.candidates} == expected


def test_words_that_many_parties_share_find_no_case(store: Store) -> None:
    for typed in ("UOI", "Union of India", "Singh", "State", "v.", "State of"):
        assert resolve(store, typed).found is None


NOTHING = [
    ("Maneka Gandhi v. State of Kerala (1985)", MANEKA),
    ("Maneka Gandhi v. Union of India (1995)", MANEKA),
    ("Sunita Batra", None),
    ("Rylands v. Fletcher", None),
    ("AIR 1999 SC 9999", None),
    ("article 19Z", "constitution-of-india/article-19"),
    ("498Z IPC", None),
    ("section 600 IPC", None),
    ("ram-singh-v-nobody-1901", None),
    ("", None),
    ("???", None),
    ("'; DROP TABLE node; --", None),
    ("x" * 5000, None),
]


@pytest.mark.parametrize(("typed", "nearest"), NOTHING)
def test_what_is_not_there_is_not_found(store: Store, typed: str, nearest: str | None) -> None:
    lookup = resolve(store, typed)
    assert lookup.found is None
    assert lookup.candidates == ()
    if nearest:
        assert lookup.nearest[0].node.id == nearest


def test_only_the_types_asked_for_are_looked_up(store: Store) -> None:
    assert resolve(store, "Maneka Gandhi", types=("Provision", "Act")).found is None
    assert resolve(store, "art 21", types=("Case",)).found is None
    assert resolve(store, MANEKA, types=("Act",)).found is None


STUBS = [
    ("a stub of no year", {"title": "Gobind v. State of M.P."}, True),
    ("a stub of the next year", {"title": "Gobind v. State of M.P.", "year": 1976}, True),
    ("a stub of another year", {"title": "Gobind v. State of M.P.", "year": 1990}, False),
    ("another case with text", {"title": "Gobind v. State of M.P.", "has_text": True}, False),
    ("a longer name", {"title": "Gobind Ram v. State of M.P.", "year": 1990}, True),
]


@pytest.mark.parametrize(("name", "properties", "clear"), STUBS)
def test_text_is_preferred_to_a_stub_that_could_be_the_same(
    tmp_path: Path, name: str, properties: dict[str, str | int | bool], clear: bool
) -> None:
    store = landmarks(tmp_path / "graph.db")
    store.write(Batch(nodes=[Node("Case", "another", properties)]))
    for typed in ("Gobind v. State of Madhya Pradesh", "gobind"):
        lookup = resolve(store, typed)
        assert (lookup.found.id if lookup.found else None) == (GOBIND if clear else None)
        assert "another" in {candidate.node.id for candidate in lookup.candidates}


def test_what_is_written_later_is_found(tmp_path: Path) -> None:
    store = landmarks(tmp_path / "graph.db")
    assert resolve(store, "Royappa").found is None
    royappa = Node("Case", "royappa", {"title": "E.P. Royappa v. State of Tamil Nadu", "year": 1973})
    store.write(Batch(nodes=[royappa]))
    assert resolve(store, "ep royappa").found == royappa
    store.write(Batch(drop_nodes=["royappa"]))
    assert resolve(store, "royappa").found is None


QUESTIONS: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Which later cases overruled ADM Jabalpur?", [("ADM Jabalpur", JABALPUR)]),
    ("How does Cooper rest on A.K. Gopalan?", [("Cooper", COOPER), ("A.K. Gopalan", GOPALAN)]),
    ("Is Golak Nath still good law?", [("Golak Nath", GOLAK_NATH)]),
    ("is kesavananda bharti still good law", [("kesavananda bharti", KESAVANANDA)]),
    ("which cases overruled adm jabalpur", [("adm jabalpur", JABALPUR)]),
    (
        "BS Joshi v State of Haryana 2003 (quashing of 498A on settlement) -- cited in which later SC cases?",
        [("BS Joshi v State of Haryana", JOSHI)],
    ),
    (
        "citation chain from D.K. Basu v State of West Bengal (1996) to Maneka Gandhi?",
        [("D.K. Basu v State of West Bengal", BASU), ("Maneka Gandhi", MANEKA)],
    ),
    (
        "State of Haryana v. Bhajan Lal <-> Maneka Gandhi v. UOI: connecting authority?",
        [("State of Haryana v. Bhajan Lal", BHAJAN_LAL), ("Maneka Gandhi v. UOI", MANEKA)],
    ),
    (
        "Is M.C. Mehta v. Kamal Nath linked with State of Rajasthan v. Union of India and Shankari Prasad?",
        [
            ("M.C. Mehta v. Kamal Nath", KAMAL_NATH),
            ("State of Rajasthan v. Union of India", RAJASTHAN),
            ("Shankari Prasad", SHANKARI),
        ],
    ),
    (
        "does sunil batra v delhi administration 1980 cite maneka gandhi v union of india",
        [("sunil batra v delhi administration", BATRA_1980), ("maneka gandhi v union of india", MANEKA)],
    ),
    (
        "Shankari Prasad, Golak Nath and Kesavananda: compare",
        [("Shankari Prasad", SHANKARI), ("Golak Nath", GOLAK_NATH), ("Kesavananda", KESAVANANDA)],
    ),
    ("MC Mehta (oleum gas leak): which rule of liability?", [("MC Mehta", OLEUM)]),
    ("the privacy case and the aadhaar case", [("privacy", PRIVACY), ("aadhaar", AADHAAR)]),
    ("who follows AIR 1978 SC 597?", [("AIR 1978 SC 597", MANEKA)]),
    (
        "Maneka Gandhi v. Union of India, AIR 1978 SC 597 : who follows it?",
        [("Maneka Gandhi v. Union of India, AIR 1978 SC 597", MANEKA)],
    ),
    ("Bennett Coleman (1978) 1 SCC 248 on speech", [("(1978) 1 SCC 248", MANEKA)]),
    ("Was Gobind's reasoning approved?", [("Gobind's", GOBIND)]),
    # namesakes are found but not chosen between
    ("What did Puttaswamy hold?", [("Puttaswamy", None)]),
    # cases the graph does not have
    ("Which cases follow Maneka Gandhi v. State of Kerala (1985)?", [("Maneka Gandhi v. State of Kerala", None)]),
    ("Did it follow the rule in Rylands v. Fletcher?", [("Rylands v. Fletcher", None)]),
    ("Does T.V. Vatheeswaran v State of Tamil Nadu hold?", [("T.V. Vatheeswaran v State of Tamil Nadu", None)]),
    ("What did the Xylophone case decide?", [("Xylophone", None)]),
    # no case at all
    ("What does article 21A say, and which cases turned on it?", []),
    ("What did the Supreme Court decide on electoral bonds in 2024?", []),
    ("Which judgments of the State of Delhi concern the Union of India?", []),
    ("1980 judgments by V.R. Krishna Iyer J. on bail", []),
    ("Which judgments did Justice Maneka Gandhi write?", []),
    ("punishment under section 302 of the Indian Penal Code", []),
    ("Rani Gandhi's property", []),
    ("Singh", []),
    ("v.", []),
    ("", []),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_cases_named_in_a_question(store: Store, question: str, expected: list[tuple[str, str | None]]) -> None:
    named = cases_named(store, question)
    assert [(case.text, case.lookup.found.id if case.lookup.found else None) for case in named] == expected
    assert all(question[case.start : case.end] == case.text for case in named)


def test_ambiguous_names_carry_their_candidates_and_unknown_ones_the_nearest(store: Store) -> None:
    (namesakes,) = cases_named(store, "What did Puttaswamy hold?")
    assert {candidate.node.id for candidate in namesakes.lookup.candidates} == {PRIVACY, AADHAAR}
    (unknown,) = cases_named(store, "Which cases follow Maneka Gandhi v. State of Kerala (1985)?")
    assert unknown.lookup.candidates == ()
    assert unknown.lookup.nearest[0].node.id == MANEKA
    (dated,) = cases_named(store, "Which cases follow Maneka Gandhi v. Union of India (1995)?")
    assert dated.lookup.found is None
    assert dated.lookup.nearest[0].node.id == MANEKA
    assert "another year" in dated.lookup.nearest[0].reason


def test_a_year_out_of_brackets_may_belong_to_the_question(store: Store) -> None:
    (case,) = cases_named(store, "Which judgments follow Maneka Gandhi 1995 onwards?")
    assert case.lookup.found is not None
    assert case.lookup.found.id == MANEKA


def test_spans_do_not_overlap_and_stay_in_the_text(store: Store) -> None:
    pieces = [
        "Maneka Gandhi",
        " v. ",
        "Union of India",
        "(1978)",
        "AIR 1978 SC 597",
        " and ",
        "?",
        "case",
        "Sunil",
        "J.",
    ]

    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.one_of(st.sampled_from(pieces), st.text(max_size=6)), max_size=12))
    def check(parts: list[str]) -> None:
        text = " ".join(parts)
        end = 0
        for case in cases_named(store, text):
            assert end <= case.start < case.end <= len(text)
            assert text[case.start : case.end] == case.text
            end = case.end
        resolve(store, text)

    check()


def test_a_long_question_is_read_in_linear_time(store: Store) -> None:
    assert cases_named(store, "why " * 2500) == []
    assert len(cases_named(store, "Maneka Gandhi v. Union of India; " * 300)) == 300

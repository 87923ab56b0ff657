"""Which cases a free question names: each found, ambiguous with its candidates, or unknown with the nearest."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extraction.slugs import slug
from kg.linking.lookup import resolve
from kg.linking.named_cases import cases_named
from kg.nodes import Case
from kg.store import Batch, Store
from kg.stores.open import open_store
from tests.support.kg_graphs import (
    AADHAAR,
    BASU,
    BATRA_1980,
    BHAJAN_LAL,
    COOPER,
    GOBIND,
    GOLAK_NATH,
    GOPALAN,
    JABALPUR,
    JOSHI,
    KAMAL_NATH,
    KESAVANANDA,
    MANEKA,
    OLEUM,
    PRIVACY,
    RAJASTHAN,
    SHANKARI,
    landmarks,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return landmarks(tmp_path_factory.mktemp("questions") / "graph.db")


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
    ("Is Maneka Gandhi V. Union of India good law?", [("Maneka Gandhi V. Union of India", MANEKA)]),
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


@pytest.mark.parametrize(
    "title", ["V. Tulasamma v. Sesha Reddy", "K. V. Raman v. State of Kerala", "A. B. V. Rao v. Rao"]
)
def test_a_great_v_in_a_name_is_no_versus(tmp_path: Path, title: str) -> None:
    store = open_store(str(tmp_path / "graph.db"), create=True)
    store.write(Batch(nodes=[Case(slug(title), title=title)]))
    for question in (f"Can one still rely on {title}?", f"{title}: which cases cite it?", f"Who followed {title}?"):
        assert [(case.text, case.lookup.found and case.lookup.found.id) for case in cases_named(store, question)] == [
            (title, slug(title))
        ]
    store.close()


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

"""Citator cards of cases and provisions."""

from collections.abc import Iterator

import pytest

from kg.store import Store, StoreError
from qa.citator.card import CaseCard, ProvisionCard, card
from tests.support.qa_graphs import CONSTITUTION, landmarks


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def case(store: Store, id: str) -> CaseCard:
    found = card(store, id)
    assert isinstance(found, CaseCard)
    return found


def provision(store: Store, number: str) -> ProvisionCard:
    found = card(store, f"{CONSTITUTION}/article-{number}")
    assert isinstance(found, ProvisionCard)
    return found


def test_a_case_card_tells_what_the_case_is(store: Store) -> None:
    maneka = case(store, "maneka")
    assert maneka.title == "Maneka Gandhi v. Union of India"
    assert maneka.citations == ["AIR 1978 SC 597", "(1978) 1 SCC 248"]
    assert (maneka.date, maneka.year, maneka.bench_size) == ("1978-01-25", 1978, 7)
    assert maneka.judges == ["P.N. Bhagwati"]
    assert maneka.court == "Supreme Court of India"


def test_a_case_card_lists_citations_by_date_with_the_sentence_and_paragraph(store: Store) -> None:
    maneka = case(store, "maneka")
    assert [(line.id, line.treatment) for line in maneka.cites] == [
        ("gopalan", "doubted"),
        ("kharak", "distinguished"),
        ("cooper", "followed"),
    ]
    assert [line.id for line in maneka.cited_by] == ["batra", "prem", "francis", "vathee", "shreya", "puttaswamy"]
    assert maneka.cited_by[0].paragraph == "3"
    assert maneka.cited_by[0].quote.startswith("Following Maneka Gandhi")
    assert [(line.by, line.treatment) for line in maneka.cited_by if line.id == "vathee"] == [("counsel", "cited")]


def test_a_case_card_orders_provisions_by_weight(store: Store) -> None:
    lines = case(store, "maneka").provisions
    assert [(line.title, line.count) for line in lines] == [
        ("Article 21 of the Constitution of India", 20),
        ("Article 19 of the Constitution of India", 9),
        ("Article 14 of the Constitution of India", 8),
    ]


@pytest.mark.parametrize(
    ("id", "word", "by"),
    [
        ("adm", "overruled", ["puttaswamy"]),
        ("gopalan", "overruled", ["cooper"]),
        ("kharak", "overruled", ["puttaswamy"]),
        ("maneka", "followed", ["batra", "francis", "puttaswamy"]),
        ("shreya", "no treatment", []),
    ],
)
def test_good_law_is_the_gravest_treatment_and_who_says_so(store: Store, id: str, word: str, by: list[str]) -> None:
    status = case(store, id).good_law
    assert (status.word, [line.id for line in status.by]) == (word, by)


def test_a_provision_card_has_text_references_and_leading_cases(store: Store) -> None:
    liberty = provision(store, "21")
    assert liberty.title == "Article 21 of the Constitution of India"
    assert liberty.act == "Constitution of India"
    assert liberty.heading == "Protection of life and personal liberty"
    assert liberty.text.startswith("No person shall be deprived")
    assert [line.id for line in liberty.leading_cases] == ["puttaswamy", "maneka", "francis", "vathee"]
    assert liberty.cited_by == 4


def test_a_provision_card_has_cross_references_both_ways(store: Store) -> None:
    certificate = provision(store, "134A")
    assert certificate.refers_to == [f"{CONSTITUTION}/article-132"]
    assert certificate.referred_to_by == [f"{CONSTITUTION}/article-132"]


@pytest.mark.parametrize("id", ["nobody", CONSTITUTION])
def test_what_has_no_card_is_one_clear_line(store: Store, id: str) -> None:
    with pytest.raises(StoreError, match="no case or provision"):
        card(store, id)

"""Figures of a sentence that stand, or do not stand, in what it speaks of: years, dates, benches, counts, places."""

from collections.abc import Iterator

import pytest

from kg.nodes import Case, of_type
from kg.store import Store
from qa.answering.citing import citations
from qa.evidence import Evidence
from qa.verification.verify import verify
from tests.support.qa_graphs import landmarks


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


@pytest.fixture
def evidence(store: Store) -> Evidence:
    """All citations of Maneka Gandhi, in and out, with their sentences."""
    found = Evidence(store)
    [maneka] = of_type(Case, store.nodes(["maneka"]))
    for edge in [*citations(found, maneka, "in"), *citations(found, maneka, "out")]:
        found.cite_edge(edge)
    return found


def reason(sentence: str, evidence: Evidence) -> str | None:
    """Why verification drops a sentence; None where it stands."""
    dropped = verify(sentence, evidence).dropped
    return dropped[0].reason if dropped else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Maneka Gandhi followed Rustom Cavasjee Cooper.",
        "Maneka Gandhi, decided in 1978, followed Rustom Cavasjee Cooper.",
        "Maneka Gandhi (1978) followed Rustom Cavasjee Cooper (1970).",
        "Maneka Gandhi, decided on 25 January 1978, followed Rustom Cavasjee Cooper.",
        "A seven-judge bench in Maneka Gandhi followed Rustom Cavasjee Cooper.",
        "A bench of 7 judges in Maneka Gandhi followed Rustom Cavasjee Cooper.",
        "Rustom Cavasjee Cooper was followed in 1978.",
        "One later case followed Rustom Cavasjee Cooper.",
        "Three later cases followed Maneka Gandhi.",
        "Kharak Singh was distinguished in paragraph 7 of Maneka Gandhi.",
    ],
)
def test_figures_that_stand(sentence: str, evidence: Evidence) -> None:
    assert reason(sentence, evidence) is None


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Maneka Gandhi (1979) followed Rustom Cavasjee Cooper.", "1979 is not the year"),
        ("Maneka Gandhi, decided in 1970, followed Rustom Cavasjee Cooper.", "1970 is not the year"),
        ("Maneka Gandhi followed Rustom Cavasjee Cooper (1978).", "1978 is not the year"),
        ("Rustom Cavasjee Cooper was followed in 1981.", "1981 is not the year"),
        ("Maneka Gandhi, decided on 24 January 1978, followed Rustom Cavasjee Cooper.", "1978-01-24 is not a date"),
        ("A nine-judge bench in Maneka Gandhi followed Rustom Cavasjee Cooper.", "a bench of 9"),
        ("Eleven judges in Maneka Gandhi followed Rustom Cavasjee Cooper.", "a bench of 11"),
        ("Five later cases followed Maneka Gandhi.", "“Five later cases” is not the number"),
        ("Two decisions followed Rustom Cavasjee Cooper.", "“Two decisions” is not the number"),
        ("Kharak Singh was distinguished in paragraph 77 of Maneka Gandhi.", "the number 77 is in no source"),
        ("Maneka Gandhi followed Rustom Cavasjee Cooper on twelve grounds.", "the number twelve is in no source"),
    ],
)
def test_figures_that_do_not_stand_are_named(sentence: str, said: str, evidence: Evidence) -> None:
    assert said in (reason(sentence, evidence) or "nothing")


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("Only Maneka Gandhi followed Rustom Cavasjee Cooper.", "Only Maneka Gandhi followed A.K. Gopalan."),
        ("Maneka Gandhi doubted A.K. Gopalan.", "Maneka Gandhi doubted all decisions on A.K. Gopalan."),
        ("Sunil Batra followed Maneka Gandhi.", "Only Sunil Batra followed Maneka Gandhi."),
        ("Prem Chand cited Maneka Gandhi.", "Every later case overruled Maneka Gandhi."),
    ],
)
def test_no_more_is_claimed_than_is_shown(true: str, false: str, store: Store, evidence: Evidence) -> None:
    [cooper] = of_type(Case, store.nodes(["cooper"]))
    citations(evidence, cooper, "in")
    assert reason(true, evidence) is None
    assert reason(false, evidence)

"""Overrulings that a judgment tells in words, where its citation records none."""

from collections.abc import Iterator

import pytest

from kg.nodes import Case, Chunk, of_type
from kg.store import Store
from qa.answering.citing import citations
from qa.citator.reported_overrulings import may_suffer, reported
from qa.evidence import Evidence
from tests.support.qa_graphs import landmarks


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


def told(store: Store, case: str, did_it: bool = False) -> dict[str, str]:
    """Who reports it, and the passage."""
    evidence = Evidence(store)
    (subject,) = of_type(Case, store.nodes([case]))
    edges = citations(evidence, subject, "in")
    return {report.edge.source: report.passage.id for report in reported(evidence, subject, edges, did_it)}


def test_a_passage_says_what_the_edge_does_not(store: Store) -> None:
    found = told(store, "vathee")
    assert list(found) == ["shreya"]
    (passage,) = of_type(Chunk, store.nodes([found["shreya"]]))
    assert "expressly overruled" in passage.text


def test_who_suffered_it_is_told_from_who_did_it(store: Store) -> None:
    """ "... Gopalan ... no longer holds the field, for it was overruled in R.C. Cooper"."""
    assert list(told(store, "gopalan")) == ["maneka"]
    assert told(store, "gopalan", did_it=True) == {}


def test_a_case_of_which_nobody_says_so(store: Store) -> None:
    assert told(store, "batra") == {}
    assert told(store, "maneka") == {}


VATHEESWARAN = Case("v", title="T.V. Vatheeswaran v. State of Tamil Nadu")


@pytest.mark.parametrize(
    ("sentence", "suffers"),
    [
        ("The rule of Vatheeswaran was overruled.", True),
        ("Vatheeswaran stands overruled.", True),
        ("The decision in Vatheeswaran was expressly overruled by a larger bench.", True),
        ("The judgment of this Court in Vatheeswaran is no longer good law.", True),
        ("The Court overruled Vatheeswaran.", True),
        ("The doctrine of delay in Vatheeswaran was overruled.", True),
        ("The rule laid down in Vatheeswaran was overruled.", True),
        ("In Vatheeswaran the earlier view was overruled.", False),
        ("The earlier view was overruled in Vatheeswaran.", False),
        ("The earlier view was overruled by Vatheeswaran.", False),
        ("Vatheeswaran overruled the earlier view.", False),
        ("Vatheeswaran was followed.", False),
        ("It was overruled.", True),
        ("It was followed.", False),
    ],
)
def test_whether_a_sentence_speaks_of_the_case_as_overruled(sentence: str, suffers: bool) -> None:
    assert may_suffer(VATHEESWARAN, sentence) is suffers

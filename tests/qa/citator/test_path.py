"""Chains between two authorities, each step with the sentence that carries it."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from kg.nodes import Case, of_type
from kg.store import Store
from qa.citator.path import chain_between, shortest_path
from qa.evidence import Evidence
from tests.support.qa_graphs import CONSTITUTION, IPC, landmarks

ART = f"{CONSTITUTION}/article-"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    graph = landmarks(tmp_path_factory.mktemp("graph") / "landmarks.db")
    yield graph
    graph.close()


@pytest.mark.parametrize(
    ("first", "second", "stations"),
    [
        ("puttaswamy", "maneka", ["puttaswamy", "maneka"]),
        ("maneka", "puttaswamy", ["puttaswamy", "maneka"]),
        ("puttaswamy", "cooper", ["puttaswamy", "maneka", "cooper"]),
        ("cooper", "puttaswamy", ["puttaswamy", "maneka", "cooper"]),
        ("shreya", "gopalan", ["shreya", "maneka", "gopalan"]),
        ("kesavananda", "gopalan", ["kesavananda", "golak", "gopalan"]),
        ("vishaka", "maneka", []),
    ],
)
def test_a_chain_runs_from_the_later_case_to_the_earlier(
    store: Store, first: str, second: str, stations: list[str]
) -> None:
    nodes = {node.id: node for node in store.nodes([first, second])}
    steps = shortest_path(store, nodes[first], nodes[second])
    assert [step.source for step in steps] + [step.target for step in steps[-1:]] == stations
    assert all(one.target == other.source for one, other in pairwise(steps))


def test_every_step_says_what_was_done_and_where(store: Store) -> None:
    first, second = store.nodes(["puttaswamy", "cooper"])
    one, other = shortest_path(store, first, second)
    assert (one.treatment, one.paragraph) == ("followed", "20")
    assert one.quote.startswith("Maneka Gandhi v. Union of India, AIR 1978 SC 597, which we follow")
    assert (one.source_title, one.target_title) == (
        "K.S. Puttaswamy v. Union of India, (2017) 10 SCC 1",
        "Maneka Gandhi v. Union of India (AIR 1978 SC 597)",
    )
    assert (other.treatment, other.paragraph) == ("followed", "5")


def test_a_fallen_case_on_the_way_is_warned_of(store: Store) -> None:
    first, second = store.nodes(["golak", "gopalan"])
    (step,) = shortest_path(store, first, second)
    assert step.source_warning == "overruled by Kesavananda Bharati v. State of Kerala (1973)"
    assert step.target_warning.startswith("overruled by Rustom Cavasjee Cooper v. Union of India")


@pytest.mark.parametrize(
    ("first", "second", "length"),
    [
        ("puttaswamy", f"{ART}21", 1),
        (f"{ART}21", "puttaswamy", 1),
        ("batra", f"{ART}14", 2),
        (f"{ART}134A", f"{ART}132", 1),
        ("maneka", f"{IPC}/section-511", 0),
    ],
)
def test_provisions_are_ends_of_chains_too(store: Store, first: str, second: str, length: int) -> None:
    nodes = {node.id: node for node in store.nodes([first, second])}
    steps = shortest_path(store, nodes[first], nodes[second])
    assert len(steps) == length
    assert all(step.treatment == "" for step in steps if "/" in step.target)


def test_a_chain_becomes_evidence(store: Store) -> None:
    evidence = Evidence(store)
    first, second = of_type(Case, store.nodes(["cooper", "puttaswamy"]))
    chain = chain_between(evidence, first, second)
    assert [(edge.source, edge.target) for edge in chain] == [("puttaswamy", "maneka"), ("maneka", "cooper")]
    assert {"puttaswamy", "maneka", "cooper"} <= set(evidence.nodes)
    assert {("CITES", edge.source, edge.target) for edge in chain} <= set(evidence.edges)

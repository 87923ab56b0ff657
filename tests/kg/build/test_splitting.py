"""Splits undo a merge for good, whatever comes and goes, and can be undone; the report says what was joined and why."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build.build import build, remove
from kg.build.splitting import split, unsplit
from kg.edges import Cites
from kg.ledger.merges import merge_report
from kg.nodes import Case, of_type
from kg.store import Store, StoreError
from tests.kg.build.test_build import built, graph
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.judgments import CORPUS, write_corpus

NAMES = [*CORPUS, "ipc"]
MILLS = "ratan-cotton-mills-v-state-of-gujarat-1970"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture
def store(corpus: dict[str, Path], tmp_path: Path) -> Iterator[Store]:
    store = built(tmp_path, list(corpus.values()))
    yield store
    store.close()


def case(store: Store, id: str = MILLS) -> Case:
    (node,) = of_type(Case, store.nodes([id]))
    return node


def citing(store: Store, id: str) -> set[str]:
    return {edge.source for edge in store.expand([id], [Cites], "in")}


def test_what_a_document_names_is_set_apart_and_comes_back(store: Store, tmp_path: Path) -> None:
    before = graph(store, tmp_path)
    made = split(store, case(store), ["gamma"])
    assert citing(store, MILLS) == {"mohini-textiles-v-state-of-gujarat-1975"}
    others = {e.target for e in store.expand(["keshav-traders-v-union-of-india-1981"], [Cites], "out")}
    assert any(other.startswith("ratan-cotton-mills") and other != MILLS for other in others)
    unsplit(store, made.id)
    assert graph(store, tmp_path) == before


def test_what_bears_a_citation_is_set_apart(store: Store) -> None:
    split(store, case(store), ["AIR 1970 SC 411"])
    assert citing(store, MILLS) == set()
    assert case(store).citations == ()


def test_a_text_that_is_another_case_is_set_apart(store: Store) -> None:
    """The header of the file is wrong: what is cited is no longer this judgment."""
    split(store, case(store), ["alpha"])
    mills = [node for node in store.find(Case) if node.id.startswith("ratan-cotton-mills")]
    assert {node.has_text: citing(store, node.id) == set() for node in mills} == {
        True: True,
        False: False,
    }


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(NAMES), gone=st.lists(st.sampled_from(NAMES), unique=True))
def test_a_split_holds_whatever_comes_and_goes(
    order: list[str], gone: list[str], corpus: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("split")
    store = built(folder, list(corpus.values()))
    split(store, case(store), ["gamma"])
    expected = graph(store, folder)
    for name in gone:
        remove(store, name)
    for name in order:
        build(store, [corpus[name]])
    assert graph(store, folder) == expected


def test_what_cannot_be_split_is_said(store: Store) -> None:
    with pytest.raises(StoreError, match="nothing of"):
        split(store, case(store), ["alpha", "beta", "gamma"])
    with pytest.raises(StoreError, match=r"no document and no citation 'delta'.*alpha.*AIR 1970 SC 411"):
        split(store, case(store), ["delta"])
    with pytest.raises(StoreError, match="nothing was split"):
        unsplit(store, "split/x")


def test_the_report_gives_each_merge_its_reason(store: Store) -> None:
    merges = {merge.case: merge for merge in merge_report(store).merges}
    named = {(way.by, way.reason): way.documents for way in merges[MILLS].namings}
    assert named[("citation", "a citation in common")]
    assert ("text", "") in named
    assert [m.case for m in merge_report(store, MILLS).merges] == [MILLS]


def test_the_commands(corpus: dict[str, Path], tmp_path: Path) -> None:
    store = tmp_path / "graph.db"
    assert lawgraph("build", *corpus.values(), "--no-embed", "--workers", 1, store=store).exit_code == 0
    made = answered("split", "Ratan Cotton Mills", "gamma", store=store)
    assert made["documents"] == ["gamma"]
    report = answered("merge-report", "Ratan Cotton Mills v. State of Gujarat 1970", store=store)
    assert [s["id"] for s in report["splits"]] == [made["id"]]
    shown = lawgraph("merge-report", store=store).stdout
    assert "Cases joined from several namings: 4" in shown
    assert made["id"] in shown
    assert "again" in lawgraph("unsplit", made["id"], store=store).stdout
    assert answered("merge-report", store=store)["splits"] == []
    assert "no split" in one_line(lawgraph("unsplit", made["id"], store=store))
    assert "not clearly one case" in one_line(lawgraph("split", "Nobody v. Nothing", "gamma", store=store))
    assert json.loads(lawgraph("merge-report", "--json", store=store).stdout)["merges"]

"""Cases like a case, and likeness measured against experts' scores."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.edges import Cites, CitesProvision
from kg.nodes import Case
from kg.store import Store
from kg.stores.open import open_store
from qa.research.similar import mean_rank, similar
from tests.support.cli_runs import LANDMARKS, answered, lawgraph, one_line

MANEKA = "1978_maneka_gandhi"
PAIRS = """1970_rc_cooper,1978_maneka_gandhi,0.8
1950_ak_gopalan,1978_maneka_gandhi,0.9
1950_ak_gopalan,1970_rc_cooper,0.2
"""


@pytest.fixture(scope="module")
def demo(demo_graph: Path) -> Iterator[Store]:
    store = open_store(str(demo_graph))
    yield store
    store.close()


def test_what_two_cases_have_in_common_is_in_the_graph(demo: Store) -> None:
    (case,) = demo.find(Case, {"documents": MANEKA})
    found = similar(demo, case, 5)
    assert len(found) == 5
    assert case.id not in {one.id for one in found}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for type in (Cites, CitesProvision):
        own = {edge.target for edge in demo.expand([case.id], [type])}
        for one in found:
            shared = one.cited if type is Cites else one.shares
            theirs = {edge.target for edge in demo.expand([one.id], [type])}
            assert {n.id for n in shared} <= own & theirs


def test_a_case_on_the_same_liberty_is_nearer_than_one_on_taxes(demo: Store) -> None:
    (case,) = demo.find(Case, {"documents": MANEKA})
    order = [name for one in similar(demo, case, 100) for name in one.documents]
    assert order.index("1967_satwant_singh") < order.index("1960_atiabari_tea")


def test_no_scale_of_a_view_counts() -> None:
    import numpy as np

    one, other = np.array([1, 5, 3], np.float32), np.array([0.2, 0.1, 0.4], np.float32)
    assert mean_rank({"a": one, "b": other}).tolist() == mean_rank({"a": one * 100, "b": other**2}).tolist()


def test_a_case_without_a_text_is_like_none(demo: Store) -> None:
    stub = next(node for node in demo.scan_nodes(Case) if not node.has_text)
    assert similar(demo, stub) == []


def test_the_command_names_the_case_and_those_like_it(demo_graph: Path) -> None:
    data = answered("similar", "AIR 1978 SC 597", "--top", 3, store=demo_graph)
    assert "maneka" in data["case"]
    assert len(data["similar"]) == 3
    assert "nothing called" in one_line(lawgraph("similar", "Zyx v. Wvu", store=demo_graph))


@pytest.fixture
def scored(tmp_path: Path) -> Path:
    folder = tmp_path / "scored"
    (folder / "documents").mkdir(parents=True)
    for name in ("1950_ak_gopalan", "1970_rc_cooper", MANEKA):
        shutil.copy(LANDMARKS / f"{name}.md", folder / "documents")
    (folder / "scores.csv").write_text(PAIRS, encoding="utf-8")
    return folder


def test_pairs_are_scored_over_their_own_documents(scored: Path, tmp_path: Path) -> None:
    predictions = tmp_path / "predictions.jsonl"
    data = answered("eval", "similarity", scored, "--predictions", predictions, store=tmp_path / "none.db")
    assert -1 <= data["pearson_interval"][0] <= data["pearson"] <= data["pearson_interval"][1] <= 1
    assert data["pairs"] == 3
    lines = [json.loads(line) for line in predictions.read_text(encoding="utf-8").splitlines()]
    assert [",".join(line["pair"]) for line in lines] == [line.rpartition(",")[0] for line in PAIRS.splitlines()]


def test_bad_pairs_are_refused_in_one_line(scored: Path) -> None:
    (scored / "scores.csv").write_text("a,b,c\na,b,many\n", encoding="utf-8")
    assert "line 2" in one_line(lawgraph("eval", "similarity", scored))
    (scored / "scores.csv").write_text(PAIRS.replace("1950_ak_gopalan", "1951_nobody"), encoding="utf-8")
    assert "1951_nobody" in one_line(lawgraph("eval", "similarity", scored))
    (scored / "scores.csv").unlink()
    assert "CSV" in one_line(lawgraph("eval", "similarity", scored))

"""AMENDS edges come from what acts note on their amendments and from what amending acts say, whichever is there."""

import json
from itertools import permutations
from pathlib import Path

import pytest

from kg.build.build import build, remove
from kg.edges import Amends, Edge, PartOf
from kg.nodes import Act, Node, Provision
from kg.store import Store
from kg.stores.open import open_store
from tests.support.cli_runs import answered

LAMP_OIL = [
    {"section": "1", "title": "Short title", "text": "This Act may be called the Lamp Oil Act, 1921."},
    {
        "section": "2",
        "title": "Licences",
        "text": 'No person shall sell 1[lamp oil] without a licence.\n1. Subs. by Act 26 of 1955, s. 117, for "oil".',
    },
    {
        "section": "3",
        "title": "[Repealed]",
        "text": "[Penalty.] Rep. by the Lamp Oil (Amendment) Act, 1960 (4 of 1960), s. 3.",
    },
    {"section": "4", "title": "Fees", "text": "[Fees.] Omitted by s. 4, ibid."},
]
AMENDING = """# The Lamp Oil (Amendment) Act, 1960

BE it enacted by Parliament in the Eleventh Year of the Republic of India as follows:—
1. Short title.—This Act may be called the Lamp Oil (Amendment) Act, 1960.
2. Amendment of section 2.—In section 2 of the Lamp Oil Act, 1921 (hereinafter referred to as the principal Act), for
the words "a licence", the words "a valid licence" shall be substituted.
3. Repeal of section 3.—Section 3 of the principal Act shall be omitted.
4. Insertion of new section 3A.—After section 3 of the principal Act, the following section shall be inserted, namely:—
"3A. Appeals.—An appeal lies to the Collector.".
"""
ACT = "lamp-oil-act-1921"
AMENDMENT = "lamp-oil-amendment-act-1960"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "lamp_oil.json").write_text(json.dumps(LAMP_OIL), encoding="utf-8")
    (tmp_path / "amendment.txt").write_text(AMENDING, encoding="utf-8")
    return {"lamp_oil": tmp_path / "lamp_oil.json", "amendment": tmp_path / "amendment.txt"}


def amends(store: Store) -> set[tuple[str, str]]:
    acts = [node.id for node in store.scan_nodes(Act)]
    return {(e.source, e.target) for e in store.expand(acts, [Amends], "out")}


NOTED = {
    ("act-26-of-1955", f"{ACT}/section-2"),
    (AMENDMENT, f"{ACT}/section-3"),
    (AMENDMENT, f"{ACT}/section-4"),
}
MADE = {(AMENDMENT, f"{ACT}/section-{n}") for n in ("2", "3", "3A")}


def test_what_an_act_notes_on_its_own_amendments(files: dict[str, Path], tmp_path: Path) -> None:
    with_file = tmp_path / "g.db"
    answered("build", files["lamp_oil"], "--no-embed", "--workers", 1, store=with_file)
    store = open_store(str(with_file))
    assert amends(store) == NOTED
    (edge,) = store.expand([f"{ACT}/section-3"], [Amends], "in")
    assert edge.quote == "[Penalty.] Rep. by the Lamp Oil (Amendment) Act, 1960 (4 of 1960), s. 3."
    repealed = {node.id for node in store.scan_nodes(Provision) if node.repealed}
    assert repealed == {f"{ACT}/section-3", f"{ACT}/section-4"}
    store.close()


def test_what_an_amending_act_does(files: dict[str, Path], store: Store) -> None:
    build(store, [files["amendment"]])
    assert amends(store) == MADE
    (edge,) = store.expand([f"{ACT}/section-2"], [Amends], "in")
    assert edge.quote.startswith("In section 2 of the Lamp Oil Act, 1921")


def test_amendments_are_the_same_on_every_engine(files: dict[str, Path], store: Store, tmp_path: Path) -> None:
    plain = open_store(str(tmp_path / "plain.db"), create=True)
    for graph in (store, plain):
        build(graph, [files["amendment"]])
        build(graph, [files["lamp_oil"]])
        assert amends(graph) == NOTED | MADE
    assert dump(store) == dump(plain)
    for graph in (store, plain):
        remove(graph, "lamp_oil")
        assert amends(graph) == MADE
    assert dump(store) == dump(plain)
    plain.close()


def dump(store: Store) -> list[object]:
    nodes: list[Node] = [*store.scan_nodes(Act), *store.scan_nodes(Provision)]
    edges: list[Edge] = store.expand([n.id for n in nodes], [Amends, PartOf], "out")
    return [sorted(map(str, nodes)), sorted(map(str, edges))]


def test_the_graph_does_not_depend_on_the_order_of_files_or_on_what_was_removed(
    files: dict[str, Path], tmp_path: Path
) -> None:
    both, alone = [], {}
    for place, order in enumerate(permutations(files)):
        store = open_store(str(tmp_path / f"{place}.db"), create=True)
        build(store, [files[order[0]]])
        alone[order[0]] = dump(store)
        build(store, [files[order[1]]])
        assert amends(store) == NOTED | MADE
        both.append(dump(store))
        remove(store, order[1])
        assert dump(store) == alone[order[0]]
        build(store, [files[order[1]]])
        remove(store, order[0])
        assert amends(store) == (MADE if order[1] == "amendment" else NOTED)
        remove(store, order[1])
        assert dump(store) == [[], []]
        store.close()
    assert both[0] == both[1]

"""What a batch may not bring: values of another kind than declared, and edges between the wrong nodes."""

from collections.abc import Sequence

import numpy as np
import pytest

from kg.edges import Cites, CitesProvision, DecidedBy, Edge, FromDocument
from kg.nodes import Act, Case, Chunk, Node, Provision
from kg.store import Batch, StoreError
from kg.stores.check import check_batch, check_ends

TYPES = {"a": "Case", "b": "Case", "p": "Provision", "j": "Judge", "c": "Chunk", "act": "Act"}


@pytest.mark.parametrize(
    "node",
    [
        Case("a", title="Ram Lal v. State", year=1960, citations=("AIR 1960 SC 27",), has_text=True),
        Case("a"),
        Provision("p", act_id="act", number="21", repealed=True),
        Chunk("c", text="Life.", embedding=np.zeros(3, np.float32)),
        Act("act", title="The Arms Act, 1959", year=1959),
    ],
)
def test_a_node_as_its_type_declares(node: Node) -> None:
    check_batch(Batch(nodes=[node]))


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (Case("a", year="1960"), "Case a: year is to be a integer, not '1960'"),  # type: ignore[arg-type]
        (Case("a", year=True), "Case a: year is to be a integer, not True"),
        (Case("a", title=7), "Case a: title is to be a string, not 7"),  # type: ignore[arg-type]
        (Case("a", has_text=1), "Case a: has_text is to be a boolean, not 1"),  # type: ignore[arg-type]
        (Case("a", citations=["x"]), "Case a: citations is to be a strings, not"),  # type: ignore[arg-type]
        (Chunk("c", text="x", embedding=[0.1]), "Chunk c: embedding is to be a vector"),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_another_kind_is_named(node: Node, said: str) -> None:
    with pytest.raises(StoreError) as told:
        check_batch(Batch(nodes=[node]))
    assert str(told.value).startswith(said)


def test_a_long_value_is_cut_in_the_message() -> None:
    with pytest.raises(StoreError) as told:
        check_batch(Batch(nodes=[Case("a", title=("x" * 500,))]))  # type: ignore[arg-type]
    assert len(str(told.value)) < 150


def test_an_edges_value_of_another_kind_is_named() -> None:
    with pytest.raises(StoreError, match="CITES from a: count is to be a integer, not 'two'"):
        check_batch(Batch(edges=[Cites("a", "b", count="two")]))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "edges",
    [
        [],
        [Cites("a", "b")],
        [CitesProvision("a", "p"), DecidedBy("a", "j")],
        [FromDocument("c", "a"), FromDocument("c", "p")],
    ],
)
def test_edges_between_the_nodes_they_may_join(edges: Sequence[Edge]) -> None:
    check_ends(Batch(edges=list(edges)), TYPES)


@pytest.mark.parametrize(
    ("edge", "said"),
    [
        (Cites("a", "nowhere"), "edge CITES from a to nowhere: there is no node nowhere"),
        (Cites("nowhere", "a"), "edge CITES from nowhere to a: there is no node nowhere"),
        (Cites("a", "p"), "edge CITES from a to p: p is a Provision"),
        (Cites("j", "a"), "edge CITES from j to a: j is a Judge"),
        (CitesProvision("a", "act"), "edge CITES_PROVISION from a to act: act is a Act"),
        (DecidedBy("j", "a"), "edge DECIDED_BY from j to a: j is a Judge"),
    ],
)
def test_an_edge_between_others_is_named(edge: Edge, said: str) -> None:
    with pytest.raises(StoreError) as told:
        check_ends(Batch(edges=[edge]), TYPES)
    assert str(told.value) == said

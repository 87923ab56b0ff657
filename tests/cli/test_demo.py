"""The questions of `make demo`, with the answers that must be given."""

import re
from pathlib import Path

import pytest

from tests.support.cli_runs import ROOT, answered, lawgraph

QUESTIONS = re.findall(r'lawgraph ask "([^"]+)"', (ROOT / "Makefile").read_text(encoding="utf-8"))
OVERRULED, CHAIN, PROVISION, FALSE_PREMISE = QUESTIONS


def test_who_overruled_what(demo_graph: Path) -> None:
    answer = answered("ask", OVERRULED, store=demo_graph)
    assert [a["id"] for a in answer["answers"]] == ["k-s-puttaswamy-v-union-of-india-2017"]
    assert "expressly overruled" in answer["sources"][0]["quote"]


def test_a_chain_between_two_cases(demo_graph: Path) -> None:
    ids = [a["id"] for a in answered("ask", CHAIN, store=demo_graph)["answers"]]
    assert ids[0] == "anuradha-bhasin-v-union-of-india-2020"
    assert ids[-1] == "satwant-singh-sawhney-v-d-ramarathnam-1967"
    assert len(ids) > 2


def test_what_an_article_says_and_which_cases_turned_on_it(demo_graph: Path) -> None:
    answer = answered("ask", PROVISION, store=demo_graph)
    assert "procedure established by law" in answer["answer"]
    assert "Maneka Gandhi v. Union of India" in answer["answer"]


def test_a_false_premise_is_refused(demo_graph: Path) -> None:
    answer = answered("ask", FALSE_PREMISE, store=demo_graph)
    assert answer["refused"]
    assert answer["reason"]
    assert answer["answers"] == []
    assert lawgraph("ask", FALSE_PREMISE, store=demo_graph).stdout.startswith("Not answered.")


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_authority_named_is_in_the_graph(demo_graph: Path, question: str) -> None:
    answer = answered("ask", question, store=demo_graph)
    nodes = {node["id"] for node in answer["graph"]["nodes"]}
    assert {source["node"] for source in answer["sources"]} <= nodes
    assert {authority["id"] for authority in answer["answers"]} <= nodes

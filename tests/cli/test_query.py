"""`lawgraph query` as users meet it."""

import json
from pathlib import Path

import pytest

from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.qa_graphs import landmarks


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("query") / "graph.db"
    landmarks(path).close()
    return path


def test_an_answer_with_its_sources(graph: Path) -> None:
    shown = lawgraph("query", 'cases that overrule "ADM Jabalpur"', store=graph)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("One case in the graph overrules “Additional District Magistrate")
    assert "Sources" in shown.stdout
    assert "paragraph 119" in shown.stdout


def test_many_answers_are_a_table_and_whole_when_asked(graph: Path) -> None:
    shown = lawgraph("query", "cases that have a text", store=graph).stdout
    assert "15 cases in the graph have a text." in shown
    assert "and 5 more (--all lists all)" in shown
    assert "Shreya Singhal" not in shown
    whole = lawgraph("query", "cases that have a text", "--all", store=graph).stdout
    assert "Shreya Singhal" in whole
    assert "more (" not in whole


def test_a_line_and_its_json_are_one_query(graph: Path) -> None:
    said = answered("query", 'how many cases that follow "Maneka Gandhi"', store=graph)
    again = answered("query", json.dumps(said["query"]), store=graph)
    assert again["line"] == said["line"] == 'how many cases that follow "maneka"'
    assert [one["id"] for one in again["answers"]] == ["batra", "francis", "puttaswamy"]
    assert again["answer"] == said["answer"]


def test_an_answer_has_the_keys_of_ask(graph: Path) -> None:
    asked = answered("ask", "Which later cases overruled ADM Jabalpur?", store=graph)
    assert set(asked) < set(answered("query", 'cases that overrule "ADM Jabalpur"', store=graph))


def test_cypher_has_no_value_in_it(graph: Path) -> None:
    shown = lawgraph("query", 'cases that follow "maneka" and are of 1978', "--cypher", store=graph).stdout
    parameters, _, statement = shown.partition("\n")
    assert ["maneka"] in json.loads(parameters.removeprefix(":params ")).values()
    assert "MATCH (n:Case)" in statement
    assert "maneka" not in statement
    assert "1978" not in statement
    [one] = answered("query", 'cases that follow "maneka"', "--cypher", store=graph)["statements"]
    assert ["maneka"] in one["parameters"].values()


def test_the_query_is_explained_in_three_forms(graph: Path) -> None:
    shown = lawgraph("query", 'cases that follow "maneka"', "--explain", store=graph).stdout
    assert "query: cases that follow “Maneka Gandhi v. Union of India" in shown
    assert '\ncases that follow "maneka"\n' in shown
    assert '"relation": "cites"' in shown
    assert "MATCH (n:Case)" in shown


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("cases that", "ends too early"),
        ('{"type": "nodes"}', "kind: field required"),
        ('cases that cite "Zebra v. Giraffe"', "the graph has no case"),
    ],
)
def test_what_is_wrong_is_one_line(graph: Path, query: str, told: str) -> None:
    shown = lawgraph("query", query, store=graph)
    assert shown.exit_code == 2
    assert told in one_line(shown)

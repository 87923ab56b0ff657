"""The graph in Neo4j Browser: every saved query runs, and the real Browser draws what the address asks for."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from kg.commands.last_answer import recall, remember
from kg.nodes import Case, Node, Provision
from kg.server import browser as browse
from kg.server.server import Running
from kg.store import StoreError
from kg.stores.open import open_store
from kg.stores.push import push
from tests.support.browser_session import GRAPH, browser_at, enlarge, run_query
from tests.support.cli_runs import ROOT, answered, lawgraph, one_line
from tests.support.kg_engines import connect, emptied

QUERIES = sorted((ROOT / "docs" / "browser" / "queries").glob("*.cypher"))
MANEKA = "maneka-gandhi-v-union-of-india-1978"
ARTICLE_21 = "constitution-of-india/article-21"


@pytest.fixture(scope="module")
def server(neo4j_server: Running, demo_graph: Path) -> Iterator[Running]:
    """The server with the demo's graph."""
    with pytest.MonkeyPatch.context() as patch:
        connect(neo4j_server, patch)
        target, source = emptied(neo4j_server), open_store(str(demo_graph))
        push(source, target)
        source.close()
        target.close()
        yield neo4j_server


def rows(server: Running, cypher: str) -> list[list[object]]:
    from neo4j import GraphDatabase

    with GraphDatabase.driver(server.uri, auth=(server.username, server.password)) as driver:
        return [list(record.values()) for record in driver.execute_query(cypher, database_="neo4j").records]


@pytest.mark.parametrize("path", QUERIES, ids=[path.stem for path in QUERIES])
def test_saved_queries_say_what_they_ask_and_find_something(server: Running, path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(r"// .*\?", text)
    assert rows(server, text)


def test_saved_queries_are_all_in_the_guide() -> None:
    guide = (ROOT / "docs" / "neo4j.md").read_text("utf-8")
    for path in QUERIES:
        asked = path.read_text("utf-8").splitlines()[0].removeprefix("// ")
        assert f"[{asked}](browser/queries/{path.name})" in guide


def test_the_overview_is_the_first_saved_query() -> None:
    assert browse.OVERVIEW.splitlines()[1:] == QUERIES[0].read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize("node", [Case(MANEKA), Provision(ARTICLE_21)], ids=["case", "provision"])
def test_a_neighbourhood_has_the_node_and_others(server: Running, node: Node) -> None:
    [row] = rows(server, browse.neighbourhood(node))
    assert dict(row[0])["id"] == node.id  # type: ignore[call-overload]
    assert all(row[1:])


def test_evidence_is_the_nodes_of_the_answer(server: Running) -> None:
    found = rows(server, browse.evidence([MANEKA, ARTICLE_21]))
    assert {dict(row[0])["id"] for row in found} == {MANEKA, ARTICLE_21}  # type: ignore[call-overload]


@pytest.mark.parametrize("id", ["x'}) DETACH DELETE n //", "x`", "$x", "a\\u0027b", "a&b", "a\nb", ""])
def test_an_id_that_is_not_plain_is_not_put_into_a_query(id: str) -> None:
    with pytest.raises(StoreError, match="cannot be put into a link"):
        browse.neighbourhood(Case(id))
    with pytest.raises(StoreError, match="cannot be put into a link"):
        browse.evidence([MANEKA, id])


@pytest.mark.parametrize(
    ("store", "port", "home", "dbms"),
    [
        ("bolt://localhost:7687", None, "http://localhost:7474/browser/", "bolt://neo4j@localhost:7687"),
        ("neo4j://graphs", None, "http://graphs:7474/browser/", "neo4j://neo4j@graphs:7687"),
        ("neo4j+s://graphs:7688", None, "https://graphs:7473/browser/", "neo4j+s://neo4j@graphs:7688"),
        ("bolt://h:1", 2, "http://h:2/browser/", "bolt://neo4j@h:1"),
    ],
)
def test_the_address_names_browser_server_and_query(store: str, port: int | None, home: str, dbms: str) -> None:
    parts = urlsplit(browse.address(store, port, "law", "MATCH (n) RETURN n"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == home
    assert parse_qs(parts.query) == {"dbms": [dbms], "db": ["law"], "cmd": ["edit"], "arg": ["MATCH (n) RETURN n"]}


def test_browse_by_name(server: Running) -> None:
    result = lawgraph("browse", "Maneka Gandhi", "--json", "--store", server.uri)
    assert result.exit_code == 0, result.stderr
    assert MANEKA in result.stdout
    assert json.loads(result.stdout)["address"].startswith(f"{server.browser}?")
    assert "near it" in one_line(lawgraph("browse", "Nobody v. Nothing", "--store", server.uri))


def test_browse_the_last_answer(server: Running, demo_graph: Path) -> None:
    answer = answered("ask", "Which later cases overruled ADM Jabalpur?", store=demo_graph)
    result = lawgraph("browse", "--last", "--json", "--store", server.uri)
    assert result.exit_code == 0, result.stderr
    assert all(node["id"] in result.stdout for node in answer["graph"]["nodes"])


def test_what_an_answer_rested_on_is_remembered() -> None:
    remember({"nodes": [{"id": "b"}], "edges": [{"type": "CITES", "from": "a", "to": "b"}]})
    assert recall() == ["a", "b"]


def test_before_any_answer_there_is_none_to_browse(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with pytest.raises(StoreError, match="ask first"):
        recall()


def test_a_file_is_not_browsed(demo_graph: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("NEO4J_URI", raising=False)
    assert "lawgraph push" in one_line(lawgraph("browse", "--print", store=demo_graph))


def browser_port(server: Running) -> int | None:
    return urlsplit(server.browser).port


@pytest.mark.parametrize(
    ("name", "query", "least"),
    [("overview", browse.OVERVIEW, 20), ("maneka-gandhi", browse.neighbourhood(Case(MANEKA)), 10)],
)
def test_the_browser_draws_the_graph(server: Running, tmp_path: Path, name: str, query: str, least: int) -> None:
    folder = Path(os.environ.get("LAWGRAPH_SCREENSHOTS", tmp_path))
    with browser_at(browse.address(server.uri, browser_port(server), "neo4j", query), server.password) as page:
        run_query(page)
        page.wait_for_selector(f"{GRAPH} g.node")
        enlarge(page)
        assert page.locator(f"{GRAPH} g.node").count() >= least
        assert page.locator(f"{GRAPH} g.relationship").count() >= least
        drawn = page.locator(GRAPH).inner_html()
        assert "Maneka" in drawn
        assert "#1F4E79" in drawn, "the colour of cases"
        page.screenshot(path=folder / f"{name}.png")


def test_overrulings_stand_out(server: Running) -> None:
    query = QUERIES[1].read_text("utf-8")
    with browser_at(browse.address(server.uri, browser_port(server), "neo4j", query), server.password) as page:
        run_query(page)
        page.wait_for_selector(f"{GRAPH} g.relationship")
        assert page.locator(f"{GRAPH} g.relationship path[fill='#D32F2F']").count() > 0

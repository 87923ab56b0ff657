"""A password or key inside an address is refused and never printed, logged or kept."""

from pathlib import Path

import pytest
from click.testing import Result

from kg.addresses import AddressError, check_endpoint, check_store, without_secrets
from tests.support.cli_runs import lawgraph, one_line

SECRET = "s3cretpw"
STORES = [
    f"bolt://neo4j:{SECRET}@127.0.0.1:9",
    f"neo4j+s://neo4j:{SECRET}@host",
    f"bolt://neo4j:{SECRET}/more@127.0.0.1:9",
    f"bolt://neo4j:{SECRET}#more@127.0.0.1:9",
    f"blot://neo4j:{SECRET}@127.0.0.1:9",
    f"http://neo4j:{SECRET}@127.0.0.1:7474",
    f"neo4j:{SECRET}@127.0.0.1:9",
]
COMMANDS = [
    ["stats"],
    ["doctor"],
    ["doctor", "--json"],
    ["ask", "Is Golak Nath good law?", "--json"],
    ["browse", "--print"],
    ["browse", "--last"],
    ["export", "graph.jsonl"],
    ["build", "."],
    ["push", "--to", "copy.db"],
    ["eval", "qa", "questions.jsonl"],
]


def everything_told(result: Result, folder: Path) -> str:
    """All that a command printed, and all that it left in the folder it ran in."""
    kept = "".join(path.read_text(errors="replace") for path in folder.rglob("*") if path.is_file())
    return f"{result.stdout}{result.stderr}{kept}"


@pytest.mark.parametrize("store", STORES)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_password_in_the_address_of_a_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], store: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for result in (lawgraph(*command, "--store", store), lawgraph("--store", store, *command)):
        assert result.exit_code == 2
        assert "NEO4J_USERNAME and NEO4J_PASSWORD" in one_line(result)
        assert SECRET not in everything_told(result, tmp_path)


@pytest.mark.parametrize("name", ["NEO4J_URI", "LAWGRAPH_STORE"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_password_in_an_address_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, STORES[0])
    result = lawgraph(*command)
    assert result.exit_code == 2
    assert SECRET not in everything_told(result, tmp_path)


def test_the_server_to_browse_may_be_told_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", STORES[0])
    result = lawgraph("browse", "--print", store=tmp_path / "g.db")
    assert "NEO4J_USERNAME" in one_line(result)
    assert SECRET not in result.output


@pytest.mark.parametrize("store", STORES)
def test_a_password_in_the_address_to_push_to(demo_graph: Path, store: str) -> None:
    result = lawgraph("push", "--to", store, store=demo_graph)
    assert result.exit_code == 2
    assert "NEO4J_PASSWORD" in one_line(result)
    assert SECRET not in result.output


MODELS = [f"http://user:{SECRET}@127.0.0.1:9/v1#m", f"http://127.0.0.1:9/v1?key={SECRET}#m"]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("command", [["ask", "Is Golak Nath good law?"], ["doctor"], ["doctor", "--json"]])
def test_a_password_or_key_in_the_address_of_a_model(
    demo_graph: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], model: str
) -> None:
    monkeypatch.setenv("LAWGRAPH_MODEL", model)
    result = lawgraph(*command, store=demo_graph)
    assert result.exit_code == 2
    assert "OPENAI_API_KEY" in one_line(result)
    assert SECRET not in result.output


@pytest.mark.parametrize("command", [["stats", STORES[0]], ["push", f"--too={STORES[0]}"], ["build", STORES[0]]])
def test_a_password_where_no_address_belongs(tmp_path: Path, command: list[str]) -> None:
    result = lawgraph(*command, store=tmp_path / "g.db")
    assert result.exit_code != 0
    assert SECRET not in result.output


@pytest.mark.parametrize(
    "store", ["lawgraph.db", "bolt://localhost:7687", "neo4j+s://a.b.io", "C:\\a\\b@c.db", "a@b/c.db"]
)
def test_places_without_secrets(store: str) -> None:
    check_store(store)
    assert without_secrets(f"no graph at {store}; build one") == f"no graph at {store}; build one"


@pytest.mark.parametrize("model", ["runs/first", "org/name@main", "http://localhost:8000/v1#llama@q4", ""])
def test_models_without_secrets(model: str) -> None:
    check_endpoint(model)


def test_what_is_refused_is_not_repeated() -> None:
    for place in STORES:
        with pytest.raises(AddressError) as caught:
            check_store(place)
        assert SECRET not in str(caught.value)
        assert SECRET not in without_secrets(f"Got unexpected extra argument ({place})")

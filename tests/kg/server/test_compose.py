"""docker-compose.yml says what a user relies on, and is what the compose specification allows."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from compose_viz.spec.compose_spec import ComposeSpecification

import kg
from tests.support.cli_runs import ROOT

GRASS = Path(kg.__file__).parent / "data" / "neo4j" / "lawgraph.grass"
FILE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    read = yaml.safe_load(FILE.read_text("utf-8"))
    assert isinstance(read, dict)
    return read


def test_it_meets_the_compose_specification(compose: dict[str, Any]) -> None:
    specified = ComposeSpecification.model_validate(compose)
    assert specified.services is not None
    assert set(specified.services) == {"neo4j", "model", "ask"}


@pytest.mark.parametrize("wrong", [{"services": {"neo4j": {"port": []}}}, {"service": {}}, {"services": []}])
def test_the_specification_turns_mistakes_away(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        ComposeSpecification.model_validate(wrong)


def test_neo4j_is_the_supported_release(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["image"] == "neo4j:5.26-community"


@pytest.mark.parametrize("service", ["neo4j", "model"])
def test_ports_are_open_to_this_machine_only(compose: dict[str, Any], service: str) -> None:
    ports = compose["services"][service]["ports"]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_and_has_no_default(compose: dict[str, Any]) -> None:
    assert compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
    assert compose["services"]["ask"]["environment"]["NEO4J_PASSWORD"].startswith("${NEO4J_PASSWORD:?")


@pytest.mark.parametrize("service", ["neo4j", "model"])
def test_services_report_their_health(compose: dict[str, Any], service: str) -> None:
    assert {"test", "interval", "timeout", "retries"} <= set(compose["services"][service]["healthcheck"])


def test_data_outlive_the_container_in_named_volumes(compose: dict[str, Any]) -> None:
    mounted = [volume.split(":") for volume in compose["services"]["neo4j"]["volumes"]]
    assert {where for _, where in mounted} == {"/data", "/logs"}
    assert {name for name, _ in mounted} <= set(compose["volumes"])


def test_memory_is_set(compose: dict[str, Any]) -> None:
    settings = compose["services"]["neo4j"]["environment"]
    for setting in ("heap_initial__size", "heap_max__size", "pagecache_size"):
        assert f"NEO4J_server_memory_{setting}" in settings


def test_the_browser_is_told_the_ports_and_the_style(compose: dict[str, Any]) -> None:
    settings = compose["services"]["neo4j"]["environment"]
    assert settings["NEO4J_server_bolt_advertised__address"] == "localhost:${NEO4J_BOLT_PORT:-7687}"
    command, _, style = settings["NEO4J_browser_post__connect__cmd"].partition(" ")
    assert command == "style"
    assert json.loads(style) == json.loads(GRASS.read_text("utf-8"))


def test_without_a_profile_there_is_neo4j_alone(compose: dict[str, Any]) -> None:
    assert [name for name, service in compose["services"].items() if not service.get("profiles")] == ["neo4j"]


def test_the_gpu_profile_serves_the_model_and_points_ask_at_it(compose: dict[str, Any]) -> None:
    model, ask = compose["services"]["model"], compose["services"]["ask"]
    assert model["profiles"] == ask["profiles"] == ["gpu"]
    assert model["image"].startswith("vllm/vllm-openai:v")
    assert model["deploy"]["resources"]["reservations"]["devices"][0]["capabilities"] == ["gpu"]
    served = model["command"][model["command"].index("--served-model-name") + 1]
    assert ask["environment"]["LAWGRAPH_MODEL"] == f"http://model:8000/v1#{served}"
    assert ask["environment"]["LAWGRAPH_STORE"] == "bolt://neo4j:7687"
    assert {needed["condition"] for needed in ask["depends_on"].values()} == {"service_healthy"}


def test_the_command_uses_this_very_file() -> None:
    assert (GRASS.parent / "docker-compose.yml").read_text("utf-8") == FILE.read_text("utf-8")

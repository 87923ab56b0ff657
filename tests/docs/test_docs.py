"""The documentation says what the code does."""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from cli import main
from kg.edges import Edge
from kg.nodes import Node
from kg.schema import EDGE_TYPES, NODE_TYPES, declared
from tests.support.cli_runs import ROOT, lawgraph

DOCS = ROOT / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]


def commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command and group by what is typed for it."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found, name
            yield from commands(found, (*path, name))


COMMANDS = list(commands(main))
LEAVES = [(path, command) for path, command in COMMANDS if not isinstance(command, click.Group)]
NAMES = [" ".join(path) or "lawgraph" for path, _ in COMMANDS]


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=NAMES)
def test_every_command_has_help_with_an_example(path: tuple[str, ...], command: click.Command) -> None:
    shown = lawgraph(*path, "--help")
    assert shown.exit_code == 0
    assert command.help
    assert (command.epilog or "").startswith(f"Example: lawgraph {' '.join(path)}")
    assert "Example: lawgraph" in shown.stdout
    assert all(param.help for param in command.params if isinstance(param, click.Option))


@pytest.mark.parametrize(("path", "command"), LEAVES, ids=[" ".join(path) for path, _ in LEAVES])
def test_every_command_takes_store_and_json(path: tuple[str, ...], command: click.Command) -> None:
    options = {opt for param in command.params for opt in param.opts}
    assert {"--store", "--json"} <= options


@pytest.mark.parametrize(("path", "command"), LEAVES, ids=[" ".join(path) for path, _ in LEAVES])
def test_every_command_is_in_the_readme_and_the_reference(path: tuple[str, ...], command: click.Command) -> None:
    assert f"`lawgraph {' '.join(path)}" in README
    assert f"\n## lawgraph {' '.join(path)}\n" in (DOCS / "commands.md").read_text(encoding="utf-8")


def test_the_command_reference_is_up_to_date(generator: ModuleType) -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == generator.commands_page()


def test_the_graph_page_is_up_to_date_and_explains_every_type_of_edge(generator: ModuleType) -> None:
    page = (DOCS / "graph.md").read_text(encoding="utf-8")
    assert page == generator.with_tables(page)
    types: list[type[Node] | type[Edge]] = [*NODE_TYPES.values(), *EDGE_TYPES.values()]
    for one in types:
        assert one.type in page
        assert all(f"`{name}`" in page for name in declared(one))


def test_commands_in_the_documentation_exist() -> None:
    known = {path[0] for path, _ in COMMANDS if path}
    for page in PAGES:
        used = re.findall(
            r"(?m)^(?:\$ )?lawgraph (?:--store \S+ )?([a-z0-9][a-z0-9-]*)", page.read_text(encoding="utf-8")
        )
        assert set(used) <= known, page


def test_options_in_the_documentation_exist() -> None:
    known = {opt for _, command in COMMANDS for param in command.params for opt in param.opts} | {"--help", "--version"}
    for page in PAGES:
        lines = [line for line in page.read_text(encoding="utf-8").splitlines() if "lawgraph " in line]
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", "\n".join(lines))) <= known, page


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        assert link.startswith("http") or (page.parent / link).exists(), link


@pytest.mark.parametrize("example", re.findall(r"```python\n(.*?)```", (DOCS / "graph.md").read_text(), re.DOTALL))
def test_examples_run_as_printed(demo_graph: Path, capsys: pytest.CaptureFixture[str], example: str) -> None:
    exec(compile(example.replace('"lawgraph.db"', repr(str(demo_graph))), "graph.md", "exec"), {})
    assert "kesavananda-bharati-v-state-of-kerala-1973" in capsys.readouterr().out


def test_the_transcript_in_the_readme_is_what_is_printed(demo_graph: Path) -> None:
    transcripts = re.findall(r'```text\n\$ lawgraph ask "([^"]+)"\n(.*?)```', README, re.DOTALL)
    assert transcripts
    for question, printed in transcripts:
        assert printed.split() == lawgraph("ask", question, store=demo_graph).stdout.split()


def test_make_knows_what_the_readme_promises() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"(?m)^make (\w+)", README):
        assert re.search(rf"(?m)^{target}:", makefile)


def test_there_is_a_record_of_each_decision() -> None:
    for page in sorted((DOCS / "decisions").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        assert re.match(r"# \d{4}: ", text)
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Consequences"))

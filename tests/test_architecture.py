"""What must never be: imports that go up, round in circles, or past a door. `docs/architecture.md` says why."""

import ast
from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import networkx as nx
import pytest

from tests.support.cli_runs import ROOT

ROOMS = ("extraction", "kg", "qa", "training", "cli")
FACES = ("click", "rich", "http.server", "socketserver", "wsgiref", "flask", "fastapi", "starlette", "uvicorn", "mcp")
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for room in ROOMS
    for path in [*(ROOT / room).rglob("*.py"), *ROOT.glob(f"{room}.py")]
}


def imported(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file, and that it names as the place of a command."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module, f"{path}: a relative import"
            assert not node.level, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            module, colon, _ = node.value.partition(":")
            yield from [module] * (bool(colon) and module in MODULES)


IMPORTS = nx.DiGraph((module, target) for module, path in MODULES.items() for target in imported(path))
INSIDE = IMPORTS.subgraph(MODULES)


def sub_room(module: str) -> str:
    """The first two names of a module: its sub-room, or the file beside the sub-rooms."""
    return ".".join(module.split(".")[:2])


def lies_in(module: str, *places: str) -> bool:
    """Whether a module is one of the places or lies in one."""
    return any(module == place or module.startswith(f"{place}.") for place in places)


def passing(source: str, *targets: str) -> list[tuple[str, str]]:
    """The imports from one place into others."""
    return [(a, b) for a, b in IMPORTS.edges if lies_in(a, source) and lies_in(b, *targets)]


@pytest.mark.parametrize(
    ("lower", "upper"), [(a, b) for a, b in permutations(ROOMS, 2) if ROOMS.index(a) < ROOMS.index(b)]
)
def test_no_room_imports_one_above_it(lower: str, upper: str) -> None:
    assert passing(lower, upper) == []


def test_modules_import_each_other_in_no_circle() -> None:
    assert list(nx.simple_cycles(INSIDE)) == []


def test_sub_rooms_import_each_other_in_no_circle() -> None:
    between = nx.DiGraph((sub_room(a), sub_room(b)) for a, b in INSIDE.edges if "." in a and "." in b)
    between.remove_edges_from(list(nx.selfloop_edges(between)))
    assert list(nx.simple_cycles(between)) == []


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        ("kg.stores", ("kg.identity", "kg.ledger", "kg.projection", "kg.build", "kg.linking")),
        ("kg.stores.sqlite", ("kg.stores.neo4j", "neo4j")),
        ("kg.stores.neo4j", ("kg.stores.sqlite", "sqlite3")),
        ("kg.identity", ("kg.store", "kg.stores", "kg.schema", "kg.ledger", "sqlite3", "neo4j")),
        ("qa.query", ("qa.understanding", "qa.answering", "qa.verification", "qa.retrieval", "qa.citator")),
        ("qa.understanding", ("qa.answering", "qa.verification")),
        ("qa.answering", ("qa.understanding", "qa.verification")),
        ("qa.verification", ("qa.understanding", "qa.answering", "qa.models")),
    ],
)
def test_what_knows_nothing_of_what(source: str, targets: tuple[str, ...]) -> None:
    assert any(lies_in(module, source) for module in MODULES), f"there is no {source}"
    assert passing(source, *targets) == []


def test_engines_know_no_documents() -> None:
    """Of extraction they take how errors and progress are told, which know no documents either."""
    told = {"extraction.errors", "extraction.progress"}
    assert {b for _, b in passing("kg.stores", "extraction")} <= told
    assert [passing(module, "extraction") for module in sorted(told)] == [[], []]


def test_a_database_is_reached_through_the_stores_alone() -> None:
    reaching = {a for room in ROOMS for a, _ in passing(room, "neo4j", "sqlite3")}
    assert {module for module in reaching if not lies_in(module, "kg.stores", "kg.server")} == set()


def test_only_commands_and_serving_face_the_user() -> None:
    facing = {a for room in ROOMS for a, _ in passing(room, *FACES)}
    assert {module for module in facing if not {"commands", "serving", "cli"} & set(module.split("."))} == set()


@pytest.mark.parametrize("part", ["commands", "evaluation"])
def test_only_commands_import_commands_and_measuring(part: str) -> None:
    above = {part, "commands", "cli", "__main__"}
    wrong = [(a, b) for a, b in INSIDE.edges if part in b.split(".") and not above & set(a.split("."))]
    assert wrong == []


def test_texts_are_read_by_the_pipeline_alone() -> None:
    """Else: a line of print and a judgment's head, before there is a text; a cell of a table that is a citation."""
    grammar = {"find_citations", "find_cases", "find_acts", "find_groups"}
    reading = {module for module, path in MODULES.items() if grammar & set(names_imported(path))}
    before = {"extraction.documents.furniture", "extraction.judgments.heads.own_numbers"}
    cells = {"extraction.catalogue.entry", "kg.build.registry"}
    assert reading == {"extraction.pipeline", "kg.build.splitting", *before, *cells}


def names_imported(path: Path) -> Iterator[str]:
    """What a file imports from other modules, by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


def test_no_folder_has_too_many_files() -> None:
    counts = Counter(path.parent for path in MODULES.values() if path.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > 14} == {}


def test_no_file_only_hands_on() -> None:
    """`extraction/__init__.py` alone is a door, what other programs import, and opens only when it is asked."""
    assert {module for module, path in MODULES.items() if not adds_something(path)} == set()


def adds_something(path: Path) -> bool:
    """Whether a file holds more than imports, or nothing but its docstring."""
    body = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if not isinstance(node, ast.Expr)]
    hands_on = [
        node for node in body if isinstance(node, ast.Import | ast.ImportFrom) or "__all__" in ast.unparse(node)
    ]
    return not body or len(hands_on) < len(body)


@pytest.mark.parametrize("path", [path for path in MODULES.values() if path.name == "__init__.py"], ids=str)
def test_every_room_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1 or path == ROOT / "extraction" / "__init__.py"

"""Writes docs/commands.md and the tables of docs/graph.md from the code: python docs/generate.py."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click

from cli import main
from kg.edges import Edge
from kg.nodes import Node
from kg.schema import EDGE_TYPES, NODE_TYPES, declared

DOCS = Path(__file__).parent
START, END = "<!-- types -->", "<!-- end of types -->"
INTRODUCTION = """# Commands

Made from the command line's own help by `python docs/generate.py`. Exit codes: 0 done; 1 done in part, or the name
given is unknown or ambiguous; 2 the command could not be carried out as given; 130 interrupted.
"""


def commands_page() -> str:
    """All of docs/commands.md."""
    return "\n".join([INTRODUCTION, *(_section(path, command) for path, command in walk(main, "lawgraph"))])


def walk(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, with what is typed for it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            if found := command.get_command(context, name):
                yield from walk(found, f"{path} {name}")
    else:
        yield path, command


def _section(path: str, command: click.Command) -> str:
    context = click.Context(command, info_name=path)
    usage = " ".join(command.collect_usage_pieces(context))
    options = [_option(p) for p in command.params if isinstance(p, click.Option) and not p.hidden]
    example = (command.epilog or "").removeprefix("Example: ")
    lines = [
        f"## {path}",
        "",
        f"`{path} {usage}`",
        "",
        inspect.cleandoc(command.help or ""),
        "",
        *options,
        "",
        f"```sh\n{example}\n```",
        "",
    ]
    return "\n".join(lines)


def _option(option: click.Option) -> str:
    value = "" if option.is_flag else f" {option.metavar or 'N'}"
    default = ""
    if isinstance(option.show_default, str):
        default = f" Default: {option.show_default}."
    elif option.show_default:
        default = f" Default: {option.default}."
    return f"- `{option.opts[-1]}{value}`: {option.help}{default}"


def type_tables() -> str:
    """The tables of docs/graph.md."""
    nodes = [f"| `{t.type}` | {_properties(t)} |" for t in NODE_TYPES.values() if not t.ledger]
    edges = [f"| {_pattern(t)} | {_properties(t)} |" for t in EDGE_TYPES.values() if not t.ledger]
    ledger = [f"| `{t.type}` | {_properties(t)} |" for t in NODE_TYPES.values() if t.ledger]
    kept = [f"| {_pattern(t)} | {_properties(t)} |" for t in EDGE_TYPES.values() if t.ledger]
    parts = (("Nodes", "node", nodes), ("Edges", "edge", edges), ("Bookkeeping", "node or edge", [*ledger, *kept]))
    return "\n\n".join(
        "\n".join([f"### {title}", "", f"| {kind} | properties |", "|---|---|", *rows]) for title, kind, rows in parts
    )


def _properties(type: type[Node] | type[Edge]) -> str:
    own = ["`id` string"] if issubclass(type, Node) else []
    return ", ".join([*own, *(f"`{name}` {kind}" for name, kind in declared(type).items())])


def _pattern(type: type[Edge]) -> str:
    source, target = (" or ".join(t.type for t in ends) for ends in (type.sources, type.targets))
    return f"`({source})-[:{type.type}]->({target})`"


def with_tables(page: str) -> str:
    """docs/graph.md with its tables made anew."""
    return re.sub(f"{START}.*{END}", lambda _: f"{START}\n{type_tables()}\n{END}", page, flags=re.DOTALL)


if __name__ == "__main__":
    (DOCS / "commands.md").write_text(commands_page(), encoding="utf-8")
    graph = DOCS / "graph.md"
    graph.write_text(with_tables(graph.read_text(encoding="utf-8")), encoding="utf-8")

"""The command that answers queries: what is wanted and on which conditions, in a line or as JSON."""

from typing import Any

import click

from kg.as_of import AsOf
from kg.commands.last_answer import remember
from kg.commands.options import common, opened
from kg.commands.terminal import as_json_text
from kg.store import Store
from qa.ask import ask_query
from qa.commands.ask import TOP, WHOLE, hearing, record, rest
from qa.commands.days import AS_OF
from qa.query.cypher import Statement, cypher
from qa.query.evaluate import about
from qa.query.interchange import as_json as query_as_json
from qa.query.interchange import from_json
from qa.query.linking import linked
from qa.query.parsing import parse
from qa.query.record import Query, parts
from qa.query.words import line


@click.command(
    "query", epilog="Example: lawgraph query 'cases that follow \"Maneka Gandhi\" and are not overruled by any case'"
)
@click.argument("query")
@click.option("--cypher", "as_cypher", is_flag=True, help="Print Cypher that finds the same on Neo4j; run nothing.")
@click.option("--explain", is_flag=True, help="Show the query as it was read, as JSON and Cypher, and what was read.")
@TOP
@WHOLE
@AS_OF
@common
def query_command(
    query: str, as_cypher: bool, explain: bool, top: int, whole: bool, as_of: str | None, store: str, as_json: bool
) -> None:
    """Answer a query: a line of docs/query.md, or JSON.

    It composes what `ask` reads from questions: names stand in quotation marks, conditions are joined by and, or, not.
    """
    asked = from_json(query) if query.lstrip().startswith(("{", "[")) else parse(query)
    with opened(store) as graph:
        asked = linked(graph, asked)
        if as_cypher:
            statements = _statements(graph, asked)
            click.echo(as_json_text(statements, 2) if as_json else "\n\n".join(map(_printed, statements["statements"])))
            return
        given = ask_query(graph, asked, top, None if as_json else hearing(), as_of)
        told = {"query": query_as_json(asked), "line": line(asked)} | (_statements(graph, asked) if explain else {})
    remember(given.graph)
    if as_json:
        click.echo(as_json_text(record(given, explain) | told, 2))
        return
    rest(given, explain, whole)
    if explain:
        shown = [told["line"], as_json_text(told["query"]), *map(_printed, told["statements"])]
        click.echo("\n" + "\n\n".join(shown))


def _statements(graph: Store | AsOf, query: Query) -> dict[str, Any]:
    """The statement for each of the sets that a query is about."""
    found: list[Statement] = [cypher(nodes, lambda words: about(graph, words)) for nodes in parts(query)]
    return {"statements": [{"cypher": one.text, "parameters": one.parameters} for one in found]}


def _printed(statement: dict[str, Any]) -> str:
    """A statement as Neo4j Browser takes it: its parameters first."""
    return f":params {as_json_text(statement['parameters'])}\n{statement['cypher']}"

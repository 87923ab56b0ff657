"""The commands around a Neo4j server: running one, copying a graph to it, looking at the graph in Neo4j Browser."""

import os
import webbrowser
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from kg.addresses import check_store
from kg.commands.last_answer import recall
from kg.commands.options import FAILED, common, opened, progress, show
from kg.linking.lookup import resolve
from kg.nodes import Case, Provision
from kg.server import browser as browse
from kg.server import server as neo4j_server
from kg.store import StoreError
from kg.stores.neo4j import cypher
from kg.stores.neo4j.connection import Connection
from kg.stores.open import SERVER_SCHEMES
from kg.stores.push import push

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The server's folder (~/.local/share/lawgraph/neo4j).",
)


def _folder(data: Path | None) -> Path:
    return data or neo4j_server.default_folder()


@click.group("neo4j", epilog="Example: lawgraph neo4j start")
def neo4j_group() -> None:
    """Run a Neo4j server on this machine, with Docker Compose or on Java."""


@neo4j_group.command("start", epilog="Example: lawgraph neo4j start --data ./neo4j")
@data_option
@common
def start_command(data: Path | None, store: str, as_json: bool) -> None:
    """Start a server, or find it running; ready when this returns."""
    running = neo4j_server.start(_folder(data))
    _tell(as_json, asdict(running), _told(running))


@neo4j_group.command("stop", epilog="Example: lawgraph neo4j stop")
@data_option
@common
def stop_command(data: Path | None, store: str, as_json: bool) -> None:
    """Stop the server; its data stay."""
    stopped = neo4j_server.stop(_folder(data))
    show(as_json, {"stopped": stopped}, ["Stopped." if stopped else "No server was running."])


@neo4j_group.command("status", epilog="Example: lawgraph neo4j status --json")
@data_option
@common
def status_command(data: Path | None, store: str, as_json: bool) -> int:
    """Say whether the server runs, and how to reach it."""
    running = neo4j_server.status(_folder(data))
    told = _told(running) if running else "No server is running; start one with: lawgraph neo4j start"
    _tell(as_json, {"running": running is not None} | (asdict(running) if running else {}), told)
    return 0 if running else FAILED


def _told(running: neo4j_server.Running) -> str:
    return (
        f"Neo4j {running.version} answers at {running.uri}; user {running.username}, password {running.password}\n"
        f"Neo4j Browser: {running.browser}\n"
        f"To use it: export NEO4J_PASSWORD={running.password} LAWGRAPH_STORE={running.uri}"
    )


def _tell(as_json: bool, data: dict[str, Any], told: str) -> None:
    """Print `data` as JSON, or else what is `told`, in lines that are not broken, so that they can be copied."""
    show(as_json, data, ())
    if not as_json:
        click.echo(told)


@click.command("push", epilog="Example: lawgraph push --store supreme.db --to bolt://localhost:7687")
@click.option("--to", "target", required=True, metavar="GRAPH", help="Where the copy goes: a file or a server.")
@common
def push_command(target: str, store: str, as_json: bool) -> None:
    """Copy the graph to another store, on either engine, and check that both are the same.

    What is there already is left alone, so that the same command goes on where one was interrupted.
    """
    if target == store:
        raise click.UsageError("--to names the graph itself")
    with opened(store) as graph, opened(target, create=True) as copy, progress("Copying") as advance:
        report = push(graph, copy, advance)
    told = (
        f"{report.written} written, {report.unchanged} there already, {report.dropped} taken out; the graphs are equal"
    )
    show(as_json, asdict(report), [told, f"Digest {report.digest}"])


@click.command("browse", epilog='Example: lawgraph browse "Maneka Gandhi"')
@click.argument("name", required=False, metavar="[CASE_OR_PROVISION]")
@click.option("--last", is_flag=True, help="What the last answer rested on.")
@click.option("--print", "only_print", is_flag=True, help="Print the address and open nothing.")
@common
def browse_command(name: str | None, last: bool, only_print: bool, store: str, as_json: bool) -> None:
    """Open Neo4j Browser with a query filled in: the overview, or what surrounds a case or provision."""
    if name and last:
        raise click.UsageError("give a case or provision, or --last, not both")
    server = _server(store)
    query = browse.evidence(recall()) if last else _surroundings(server, name) if name else browse.OVERVIEW
    link = browse.address(server, _browser_port(server), os.environ.get("NEO4J_DATABASE", "neo4j"), query)
    _tell(as_json, {"address": link, "query": query}, link)
    if not (as_json or only_print):
        webbrowser.open(link)


def _server(store: str) -> str:
    """The server that is meant: the store if it is one, else the one that runs on this machine."""
    if store.startswith(SERVER_SCHEMES):
        return store
    given = os.environ.get("NEO4J_URI")
    check_store(given or "")
    running = None if given else neo4j_server.status(neo4j_server.default_folder())
    if given or running:
        return given or (running.uri if running else "")
    raise StoreError(
        f"Neo4j Browser needs the graph on a Neo4j server, and {store} is a file: "
        "lawgraph neo4j start, then lawgraph push --to the address it shows"
    )


def _browser_port(server: str) -> int | None:
    """The port at which the server says its Browser is; None where it does not say or cannot be asked."""
    try:
        with closing(Connection(server)) as connection:
            [[address]] = connection.rows(cypher.BROWSER)
    except StoreError:
        return None
    return int(address.rpartition(":")[2])


def _surroundings(server: str, name: str) -> str:
    with opened(server) as graph:
        lookup = resolve(graph, name, (Case, Provision))
    if lookup.found:
        return browse.neighbourhood(lookup.found)
    near = [c.node for c in (lookup.candidates or lookup.nearest)[:5]]
    could_be = "; ".join(f"{n.title if isinstance(n, Case) else n.id} ({n.id})" for n in near)
    raise click.ClickException(f"“{name[:80]}” is not clearly one case or provision; near it: {could_be or 'nothing'}")

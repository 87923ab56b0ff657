"""The commands that look one thing up by its name: its card, the path to another; and passages by their words."""

from collections.abc import Sequence
from dataclasses import asdict

import click

from kg.commands.options import common, opened, show
from kg.commands.tables import rows
from kg.linking.lookup import resolve
from kg.nodes import Case, N, Node, Provision
from kg.search.hybrid import embedder_of
from kg.store import Store
from qa.citator.card import card
from qa.citator.path import shortest_path
from qa.commands import screens
from qa.commands.days import AS_OF
from qa.retrieval.search import search
from qa.text import wording

AUTHORITIES: tuple[type[Node], ...] = (Case, Provision)


def the_one(store: Store, name: str, as_json: bool, types: Sequence[type[N]]) -> N:
    """The one node that `name` means; otherwise those it could mean are listed and the command fails."""
    lookup = resolve(store, name, types)
    for type in types:
        if isinstance(lookup.found, type):
            return lookup.found
    offered = [candidate.node for candidate in lookup.candidates or lookup.nearest]
    if as_json:
        candidates = [{"id": node.id, "title": wording.label(node)} for node in offered]
        show(True, {"name": name, "found": None, "candidates": candidates}, ())
    typed = name if len(name) <= 80 else f"{name[:80]}…"
    if not lookup.candidates:
        nearest = "; the nearest: " + "; ".join(map(wording.label, offered)) if offered else ""
        raise click.ClickException(f"the graph has nothing called “{typed}”{nearest}")
    if not as_json:
        show(False, {}, [rows(("id", "title"), ((node.id, wording.label(node)) for node in offered))])
    raise click.ClickException(f"“{typed}” could be any of {len(offered)}; give more of its name, a citation or the id")


@click.command("show", epilog='Example: lawgraph show "AIR 1978 SC 597"')
@click.argument("name", metavar="CASE_OR_PROVISION")
@AS_OF
@common
def show_command(name: str, as_of: str | None, store: str, as_json: bool) -> None:
    """Show all that the graph knows of a case or provision: a citator card.

    With --as-of, whether a provision was in force on that day and what stood in its place, and what had become of a
    case by then. An offence is tried under the law of its own day: what was done before a code gave way stays under it.
    """
    with opened(store) as graph:
        shown = card(graph, the_one(graph, name, as_json, AUTHORITIES).id, as_of)
    show(as_json, asdict(shown), screens.card(shown))


@click.command("path", epilog='Example: lawgraph path "Puttaswamy" "A.K. Gopalan"')
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@common
def path_command(first: str, second: str, store: str, as_json: bool) -> None:
    """Show a shortest chain of citations between two cases or provisions."""
    with opened(store) as graph:
        ends = [the_one(graph, name, as_json, AUTHORITIES) for name in (first, second)]
        steps = shortest_path(graph, ends[0], ends[1])
    data = {"from": ends[0].id, "to": ends[1].id, "steps": [asdict(step) for step in steps]}
    show(as_json, data, screens.path(ends, steps))


@click.command("search", epilog='Example: lawgraph search "procedure established by law"')
@click.argument("text")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Passages to show.")
@common
def search_command(text: str, top: int, store: str, as_json: bool) -> None:
    """Find passages by their words, and by their meaning where the graph has embeddings."""
    with opened(store) as graph:
        found = search(graph, text, top, embedder_of(graph))
    show(as_json, {"text": text, "passages": [asdict(passage) for passage in found]}, screens.passages(found))

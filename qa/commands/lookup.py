"""The case or provision that a user names on the command line."""

from collections.abc import Sequence

import click

from kg.commands.options import show
from kg.commands.tables import rows
from kg.linking.lookup import resolve
from kg.store import Node, Store
from qa import labels


def the_one(store: Store, name: str, as_json: bool, types: Sequence[str] = ("Case", "Provision")) -> Node:
    """The one node that `name` means; otherwise those it could mean are listed and the command fails."""
    lookup = resolve(store, name, types)
    if lookup.found:
        return lookup.found
    offered = [candidate.node for candidate in lookup.candidates or lookup.nearest]
    if as_json:
        candidates = [{"id": node.id, "title": labels.label(node)} for node in offered]
        show(True, {"name": name, "found": None, "candidates": candidates}, ())
    typed = name if len(name) <= 80 else f"{name[:80]}…"
    if not lookup.candidates:
        nearest = "; the nearest: " + "; ".join(map(labels.label, offered)) if offered else ""
        raise click.ClickException(f"the graph has nothing called “{typed}”{nearest}")
    if not as_json:
        show(False, {}, [rows(("id", "title"), ((node.id, labels.label(node)) for node in offered))])
    raise click.ClickException(f"“{typed}” could be any of {len(offered)}; give more of its name, a citation or the id")

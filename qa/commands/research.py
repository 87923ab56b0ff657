"""The commands of research: precedents for facts, and cases like a case."""

from dataclasses import asdict
from pathlib import Path

import click

from extraction.documents.files import load
from kg.commands.options import common, opened, show
from kg.nodes import Case
from qa.commands.lookup import the_one

_LONGEST_NAME = 255


def _facts(given: str) -> str:
    """The text of the file that is named, or what was typed."""
    path = Path(given)
    if len(given) <= _LONGEST_NAME and "\n" not in given and path.is_file():
        return load(path, path.stem).text
    return given


@click.command("precedents", epilog='Example: lawgraph precedents "A constable was dismissed without an inquiry"')
@click.argument("facts", metavar="FILE_OR_TEXT")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Cases and provisions to show.")
@common
def precedents_command(facts: str, top: int, store: str, as_json: bool) -> None:
    """Rank cases and provisions for the facts of a situation, each with what speaks for it."""
    from qa.commands import research_screens as render
    from qa.research.precedents import precedents

    with opened(store) as graph:
        found = precedents(graph, _facts(facts), top)
    show(as_json, asdict(found), render.precedents(found))


@click.command("similar", epilog='Example: lawgraph similar "Maneka Gandhi" --top 5')
@click.argument("case")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Cases to show.")
@common
def similar_command(case: str, top: int, store: str, as_json: bool) -> None:
    """Find the cases most like a case, by its words, its subjects and the provisions it applies."""
    from qa.commands import research_screens as render
    from qa.research.similar import similar

    with opened(store) as graph:
        node = the_one(graph, case, as_json, (Case,))
        found = similar(graph, node, top)
    show(as_json, {"case": node.id, "similar": [asdict(one) for one in found]}, render.similar(node, found))


COMMANDS: tuple[click.Command, ...] = (precedents_command, similar_command)

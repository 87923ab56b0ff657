"""The commands of research: precedents for facts, and cases like a case."""

import os
import re
from dataclasses import asdict
from pathlib import Path

import click

from extraction.documents.files import SUFFIXES, DocumentError, load
from kg.commands.options import common, opened, show
from kg.nodes import Case
from qa.commands.lookup import the_one

_LONGEST_NAME = 255  # bytes: file systems allow no longer name, so what is longer is text
_WORDS = re.compile(r"[A-Za-z]{3}")
_PATH = re.compile(
    rf"(?:~|\.{{0,2}}/|\w:\\)\S.*|\S+[/\\]\S+|.*(?:{'|'.join(map(re.escape, SUFFIXES))}|\.docx?|\.rtf)", re.I
)
"""A text that can only be meant as the place of a file: it begins like one, or ends in a file's suffix."""


def _facts(given: str) -> str:
    """The text of the file that is named, or what was typed. Raises DocumentError for a file that is not there."""
    path = Path(given)
    if len(os.fsencode(given)) > _LONGEST_NAME or "\n" in given:
        return given
    if path.is_dir():
        raise DocumentError(f"{path}: it is a folder; name one file with the facts, or type them")
    if path.exists():
        return load(path, path.stem).text
    if _PATH.fullmatch(given):
        raise DocumentError(f"{path}: there is no such file; check the path, or type the facts")
    return given


@click.command("precedents", epilog='Example: lawgraph precedents "A constable was dismissed without an inquiry"')
@click.argument("facts", metavar="FILE_OR_TEXT")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Cases and provisions to show.")
@common
def precedents_command(facts: str, top: int, store: str, as_json: bool) -> None:
    """Rank cases and provisions for the facts of a situation, each with what speaks for it."""
    from qa.commands import research_screens as render
    from qa.research.precedents import precedents

    told = _facts(facts)
    if not _WORDS.search(told):
        raise DocumentError("the facts have no words in English letters, which alone are read; give them in English")
    with opened(store) as graph:
        found = precedents(graph, told, top)
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

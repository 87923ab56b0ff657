"""What the commands that measure share: where the texts are, where predictions are kept, a table of figures."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click
from rich.console import RenderableType

from extraction.evaluation.figures import Figures
from kg.commands.options import Command
from kg.commands.tables import rows

pointed_into = click.option(
    "--texts",
    multiple=True,
    required=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folders with the documents that the labels point into.",
)


def kept(what: str) -> Callable[[Command], Command]:
    """The option to keep what was found in a file."""
    return click.option("--predictions", type=click.Path(path_type=Path), metavar="FILE", help=f"Keep {what}.")


def table(head: str, figures: Mapping[str, Figures]) -> RenderableType:
    """Precision, recall and F1, a line a label."""
    lines = (
        (label, f"{f.precision:.4f}", f"{f.recall:.4f}", f"{f.f1:.4f}", f.labelled) for label, f in figures.items()
    )
    return rows((head, "precision", "recall", "F1", "labelled"), lines)

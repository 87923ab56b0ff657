"""The `lawgraph train` commands that run: one recipe, its variants, and the merge of what was trained."""

from dataclasses import asdict
from pathlib import Path

import click

from kg.commands.options import common, progress, show
from kg.commands.tables import rows
from training.commands.paths import FILE, FOLDER
from training.tuning.merge import WIDTHS, merge
from training.tuning.sweep import sweep


@click.command("run", epilog="Example: lawgraph train run recipe.toml runs/first")
@click.argument("recipe", type=FILE, metavar="RECIPE.toml")
@click.argument("folder", type=FOLDER, metavar="FOLDER")
@common
def run_command(recipe: Path, folder: Path, store: str, as_json: bool) -> None:
    """Fine-tune by a recipe; the same command goes on after an interruption."""
    from training.tuning.recipe import read_recipe
    from training.tuning.run import train

    with progress("Training") as advance:
        outcome = train(read_recipe(recipe), recipe, folder, advance)
    curves = (folder / "curves.txt").read_text(encoding="utf-8")
    said = f"{outcome.updates} updates in {outcome.seconds:.0f} s; the adapter and its card are in {folder}."
    show(as_json, asdict(outcome), [curves, said])


@click.command("merge", epilog="Example: lawgraph train merge runs/first merged/")
@click.argument("adapter", metavar="ADAPTER")
@click.argument("folder", type=FOLDER, metavar="FOLDER")
@click.option("--base", metavar="PATH_OR_ID", help="The base model, if it is not where the adapter says.")
@click.option("--width", type=click.Choice(WIDTHS), default=WIDTHS[0], show_default=True, help="Type of the weights.")
@common
def merge_command(adapter: str, folder: Path, base: str | None, width: str, store: str, as_json: bool) -> None:
    """Merge an adapter into its base: a model folder for `ask --model` and vLLM."""
    name = merge(adapter, base, folder, width)
    said = f"{name} with {adapter} is in {folder}; ask with it: lawgraph ask QUESTION --model {folder}"
    show(as_json, {"base": name, "adapter": adapter, "folder": str(folder), "width": width}, [said])


@click.command("sweep", epilog="Example: lawgraph train sweep variants.toml runs/sweep")
@click.argument("recipe", type=FILE, metavar="RECIPE.toml")
@click.argument("folder", type=FOLDER, metavar="FOLDER")
@common
def sweep_command(recipe: Path, folder: Path, store: str, as_json: bool) -> None:
    """Run the variants that a recipe names and compare them on held-out loss."""
    with progress("Training") as advance:
        found = sweep(recipe, folder, advance)
    lines = (
        (
            v.name,
            ", ".join(f"{k} {x}" for k, x in v.changes.items()),
            f"{v.outcome.loss:.4f}",
            f"{v.outcome.held_out_loss:.4f}",
        )
        for v in found
    )
    table = rows(("variant", "changes", "loss", "held-out loss"), lines)
    show(as_json, {"variants": [asdict(v) for v in found]}, [table, f"Best: {found[0].name}."])


COMMANDS = (run_command, merge_command, sweep_command)

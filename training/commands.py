"""The `lawgraph train` commands: data, a look at cost and vocabulary, runs, and what they bring."""

from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path

import click

from kg.commands.options import common, opened, progress, show
from kg.commands.tables import rows
from qa.models.small_llama import SMALL_LLAMA
from training.evaluation.compare import compare
from training.evaluation.report import report
from training.examples.make import make_data
from training.planning.plan import CARDS, PARTS, TFLOPS, Setting, fits, plan
from training.planning.shapes import known_shapes, shape_of
from training.planning.vocabulary import add_terms, examine, texts_of
from training.tuning.base import load_plain, load_tokenizer
from training.tuning.merge import WIDTHS, merge
from training.tuning.sweep import sweep

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("train", epilog="Example: lawgraph train run recipe.toml runs/first")
def train_group() -> None:
    """Fine-tune a language model that writes grounded answers, and measure what that brings."""


@train_group.command("data", epilog="Example: lawgraph train data qa.jsonl --from-graph --out data/")
@click.argument("sources", nargs=-1, metavar="[FILE_OR_DATASET]...")
@click.option("--from-graph", is_flag=True, help="Make grounded examples from the graph.")
@click.option("--count", type=click.IntRange(2), default=400, show_default=True, help="Grounded examples to make.")
@click.option("--questions", multiple=True, type=FILE, metavar="FILE", help="Evaluation questions to keep out.")
@click.option(
    "--share", type=click.FloatRange(0, 0.9), default=0.15, show_default=True, help="Share of examples to hold out."
)
@click.option("--seed", type=int, default=7, show_default=True, help="Draws subjects, wording and split.")
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Where the data goes.")
@common
def data_command(
    sources: tuple[str, ...],
    from_graph: bool,
    count: int,
    questions: tuple[Path, ...],
    share: float,
    seed: int,
    out: Path,
    store: str,
    as_json: bool,
) -> None:
    """Make training data: read instruction sets, make examples from the graph, clean, and split by subject."""
    if not sources and not from_graph:
        raise click.UsageError("name instruction sets, or give --from-graph")
    with opened(store) if from_graph else nullcontext() as graph, progress("Making examples") as advance:
        report = make_data(out, sources, questions, share, seed, graph, count, advance)
    table = rows(("kind", "examples"), report.kinds.items())
    dropped = rows(("left out because", "examples"), report.dropped.items())
    said = f"{report.train} examples to train on and {report.held_out} held out, in {report.folder}."
    show(as_json, asdict(report), [table, dropped, *report.leaks, *report.unused, said])


@train_group.command("run", epilog="Example: lawgraph train run recipe.toml runs/first")
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


@train_group.command("merge", epilog="Example: lawgraph train merge runs/first merged/")
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


@train_group.command("sweep", epilog="Example: lawgraph train sweep variants.toml runs/sweep")
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


@train_group.command("plan", epilog="Example: lawgraph train plan --rank 16 --length 1024")
@click.argument("models", nargs=-1, metavar="[MODEL]...")
@click.option(
    "--rank", type=click.IntRange(1), default=16, show_default=True, help="LoRA rank, over all linear layers."
)
@click.option("--length", type=click.IntRange(16), default=1024, show_default=True, help="Tokens a sequence.")
@click.option("--batch", type=click.IntRange(1), default=1, show_default=True, help="Sequences at once.")
@click.option("--bits", type=click.Choice(["4", "16"]), default="4", show_default=True, help="Width of the base.")
@click.option("--no-checkpointing", is_flag=True, help="Keep all activations instead of computing them again.")
@click.option("--examples", type=click.IntRange(1), default=1000, show_default=True, help="Sequences to train on.")
@common
def plan_command(
    models: tuple[str, ...],
    rank: int,
    length: int,
    batch: int,
    bits: str,
    no_checkpointing: bool,
    examples: int,
    store: str,
    as_json: bool,
) -> None:
    """Estimate a run's GPU memory and time, by model and card, before spending either."""
    setting = Setting(rank, length, batch, int(bits), not no_checkpointing)
    shapes = [shape_of(name) for name in models] or list(known_shapes().values())
    needs = {shape.name: plan(shape, setting, examples) for shape in shapes}
    memory_rows = ((name, *(f"{need['gib'][part]:.2f}" for part in PARTS), *fits(need)) for name, need in needs.items())
    heads = ("model", *PARTS, *(f"batch on {card} GB" for card in CARDS))
    hours_rows = ((name, *(f"{h:.1f}" for h in need["hours"].values())) for name, need in needs.items())
    said = f"GiB for a batch of {batch} x {length} tokens, rank {rank}, {bits}-bit; hours for {examples} sequences:"
    show(as_json, needs, [said, rows(heads, memory_rows), rows(("model", *TFLOPS), hours_rows)])


@train_group.command("vocabulary", epilog="Example: lawgraph train vocabulary judgments/ --terms 500")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--model", default=SMALL_LLAMA, show_default=True, metavar="PATH_OR_ID", help="Whose tokenizer.")
@click.option("--terms", type=click.IntRange(1), default=500, show_default=True, help="Terms to consider adding.")
@click.option("--add", type=FOLDER, metavar="FOLDER", help="Write a model with the terms added; otherwise none is.")
@common
def vocabulary_command(
    paths: tuple[Path, ...], model: str, terms: int, add: Path | None, store: str, as_json: bool
) -> None:
    """Measure how the domain's words break up into tokens, and what adding terms would save."""
    found = examine(texts_of(paths), load_tokenizer(model), terms)
    table = rows(
        ("word", "times", "tokens", "pieces"),
        ((t.word, t.count, len(t.pieces), " ".join(t.pieces)) for t in found.fragmented),
    )
    said = [
        f"{found.tokens_per_word} tokens a word over {found.words} words; {len(found.added)} added terms would save "
        f"{found.saved:.1%} of the tokens."
    ]
    if add:
        count = add_terms(load_plain(model), load_tokenizer(model), found.added, add)
        said.append(f"A model with {count} terms added is in {add}; train its new rows with lora.new_tokens = {count}.")
    show(as_json, asdict(found), [table, *said])


@train_group.command("evaluate", epilog="Example: lawgraph train evaluate runs/first --questions data/questions.jsonl")
@click.argument("adapter", metavar="ADAPTER")
@click.option("--questions", multiple=True, required=True, type=FILE, metavar="FILE", help="Labelled questions.")
@click.option("--base", default=SMALL_LLAMA, show_default=True, metavar="PATH_OR_ID", help="The base model.")
@click.option("--limit", type=click.IntRange(1), default=160, show_default=True, help="Tokens of a draft at most.")
@click.option("--seed", type=int, default=7, show_default=True, help="Draws the bootstrap's resamples.")
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Where drafts, table and plot go.")
@common
def evaluate_command(
    adapter: str, questions: tuple[Path, ...], base: str, limit: int, seed: int, out: Path, store: str, as_json: bool
) -> None:
    """Compare base, tuned, grounded, and tuned and grounded on the same questions, before verification.

    Drafts are kept as they are written; the same command goes on after an interruption.
    """
    with opened(store) as graph, progress("Writing") as advance:
        found = compare(graph, questions, base, adapter, limit, seed, out / "drafts.jsonl", advance)
    table = report(found, out)
    show(as_json, found.as_json(), [table, f"Drafts, table and plot are in {out}."])

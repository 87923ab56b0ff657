"""The `lawgraph train` commands that look ahead: what a run costs, and how the words break up."""

from dataclasses import asdict
from pathlib import Path

import click

from kg.commands.options import common, show
from kg.commands.tables import rows
from qa.models.small_llama import SMALL_LLAMA
from training.commands.paths import FOLDER
from training.planning.plan import CARDS, PARTS, TFLOPS, Setting, fits, plan
from training.planning.shapes import known_shapes, shape_of
from training.planning.vocabulary import add_terms, examine, texts_of
from training.tuning.base import load_plain, load_tokenizer


@click.command("plan", epilog="Example: lawgraph train plan --rank 16 --length 1024")
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


@click.command("vocabulary", epilog="Example: lawgraph train vocabulary judgments/ --terms 500")
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


COMMANDS = (plan_command, vocabulary_command)

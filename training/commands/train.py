"""The `lawgraph train` group: data, a look at cost and vocabulary, runs, and what they bring."""

import click

from training.commands import data, evaluate, planning, runs


@click.group("train", epilog="Example: lawgraph train run recipe.toml runs/first")
def train_group() -> None:
    """Fine-tune a language model that writes grounded answers, and measure what that brings."""


for command in (*data.COMMANDS, *planning.COMMANDS, *runs.COMMANDS, *evaluate.COMMANDS):
    train_group.add_command(command)

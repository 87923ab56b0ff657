"""The options by which commands take a language model."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from qa.errors import ModelError
from qa.models.interface import LanguageModel
from qa.models.loading import load_model

Command = TypeVar("Command", bound=Callable[..., Any])


def model_options(command: Command) -> Command:
    """`--model`, `--adapter`, `--four-bit` and `--no-model` (to be handed to `writer`)."""
    for option in (
        click.option("--no-model", is_flag=True, help="Let the graph write its own prose."),
        click.option("--four-bit", is_flag=True, help="Load the model's weights in 4 bits, as on a GPU always."),
        click.option("--adapter", metavar="PATH_OR_ID", help="A peft adapter for the model."),
        click.option(
            "--model",
            envvar="LAWGRAPH_MODEL",
            metavar="PATH_OR_ID",
            help="Language model that writes: a folder, a hub id, or http://host:port/v1#name ($LAWGRAPH_MODEL).",
        ),
    ):
        command = option(command)
    return command


def writer(model: str | None, adapter: str | None, four_bit: bool, no_model: bool) -> LanguageModel | None:
    """The model that the options name, loaded; None where the graph is to write. Raises `ModelError`."""
    if no_model:
        return None
    if model is None:
        if adapter or four_bit:
            raise ModelError("--adapter and --four-bit belong to a model: name it with --model")
        return None
    return load_model(model, adapter, four_bit)

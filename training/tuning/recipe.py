"""A run's recipe: one TOML file with everything that decides its outcome."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from qa.models.small_llama import SMALL_LLAMA
from training.errors import TrainingError


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Base(_Part):
    """`base` is a folder or hub id. `bits`: 4 (NF4, double quantisation) or 16, which is float32 on a CPU."""

    base: str = SMALL_LLAMA
    bits: Literal[4, 16] = 4


class Data(_Part):
    """Files of `lawgraph train data`, relative to the recipe.

    Of the held-out examples the first `held_out_at_most` are measured during the run.
    """

    train: Path
    held_out: Path
    held_out_at_most: int = Field(default=64, ge=1)


class Lora(_Part):
    """`targets`: names of linear layers, or "all-linear"; `new_tokens`: how many added embeddings are trained too."""

    rank: int = Field(default=16, ge=1)
    alpha: int = Field(default=32, ge=1)
    dropout: float = Field(default=0.0, ge=0, lt=1)
    targets: list[str] | Literal["all-linear"] = "all-linear"
    new_tokens: int = Field(default=0, ge=0)


class Schedule(_Part):
    """`length` is tokens a sequence; `batch` sequences a device and step, `accumulate` steps an update.

    `evaluate_every`, `save_every` and `warmup` are updates; training stops after `patience` evaluations without
    a better held-out loss. `updates`, if set, ends the run before its `epochs`.
    """

    rate: float = Field(default=2e-4, gt=0)
    decay: Literal["cosine", "linear", "constant"] = "cosine"
    warmup: int = Field(default=5, ge=0)
    epochs: float = Field(default=1.0, gt=0)
    updates: int = Field(default=-1, ge=-1)
    batch: int = Field(default=1, ge=1)
    accumulate: int = Field(default=8, ge=1)
    length: int = Field(default=1024, ge=16)
    packing: bool = False
    checkpointing: bool = True
    evaluate_every: int = Field(default=20, ge=1)
    save_every: int = Field(default=20, ge=1)
    log_every: int = Field(default=1, ge=1)
    patience: int = Field(default=3, ge=1)
    seed: int = 7


class Recipe(_Part):
    """A whole run."""

    data: Data
    model: Base = Base()
    lora: Lora = Lora()
    schedule: Schedule = Schedule()


def read_recipe(path: Path) -> Recipe:
    """The recipe of a TOML file. Raises `TrainingError` naming the entry that is wrong."""
    if not path.is_file():
        raise TrainingError(f"there is no recipe {path}")
    try:
        recipe = Recipe.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"{path}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise TrainingError(f"{path}, {where}: {first['msg'].lower()}") from error
    folder = path.parent
    placed = {"train": folder / recipe.data.train, "held_out": folder / recipe.data.held_out}
    return recipe.model_copy(update={"data": recipe.data.model_copy(update=placed)})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to: `loss` is the mean over its updates, `held_out_loss` that of the adapter that is kept."""

    folder: str
    updates: int
    loss: float
    held_out_loss: float | None
    seconds: float
    tokens: int
    stopped_early: bool

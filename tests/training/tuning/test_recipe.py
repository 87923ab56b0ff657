"""A run's recipe: what it takes, what it takes for granted, and how a wrong entry is told."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from training.errors import TrainingError
from training.tuning.recipe import Recipe, read_recipe

DATA = '[data]\ntrain = "train.jsonl"\nheld_out = "eval.jsonl"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "recipe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_two_files_are_enough(tmp_path: Path) -> None:
    recipe = read_recipe(written(tmp_path, DATA))
    assert recipe.data.train == tmp_path / "train.jsonl"
    assert recipe.data.held_out == tmp_path / "eval.jsonl"
    assert (recipe.model.bits, recipe.lora.targets, recipe.schedule.decay) == (4, "all-linear", "cosine")


def test_a_file_named_in_full_stays_where_it_is(tmp_path: Path) -> None:
    elsewhere = tmp_path / "far" / "train.jsonl"
    recipe = read_recipe(written(tmp_path, DATA.replace("train.jsonl", elsewhere.as_posix())))
    assert recipe.data.train == elsewhere


@pytest.mark.parametrize(
    ("entry", "part", "name", "value"),
    [
        ("[lora]\nrank = 8", "lora", "rank", 8),
        ('[lora]\ntargets = ["q_proj", "v_proj"]', "lora", "targets", ["q_proj", "v_proj"]),
        ("[model]\nbits = 16", "model", "bits", 16),
        ("[schedule]\nrate = 0.001", "schedule", "rate", 0.001),
        ('[schedule]\ndecay = "linear"', "schedule", "decay", "linear"),
        ("[schedule]\nupdates = 2", "schedule", "updates", 2),
        ("[schedule]\npacking = true", "schedule", "packing", True),
    ],
)
def test_an_entry_is_taken(tmp_path: Path, entry: str, part: str, name: str, value: object) -> None:
    recipe = read_recipe(written(tmp_path, DATA + entry))
    assert getattr(getattr(recipe, part), name) == value


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        ("[lora]\nrank = 0", "lora.rank"),
        ("[lora]\ndropout = 1.0", "lora.dropout"),
        ("[lora]\nrnak = 8", "lora.rnak"),
        ("[model]\nbits = 8", "model.bits"),
        ("[schedule]\nrate = 0", "schedule.rate"),
        ("[schedule]\nlength = 15", "schedule.length"),
        ('[schedule]\ndecay = "sudden"', "schedule.decay"),
        ("[schedule]\nbatch = 0", "schedule.batch"),
        ("[schedule]\nupdates = -2", "schedule.updates"),
        ("[sedule]\nrate = 1", "sedule"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path: Path, entry: str, where: str) -> None:
    with pytest.raises(TrainingError) as told:
        read_recipe(written(tmp_path, DATA + entry))
    assert f"recipe.toml, {where}: " in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[data", "not TOML"),
        ("", "data: field required"),
        ('[data]\ntrain = "a"\n', "data.held_out: field required"),
        (DATA + "held_out_at_most = 0\n", "data.held_out_at_most"),
    ],
)
def test_a_recipe_that_cannot_be_read(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(TrainingError, match=said):
        read_recipe(written(tmp_path, text))


def test_a_recipe_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="there is no recipe"):
        read_recipe(tmp_path / "none.toml")


def test_a_recipe_does_not_change(tmp_path: Path) -> None:
    recipe: Recipe = read_recipe(written(tmp_path, DATA))
    with pytest.raises(ValidationError):
        recipe.lora.rank = 4

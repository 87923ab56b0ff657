"""Variants of one recipe on the same data, compared on held-out loss."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from extraction.progress import Progress, unheard
from training.errors import TrainingError
from training.tuning.recipe import Outcome, read_recipe
from training.tuning.run import train


@dataclass(frozen=True, slots=True)
class Variant:
    """A named variant and what its run came to."""

    name: str
    changes: dict[str, Any]
    outcome: Outcome


def sweep(file: Path, folder: Path, advance: Progress = unheard) -> list[Variant]:
    """Run every `[variants.NAME]` of a recipe file, best held-out loss first; finished ones are not run again.

    A variant's entries ("lora.rank" = 8) take the place of the recipe's. Raises `TrainingError` without variants.
    """
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TrainingError(f"{file}: not TOML: {error}") from error
    variants: Mapping[str, Mapping[str, Any]] = table.pop("variants", {})
    if not variants:
        raise TrainingError(f"{file} has no [variants.NAME] to compare")
    found = []
    for name, changes in variants.items():
        recipe = folder / f"{name}.toml"
        folder.mkdir(parents=True, exist_ok=True)
        recipe.write_text(as_toml(changed(table, changes), file.parent.resolve()), encoding="utf-8")
        outcome = train(read_recipe(recipe), recipe, folder / name, partial(_named, advance, name))
        found.append(Variant(name, dict(changes), outcome))
    return sorted(found, key=lambda v: v.outcome.held_out_loss if v.outcome.held_out_loss is not None else float("inf"))


def _named(advance: Progress, name: str, done: int, of: int, last: str) -> None:
    advance(done, of, f"{name} {last}")


def changed(table: Mapping[str, Mapping[str, Any]], changes: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The recipe's tables with the entries of a variant in their places. Raises `TrainingError` for a bad name."""
    result = {part: dict(entries) for part, entries in table.items()}
    for key, value in changes.items():
        part, dot, entry = key.partition(".")
        if not dot:
            raise TrainingError(f'a variant\'s entry is written as "lora.rank" = 8, not {key}')
        result.setdefault(part, {})[entry] = value
    return result


def as_toml(table: Mapping[str, Mapping[str, Any]], folder: Path) -> str:
    """Plain TOML of a recipe; data files as seen from `folder`."""
    lines = []
    for part, entries in table.items():
        lines.append(f"[{part}]")
        for key, value in entries.items():
            placed = str(folder / value) if part == "data" and isinstance(value, str) else value
            lines.append(f"{key} = {_value(placed)}")
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return (
        str(value)
        if isinstance(value, int | float)
        else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
    )

"""The run card: what a run was, so that it can be judged and repeated."""

import json
import platform
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.examples.example import digest
from training.tuning.recipe import Recipe

if TYPE_CHECKING:
    from training.tuning.recipe import Outcome

PACKAGES = ("lawgraph", "torch", "transformers", "trl", "peft", "bitsandbytes", "accelerate", "datasets")


def write_card(recipe: Recipe, outcome: "Outcome", examples: dict[str, int], folder: Path) -> None:
    """Write `run.json` (everything) and `README.md` (for the eye) into the run's folder."""
    card: dict[str, Any] = {
        "base": recipe.model.base,
        "recipe": recipe.model_dump(mode="json", exclude={"data"}),
        "examples": examples,
        "data": digest([recipe.data.train, recipe.data.held_out]),
        "versions": versions(),
        "machine": f"{platform.machine()}, {device()}",
        "outcome": {key: value for key, value in asdict(outcome).items() if key != "folder"},
    }
    (folder / "run.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    (folder / "README.md").write_text(_page(card), encoding="utf-8")


def versions() -> dict[str, str]:
    """The versions of all that decides a run's outcome."""
    found = {"python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found


def device() -> str:
    """The name of the first GPU, or "CPU"."""
    import torch

    return torch.cuda.get_device_name(0) if torch.cuda.is_available() else "CPU"


def _page(card: dict[str, Any]) -> str:
    lora, plan, outcome = card["recipe"]["lora"], card["recipe"]["schedule"], card["outcome"]
    counts = card["examples"]
    rows = [
        ("base", card["base"]),
        ("weights", f"{card['recipe']['model']['bits']}-bit"),
        ("LoRA", f"rank {lora['rank']}, alpha {lora['alpha']}, {lora['targets']}"),
        ("rate", f"{plan['rate']}, {plan['decay']}, {plan['epochs']} epochs"),
        (
            "examples",
            f"{counts['train']} to learn from ({outcome['tokens']:,} tokens seen), {counts['eval']} held out",
        ),
        ("updates", outcome["updates"]),
        ("loss", f"{outcome['loss']:.4f}; held out {outcome['held_out_loss'] or float('nan'):.4f}"),
        ("time", f"{outcome['seconds']:.0f} s on {card['machine']}"),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    return (
        "# Run card\n\nA LoRA adapter for grounded answers about Indian law: it writes over evidence from a lawgraph "
        "graph, and what it\nwrites is verified before anyone reads it. It is no source of law by itself.\n\n"
        f"| | |\n|---|---|\n{table}\n\n"
        "The recipe is `recipe.toml`; hashes of the data and versions are in `run.json`.\n"
    )

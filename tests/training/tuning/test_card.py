"""The card and the curves that a run leaves behind."""

import json
from pathlib import Path

import pytest

from training.tuning.card import PACKAGES, versions, write_card
from training.tuning.curves import BARS, WIDTH, as_text, bars, draw_curves, points
from training.tuning.recipe import Outcome, Recipe, read_recipe

LOG = [
    {"step": 1, "loss": 2.5, "learning_rate": 1e-4},
    {"step": 2, "loss": 1.25, "learning_rate": 2e-4},
    {"step": 2, "eval_loss": 1.5},
    {"step": 3, "loss": 1.0, "learning_rate": 1e-4},
]
OUTCOME = Outcome("run", updates=3, loss=1.5833, held_out_loss=1.5, seconds=61.4, tokens=12345, stopped_early=False)


def recipe(folder: Path) -> Recipe:
    """A recipe whose data are two lines."""
    for name in ("train", "eval"):
        (folder / f"{name}.jsonl").write_text('{"messages": []}\n', encoding="utf-8")
    path = folder / "recipe.toml"
    path.write_text('[data]\ntrain = "train.jsonl"\nheld_out = "eval.jsonl"\n[lora]\nrank = 8\n', encoding="utf-8")
    return read_recipe(path)


def test_the_card_has_what_repeats_a_run(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    write_card(recipe(tmp_path), OUTCOME, {"train": 40, "eval": 5}, tmp_path)
    card = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    assert card["recipe"]["lora"]["rank"] == 8
    assert card["examples"] == {"train": 40, "eval": 5}
    assert card["outcome"]["held_out_loss"] == 1.5
    assert set(card["versions"]) == {"python", *PACKAGES}
    assert str(tmp_path) not in json.dumps(card), "a card may be shown to others"


@pytest.mark.parametrize(
    "line",
    [
        "| weights | 4-bit |",
        "| LoRA | rank 8, alpha 32, all-linear |",
        "| examples | 40 to learn from (12,345 tokens seen), 5 held out |",
        "| updates | 3 |",
        "| loss | 1.5833; held out 1.5000 |",
    ],
)
def test_the_card_as_it_is_read(tmp_path: Path, line: str) -> None:
    pytest.importorskip("torch")
    write_card(recipe(tmp_path), OUTCOME, {"train": 40, "eval": 5}, tmp_path)
    assert line in (tmp_path / "README.md").read_text(encoding="utf-8").splitlines()


def test_other_data_give_another_card(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    seen = []
    for text in ("one\n", "two\n"):
        made = recipe(tmp_path)
        made.data.train.write_text(text, encoding="utf-8")
        write_card(made, OUTCOME, {"train": 1, "eval": 1}, tmp_path)
        seen.append(json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["data"])
    assert seen[0] != seen[1]


def test_a_package_that_is_missing_is_said_to_be_missing() -> None:
    assert all(found for found in versions().values())
    assert versions()["lawgraph"] != "not installed"


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("loss", [(1, 2.5), (2, 1.25), (3, 1.0)]),
        ("eval_loss", [(2, 1.5)]),
        ("grad_norm", []),
    ],
)
def test_a_curve_has_a_point_wherever_the_log_has_it(key: str, found: list[tuple[int, float]]) -> None:
    assert points(LOG, key) == found


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([1.0], BARS[0]),
        ([1.0, 1.0, 1.0], BARS[0] * 3),
        ([0.0, 7.0], BARS[0] + BARS[-1]),
        ([float(n) for n in range(8)], BARS),
        ([float(n) for n in range(7, -1, -1)], BARS[::-1]),
    ],
)
def test_bars_run_from_the_lowest_to_the_highest(values: list[float], drawn: str) -> None:
    assert bars(values) == drawn


def test_many_values_share_a_line() -> None:
    drawn = bars([float(n) for n in range(1000)])
    assert len(drawn) == WIDTH
    assert (drawn[0], drawn[-1]) == (BARS[0], BARS[-1])


def test_curves_as_text_leave_out_what_was_never_logged() -> None:
    text = as_text({"loss": [(1, 2.5), (3, 1.0)], "held-out loss": []})
    assert text == f"          loss  {BARS[-1]}{BARS[0]}  2.5 → 1\n"


def test_curves_are_written_as_text_and_as_a_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    draw_curves(LOG, tmp_path)
    assert len((tmp_path / "curves.txt").read_text(encoding="utf-8").splitlines()) == 3
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")

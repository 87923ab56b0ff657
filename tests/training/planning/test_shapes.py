"""The shape of a Llama, and what a plan makes of it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from training.planning.plan import CARDS, PARTS, TFLOPS, Setting, activations, fits, fitting_batch, memory, plan
from training.planning.shapes import Shape, known_shapes, shape_of

TINY = Shape("tiny", layers=2, hidden=8, intermediate=16, heads=4, kv_heads=2, head=2, vocabulary=100, tied=False)
CONFIG = {
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "num_hidden_layers": 2,
    "hidden_size": 8,
    "intermediate_size": 16,
    "vocab_size": 100,
}


def folder(path: Path, **changes: object) -> str:
    """A model folder with a `config.json`; entries that are None are left out."""
    entries = {name: value for name, value in {**CONFIG, **changes}.items() if value is not None}
    (path / "config.json").write_text(json.dumps(entries), encoding="utf-8")
    return str(path)


def test_parameters_counted_by_hand() -> None:
    attention = 8 * 8 + 8 * 4 + 8 * 4 + 8 * 8
    assert TINY.linear_parameters == 2 * (attention + 3 * 8 * 16)
    assert TINY.other_parameters == 2 * 100 * 8 + 5 * 8
    assert replace(TINY, tied=True).other_parameters == 100 * 8 + 5 * 8


@pytest.mark.parametrize(
    ("rank", "targets", "parameters"),
    [
        (1, ["q_proj"], 2 * 16),
        (1, ["k_proj", "v_proj"], 2 * (12 + 12)),
        (4, ["down_proj"], 2 * 4 * 24),
        (1, None, 2 * (16 + 12 + 12 + 16 + 3 * 24)),
    ],
)
def test_an_adapter_has_a_row_and_a_column_of_its_rank(rank: int, targets: list[str] | None, parameters: int) -> None:
    assert TINY.adapter_parameters(rank, targets) == parameters


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, TINY),
        ({"head_dim": 2}, TINY),
        ({"head_dim": 6}, replace(TINY, head=6)),
        ({"num_key_value_heads": None}, replace(TINY, kv_heads=4)),
        ({"tie_word_embeddings": True}, replace(TINY, tied=True)),
        ({"num_hidden_layers": 7}, replace(TINY, layers=7)),
    ],
)
def test_a_models_config_is_read(tmp_path: Path, changes: dict[str, object], expected: Shape) -> None:
    found = shape_of(folder(tmp_path, **changes))
    assert replace(found, name="tiny") == expected


@pytest.mark.parametrize("name", known_shapes())
def test_a_known_name_needs_no_folder(name: str) -> None:
    assert shape_of(name) == known_shapes()[name]


def test_the_total_is_the_sum_of_the_parts() -> None:
    need = memory(TINY, Setting())
    assert need.total == sum(getattr(need, name) for name in PARTS if name != "total")


@pytest.mark.parametrize(
    ("setting", "constants", "optimizer_bytes"),
    [(Setting(bits=4), True, 2), (Setting(bits=16), False, 2), (Setting(bits=16, gpu=False), False, 8)],
)
def test_what_quantising_and_the_optimizer_take(setting: Setting, constants: bool, optimizer_bytes: int) -> None:
    need = memory(TINY, setting)
    assert bool(need.constants) is constants
    assert need.optimizer == TINY.adapter_parameters(setting.rank) * optimizer_bytes
    assert need.adapters == need.gradients == TINY.adapter_parameters(setting.rank) * 4


def test_checkpointing_keeps_less_where_there_are_many_layers() -> None:
    deep = replace(TINY, layers=40)
    assert activations(deep, Setting()) < activations(deep, Setting(checkpointing=False))


def test_a_larger_card_never_holds_fewer_sequences() -> None:
    shape = known_shapes()["Llama-2-7B"]
    held = [fitting_batch(shape, Setting(), card) for card in CARDS]
    assert held == sorted(held)
    assert held[0] < held[-1]


def test_a_plan_in_numbers_and_as_it_is_shown() -> None:
    shape = known_shapes()["Llama-3-70B"]
    planned = plan(shape, Setting(), examples=1000)
    assert list(planned["gib"]) == list(PARTS)
    assert list(planned["hours"]) == list(TFLOPS)
    assert planned["hours"]["A100"] < planned["hours"]["T4"]
    shown = fits(planned)
    assert shown[0] == "no"
    assert shown[-1] == str(planned["batch"]["80"])

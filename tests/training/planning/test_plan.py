"""Memory and time of a run, estimated and measured."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.cli_runs import lawgraph
from tests.support.training_peak import measured_peak
from training.errors import TrainingError
from training.planning.plan import CARDS, Setting, hours, memory
from training.planning.shapes import known_shapes, shape_of

BILLIONS = {
    "Llama-2-7B": 6.738,
    "Llama-2-13B": 13.016,
    "Llama-3-8B": 8.030,
    "Llama-3-70B": 70.554,
    "SmolLM2-135M": 0.1345,
}
SEVEN = known_shapes()["Llama-2-7B"]


@pytest.mark.parametrize(("name", "billions"), BILLIONS.items())
def test_shapes_have_the_parameters_their_makers_state(name: str, billions: float) -> None:
    shape = known_shapes()[name]
    assert (shape.linear_parameters + shape.other_parameters) / 1e9 == pytest.approx(billions, rel=1e-3)


def test_adapters_of_llama_2_have_the_size_that_peft_reports() -> None:
    assert SEVEN.adapter_parameters(8, ["q_proj", "v_proj"]) == 4_194_304
    assert SEVEN.adapter_parameters(64) == 159_907_840


def test_a_shape_is_read_from_a_model_folder(llama: str) -> None:
    assert replace(shape_of(llama), name="SmolLM2-135M") == known_shapes()["SmolLM2-135M"]


def test_an_unknown_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no model folder and none of Llama-2-7B"):
        shape_of("no/such/model/here")
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(TrainingError, match="not a Llama's"):
        shape_of(str(tmp_path))


def test_four_bits_take_a_quarter_and_their_constants_an_eighth_of_a_bit() -> None:
    four, sixteen = (memory(SEVEN, Setting(bits=bits)) for bits in (4, 16))
    linear = SEVEN.linear_parameters
    assert sixteen.weights - four.weights == linear * 1.5
    assert four.constants / linear * 8 == pytest.approx(0.127, abs=0.001)


def test_memory_grows_with_length_batch_and_rank_and_shrinks_with_checkpointing() -> None:
    plain = Setting(rank=16, length=1024, batch=2)
    least = memory(SEVEN, plain).total
    for more in ({"length": 2048}, {"batch": 4}, {"rank": 64}, {"checkpointing": False}, {"bits": 16}):
        assert memory(SEVEN, replace(plain, **more)).total > least


def test_the_plan_shows_what_the_community_knows() -> None:
    """QLoRA tunes 7B on a 16 GB card and 13B on 24 GB, and 70B needs more than 24 GB (Dettmers et al. 2023)."""
    result = lawgraph("train", "plan", "--length", 512, "--json")
    assert result.exit_code == 0, result.stderr
    plans = json.loads(result.stdout)
    assert set(plans) == set(BILLIONS)
    assert list(plans["Llama-2-7B"]["batch"]) == [str(card) for card in CARDS]
    assert plans["Llama-2-7B"]["batch"]["16"] >= 1
    assert plans["Llama-2-13B"]["batch"]["24"] >= 1
    assert plans["Llama-3-70B"]["batch"]["24"] == 0
    assert plans["Llama-3-70B"]["batch"]["48"] >= 1


def test_twice_the_tokens_take_twice_the_time() -> None:
    assert hours(SEVEN, 2_000_000, 100.0) == pytest.approx(2 * hours(SEVEN, 1_000_000, 100.0))


def test_the_estimate_is_within_a_tenth_of_what_a_step_takes_here(llama: str) -> None:
    setting = Setting(rank=8, length=128, batch=2, bits=16, checkpointing=False, width=4, gpu=False)
    assert memory(shape_of(llama), setting).total == pytest.approx(measured_peak(llama, setting), rel=0.10)

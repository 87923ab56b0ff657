"""Fine-tuning for real on a tiny slice: a small Llama, 4-bit, with checkpoints, curves, a card, a kill in between."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from qa.errors import ModelError
from qa.models.loading import load_model
from tests.support.cli_runs import ROOT, lawgraph
from tests.support.training_slices import FACT, recipe
from training.tuning.recipe import read_recipe


def losses(folder: Path, key: str = "loss") -> list[float]:
    entries = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return [entry[key] for entry in entries if key in entry]


def test_a_run_leaves_an_adapter_its_tokenizer_card_curves_and_recipe(
    tuned: Path, slice_of_data: Path, llama: str
) -> None:
    left = {path.name for path in tuned.iterdir()}
    assert {"adapter_model.safetensors", "tokenizer.json", "README.md", "curves.txt", "curves.png"} <= left
    assert (tuned / "recipe.toml").read_text() == (slice_of_data / "four-bit.toml").read_text()
    card = json.loads((tuned / "run.json").read_text())
    assert card["base"] == json.loads((tuned / "adapter_config.json").read_text())["base_model_name_or_path"] == llama
    assert set(card["data"]) == {"train.jsonl", "held_out.jsonl"}
    assert card["versions"]["bitsandbytes"][0].isdigit()
    assert card["outcome"]["updates"] == len(losses(tuned)) == 2
    assert len(losses(tuned, "eval_loss")) == 2
    assert (tuned / "curves.png").read_bytes().startswith(b"\x89PNG")
    assert "held-out loss" in (tuned / "curves.txt").read_text()


def test_training_on_a_four_bit_base_lowers_the_held_out_loss(tuned: Path) -> None:
    first, *_, last = losses(tuned, "eval_loss")
    assert last < first


def test_ask_answers_with_base_and_adapter(tuned: Path, demo_graph: Path, llama: str) -> None:
    question = "Which later cases overruled ADM Jabalpur?"
    result = lawgraph("ask", question, "--model", llama, "--adapter", tuned, "--json", store=demo_graph)
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert [a["id"] for a in answer["answers"]] == ["k-s-puttaswamy-v-union-of-india-2017"]
    assert answer["generator"] in ("graph", f"{llama}+{tuned}")


def test_an_adapter_of_another_model_is_one_clear_line(tuned: Path, llama: str, tmp_path: Path) -> None:
    other = smaller_llama(llama, tmp_path / "other")
    with pytest.raises(ModelError, match=f"does not fit {other}: it was made for {llama}") as caught:
        load_model(str(other), str(tuned))
    assert "\n" not in str(caught.value)
    with pytest.raises(ModelError, match="cannot be loaded as an adapter"):
        load_model(llama, str(tmp_path))


def smaller_llama(llama: str, folder: Path, norm: float = 1.0) -> Path:
    """A Llama of other widths with the real tokenizer, its last norm's weights all `norm`."""
    from transformers import AutoTokenizer, LlamaConfig, LlamaForCausalLM

    from qa.models.small_llama import local_folder

    sizes: dict[str, Any] = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 1, "vocab_size": 49152}
    model = LlamaForCausalLM(LlamaConfig(**sizes, num_attention_heads=2))
    model.model.norm.weight.data.fill_(norm)
    model.save_pretrained(folder)
    AutoTokenizer.from_pretrained(local_folder(llama)).save_pretrained(folder)
    return folder


def test_a_merged_adapter_is_a_model_that_writes_as_both_do(tuned: Path, llama: str, tmp_path: Path) -> None:
    merged = tmp_path / "merged"
    result = lawgraph("train", "merge", tuned, merged, "--width", "float32")
    assert result.exit_code == 0, result.stderr
    chat = [{"role": "user", "content": f"Evidence:\n- {FACT}\nQuestion: Who overruled it?"}]
    assert load_model(str(merged)).write(chat, 8) == load_model(llama, str(tuned)).write(chat, 8)
    again = lawgraph("train", "merge", tuned, merged)
    assert again.exit_code != 0
    assert "is not empty" in again.stderr


def test_a_killed_run_goes_on_to_the_same_losses(llama: str, slice_of_data: Path, tmp_path: Path) -> None:
    file = recipe(slice_of_data, "killed", updates=4)
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    assert lawgraph("train", "run", file, whole).exit_code == 0
    command = [sys.executable, "-c", "from cli import main; main()", "train", "run", str(file), str(killed)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None and not (killed / "checkpoint-2" / "trainer_state.json").is_file():
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (killed / "run.json").exists()
    resumed = lawgraph("train", "run", file, killed)
    assert resumed.exit_code == 0, resumed.stderr
    assert losses(killed) == pytest.approx(losses(whole), abs=1e-4)
    assert losses(killed, "eval_loss") == pytest.approx(losses(whole, "eval_loss"), abs=1e-4)


def test_a_sweep_runs_its_variants_and_ranks_them(llama: str, slice_of_data: Path, tmp_path: Path) -> None:
    file = recipe(slice_of_data, "sweep", updates=1)
    file.write_text(
        file.read_text() + '[variants.low]\n"schedule.rate" = 1e-9\n[variants.high]\n"schedule.rate" = 2e-3\n'
    )
    result = lawgraph("train", "sweep", file, tmp_path / "sweep", "--json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)["variants"]
    assert [v["name"] for v in found] == ["high", "low"]
    assert found[0]["outcome"]["held_out_loss"] < found[1]["outcome"]["held_out_loss"]


def test_a_loss_that_is_no_number_is_one_clear_line(llama: str, slice_of_data: Path, tmp_path: Path) -> None:
    damaged = smaller_llama(llama, tmp_path / "damaged", norm=float("nan"))
    file = recipe(slice_of_data, "damaged")
    file.write_text(file.read_text().replace("[model]", f'[model]\nbase = "{damaged}"'))
    result = lawgraph("train", "run", file, tmp_path / "run")
    assert result.exit_code != 0
    assert "the loss is nan at update 1: lower schedule.rate, or look for damaged examples" in result.stderr


def test_what_cannot_be_trained_is_one_clear_line(llama: str, slice_of_data: Path, tmp_path: Path) -> None:
    short = recipe(slice_of_data, "short")
    short.write_text(short.read_text().replace("length = 160", "length = 16"))
    result = lawgraph("train", "run", short, tmp_path / "short")
    assert result.exit_code != 0
    assert "none of its 4 examples fits 16 tokens" in result.stderr
    other = lawgraph("train", "run", recipe(slice_of_data, "other"), tmp_path / "short")
    assert "is the run of another recipe" in other.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[data]\ntrain = 1", "data.train"),
        ('[data]\ntrain = "a"\nheld_out = "b"\n[lora]\nrang = 8', "lora.rang: extra inputs are not permitted"),
        ('[data]\ntrain = "a"\nheld_out = "b"\n[model]\nbits = 8', "model.bits"),
        ("nonsense", "not TOML"),
    ],
)
def test_a_wrong_recipe_is_named_to_the_entry(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "r.toml"
    file.write_text(text)
    result = lawgraph("train", "run", file, tmp_path / "run")
    assert result.exit_code != 0
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_data_files_are_seen_from_the_recipe(slice_of_data: Path) -> None:
    assert read_recipe(recipe(slice_of_data, "seen")).data.train == slice_of_data / "train.jsonl"

"""What one training step really takes on this CPU: the peak of a fresh process while it trains."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.support.cli_runs import ROOT
from training.planning.plan import Setting

STEPS = 2
LIBRARIES = (
    "torch._dynamo",
    "transformers.trainer",
    "datasets",
    "accelerate",
    "bitsandbytes",
    "peft",
    "trl.trainer.sft_trainer",
)
ENVIRONMENT = {"OMP_NUM_THREADS": "1", "MALLOC_MMAP_THRESHOLD_": "65536", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}


def measured_peak(base: str, setting: Setting) -> int:
    """Bytes that model, adapters, optimizer and activations take at the peak of `STEPS` updates.

    The peak resident memory of a fresh process during training, less what it held with all libraries loaded and no
    model. Larger allocations go back to the system as they are freed, and weights are copied from the file's pages,
    which would count whether used or not (Linux).
    """
    command = [sys.executable, "-m", "tests.support.training_peak", base, json.dumps(asdict(setting))]
    environment = {**os.environ, **ENVIRONMENT}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
    return int(done.stdout.split()[-1])


def resident(field: str) -> int:
    """Bytes of a line of this process's status: "VmRSS" now, "VmHWM" at the highest."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) * 1024


def forget_peak() -> None:
    """Let "VmHWM" begin again from here."""
    Path("/proc/self/clear_refs").write_text("5")


def train_two_updates(base: str, setting: Setting, folder: Path) -> None:
    """Two updates on random tokens, as `lawgraph train run` makes them; every token counts in the loss."""
    import torch
    from datasets import Dataset
    from trl import SFTTrainer

    from training.tuning.base import load_base, load_tokenizer
    from training.tuning.recipe import Base, Data, Lora, Recipe, Schedule
    from training.tuning.run import adapter, arguments

    plan = Schedule(
        batch=setting.batch,
        accumulate=1,
        length=setting.length,
        updates=STEPS,
        checkpointing=setting.checkpointing,
    )
    recipe = Recipe(data=Data(train=folder, held_out=folder), lora=Lora(rank=setting.rank), schedule=plan)
    settings = arguments(recipe, folder)
    settings.eval_strategy, settings.save_strategy, settings.load_best_model_at_end = "no", "no", False
    tokens = torch.randint(100, 20000, (STEPS * setting.batch, setting.length)).tolist()
    model = load_base(Base(base=base, bits=4 if setting.bits == 4 else 16))
    for tensor in (*model.parameters(), *model.buffers()):
        tensor.data = tensor.data.clone()
    trainer: Any = SFTTrainer(
        model=model,
        args=settings,
        train_dataset=Dataset.from_list([{"input_ids": row, "labels": row} for row in tokens]),
        processing_class=load_tokenizer(base),
        peft_config=adapter(recipe, 0),
    )
    forget_peak()
    trainer.train()


def main() -> None:
    """Print the bytes that the setting of the command line takes."""
    import tempfile
    from importlib import import_module

    for name in LIBRARIES:
        import_module(name)
    base, setting = sys.argv[1], Setting(**json.loads(sys.argv[2]))
    before = resident("VmRSS")
    with tempfile.TemporaryDirectory() as folder:
        train_two_updates(base, setting, Path(folder))
    print(resident("VmHWM") - before)


if __name__ == "__main__":
    main()

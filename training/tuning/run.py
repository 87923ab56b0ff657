"""QLoRA fine-tuning by trl, from a recipe to an adapter."""

import json
import shutil
from pathlib import Path
from typing import Any

from extraction.labels import write_items
from extraction.progress import Progress, unheard
from training.errors import TrainingError
from training.examples.example import Example, read_examples
from training.tuning.base import check_installed, load_base, load_tokenizer
from training.tuning.card import write_card
from training.tuning.curves import draw_curves
from training.tuning.recipe import Outcome, Recipe


def train(recipe: Recipe, recipe_file: Path, folder: Path, advance: Progress = unheard) -> Outcome:
    """Run `recipe`, or go on with it where `folder` has its checkpoints; adapter, tokenizer and card go to `folder`.

    Raises `TrainingError` for data or a loss that cannot be trained on, and `ModelError` for the base.
    """
    check_installed()
    _claim(folder, recipe_file)
    examples = {
        name: read_examples(path) for name, path in (("train", recipe.data.train), ("eval", recipe.data.held_out))
    }
    tokenizer = load_tokenizer(recipe.model.base)
    del examples["eval"][recipe.data.held_out_at_most :]
    fitting = {name: fit(e, tokenizer, recipe.schedule.length) for name, e in examples.items()}
    for name, kept in fitting.items():
        if not kept:
            path = recipe.data.train if name == "train" else recipe.data.held_out
            raise TrainingError(
                f"{path}: none of its {len(examples[name])} examples fits {recipe.schedule.length} tokens"
            )
    trainer = _trainer(recipe, folder, fitting, tokenizer, advance)
    checkpoint = last_checkpoint(folder)
    result = trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    trainer.save_model(str(folder))
    _name_base(folder / "adapter_config.json", recipe.model.base)
    tokenizer.save_pretrained(str(folder))
    outcome = _outcome(trainer, result, recipe, folder)
    log = trainer.state.log_history
    write_items(folder / "log.jsonl", log)
    draw_curves(log, folder)
    write_card(recipe, outcome, {name: len(kept) for name, kept in fitting.items()}, folder)
    return outcome


def fit(examples: list[Example], tokenizer: Any, length: int) -> list[Example]:
    """The examples that are not longer than `length` tokens, so that no answer is cut."""
    kept = []
    for example in examples:
        text = tokenizer.apply_chat_template(example.messages, tokenize=False)
        if len(tokenizer(text, add_special_tokens=False)["input_ids"]) <= length:
            kept.append(example)
    return kept


def last_checkpoint(folder: Path) -> Path | None:
    """The newest whole checkpoint of a run."""
    found = [p for p in folder.glob("checkpoint-*") if (p / "trainer_state.json").is_file()]
    return max(found, key=lambda p: int(p.name.rpartition("-")[2]), default=None)


def _claim(folder: Path, recipe_file: Path) -> None:
    """Keep the recipe in the run's folder. Raises `TrainingError` if the folder is another recipe's."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / "recipe.toml"
    if kept.is_file() and kept.read_bytes() != recipe_file.read_bytes():
        raise TrainingError(f"{folder} is the run of another recipe; name another folder, or delete it")
    if not kept.is_file():
        shutil.copyfile(recipe_file, kept)


def _name_base(config: Path, base: str) -> None:
    """Let the adapter name its base as the recipe does, not by where it was loaded from."""
    settings = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps({**settings, "base_model_name_or_path": base}, indent=2) + "\n", encoding="utf-8")


def _trainer(
    recipe: Recipe, folder: Path, examples: dict[str, list[Example]], tokenizer: Any, advance: Progress
) -> Any:
    from datasets import Dataset
    from transformers import EarlyStoppingCallback, PrinterCallback
    from trl import SFTTrainer

    from training.tuning.callbacks import NoNumber, Told, Utilisation

    sets = {name: Dataset.from_list([e.as_row() for e in kept]) for name, kept in examples.items()}
    trainer: Any = SFTTrainer(
        model=load_base(recipe.model),
        args=arguments(recipe, folder),
        train_dataset=sets["train"],
        eval_dataset=sets["eval"],
        processing_class=tokenizer,
        peft_config=adapter(recipe, len(tokenizer)),
        callbacks=[
            EarlyStoppingCallback(recipe.schedule.patience),
            NoNumber(),
            Utilisation(),
            Told(advance),
        ],
    )
    trainer.remove_callback(PrinterCallback)
    return trainer


def adapter(recipe: Recipe, vocabulary: int) -> Any:
    """peft's settings for a recipe; added tokens are the last of the `vocabulary`."""
    from peft import LoraConfig

    lora = recipe.lora
    return LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules=lora.targets,
        trainable_token_indices=list(range(vocabulary - lora.new_tokens, vocabulary)) if lora.new_tokens else None,
        task_type="CAUSAL_LM",
    )


def arguments(recipe: Recipe, folder: Path) -> Any:
    """trl's arguments for a recipe on this machine."""
    import torch
    from trl import SFTConfig

    plan = recipe.schedule
    on_gpu = torch.cuda.is_available()
    return SFTConfig(
        output_dir=str(folder),
        max_length=plan.length,
        packing=plan.packing,
        eval_packing=False,
        per_device_train_batch_size=plan.batch,
        per_device_eval_batch_size=plan.batch,
        gradient_accumulation_steps=plan.accumulate,
        learning_rate=plan.rate,
        lr_scheduler_type=plan.decay,
        warmup_steps=plan.warmup,
        num_train_epochs=plan.epochs,
        max_steps=plan.updates,
        optim="paged_adamw_8bit" if on_gpu else "adamw_torch",
        bf16=on_gpu,
        use_cpu=not on_gpu,
        gradient_checkpointing=plan.checkpointing,
        gradient_checkpointing_kwargs={"use_reentrant": False} if plan.checkpointing else None,
        logging_steps=plan.log_every,
        logging_nan_inf_filter=False,
        eval_strategy="steps",
        eval_steps=plan.evaluate_every,
        save_strategy="steps",
        save_steps=plan.save_every,
        save_total_limit=2,
        load_best_model_at_end=plan.save_every % plan.evaluate_every == 0,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        completion_only_loss=True,
        seed=plan.seed,
        data_seed=plan.seed,
        dataloader_pin_memory=on_gpu,
        report_to="none",
        disable_tqdm=True,
        include_num_input_tokens_seen="all",
    )


def _outcome(trainer: Any, result: Any, recipe: Recipe, folder: Path) -> Outcome:
    losses = [entry["eval_loss"] for entry in trainer.state.log_history if "eval_loss" in entry]
    kept = trainer.state.best_metric if trainer.args.load_best_model_at_end else (losses or [None])[-1]
    return Outcome(
        folder=str(folder),
        updates=trainer.state.global_step,
        loss=result.training_loss,
        held_out_loss=kept,
        seconds=round(result.metrics["train_runtime"], 1),
        tokens=int(trainer.state.num_input_tokens_seen),
        stopped_early=trainer.state.global_step < trainer.state.max_steps,
    )

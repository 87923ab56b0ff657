"""An adapter merged into its base: one 16-bit model folder that vLLM and `ask --model` load."""

from pathlib import Path
from typing import Any

from qa.errors import ModelError
from qa.models.small_llama import adapter_folder, local_folder
from training.errors import TrainingError
from training.tuning.base import check_installed, load_tokenizer

WIDTHS = ("bfloat16", "float16", "float32")


def merge(adapter: str, base: str | None, folder: Path, width: str = "bfloat16") -> str:
    """Write the merged model and tokenizer to `folder`; the base's name.

    The base is the one the adapter was made for unless another is named. Merging is done on the 16- or 32-bit
    weights, never on quantised ones. Raises `ModelError` where adapter and base do not fit.
    """
    check_installed()
    if folder.exists() and any(folder.iterdir()):
        raise TrainingError(f"{folder} is not empty; name a new folder")
    import torch
    from peft import PeftConfig, PeftModel
    from transformers import AutoModelForCausalLM

    try:
        made_for = str(PeftConfig.from_pretrained(adapter_folder(adapter)).base_model_name_or_path)
    except (OSError, ValueError, TypeError) as error:
        raise ModelError(f"{adapter} cannot be loaded as an adapter: {str(error).splitlines()[0]}") from error
    name = base or made_for
    auto: Any = AutoModelForCausalLM
    try:
        model = auto.from_pretrained(local_folder(name), trust_remote_code=False, dtype=getattr(torch, width))
    except (OSError, ValueError) as error:
        raise ModelError(f"{name} cannot be loaded as a language model: {str(error).splitlines()[0]}") from error
    try:
        merged = PeftModel.from_pretrained(model, adapter_folder(adapter)).merge_and_unload(safe_merge=True)
    except (RuntimeError, ValueError, KeyError) as error:
        raise ModelError(f"the adapter {adapter} does not fit {name}: it was made for {made_for}") from error
    merged.save_pretrained(folder)
    load_tokenizer(name).save_pretrained(folder)
    return name

"""The base model as it is trained: NF4 with double quantisation, or 16-bit; float32 computation on a CPU."""

import importlib.util
from typing import Any

from qa.models.weights import nf4, pretrained
from training.errors import TrainingError
from training.tuning.recipe import Base

NEEDED = ("torch", "transformers", "peft", "trl", "bitsandbytes", "accelerate", "datasets")


def check_installed() -> None:
    """Raises `TrainingError` naming what is missing."""
    missing = [name for name in NEEDED if not importlib.util.find_spec(name)]
    if missing:
        raise TrainingError(f"{', '.join(missing)} not installed: pip install 'lawgraph[train]'")


def load_tokenizer(base: str) -> Any:
    """The base model's tokenizer, with a padding token. Raises `ModelError`."""
    from transformers import AutoTokenizer

    tokenizer = pretrained(AutoTokenizer, base)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def load_base(model: Base) -> Any:
    """The base model, ready for adapters. Raises `ModelError`."""
    import torch
    from transformers import AutoModelForCausalLM

    on_gpu = torch.cuda.is_available()
    compute = torch.bfloat16 if on_gpu else torch.float32
    options: dict[str, Any] = {"dtype": compute, "attn_implementation": attention(on_gpu)}
    if model.bits == 4:
        options["quantization_config"] = nf4(compute)
    if on_gpu:
        from accelerate import PartialState

        options["device_map"] = {"": PartialState().process_index}
    return pretrained(AutoModelForCausalLM, model.base, **options)


def load_plain(base: str, width: str = "float32") -> Any:
    """The base model in 16 or 32 bits, to be changed and saved. Raises `ModelError`."""
    import torch
    from transformers import AutoModelForCausalLM

    return pretrained(AutoModelForCausalLM, base, dtype=getattr(torch, width))


def attention(on_gpu: bool) -> str:
    """Flash attention where it is installed and can run, else PyTorch's own."""
    return "flash_attention_2" if on_gpu and importlib.util.find_spec("flash_attn") else "sdpa"

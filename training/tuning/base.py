"""The base model as it is trained: NF4 with double quantisation, or 16-bit; float32 computation on a CPU."""

import importlib.util
from typing import Any

from qa.errors import ModelError
from qa.models.small_llama import local_folder
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

    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(local_folder(base), trust_remote_code=False)
    except (OSError, ValueError) as error:
        raise ModelError(f"{base} has no tokenizer that can be loaded: {str(error).splitlines()[0]}") from error
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    return tokenizer


def load_base(model: Base) -> Any:
    """The base model, ready for adapters. Raises `ModelError`."""
    import torch
    from transformers import AutoModelForCausalLM, BitsAndBytesConfig

    on_gpu = torch.cuda.is_available()
    compute = torch.bfloat16 if on_gpu else torch.float32
    options: dict[str, Any] = {"dtype": compute, "attn_implementation": attention(on_gpu)}
    if model.bits == 4:
        configure: Any = BitsAndBytesConfig
        options["quantization_config"] = configure(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=compute,
        )
    if on_gpu:
        from accelerate import PartialState

        options["device_map"] = {"": PartialState().process_index}
    auto: Any = AutoModelForCausalLM
    try:
        return auto.from_pretrained(local_folder(model.base), trust_remote_code=False, **options)
    except (OSError, ValueError) as error:
        raise ModelError(f"{model.base} cannot be loaded as a language model: {str(error).splitlines()[0]}") from error


def load_plain(base: str) -> Any:
    """The base model in float32, to be changed and saved. Raises `ModelError`."""
    import torch
    from transformers import AutoModelForCausalLM

    auto: Any = AutoModelForCausalLM
    try:
        return auto.from_pretrained(local_folder(base), trust_remote_code=False, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise ModelError(f"{base} cannot be loaded as a language model: {str(error).splitlines()[0]}") from error


def attention(on_gpu: bool) -> str:
    """Flash attention where it is installed and can run, else PyTorch's own."""
    return "flash_attention_2" if on_gpu and importlib.util.find_spec("flash_attn") else "sdpa"

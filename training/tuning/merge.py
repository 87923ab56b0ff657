"""An adapter merged into its base: one 16-bit model folder that vLLM and `ask --model` load."""

from pathlib import Path

from qa.models.weights import adapted, base_of
from training.errors import TrainingError
from training.tuning.base import check_installed, load_plain, load_tokenizer

WIDTHS = ("bfloat16", "float16", "float32")


def merge(adapter: str, base: str | None, folder: Path, width: str = "bfloat16") -> str:
    """Write the merged model and tokenizer to `folder`; the base's name.

    The base is the one the adapter was made for unless another is named. Merging is done on the 16- or 32-bit
    weights, never on quantised ones. Raises `ModelError` where adapter and base do not fit.
    """
    check_installed()
    if folder.exists() and any(folder.iterdir()):
        raise TrainingError(f"{folder} is not empty; name a new folder")
    name = base or base_of(adapter)
    merged = adapted(load_plain(name, width), name, adapter).merge_and_unload(safe_merge=True)
    merged.save_pretrained(folder)
    load_tokenizer(name).save_pretrained(folder)
    return name

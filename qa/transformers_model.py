"""A language model run in this process by transformers."""

import importlib.util
from pathlib import Path
from typing import Any

from qa.errors import ModelError
from qa.model import Message
from qa.small_llama import adapter_folder, local_folder

NEEDED = ("torch", "transformers")


class TransformersModel:
    """A causal language model from a folder or hub id: 4-bit NF4 on a GPU, float32 on a CPU; greedy decoding."""

    def __init__(self, spec: str, adapter: str | None = None) -> None:
        """Loads the model, and the peft adapter over it. Raises `ModelError` with one line that says what is wrong."""
        missing = [name for name in (*NEEDED, *(["peft"] if adapter else [])) if not importlib.util.find_spec(name)]
        if missing:
            raise ModelError(f"{', '.join(missing)} not installed: pip install 'lawgraph[models]', or use --no-model")
        self.name = f"{spec}+{adapter}" if adapter else spec
        from transformers import AutoTokenizer

        try:
            _check_folder(spec)
            self._tokenizer: Any = AutoTokenizer.from_pretrained(local_folder(spec), trust_remote_code=False)
        except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:
            raise ModelError(f"{self.name} cannot be loaded as a language model: {_first_line(error)}") from error
        self._model = load_weights(spec, adapter)

    def write(self, messages: list[Message], limit: int) -> str:
        """The reply's text, without the prompt. The prompt is cut from the left to the model's context length."""
        import torch

        room = int(getattr(self._model.config, "max_position_embeddings", 2048)) - limit
        inputs = self._encode(messages)
        inputs = {key: value[:, -room:].to(self._model.device) for key, value in inputs.items()}
        with torch.inference_mode():
            generate: Any = self._model.generate
            tokens = generate(
                **inputs, max_new_tokens=limit, do_sample=False, pad_token_id=self._tokenizer.eos_token_id
            )
        reply = tokens[0, inputs["input_ids"].shape[1] :]
        return str(self._tokenizer.decode(reply, skip_special_tokens=True)).strip()

    def _encode(self, messages: list[Message]) -> dict[str, Any]:
        if self._tokenizer.chat_template:
            prompt = self._tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
            return dict(self._tokenizer(prompt, return_tensors="pt", add_special_tokens=False))
        prompt = "\n\n".join(message["content"] for message in messages) + "\n\n"
        return dict(self._tokenizer(prompt, return_tensors="pt"))


def _check_folder(spec: str) -> None:
    folder = Path(spec).expanduser()
    looks_local = spec.startswith((".", "/", "~")) or folder.exists() or spec.count("/") > 1
    if not looks_local:
        return
    if not folder.is_dir():
        raise ModelError(f"there is no model folder {spec}")
    if not (folder / "config.json").is_file():
        raise ModelError(f"{spec} is not a model folder: it has no config.json")


def load_weights(spec: str, adapter: str | None) -> Any:
    """The model that `spec` names with the adapter over it, for reading only. Raises `ModelError`."""
    import torch
    from transformers import AutoModelForCausalLM, BitsAndBytesConfig

    if torch.cuda.is_available():
        configure: Any = BitsAndBytesConfig
        quantization = configure(
            load_in_4bit=True,
            bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True,
            bnb_4bit_compute_dtype=torch.bfloat16,
        )
        options: dict[str, Any] = {"quantization_config": quantization, "device_map": "auto"}
    else:
        options = {"dtype": torch.float32}
    try:
        model: Any = AutoModelForCausalLM.from_pretrained(local_folder(spec), trust_remote_code=False, **options)
    except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:
        raise ModelError(f"{spec} cannot be loaded as a language model: {_first_line(error)}") from error
    return (_adapted(model, spec, adapter) if adapter else model).eval()


def _adapted(model: Any, spec: str, adapter: str) -> Any:
    """The model with the adapter. Raises `ModelError` where the adapter is another model's."""
    from peft import PeftConfig, PeftModel

    try:
        made_for = PeftConfig.from_pretrained(adapter_folder(adapter)).base_model_name_or_path
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelError(f"{adapter} cannot be loaded as an adapter: {_first_line(error)}") from error
    try:
        return PeftModel.from_pretrained(model, adapter_folder(adapter))
    except (RuntimeError, ValueError, KeyError) as error:
        raise ModelError(f"the adapter {adapter} does not fit {spec}: it was made for {made_for}") from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__

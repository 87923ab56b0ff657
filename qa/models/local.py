"""A language model run in this process by transformers."""

import importlib.util
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any

from extraction.errors import first_line
from qa.errors import ModelError
from qa.models.interface import Message
from qa.models.weights import adapted, nf4, pretrained

NEEDED = ("torch", "transformers")


class TransformersModel:
    """A causal language model from a folder or hub id: 4-bit NF4 on a GPU, float32 on a CPU; greedy decoding."""

    def __init__(self, spec: str, adapter: str | None = None, four_bit: bool = False) -> None:
        """Loads the model, in `four_bit` on a CPU too, and the peft adapter over it.

        Raises `ModelError` with one line that says what is wrong.
        """
        needed = (*NEEDED, *(["peft"] if adapter else []), *(["bitsandbytes"] if four_bit else []))
        missing = [name for name in needed if not importlib.util.find_spec(name)]
        if missing:
            raise ModelError(f"{', '.join(missing)} not installed: pip install 'lawgraph[models]', or use --no-model")
        self.name = f"{spec}+{adapter}" if adapter else spec
        from transformers import AutoTokenizer

        _check_folder(spec)
        self._tokenizer = pretrained(AutoTokenizer, spec)
        self._model = load_weights(spec, adapter, four_bit)

    def write(self, messages: list[Message], limit: int) -> str:
        """The reply's text, without the prompt. The prompt is cut from the left to the model's context length."""
        return "".join(self.stream(messages, limit)).strip()

    def stream(self, messages: list[Message], limit: int) -> Iterator[str]:
        """The reply's text in pieces of a word or so. Raises `ModelError` where writing fails."""
        from transformers import TextIteratorStreamer

        room = int(getattr(self._model.config, "max_position_embeddings", 2048)) - limit
        inputs = self._encode(messages)
        inputs = {key: value[:, -room:].to(self._model.device) for key, value in inputs.items()}
        streamer = TextIteratorStreamer(self._tokenizer, skip_prompt=True, skip_special_tokens=True)
        failures: list[Exception] = []
        options = {**inputs, "max_new_tokens": limit, "do_sample": False, "streamer": streamer}
        thread = Thread(target=self._generate, args=(options, streamer, failures), daemon=True)
        thread.start()
        yield from streamer
        thread.join()
        if failures:
            raise ModelError(f"{self.name} failed while writing: {first_line(failures[0])}") from failures[0]

    def _generate(self, options: dict[str, Any], streamer: Any, failures: list[Exception]) -> None:
        """Run the model; what goes wrong is kept for the thread that reads, which would wait for ever otherwise."""
        import torch

        generate: Any = self._model.generate
        try:
            with torch.inference_mode():
                generate(**options, pad_token_id=self._tokenizer.eos_token_id)
        except Exception as error:
            failures.append(error)
            streamer.end()

    def _encode(self, messages: list[Message]) -> dict[str, Any]:
        """The chat as tokens; a text that has the tokenizer's control tokens cannot open a turn of its own."""
        control = [*self._tokenizer.all_special_tokens, *self._tokenizer.get_added_vocab()]
        messages = [{**message, "content": without(message["content"], control)} for message in messages]
        if self._tokenizer.chat_template:
            prompt = self._tokenizer.apply_chat_template(messages, add_generation_prompt=True, tokenize=False)
            return dict(self._tokenizer(prompt, return_tensors="pt", add_special_tokens=False))
        prompt = "\n\n".join(message["content"] for message in messages) + "\n\n"
        return dict(self._tokenizer(prompt, return_tensors="pt"))


def without(text: str, tokens: Iterable[str]) -> str:
    """A text without any of the tokens, however they are put together of each other's pieces."""
    pattern = re.compile("|".join(re.escape(token) for token in tokens if token.strip()) or r"(?!)")
    while pattern.search(text):
        text = pattern.sub(" ", text)
    return text


def _check_folder(spec: str) -> None:
    folder = Path(spec).expanduser()
    looks_local = spec.startswith((".", "/", "~")) or folder.exists() or spec.count("/") > 1
    if not looks_local:
        return
    if not folder.is_dir():
        raise ModelError(f"there is no model folder {spec}")
    if not (folder / "config.json").is_file():
        raise ModelError(f"{spec} is not a model folder: it has no config.json")


def load_weights(spec: str, adapter: str | None, four_bit: bool = False) -> Any:
    """The model that `spec` names with the adapter over it, for reading only. Raises `ModelError`."""
    from transformers import AutoModelForCausalLM

    model = pretrained(AutoModelForCausalLM, spec, **_precision(four_bit))
    return (adapted(model, spec, adapter) if adapter else model).eval()


def _precision(four_bit: bool) -> dict[str, Any]:
    """How weights are kept: NF4 on a GPU, float32 on a CPU, or NF4 there too, computed in float32 for its speed."""
    import torch

    on_gpu = torch.cuda.is_available()
    if not (on_gpu or four_bit):
        return {"dtype": torch.float32}
    computed = torch.bfloat16 if on_gpu else torch.float32
    return {"quantization_config": nf4(computed), "device_map": "auto" if on_gpu else "cpu"}

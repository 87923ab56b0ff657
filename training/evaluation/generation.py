"""Drafts written by a model for many prompts at once, greedily."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qa.models.interface import Message


@dataclass(frozen=True, slots=True)
class Draft:
    """What a model wrote; `tokens` of it, and its share of the batch's `seconds`."""

    text: str
    tokens: int
    seconds: float


def write_all(
    model: Any, tokenizer: Any, chats: Sequence[Sequence[Message]], limit: int, batch: int = 8
) -> Iterator[Draft]:
    """A draft for each chat, in order, at most `limit` tokens long; greedy decoding."""
    import torch

    tokenizer.padding_side = "left"
    for start in range(0, len(chats), batch):
        prompts = [
            tokenizer.apply_chat_template(list(chat), tokenize=False, add_generation_prompt=True)
            for chat in chats[start : start + batch]
        ]
        inputs = tokenizer(prompts, return_tensors="pt", padding=True, add_special_tokens=False).to(model.device)
        began = time.perf_counter()
        with torch.inference_mode():
            tokens = model.generate(
                **inputs, max_new_tokens=limit, do_sample=False, pad_token_id=tokenizer.pad_token_id
            )
        seconds = (time.perf_counter() - began) / len(prompts)
        for reply in tokens[:, inputs["input_ids"].shape[1] :]:
            text = tokenizer.decode(reply, skip_special_tokens=True).strip()
            yield Draft(text, int((reply != tokenizer.pad_token_id).sum()), seconds)

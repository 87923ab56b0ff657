"""Instruction sets as they come, read into chats."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from extraction.errors import first_line
from qa.models.interface import Message
from training.errors import TrainingError
from training.examples.example import Example

QUESTION = ("question", "Question", "instruction", "Instruction")
CONTEXT = ("input", "Input", "context")
ANSWER = ("answer", "Answer", "output", "Output", "response")


def read_instructions(source: str) -> tuple[list[Example], list[str]]:
    """The examples of a file or a Hugging Face dataset id, and what in it could not be used, a line each.

    Read are question/answer records, Instruction/Input/Output records (with or without the ready `Prompt`), and
    chats, as JSON lines or one JSON list. Raises `TrainingError` where there is no such file or dataset.
    """
    path = Path(source).expanduser()
    records = _from_file(path) if path.is_file() else _from_hub(source)
    examples, unused = [], []
    for place, record in records:
        messages = chat_of(record)
        if messages is None:
            unused.append(f"{source}, {place}: no question with an answer")
        else:
            examples.append(Example(messages, origin=Path(source).name))
    return examples, unused


def chat_of(record: Any) -> list[Message] | None:
    """A record as a chat; None where it has no question or no answer."""
    if not isinstance(record, Mapping):
        return None
    turns = record.get("messages") or record.get("conversations")
    if isinstance(turns, list):
        return _turns(turns)
    question, context, answer = (_first(record, keys) for keys in (QUESTION, CONTEXT, ANSWER))
    if not question or not answer:
        return None
    asked = f"{question}\n\n{context}" if context and context not in question else question
    return [{"role": "user", "content": asked}, {"role": "assistant", "content": answer}]


def _turns(turns: list[Any]) -> list[Message] | None:
    names = {"human": "user", "gpt": "assistant"}
    chat = []
    for turn in turns:
        if not isinstance(turn, Mapping):
            return None
        role = str(turn.get("role") or turn.get("from") or "")
        chat.append({"role": names.get(role, role), "content": str(turn.get("content") or turn.get("value") or "")})
    ends_well = len(chat) > 1 and chat[-1]["role"] == "assistant" and chat[-2]["role"] == "user"
    return chat if ends_well and chat[-1]["content"] else None


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    found = (record[key] for key in keys if isinstance(record.get(key), str))
    return next((text.strip() for text in found if text.strip()), "")


def _from_file(path: Path) -> Iterator[tuple[str, Any]]:
    text = path.read_text(encoding="utf-8", errors="replace")
    if text.lstrip().startswith("["):
        try:
            yield from ((f"record {n}", record) for n, record in enumerate(json.loads(text), 1))
        except json.JSONDecodeError as error:
            raise TrainingError(f"{path}, line {error.lineno}: not JSON ({error.msg})") from error
        return
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            yield f"line {number}", json.loads(line)
        except json.JSONDecodeError:
            yield f"line {number}", None


def _from_hub(name: str) -> Iterator[tuple[str, Any]]:
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", name) or name.startswith("."):
        raise TrainingError(f"there is no file {name}")
    from datasets import load_dataset

    try:
        loaded = load_dataset(name, split="train")
    except Exception as error:
        raise TrainingError(f"{name} is no file and cannot be loaded as a dataset: {first_line(error)}") from error
    for number, record in enumerate(loaded, 1):
        yield f"record {number}", record

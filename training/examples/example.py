"""One training example, and the JSON lines it is kept in."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from extraction.labels import read_items, write_items
from qa.models.interface import Message
from training.errors import TrainingError


@dataclass(frozen=True, slots=True)
class Example:
    """A chat whose last message is the answer to learn.

    `kind` says what is asked, `origin` where the example comes from, `subjects` which cases and provisions its
    question is about.
    """

    messages: list[Message]
    kind: str = "instruction"
    origin: str = ""
    subjects: list[str] = field(default_factory=list)

    @property
    def prompt(self) -> list[Message]:
        """All but the answer."""
        return self.messages[:-1]

    @property
    def question(self) -> str:
        """The last thing the user says, without the evidence before it."""
        return self.messages[-2]["content"].rpartition("Question: ")[2]

    @property
    def answer(self) -> str:
        """The reply to learn."""
        return self.messages[-1]["content"]

    def as_row(self) -> dict[str, Any]:
        """The prompt-completion form that trl learns from: loss on the completion alone."""
        return {"prompt": self.prompt, "completion": self.messages[-1:]}


def write_examples(path: Path, examples: Iterable[Example]) -> None:
    """A JSON line an example: chat format, with what else is known beside it."""
    write_items(path, map(asdict, examples))


def read_examples(path: Path) -> list[Example]:
    """The examples of a file of `write_examples`. Raises LabelError naming the line that is none."""
    if not path.is_file():
        raise TrainingError(f"there is no {path}: make it with `lawgraph train data`")
    return [
        Example(item["messages"], item.get("kind", ""), item.get("origin", ""), item.get("subjects", []))
        for item in read_items(path, {"messages": list})
    ]


def digest(paths: Sequence[Path]) -> dict[str, str]:
    """The SHA-256 of each file, by name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}

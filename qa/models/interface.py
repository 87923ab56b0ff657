"""What a language model is to this project."""

from collections.abc import Iterator
from typing import Protocol

Message = dict[str, str]


class LanguageModel(Protocol):
    """Writes prose. `name` is shown to the user as the answer's generator."""

    name: str

    def write(self, messages: list[Message], limit: int) -> str:
        """The reply to a chat of `{"role", "content"}` messages, at most `limit` tokens long."""

    def stream(self, messages: list[Message], limit: int) -> Iterator[str]:
        """The same reply piece by piece, as it is written."""

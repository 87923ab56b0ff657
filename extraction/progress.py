"""How work that takes a while tells how far it has come."""

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with how much is done, of how much, and what was done last."""


def unheard(done: int, total: int, last: str) -> None:
    """Where nobody listens."""

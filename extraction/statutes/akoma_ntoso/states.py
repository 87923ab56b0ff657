"""The States and Union territories as addresses of acts write them, and as titles name them."""

import tomllib
from functools import cache
from importlib.resources import files


def state_names(code: str) -> tuple[str, ...]:
    """The names of a State, today's first, by the code that stands for it ("ka"); an unknown code is its own name."""
    return _states().get(code, (code.upper(),))


def state_code(name: str) -> str | None:
    """The code of a State by its name of today; None for an unknown one."""
    return min((code for code, names in _states().items() if names[0] == name), key=len, default=None)


@cache
def _states() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads((files("extraction") / "data" / "states.toml").read_text(encoding="utf-8"))
    return {code: tuple(names) for code, names in raw["states"].items()}

"""Words of treatment and the kinds of citation they stand for."""

import re
import tomllib
from collections.abc import Collection
from importlib.resources import files
from typing import Any

TABLE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/treatments.toml").read_text(encoding="utf-8"))
TREATMENTS = [(re.compile(pattern, re.IGNORECASE), kinds) for pattern, kinds in TABLE["treatments"].items()]
OVERRULING = next(pattern for pattern, kinds in TREATMENTS if kinds == ["overruled"])


def treatments(text: str) -> tuple[str, ...]:
    """The kinds of treatment that the words of a text stand for."""
    found = [kind for pattern, kinds in TREATMENTS if pattern.search(text) for kind in kinds]
    return tuple(dict.fromkeys(found))


def says(text: str, kinds: Collection[str]) -> bool:
    """Whether a text has a word of treatment that stands for none but these kinds."""
    return any(set(meant) <= set(kinds) and pattern.search(text) for pattern, meant in TREATMENTS)

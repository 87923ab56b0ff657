"""The words that statutes use for what a question calls by other names."""

import re
import tomllib
from importlib.resources import files

_TABLE = tomllib.loads(files("qa").joinpath("data/terms.toml").read_text(encoding="utf-8"))["terms"]
_TERMS = [(re.compile(rf"\b(?:{said})\b", re.IGNORECASE), str(written)) for said, written in _TABLE.items()]


def statutory_words(text: str) -> list[str]:
    """Statutory phrases for the terms of art in `text`, one each; empty where it has none."""
    return [written for said, written in _TERMS if said.search(text)]

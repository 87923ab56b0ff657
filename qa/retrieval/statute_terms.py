"""The words that statutes use for what a question calls by other names."""

import re
import tomllib
from importlib.resources import files

_TABLE = tomllib.loads(files("qa").joinpath("data/terms.toml").read_text(encoding="utf-8"))["terms"]
_TERMS = [(re.compile(rf"\b(?:{said})\b", re.IGNORECASE), str(written)) for said, written in _TABLE.items()]


def written(text: str) -> str:
    """The words of statutes alone for the terms of art in `text`; "" where it has none."""
    return " ".join(words for term, words in _TERMS if term.search(text))


def restated(text: str) -> str:
    """`text` with its terms of art replaced by the words of statutes."""
    plain = text
    for term, _ in _TERMS:
        plain = term.sub(" ", plain)
    return f"{plain} {written(text)}"

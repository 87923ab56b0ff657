"""Queries of Lucene, made of nothing but quoted phrases."""

import re
from collections.abc import Iterable, Sequence

from kg.search.words import STOP_WORDS

MOST_PHRASES = 500
"""In one query, which takes 1,024 at most."""

_DROPPED = STOP_WORDS | {"no", "not"}
"""What the index may leave out: the stop words of its analyzer are among these."""


def any_of(names: Iterable[str], phrases: Sequence[str]) -> str:
    """The query for nodes that hold any of the phrases in one of these properties."""
    quoted = " ".join('"' + phrase.replace("\\", "\\\\").replace('"', '\\"') + '"' for phrase in phrases)
    return " ".join(f"{name}:({quoted})" for name in names)


def holding(name: str, values: Sequence[str]) -> str | None:
    """The query that surely finds all nodes with one of the values, and maybe others; None where there is none."""
    if not 0 < len(values) <= MOST_PHRASES or not all(map(_is_indexed, values)):
        return None
    return any_of([name], values)


def _is_indexed(value: str) -> bool:
    """Whether the index surely holds a word of `value`."""
    return any(word not in _DROPPED for word in re.findall("[a-z0-9]{2,}", value.lower()))

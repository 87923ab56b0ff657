"""Patterns made quick to scan for: they begin with the one character that is rare, and look back from there."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def after_words(phrases: Sequence[str], small: Iterable[str] = ()) -> str:
    """A pattern for a capital that follows one of the phrases and a blank.

    The first letter of `phrases` may be a capital, that of the `small` ones not.
    """
    spelled = [(len(p), f"[{p[0].upper()}{p[0]}]{_rest(p)}") for p in phrases]
    spelled += [(len(p), p[0] + _rest(p)) for p in small]
    behind = [
        rf"(?<=\b(?:{'|'.join(pattern for _, pattern in alike)})\s.)"
        for _, alike in groupby(sorted(spelled), key=lambda item: item[0])
    ]
    return f"[A-Z](?:{'|'.join(behind)})"


def _rest(phrase: str) -> str:
    return re.escape(phrase[1:]).replace(r"\ ", r"\s")

"""Blanks, line breaks, and what stands between the cells of a table."""

import re
from collections.abc import Container

CELL = "\t"
"""What stands between the cells of a row of a table, which is a line."""


_HYPHENED = re.compile(r"sub|non|self|ex|quasi|vice|co|pre|well|so|cross|inter|semi|anti|re|ultra|intra", re.I)


def one_line(text: str) -> str:
    """A text in one line: line breaks and runs of blanks as one blank, none at either end."""
    return " ".join(text.split())


def is_compound(stem: str, tail: str, words: Container[str]) -> bool:
    """Whether the hyphen between two lines is of the word itself ("non-" and "bailable"), given a text's `words`.

    It is where the text has the compound and not the word without it, or the stem is one that takes a hyphen.
    """
    whole, compound = (f"{stem}{hyphen}{tail}".lower() for hyphen in ("", "-"))
    return whole not in words and (compound in words or _HYPHENED.fullmatch(stem) is not None)

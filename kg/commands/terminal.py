"""What a terminal can show of an answer, and whether what was typed is text."""

import codecs
import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Any

from extraction.text.characters import is_unicode

_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "₹": "Rs. ", "\xa0": " ", "·": "-"}


def show_what_can_be_shown() -> None:
    """Let characters that the terminal's encoding lacks be replaced, instead of ending the answer there.

    Bytes piped in that are no text come through as what `is_unicode` tells.
    """
    codecs.register_error("plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="plain")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def as_json_text(data: Any, indent: int | None = None) -> str:
    """Data as JSON, with escapes for what the terminal's encoding lacks."""
    escaped = codecs.lookup(sys.stdout.encoding or "utf-8").name != "utf-8"
    return json.dumps(data, ensure_ascii=escaped, indent=indent)


def typed_wrong(arguments: Sequence[str]) -> bool:
    """Whether an argument is neither text nor the name of a file that is there."""
    return any(not is_unicode(argument) and not os.path.lexists(argument) for argument in arguments)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    replaced = "".join(_PLAIN.get(letter, "?") for letter in error.object[error.start : error.end])
    return replaced, error.end

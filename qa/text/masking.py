"""Text with what was read of it blanked out, every other character in its place."""

from collections.abc import Iterable


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with the spans overwritten by a sign that is neither word nor blank, so that all offsets stay."""
    for start, end in spans:
        text = text[:start] + "§" * (end - start) + text[end:]
    return text

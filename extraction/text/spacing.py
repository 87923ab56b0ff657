"""Blanks, line breaks, and what stands between the cells of a table."""

CELL = "\t"
"""What stands between the cells of a row of a table, which is a line."""


def one_line(text: str) -> str:
    """A text in one line: line breaks and runs of blanks as one blank, none at either end."""
    return " ".join(text.split())

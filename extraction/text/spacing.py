"""Blanks and line breaks."""


def one_line(text: str) -> str:
    """A text in one line: line breaks and runs of blanks as one blank, none at either end."""
    return " ".join(text.split())

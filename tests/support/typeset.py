"""Words with their places, as a PDF's page gives them: set in a few lines, for reading them back."""

from collections.abc import Sequence

from extraction.documents.lines import Print, Word

CHARACTER = 0.5
"""The width of a character, in parts of the size."""


def set_line(text: str, baseline: float, left: float = 72, size: float = 12) -> list[Word]:
    """The words of one line, a space as wide as a letter between them."""
    words: list[Word] = []
    for piece in text.split():
        width = CHARACTER * size * len(piece)
        words.append(Word(piece, left, left + width, baseline, size))
        left += width + CHARACTER * size
    return words


def set_page(lines: Sequence[str], number: int = 1, top: float = 140, leading: float = 18, size: float = 12) -> Print:
    """A page of lines one under the other; an empty one leaves room."""
    words = [word for row, text in enumerate(lines) for word in set_line(text, top + row * leading, size=size)]
    return Print(number, 842, tuple(words))


def beside(page: Print, *words: list[Word]) -> Print:
    """The page with more words on it."""
    return Print(page.number, page.height, (*page.words, *(word for line in words for word in line)))

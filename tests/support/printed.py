"""Judgments printed to PDF as the courts and reporters print them: for reading them back."""

import io
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

FONT = "Times-Roman"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a page is printed; sizes are in points. `notes` are footnotes by the word that carries their mark."""

    columns: int = 1
    size: float = 12
    leading: float = 18
    gap: float = 8
    indent: float = 0
    justified: bool = True
    hyphens: bool = False
    header: str = ""
    numbered: bool = True
    notes: dict[str, str] = field(default_factory=dict)


def printed(paragraphs: Sequence[str], layout: Layout) -> bytes:
    """A PDF of the paragraphs under that layout."""
    target = io.BytesIO()
    _Printer(Canvas(target, pagesize=A4, invariant=1), layout).run(paragraphs)
    return target.getvalue()


class _Printer:
    def __init__(self, canvas: Canvas, layout: Layout) -> None:
        self.canvas, self.layout = canvas, layout
        self.page, self.column, self.y = 1, 0, 0.0
        self.notes: list[tuple[int, str]] = []
        self.noted = 0
        inner = A4[0] - 144
        self.width = (inner - 24 * (layout.columns - 1)) / layout.columns
        self.random = random.Random(5)
        self._begin()

    def run(self, paragraphs: Sequence[str]) -> None:
        for paragraph in paragraphs:
            self._paragraph(paragraph)
            self.y -= self.layout.gap
        self._finish()
        self.canvas.save()

    def _begin(self) -> None:
        self.y = A4[1] - 100
        if self.column == 0 and self.layout.header:
            self.canvas.setFont(FONT, 10)
            self.canvas.drawCentredString(A4[0] / 2, A4[1] - 50, self.layout.header)

    def _finish(self) -> None:
        y = 90.0
        for number, note in reversed(self.notes):
            y += 12
            self.canvas.setFont(FONT, 6)
            self.canvas.drawString(72, y + 3, str(number))
            self.canvas.setFont(FONT, 9)
            self.canvas.drawString(78, y, note)
        self.notes = []
        if self.layout.numbered:
            self.canvas.setFont(FONT, 10)
            self.canvas.drawCentredString(A4[0] / 2, 50, f"Page {self.page}")
        self.canvas.showPage()
        self.page += 1

    def _paragraph(self, text: str) -> None:
        words = text.split()
        first = True
        while words:
            indent = self.layout.indent if first else 0
            line, words = self._fill(words, self.width - indent)
            self._print(line, indent, last=not words)
            first = False

    def _fill(self, words: list[str], width: float) -> tuple[list[str], list[str]]:
        taken: list[str] = []
        for index, word in enumerate(words):
            if stringWidth(" ".join([*taken, word]), FONT, self.layout.size) <= width:
                taken.append(word)
                continue
            head, tail = self._hyphenated(word, " ".join(taken), width)
            if head:
                return [*taken, head], [tail, *words[index + 1 :]]
            return (taken, words[index:]) if taken else ([word], words[index + 1 :])
        return taken, []

    def _hyphenated(self, word: str, before: str, width: float) -> tuple[str, str]:
        """A word of letters broken to fill a line, at three letters from either end or further in."""
        if not (self.layout.hyphens and word.isalpha() and word.islower() and len(word) > 6):
            return "", word
        for at in range(len(word) - 3, 2, -1):
            if stringWidth(f"{before} {word[:at]}-", FONT, self.layout.size) <= width:
                return f"{word[:at]}-", word[at:]
        return "", word

    def _print(self, line: list[str], indent: float, last: bool) -> None:
        bottom = 100 + 12 * (len(self.notes) + sum(w in self.layout.notes for w in line))
        if self.y < bottom:
            self.column += 1
            if self.column == self.layout.columns:
                self._finish()
                self.column = 0
            self._begin()
        left = 72 + self.column * (self.width + 24) + indent
        natural = stringWidth(" ".join(line), FONT, self.layout.size)
        space = stringWidth(" ", FONT, self.layout.size)
        if self.layout.justified and not last and len(line) > 1:
            space += (self.width - indent - natural) / (len(line) - 1)
        for word in line:
            self.canvas.setFont(FONT, self.layout.size)
            self.canvas.drawString(left, self.y, word)
            left += stringWidth(word, FONT, self.layout.size)
            if word in self.layout.notes:
                left += self._mark(word, left)
            left += space
        self.y -= self.layout.leading

    def _mark(self, word: str, left: float) -> float:
        self.noted += 1
        self.notes.append((self.noted, self.layout.notes[word]))
        self.canvas.setFont(FONT, 7)
        self.canvas.drawString(left, self.y + 4, str(self.noted))
        return float(stringWidth(str(self.noted), FONT, 7))

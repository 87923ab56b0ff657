"""Text recognition of scanned pages by tesseract, where it is installed."""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import pypdfium2

from extraction.documents.lines import Print, Word

_DPI = 300  # the least that tesseract's guide advises; more takes longer
_POINTS = 72 / _DPI
_SECONDS = 300  # for a page; one of noise could be read without end
_SMALL_PRINT = 0.8  # of the usual height: beneath it a line is set smaller, above it only read lower


class OcrError(ValueError):
    """Text recognition is not possible; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A row of tesseract's table: a word, or the line that holds words; edges in points from the top left."""

    line: tuple[str, ...]
    text: str
    left: float
    top: float
    width: float
    height: float


def recognise_page(page: pypdfium2.PdfPage, number: int) -> Print:
    """The words of a page as tesseract reads them at 300 dots an inch; raises OcrError where that cannot be done."""
    return Print(number, page.get_height(), tuple(_words(_boxes(_tesseract(_picture(page), number)))))


def _picture(page: pypdfium2.PdfPage) -> bytes:
    """A page drawn in greys, as a PGM file."""
    pixels = page.render(scale=_DPI / 72, grayscale=True).to_numpy()
    height, width = pixels.shape[:2]
    return b"P5 %d %d 255\n" % (width, height) + bytes(pixels.tobytes())


def _tesseract(picture: bytes, number: int) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise OcrError("--ocr needs tesseract, which is not installed (apt-get install tesseract-ocr)")
    command = [program, "stdin", "stdout", "-l", "eng", "--dpi", str(_DPI), "tsv"]
    alone = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(command, input=picture, capture_output=True, timeout=_SECONDS, env=alone, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise OcrError(f"tesseract fails on page {number} ({type(error).__name__}); leave --ocr out") from error
    return done.stdout.decode("utf-8", errors="replace")


def _boxes(table: str) -> list[_Box]:
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        _Box(
            (row["block_num"], row["par_num"], row["line_num"]),
            (row["text"] or "").strip(),
            *(int(row[edge]) * _POINTS for edge in ("left", "top", "width", "height")),
        )
        for row in rows
        if row["level"] in ("4", "5")
    ]


def _words(boxes: Sequence[_Box]) -> list[Word]:
    lines: dict[tuple[str, ...], list[_Box]] = {}
    for box in boxes:
        lines.setdefault(box.line, []).append(box)
    heights = [boxes[0].height for boxes in lines.values()]
    usual = median(heights) if heights else 0.0
    words: list[Word] = []
    for line, *inside in lines.values():
        size = usual if line.height > _SMALL_PRINT * usual else line.height
        baseline = median(box.top + box.height for box in inside) if inside else 0.0
        words += [Word(box.text, box.left, box.left + box.width, baseline, size) for box in inside if box.text]
    return words

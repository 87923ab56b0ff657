"""PDF files: the words of each page with their places, put together to running text."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from extraction.documents.furniture import without_furniture
from extraction.documents.lines import Print, Word, read_pages
from extraction.documents.margins import with_headings, without_letters
from extraction.documents.ocr import OcrError, recognise_page
from extraction.documents.reflow import PagedText, running_text
from extraction.documents.tables import with_rows

_MOST_PAGES = 20_000  # no judgment has as many; a forged count would be believed
_FEWEST_LETTERS = 8  # a page of a picture with fewer has a number or a stamp, and is a scan
_UNREADABLE = 0.3  # of the characters: the font has no table of letters, and the page is read as a picture
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-", 0x2010: "-"}
_LIGATURES = range(0xFB00, 0xFB07)
_UPRIGHT = 0.05  # radians: letters that lean more are a watermark's or a stamp's
_NO_PAGES = "the PDF has no pages; get a whole copy"
_OPENING_ERRORS = {
    pdfium.FPDF_ERR_PASSWORD: "the PDF is encrypted with a password; save a copy without one",
    pdfium.FPDF_ERR_SECURITY: "the PDF is encrypted in a way that cannot be read; save a copy without protection",
}
_SCANNED = "a scanned PDF: its pages are pictures without text; read it with --ocr"
_COUNTS_NONE = re.compile(rb"/Count\s+0\s*(?:/|>)")
_DAMAGED = "the PDF is damaged or cut off; get a whole copy"


class PdfError(ValueError):
    """A PDF that cannot be read; the message says what is wrong and how to mend it."""


def read_pdf(data: bytes, ocr: bool = False) -> tuple[PagedText, tuple[str, ...]]:
    """The running text of a PDF, and notes on pages that are pictures; `ocr` has these read by tesseract.

    Raises PdfError for an encrypted, damaged, cut-off or empty file, and for one without any text.
    """
    document = _opened(data)
    try:
        prints, scanned = _prints(document)
        if scanned and ocr:
            for number in scanned:
                prints[number - 1] = recognise_page(document[number - 1], number)
    except OcrError as error:
        raise PdfError(str(error)) from error
    finally:
        document.close()
    if not any(sheet.words for sheet in prints):
        raise PdfError(_SCANNED if scanned and not ocr else "the PDF has no text; get another copy")
    text = [without_letters(sheet) for sheet in prints]
    return running_text(without_furniture(read_pages(with_rows(with_headings(text))))), _notes(
        scanned, len(prints), ocr
    )


def _prints(document: pypdfium2.PdfDocument) -> tuple[list[Print], list[int]]:
    """The words of every page, and the numbers of those that are pictures, or whose text is not readable."""
    prints: list[Print] = []
    scanned: list[int] = []
    for index in range(len(document)):
        page = _load(document, index)
        words = tuple(_words(page))
        if _is_picture(page, words):
            scanned.append(index + 1)
            words = ()
        prints.append(Print(index + 1, page.get_height(), words))
        page.close()
    return prints, scanned


def _notes(scanned: list[int], pages: int, ocr: bool) -> tuple[str, ...]:
    if not scanned:
        return ()
    first = ", ".join(map(str, scanned[:5])) + (", ..." if len(scanned) > 5 else "")
    if ocr:
        return (f"{len(scanned)} of {pages} pages are scanned and were read by tesseract (page {first})",)
    return (f"{len(scanned)} of {pages} pages are scanned and were left out (page {first}); read them with --ocr",)


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF from its bytes; raises PdfError where that fails or nothing is in it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if _COUNTS_NONE.search(data):
            raise PdfError(_NO_PAGES) from error
        raise PdfError(_OPENING_ERRORS.get(getattr(error, "err_code", None), _DAMAGED)) from error
    count = len(document)
    if b"%%EOF" not in data[-_tail(data) :] or not 0 < count <= _MOST_PAGES:
        document.close()
        raise PdfError(_DAMAGED if count else _NO_PAGES)
    return document


def _tail(data: bytes) -> int:
    """How far from its end a PDF's last mark may stand: within its last tenth, or 2,048 bytes."""
    return max(2_048, len(data) // 10)


def _load(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    try:
        return document[index]
    except pypdfium2.PdfiumError as error:
        raise PdfError(f"page {index + 1} of the PDF is damaged; get a whole copy") from error


def _is_picture(page: pypdfium2.PdfPage, words: tuple[Word, ...]) -> bool:
    """Whether a page is a scan, with few letters of text if any, or has text that its fonts leave unreadable."""
    text = "".join(word.text for word in words)
    unreadable = sum(not character.isprintable() or character == "\ufffd" for character in text)
    if unreadable > _UNREADABLE * len(text):
        return True
    few = sum(character.isalpha() for character in text) < _FEWEST_LETTERS
    return few and next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4), None) is not None


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    baseline: float
    size: float


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    """The upright words of a page: glyphs side by side, of one size and on one baseline."""
    word: list[_Glyph] = []
    spaced = True
    for glyph in _glyphs(page):
        blank = glyph is None or glyph.text.isspace()
        if word and (blank or (glyph and not _adjoins(word[-1], glyph))):
            yield _joined(word, spaced)
            word, spaced = [], blank
        spaced = spaced or blank
        if glyph is not None and not blank:
            word.append(glyph)
    if word:
        yield _joined(word, spaced)


def _adjoins(before: _Glyph, glyph: _Glyph) -> bool:
    same = abs(before.baseline - glyph.baseline) < 0.1 * before.size and abs(before.size - glyph.size) < 0.5
    return same and -0.5 * before.size < glyph.left - before.right < 0.25 * before.size


def _joined(word: list[_Glyph], spaced: bool) -> Word:
    text = "".join(glyph.text for glyph in word)
    return Word(text, word[0].left, word[-1].right, word[0].baseline, word[0].size, spaced)


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[_Glyph | None]:
    """The glyphs of a page in the order of its content, None where a space was left between two."""
    height = page.get_height()
    textpage = page.get_textpage()
    raw = textpage.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    try:
        for index in range(textpage.count_chars()):
            code = pdfium.FPDFText_GetUnicode(raw, index)
            if pdfium.FPDFText_IsGenerated(raw, index) == 1 and code not in _HYPHENS:
                yield None
                continue
            angle = pdfium.FPDFText_GetCharAngle(raw, index)
            if min(angle, 6.2832 - angle) > _UPRIGHT or not pdfium.FPDFText_GetLooseCharBox(raw, index, box):
                continue
            pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
            yield _Glyph(_character(code), box.left, box.right, height - y.value, abs(box.top - box.bottom))
    finally:
        textpage.close()


def _character(code: int) -> str:
    if code in _HYPHENS:
        return _HYPHENS[code]
    character = chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    return unicodedata.normalize("NFKC", character) if code in _LIGATURES else character

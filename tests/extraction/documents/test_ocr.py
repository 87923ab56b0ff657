"""Scanned pages are read by tesseract where it is asked for and installed."""

import io
import shutil
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extraction import Judgment, extract, load
from extraction.documents.files import DocumentError
from extraction.documents.pdf_worker import READER
from tests.support.cli_runs import answered, lawgraph, one_line
from tests.support.printed import Layout, printed

PARAGRAPHS = [
    "Ratan Lal v State of Bihar",
    "Supreme Court of India",
    "12 April 1975",
    "Civil Appeal No. 12 of 1974",
    "The Judgment was delivered by : P. N. Bhagwati, J.",
    "1. The appellant was convicted under section 302 of the Indian Penal Code and sentenced to imprisonment for life.",
    "2. Learned counsel relied on Kesavananda Bharati v. State of Kerala, (1973) 4 SCC 225, which we follow.",
    "3. The appeal is dismissed, and there shall be no order as to costs in the circumstances of the case.",
]
needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="tesseract is not installed: apt-get install tesseract-ocr"
)


def scan(path: Path, first_as_text: bool = False) -> Path:
    """A PDF whose pages are pictures of a printed judgment; the first may be a page of text before them."""
    canvas = Canvas(str(path), pagesize=A4)
    if first_as_text:
        for place, line in enumerate(PARAGRAPHS[:5]):
            canvas.drawString(72, 740 - 30 * place, line)
        canvas.showPage()
    with pypdfium2.PdfDocument(printed(PARAGRAPHS, Layout(numbered=False))) as document:
        for page in document:
            picture = io.BytesIO()
            page.render(scale=2.5, grayscale=True).to_pil().save(picture, "PNG")
            canvas.drawImage(ImageReader(picture), 0, 0, *A4)
            canvas.showPage()
    canvas.save()
    return path


@needs_tesseract
def test_a_scanned_judgment_is_read(tmp_path: Path) -> None:
    document = load(scan(tmp_path / "scan.pdf"), "scan", ocr=True)
    assert document.notes == ("1 of 1 pages are scanned and were read by tesseract (page 1)",)
    judgment = extract(document)
    assert isinstance(judgment, Judgment)
    assert (judgment.title, judgment.date) == ("Ratan Lal v. State of Bihar", "1975-04-12")
    (cited,) = judgment.references
    assert cited.citations[0].text == "(1973) 4 SCC 225"
    assert (cited.mentions[0].paragraph, cited.mentions[0].page) == ("2", "1")
    assert [(p.provision, p.paragraph) for p in judgment.provisions] == [("indian-penal-code-1860/section-302", "1")]


@needs_tesseract
def test_the_build_reads_scans_only_when_asked_to_and_then_keeps_them(tmp_path: Path) -> None:
    path, store = scan(tmp_path / "scan.pdf"), tmp_path / "g.db"
    plain = ("build", path, "--no-embed", "--workers", 1)
    refused = lawgraph(*plain, store=store)
    assert refused.exit_code == 1
    assert "read it with --ocr" in one_line(refused)
    assert answered(*plain, "--ocr", store=store)["added"] == ["scan"]
    assert answered(*plain, "--ocr", store=store)["skipped"] == ["scan"]
    assert answered(*plain, store=store)["skipped"] == ["scan"]


def test_pages_left_out_are_noted(tmp_path: Path) -> None:
    document = load(scan(tmp_path / "half.pdf", first_as_text=True), "half")
    assert document.notes == ("1 of 2 pages are scanned and were left out (page 2); read them with --ocr",)
    assert "302" not in document.text


def test_without_tesseract_the_way_to_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = scan(tmp_path / "scan.pdf")
    READER.close()
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError, match="--ocr needs tesseract, which is not installed") as caught:
        load(path, "scan", ocr=True)
    READER.close()
    assert "\n" not in str(caught.value)

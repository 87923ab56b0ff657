"""PDF files give the text that was printed, with the page of everything in it."""

import random
import re
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extraction import Judgment, extract, load
from extraction.documents.files import DocumentError
from tests.support.printed import Layout, printed

LAYOUTS = {
    "one column": Layout(header="2023 INSC 123"),
    "two columns": Layout(columns=2, size=10, leading=12, gap=5, hyphens=True, header="254 SUPREME COURT REPORTS"),
    "ragged": Layout(justified=False, leading=14, gap=6),
    "indented": Layout(indent=30, leading=15, gap=6),
}
WORDS = re.findall(
    r"\S+",
    "the appellant was heard at length on the sub-section which learned counsel for the respondent would "
    "read with an amendment that parliament enacted after considerable deliberation and circumstances "
    "establishing jurisdiction notwithstanding constitutional safeguards every magistrate shall record "
    "evidence before committing a prisoner ",
)


def prose(seed: int) -> str:
    """Sentences of words in a random order, always the same for a seed."""
    chance = random.Random(seed)
    return " ".join(" ".join(chance.sample(WORDS, 14)).capitalize() + "." for _ in range(7))


PARAGRAPHS = [
    "Ratan Lal v State of Bihar",
    "Supreme Court of India",
    "12 April 1975",
    "Civil Appeal No. 12 of 1974",
    "The Judgment was delivered by : P. N. Bhagwati, J.",
    *(f"{n}. {prose(n)} Section {n} of the Indian Penal Code has no bearing on it." for n in range(1, 26)),
]
NOTE = "Kesavananda Bharati v. State of Kerala, (1973) 4 SCC 225, paragraph 12."


def words(text: str) -> str:
    return " ".join(text.split())


def read(folder: Path, data: bytes) -> Judgment:
    path = folder / "judgment.pdf"
    path.write_bytes(data)
    judgment = extract(load(path, "judgment"))
    assert isinstance(judgment, Judgment)
    return judgment


def said(judgment: Judgment) -> dict[str, object]:
    """What a judgment says, whatever its spaces and lines."""
    return {
        "head": (judgment.title, judgment.court, judgment.date, judgment.case_number, judgment.authors),
        "references": [
            (r.title, r.citations, r.year, [(words(m.text), m.paragraph, m.treatment, m.by) for m in r.mentions])
            for r in judgment.references
        ],
        "provisions": [(words(p.text), p.provision, p.clause, p.paragraph) for p in judgment.provisions],
    }


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_real_judgments_read_from_print_say_what_their_text_says(
    shared_data: Path, tmp_path: Path, layout: Layout
) -> None:
    files = sorted((shared_data / "judgments" / "aila2019").glob("*.txt"), key=lambda file: file.stat().st_size)
    for file in random.Random(3).sample(files[:1500], 5):
        paragraphs = [words(line) for line in file.read_text(encoding="utf-8").split("\n") if line.strip()]
        (tmp_path / "judgment.txt").write_text("\n".join(paragraphs), encoding="utf-8")
        plain = extract(load(tmp_path / "judgment.txt", "judgment"))
        assert isinstance(plain, Judgment)
        assert said(read(tmp_path, printed(paragraphs, layout))) == said(plain), file.name


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_the_text_is_what_was_printed_without_heads_and_page_numbers(tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "judgment.pdf"
    path.write_bytes(printed(PARAGRAPHS, layout))
    document = load(path, "judgment")
    text = document.text.removeprefix("2023 INSC 123\n\n")
    assert words(text) == words(" ".join(PARAGRAPHS))
    assert [words(line) for line in text.split("\n") if line] == [words(p) for p in PARAGRAPHS]
    assert document.pages[0] == (0, 1)
    assert [number for _, number in document.pages] == list(range(1, len(document.pages) + 1))


def test_mentions_and_passages_know_their_page(tmp_path: Path) -> None:
    judgment = read(tmp_path, printed(PARAGRAPHS, LAYOUTS["one column"]))
    pages = [int(str(p.page)) for p in judgment.provisions]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] > 3
    assert all(chunk.pages for chunk in judgment.chunks)
    crossing = [chunk for chunk in judgment.chunks if len(chunk.pages) == 2]
    assert crossing
    assert all(int(chunk.pages[1]) == int(chunk.pages[0]) + 1 for chunk in crossing)


def test_a_footnote_is_set_after_its_paragraph_with_its_mark(tmp_path: Path) -> None:
    paragraphs = [*PARAGRAPHS[:7], "3. That was decided in Kesavananda.", *PARAGRAPHS[8:]]
    layout = Layout(header="2023 INSC 123", notes={"Kesavananda.": NOTE})
    path = tmp_path / "judgment.pdf"
    path.write_bytes(printed(paragraphs, layout))
    document = load(path, "judgment")
    assert "decided in Kesavananda.[1]\n" in document.text
    assert f"\n[1] {NOTE}\n" in document.text
    judgment = extract(document)
    assert isinstance(judgment, Judgment)
    (cited,) = judgment.references
    assert cited.citations[0].text == "(1973) 4 SCC 225"
    mark = document.text.index("Kesavananda.[1]")
    assert cited.mentions[0].page == str(max(page for offset, page in document.pages if offset <= mark))
    assert "225" not in judgment.title


def test_a_word_broken_at_a_line_is_mended_and_a_compound_kept(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    lines = ["The sub-section was read by the Attorney-", "General as the Con-", "stitution has it: a non-", "bailable"]
    for place, line in enumerate([*lines, "offence, as the constitution bench said in a long line of cases."]):
        canvas.drawString(72, 700 - 14 * place, line)
    canvas.save()
    text = words(load(tmp_path / "a.pdf", "a").text)
    assert text.startswith(
        "The sub-section was read by the Attorney-General as the Constitution has it: a non-bailable"
    )


def scanned(folder: Path) -> Path:
    canvas = Canvas(str(folder / "scan.pdf"), pagesize=A4)
    Image.new("L", (300, 400), 230).save(folder / "scan.png")
    canvas.drawImage(str(folder / "scan.png"), 0, 0, *A4)
    canvas.save()
    return folder / "scan.pdf"


def locked(folder: Path) -> Path:
    canvas = Canvas(str(folder / "locked.pdf"), encrypt="secret")
    canvas.drawString(72, 700, "The appeal is dismissed.")
    canvas.save()
    return folder / "locked.pdf"


def cut(folder: Path) -> Path:
    whole = printed(PARAGRAPHS, LAYOUTS["one column"])
    (folder / "cut.pdf").write_bytes(whole[: len(whole) * 2 // 3])
    return folder / "cut.pdf"


def empty(folder: Path) -> Path:
    pypdfium2.PdfDocument.new().save(folder / "empty.pdf")
    return folder / "empty.pdf"


def blank(folder: Path) -> Path:
    canvas = Canvas(str(folder / "blank.pdf"))
    canvas.showPage()
    canvas.save()
    return folder / "blank.pdf"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (scanned, "a scanned PDF: its pages are pictures without text; read it with --ocr"),
        (locked, "encrypted with a password; save a copy without one"),
        (cut, "damaged or cut off; get a whole copy"),
        (empty, "no pages; get a whole copy"),
        (blank, "has no text; get another copy"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path, make: object, says: str) -> None:
    assert callable(make)
    path = make(tmp_path)
    with pytest.raises(DocumentError) as caught:
        load(path, "bad")
    assert str(caught.value).startswith(f"{path}: ")
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    data = bytearray(printed(PARAGRAPHS[:9], LAYOUTS["one column"]))
    chance = random.Random(seed)
    for _ in range(chance.randrange(1, 200)):
        data[chance.randrange(8, len(data))] = chance.randrange(256)
    (tmp_path / "bad.pdf").write_bytes(bytes(data))
    try:
        text = load(tmp_path / "bad.pdf", "bad").text
    except DocumentError as error:
        text = str(error)
    assert text.strip()

"""No PDF holds up a build or ends it: it is read or refused with one line, within its time and memory."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extraction import DocumentError, load
from extraction.documents import pdf_worker as pdf_process
from kg.build.build import build
from kg.stores.open import open_store
from tests.support import hostile_pdfs
from tests.support.judgments import CORPUS
from tests.support.printed import Layout, printed

REFUSED = "to read; print it to a new PDF|of memory; print it to a new PDF|damaged; get a whole copy|has no text; get"


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 1)
    monkeypatch.setattr(pdf_process, "MEMORY", 500 << 20)


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize(
    "made",
    [
        hostile_pdfs.doubling,
        hostile_pdfs.drawing_itself,
        hostile_pdfs.pages_in_a_loop,
        hostile_pdfs.bomb,
        hostile_pdfs.blank_bomb,
        hostile_pdfs.nested,
    ],
)
def test_a_file_that_asks_for_too_much_is_refused_with_one_line(made: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(made())
    with pytest.raises(DocumentError, match=REFUSED) as caught:
        load(path, "hostile")
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_too_much_time_and_too_much_memory_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(hostile_pdfs.doubling())
    monkeypatch.setattr(pdf_process, "SECONDS", 1)
    monkeypatch.setattr(pdf_process, "MEMORY", 8 << 30)
    with pytest.raises(DocumentError, match="takes more than 1 seconds to read"):
        load(path, "hostile")
    monkeypatch.setattr(pdf_process, "SECONDS", 60)
    monkeypatch.setattr(pdf_process, "MEMORY", 300 << 20)
    with pytest.raises(DocumentError, match=r"needs more than 0\.29 GiB of memory"):
        load(path, "hostile")


def test_a_page_count_that_is_not_true_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "many.pdf"
    path.write_bytes(hostile_pdfs.many_pages())
    assert load(path, "many").text.strip() == "The appeal is dismissed."


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_build_goes_on_past_hostile_files_and_lists_them(tmp_path: Path, workers: int) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for place, name in enumerate(("alpha", "gamma")):
        (texts / f"{place}-{name}.pdf").write_bytes(printed(CORPUS[name].split("\n"), Layout()))
    hostile = texts / "0-hostile.pdf"
    hostile.write_bytes(hostile_pdfs.pages_in_a_loop() if workers > 1 else hostile_pdfs.doubling())
    store = open_store(str(tmp_path / "g.db"), create=True)
    report = build(store, [texts], workers=workers)
    store.close()
    assert report.added == ["0-alpha", "1-gamma"]
    (line,) = report.failed
    assert line.startswith(f"{hostile}: ")

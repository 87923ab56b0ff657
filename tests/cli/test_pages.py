"""A source that was read from a PDF is pinpointed by page as well as by paragraph."""

from pathlib import Path

from tests.support.cli_runs import answered, lawgraph
from tests.support.judgments import CORPUS
from tests.support.printed import Layout, printed
from tests.support.web_pages import INDIAN_KANOON


def test_a_source_says_page_and_paragraph(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    filler = [f"{n}. The facts of the case are set out at length in the order below." for n in range(3, 60)]
    for name in ("beta", "gamma"):
        lines = [line for line in CORPUS[name].split("\n") if line.strip()]
        moved = [*lines[:5], "1. Leave granted.", "2. Heard.", *filler, *(f"6{line}" for line in lines[5:])]
        (texts / f"{name}.pdf").write_bytes(printed(moved if name == "gamma" else lines, Layout(header="2023 INSC 9")))
    store = tmp_path / "g.db"
    assert answered("build", texts, "--no-embed", "--workers", 1, store=store)["added"] == ["beta", "gamma"]
    question = "Which later cases overruled Mohini Textiles v. State of Gujarat?"
    sources = answered("ask", question, store=store)["sources"]
    overruling = next(source for source in sources if "is overruled" in source["quote"])
    assert (overruling["paragraph"], overruling["documents"]) == ("61", ["gamma"])
    assert int(overruling["page"]) > 2
    place = f"page {overruling['page']}, paragraph 61"

    def printed_by(*command: object) -> str:
        return " ".join(lawgraph(*command, store=store).stdout.split())

    assert place in printed_by("ask", question)
    (citation,) = answered("show", "Mohini Textiles v. State of Gujarat", store=store)["cited_by"]
    assert (citation["page"], citation["paragraph"]) == (overruling["page"], "61")
    assert place in printed_by("show", "Mohini Textiles v. State of Gujarat")
    ends = (overruling["title"], "Mohini Textiles v. State of Gujarat")
    (step,) = answered("path", *ends, store=store)["steps"]
    assert (step["page"], step["paragraph"]) == (overruling["page"], "61")
    assert place in printed_by("path", *ends)
    passages = answered("search", "overruled", store=store)["passages"]
    assert (passages[0]["page"], passages[0]["paragraph"]) == (overruling["page"], "61")
    assert place in printed_by("search", "overruled")


def test_a_folder_of_all_kinds_is_read_and_what_is_not_is_listed(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "alpha.pdf").write_bytes(printed(CORPUS["alpha"].split("\n"), Layout()))
    (texts / "page.html").write_text(INDIAN_KANOON, encoding="utf-8")
    (texts / "delta.txt").write_text(CORPUS["delta"], encoding="utf-16")
    (texts / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    (texts / "notes.odt").write_bytes(b"PK")
    result = lawgraph("build", texts, "--no-embed", "--workers", 1, "--json", store=tmp_path / "g.db")
    assert result.exit_code == 1
    assert '"added": ["alpha", "delta", "page"]' in " ".join(result.stdout.split()).replace("[ ", "[").replace(
        " ]", "]"
    )
    assert "cut.pdf: the PDF is damaged or cut off" in result.stderr
    assert "notes.odt" in result.stdout

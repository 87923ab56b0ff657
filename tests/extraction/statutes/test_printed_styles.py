"""Acts however they are printed: how headings end, where chapters and schedules begin, what only names a schedule."""

import pytest

from extraction.statutes.akoma_ntoso.reading import read_act
from extraction.statutes.formats import recognise
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.rows import Row, rows_from_json

HEAD = "THE ROPEWAYS ACT, 1958\nAct No. 14 of 1958\nAn Act to provide for ropeways.\nBe it enacted as follows:\n\n"
SECTIONS = {
    "1": ("Short title", "(1) This Act may be called the Ropeways Act, 1958."),
    "2": ("Licences", "No ropeway is opened without a licence.\nIt lasts five years."),
    "2A": ("Renewal", "A licence may be renewed."),
    "3": ("Inspection", "The Collector may inspect a ropeway:\nProvided that he gives notice."),
    "4": ("Penalty", "Whoever opens a ropeway without a licence is fined."),
}


def read(text: str) -> dict[str, tuple[str, str]]:
    assert recognise(text) == "act-text"
    return {row.number: (row.heading, row.text) for row in rows_from_text(text) if row.kind == "section"}


def rows(*parts: str) -> list[Row]:
    return rows_from_text(HEAD + "\n".join(parts) + "\n")


@pytest.mark.parametrize(
    "style",
    [
        "{number}. {heading}.—{text}",
        "{number}. {heading}.-\n{text}\n",
        "{number}. {heading}\n{text}\n",
        "{number}. {heading}:\n\n{text}\n",
        "Section {number}. {heading}\n\n{text}\n",
        "Section {number}: {heading}\n{text}",
        "Section {number} - {heading}\n{text}",
        "SECTION {number}\n{heading}\n{text}\n",
        "§ {number}. {heading}\n{text}\n",
    ],
)
def test_a_heading_ends_as_the_print_has_it(style: str) -> None:
    parts = (style.format(number=number, heading=heading, text=text) for number, (heading, text) in SECTIONS.items())
    assert read(HEAD + "\n".join(parts)) == SECTIONS


BESIDE = """Short title and   1. (1) This Act may be called the Ropeways Act, 1958.
extent.           (2) It extends to the hills.
Licences.         2. No ropeway is opened without
                  a licence.
Penalty.          3. Whoever opens one without a licence is fined.
"""
BELOW = """1. (1) This Act may be called the Ropeways Act, 1958.
(2) It extends to the hills.
Short title and extent.
2. No ropeway is opened without
a licence.
Licences.
3. Whoever opens one without a licence is fined.
Penalty.
"""


@pytest.mark.parametrize("sections", [BESIDE, BELOW])
def test_headings_beside_the_sections_or_below_them(sections: str) -> None:
    assert read(HEAD + sections) == {
        "1": (
            "Short title and extent",
            "(1) This Act may be called the Ropeways Act, 1958.\n(2) It extends to the hills.",
        ),
        "2": ("Licences", "No ropeway is opened without\na licence."),
        "3": ("Penalty", "Whoever opens one without a licence is fined."),
    }


def test_a_list_of_sections_and_rows_of_a_list_are_no_sections_though_they_fill_lines() -> None:
    contents = "ARRANGEMENT OF SECTIONS\n" + "\n".join(f"{n}. {heading}" for n, (heading, _) in SECTIONS.items())
    body = "\n".join(f"{n}. {heading}.—{text}" for n, (heading, text) in SECTIONS.items())
    lists = "\nTHE SCHEDULE\nROPEWAYS\n" + "\n".join(f"{n}. Line {n}" for n in range(1, 9))
    assert read(HEAD.replace("Be it", f"{contents}\nBe it") + body + lists) == SECTIONS


def test_sections_without_headings_under_the_word() -> None:
    text = HEAD + "".join(f"Section {n}.\n\n{words}\n\n" for n, words in ((1, "This Act is so called."), (2, "None.")))
    assert read(text) == {"1": ("", "This Act is so called."), "2": ("", "None.")}


@pytest.mark.parametrize(
    ("parts", "numbers"),
    [
        (("1. Title.—So.", "2. Toll.—Due.", "7A. Boats.—Few.", "7B. Rafts.—None.", "8. Rules.—Made."), "1 2 7A 7B 8"),
        (("1. Title.—So.", "2. Toll.—As in “9A. Boats.—”.", "9A. Boats.—Few.", "3. Rules.—Made."), "1 2 3"),
    ],
)
def test_a_lettered_section_stands_before_the_next_number_too(parts: tuple[str, ...], numbers: str) -> None:
    assert [row.number for row in rows(*parts)] == numbers.split()


def test_an_unheaded_section_with_subsections_has_no_heading() -> None:
    found = rows(
        "1. Title.—So.", "2. (1) Licence. No boat - however small - shall cross.", "3. Rules.—Made.", "4. End.—So."
    )
    assert (found[1].heading, found[1].text[:4]) == ("", "(1) ")


def test_rows_of_a_schedule_go_on_above_the_sections() -> None:
    goods = [f"{n}. Goods of kind {n};" for n in range(1, 9)]
    found = rows("1. Title.—So.", "2. Toll.—Due.", "3. Rules.—Made.", "THE SCHEDULE", *goods)
    assert [(row.kind, row.number) for row in found[2:]] == [("section", "3"), ("schedule", "1")]
    assert found[-1].text.count("Goods") == 8


def test_a_line_that_begins_with_a_schedule_named_is_none() -> None:
    found = rows(
        "1. Title.—So.", "2. Toll.—Due as laid down in the\nSchedule.", "3. Rates.—Of the\nFirst Schedule\nhold."
    )
    assert [row.kind for row in found] == ["section"] * 3
    assert found[2].text == "Of the\nFirst Schedule\nhold."


@pytest.mark.parametrize(
    ("chapter", "label"),
    [
        ("CHAPTER II\nOF TOLLS", "Chapter II: OF TOLLS"),
        ("CHAPTER II - OF TOLLS", "Chapter II: OF TOLLS"),
        ("Chapter 2\n\nOf tolls", "Chapter 2: Of tolls"),
        ("CHAPTER-IIA\nOF TOLLS", "Chapter IIA: OF TOLLS"),
        ("PART II\nFERRIES\nCHAPTER I\nOF TOLLS", "Part II: FERRIES > Chapter I: OF TOLLS"),
    ],
)
def test_a_section_is_in_the_chapter_printed_above_it(chapter: str, label: str) -> None:
    found = rows("PART I\nGENERAL", "1. Title.—So.", chapter, "2. Toll.—Due.", "3. Rules.—Made.")
    assert [row.chapter for row in found] == ["Part I: GENERAL", *2 * [_in(label)]]
    assert [row.text for row in found] == ["So.", "Due.", "Made."]


def _in(label: str) -> str:
    return label if label.startswith("Part") else f"Part I: GENERAL > {label}"


def test_the_chapter_of_an_object() -> None:
    item = {"chapter": 4, "chapter_title": "Of tolls", "section": "9", "title": "Toll", "description": "Due."}
    assert rows_from_json([item]) == [Row("section", "9", "Toll", "Due.", chapter="Chapter 4: Of tolls")]


def test_sections_after_a_line_taken_for_a_schedule_in_the_mark_up_are_sections() -> None:
    section = "<section><num>{0}.</num><heading>Toll {0}</heading><content><p>{1}</p></content></section>"
    xml = (
        '<akomaNtoso xmlns="http://www.akomantoso.org/2.0"><act><meta><identification><FRBRWork>'
        '<FRBRalias value="The Ropeways Act, 1958"/></FRBRWork></identification></meta><body>'
        f"{section.format(1, 'As specified in the Fifth')}</body></act><components><component><doc><meta>"
        '<identification><FRBRWork><FRBRalias value="Schedule"/></FRBRWork></identification></meta><mainBody>'
        f"<paragraph><content><p>to this Act.</p></content></paragraph>{section.format(2, 'It is due.')}"
        "</mainBody></doc></component></components></akomaNtoso>"
    )
    found = read_act(xml, "ropeways").rows
    assert [(row.kind, row.number) for row in found] == [("section", "1"), ("section", "2")]
    assert found[0].text.replace("\n", " ") == "As specified in the Fifth Schedule to this Act."

"""Footnotes: a mark is told from a name and a number, and finds its note."""

import pytest

from extraction.text.footnotes import find_footnotes, without_marks

NOTES = "\n\n[1] (1978) 1 SCC 248\n[2] (1985) 3 SCC 545\n3 (1981) 1 SCC 608\n"


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Maneka Gandhi v. Union of India[1] was applied.", "Maneka Gandhi v. Union of India    was applied."),
        ("Olga Tellis v. Municipal Corporation, [2] held so.", "Olga Tellis v. Municipal Corporation,     held so."),
        ("In Francis Coralie Mullin3 it was said.", "In Francis Coralie Mullin  it was said."),
        ("Eee Ram v. State of Goa¹ was cited.", "Eee Ram v. State of Goa  was cited."),
        ("Hhh Ram v. State of Goa† was cited.", "Hhh Ram v. State of Goa  was cited."),
        ("Iii Ram v. State of Goa[^1], held.", "Iii Ram v. State of Goa    , held."),
        ("[1966] 1 SCR 505 and section 34A stay.", "[1966] 1 SCR 505 and section 34A stay."),
        ("The appellant was 4 years old in 1978.", "The appellant was 4 years old in 1978."),
    ],
)
def test_marks_are_no_part_of_names(words: str, read: str) -> None:
    text = words + NOTES
    assert without_marks(text, find_footnotes(text)).split("\n")[0] == read


def test_a_mark_finds_the_note_of_its_number_below_it() -> None:
    text = "It was so held.[1]\n[1] See the first.\nAnd again.[1]\n[1] See the second.\n"
    assert [text[note.start : note.end] for note in find_footnotes(text)] == ["See the first.", "See the second."]


def test_stars_on_a_word_are_marks_of_the_lines_that_begin_with_as_many() -> None:
    text = "So A v. Goa* and B v. Goa**. It was so.\n___\n*  (1978) 1 SCC 248\n** AIR 1956 SC 64\n"
    notes = find_footnotes(text)
    assert [text[note.start : note.end] for note in notes] == ["(1978) 1 SCC 248", "AIR 1956 SC 64"]
    assert without_marks(text, notes).startswith("So A v. Goa  and B v. Goa  . It")


@pytest.mark.parametrize(
    "text",
    [
        "So *A v. Goa* held.\n* AIR 1956 SC 64\n",
        "Heads: **The facts.**\n** AIR 1956 SC 64\n",
        "* AIR 1956 SC 64\nSo A v. Goa* held.\n",
        "It was so*.\n** AIR 1956 SC 64\n",
    ],
)
def test_stars_without_a_note_of_theirs_are_no_marks(text: str) -> None:
    assert find_footnotes(text) == []


def test_a_mark_on_a_page_number_is_told_by_its_neighbours() -> None:
    text = "As in A[13] and (2012) 8 SCC 2114 and B[15].\n[13] One case.\n[14] Another case.\n[15] A third one.\n"
    assert "(2012) 8 SCC 21   and" in without_marks(text, find_footnotes(text))


def test_a_page_number_stays_whole_without_such_neighbours() -> None:
    text = "As in (2020) 2 SCALE 565 it was held.[4]\n[4] One case.\n[5] A row of a table that says something.\n"
    assert "2 SCALE 565 it" in without_marks(text, find_footnotes(text))


def test_rows_of_a_table_are_no_notes() -> None:
    text = "It was so in Ram v. State.[2]\n[2] P3 960 27.8.2010\n[2] Shyam v. State, AIR 1959 SC 429.\n"
    (note,) = find_footnotes(text)
    assert text[note.start : note.end].startswith("Shyam")


def test_a_number_after_an_abbreviation_that_counts_is_no_mark() -> None:
    text = "See (1994) Supp.1 SCC 74 and the Rules.1 That is all.\n\n[1] Rules of 1950, as amended."
    assert [(f.number, text[f.mark_start - 6 : f.mark_end]) for f in find_footnotes(text)] == [("1", "Rules.1")]


def test_a_page_after_the_abbreviation_of_a_report_is_no_mark() -> None:
    text = "So A v. B.[1] It was so.\n[1] AIR 1931 NAG.2 \n[2] A note on something else.\n"
    assert [f.number for f in find_footnotes(text)] == ["1"]


def test_marks_in_round_brackets_count_on_among_the_clauses_of_provisions() -> None:
    words = "In Alpha (1) and under clause (2) and section (2) and in Beta, (2) it was so (9)."
    text = f"{words}\n\nNOTES\n(1) One.\n(2) Two.\n"
    assert [text[f.mark_start - 5 : f.mark_end] for f in find_footnotes(text)] == ["Alpha (1)", "Beta, (2)"]


def test_without_a_heading_numbers_in_round_brackets_are_items() -> None:
    assert find_footnotes("He relies on two deeds (1) and no more.\n(1) the sale deed\n(2) the mortgage\n") == []


def test_a_mark_on_two_capitals_is_told_by_its_neighbours() -> None:
    text = (
        "In Alpha[1] and Metro Bank NA2 and Beta[3] it was so.\n\n[1] Note of one\n[2] Note of two\n[3] Note of three\n"
    )
    assert [f.number for f in find_footnotes(text)] == ["1", "2", "3"]


def test_a_note_may_be_a_report_in_small_letters() -> None:
    text = "In Alpha v. State of U.P. [1] it was so.\n\n[1] 2000 CrLJ 569\n"
    assert [text[f.start : f.end] for f in find_footnotes(text)] == ["2000 CrLJ 569"]


def test_citations_at_the_foot_of_each_page_count_anew() -> None:
    text = (
        "It was so held in Bose v. Sen (1) and in Ghosh v. Das (2), on section 9 (1).\n\n"
        "(1) [1931] A.C. 40.     (2) A.I.R. 1940 Cal. 8.\n\n"
        "Later came Roy v. Dey (1).\n\n(1) 7 I.A. 19.\n"
    )
    found = [(text[: note.mark_start].split()[-1], text[note.start : note.end]) for note in find_footnotes(text)]
    assert found == [("Sen", "[1931] A.C. 40."), ("Das", "A.I.R. 1940 Cal. 8."), ("Dey", "7 I.A. 19.")]


def test_a_list_of_questions_is_no_foot_of_a_page() -> None:
    assert find_footnotes("He asked; (1) whether; (2) when.\n(1) It was so.\n(2) In 1950.") == []

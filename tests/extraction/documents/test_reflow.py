"""Printed lines become running text, and what a line's end did to it is undone."""

from collections.abc import Sequence

import pytest

from extraction.documents.furniture import without_furniture
from extraction.documents.lines import Print, read_pages
from extraction.documents.reflow import PagedText, running_text
from tests.support.typeset import beside, set_line, set_page

FULL = "The appellant was tried for murder in the court of"
"""A line that fills the width of the pages here."""


def read(*pages: Sequence[str]) -> PagedText:
    return running_text(without_furniture(read_pages([set_page(lines, n) for n, lines in enumerate(pages, 1)])))


def text(*lines: str) -> str:
    return read([FULL, *lines]).text.removeprefix(FULL).strip()


def test_the_lines_of_a_paragraph_are_one() -> None:
    assert read([FULL, "session at Patna and was sentenced to death on it", "and appeals."]).text == (
        f"{FULL} session at Patna and was sentenced to death on it and appeals."
    )


def test_a_short_line_ends_its_paragraph() -> None:
    assert text("session.", "The High Court confirmed the sentence of death on", "him.") == (
        "session.\nThe High Court confirmed the sentence of death on him."
    )


def test_room_between_lines_is_a_blank_line() -> None:
    assert text(
        "session at Patna, by which he was sentenced to it.", "", "We have heard both sides on the appeal as made."
    ) == ("session at Patna, by which he was sentenced to it.\n\nWe have heard both sides on the appeal as made.")


@pytest.mark.parametrize("mark", ["2.", "(2)", "(ii)", "(a)", "a)", "2.1"])
def test_a_numbered_line_begins_a_paragraph_after_a_full_stop(mark: str) -> None:
    ended = "session at Patna, by which he was sentenced to it."
    assert text(ended, f"{mark} The High Court confirmed it.") == f"{ended}\n{mark} The High Court confirmed it."


@pytest.mark.parametrize(
    "broken", ["the sentence of death was confirmed under section", "the sentence of death was confirmed under Art."]
)
def test_a_number_that_goes_on_a_sentence_begins_nothing(broken: str) -> None:
    assert text(broken, "302. The appeal fails.") == f"{broken} 302. The appeal fails."


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("the High Court con-", "firmed the sentence", "the High Court confirmed the sentence"),
        ("a plea of self-", "defence was made", "a plea of self-defence was made"),
        ("a decree was ex-", "parte and is void", "a decree was ex-parte and is void"),
        ("the Indo-", "Nepal border", "the Indo-Nepal border"),
        ("he was tried-", "Nothing turns on it", "he was tried- Nothing turns on it"),
        ("in the year 1977-", "78 tolls were levied", "in the year 1977-78 tolls were levied"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line(end: str, begin: str, joined: str) -> None:
    filling = "word " * ((len(FULL) - len(end)) // 5)
    assert text(filling + end, begin).removeprefix(filling) == joined


def test_a_compound_printed_whole_elsewhere_keeps_its_hyphen_and_a_word_loses_it() -> None:
    lines = (
        "the motor-car was his and the motor of it was made",
        "in his own workshop for the driving of the motor-",
        "car.",
    )
    assert text(*lines).endswith("for the driving of the motor-car.")


def test_a_paragraph_goes_on_over_the_page() -> None:
    second = "session at Patna and was sentenced to death on it"
    found = read([FULL] * 6, [second, "and he appeals against that.", FULL, FULL, FULL, FULL])
    assert f"{FULL} {second} and he appeals against that." in found.text
    assert [number for _, number in found.pages] == [1, 2]
    assert found.text[found.pages[1][0] :].startswith(second)


RUNNING = "and it was then found by them that the grant was a"
"""A line of running text that fills the pages here and ends in the middle of a sentence."""


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (RUNNING, "Maharaja had been proved."),  # full, and no end of a sentence
        ("and so it was held in", "(2005) 7 SCC 627 by this Court."),  # short, but "in" ends nothing
        ("the court below", "had no right to say so."),  # goes on in small letters
    ],
)
@pytest.mark.parametrize("left", [72, 110])
def test_a_sentence_runs_on_however_its_lines_are_set(above: str, below: str, left: float) -> None:
    page = beside(set_page([FULL, FULL, above]), set_line(below, 194, left=left))
    assert f"{above} {below}" in running_text(without_furniture(read_pages([page]))).text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (RUNNING, "REASONS"),
        (RUNNING, "(b) the second point."),
        (RUNNING, "xxx xxx xxx"),
        ("and it is so ordered today by us all at this seat.", "The appeal is dismissed."),
    ],
)
def test_headings_items_and_new_sentences_begin_lines(above: str, below: str) -> None:
    page = beside(set_page([FULL, FULL, above]), set_line(below, 194, left=110))
    assert f"{above}\n{below}" in running_text(without_furniture(read_pages([page]))).text


def test_text_set_wider_than_the_quotations_that_a_judgment_is_full_of_is_no_row_of_paragraphs() -> None:
    quoted = [
        line
        for row in range(12)
        for line in set_line("a long extract of an older judgment is", 300 + 14 * row, 110, 10)
    ]
    wide = set_page(
        ["Similar things were said by the learned Judge in Jai", "Lundia, as follows."], top=140, leading=32
    )
    text = running_text(
        without_furniture(read_pages([set_page([FULL] * 9, leading=32), beside(Print(2, 842, wide.words), quoted)]))
    )
    assert "learned Judge in Jai Lundia, as follows." in text.text


def test_every_page_begins_where_its_text_does() -> None:
    found = read(["The first page ends here."], ["The second page ends here."], ["The third page ends here."])
    starts = [found.text[offset:].lstrip()[:10] for offset, _ in found.pages]
    assert starts == ["The first ", "The second", "The third "]


def test_footnotes_follow_the_paragraph_with_which_their_page_ends() -> None:
    marked = FULL.replace("murder", "murder,1")
    first = beside(set_page([FULL, FULL, FULL, marked, FULL]), set_line("1 AIR 1978 SC 597", 650, size=8))
    second = set_page(["session at Patna.", "The appeal is dismissed and he shall surrender now."], 2)
    found = running_text(without_furniture(read_pages([first, second])))
    assert found.text.split("\n") == [
        " ".join([FULL, FULL, FULL, marked, FULL, "session at Patna."]),
        "[1] AIR 1978 SC 597",
        "The appeal is dismissed and he shall surrender now.",
    ]


def test_nothing_printed_is_no_text() -> None:
    assert running_text([]) == PagedText("", ())
    assert running_text(without_furniture(read_pages([Print(1, 842, ())]))).text == ""

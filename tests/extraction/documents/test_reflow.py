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


def test_every_page_begins_where_its_text_does() -> None:
    found = read(["The first page ends here."], ["The second page ends here."], ["The third page ends here."])
    starts = [found.text[offset:].lstrip()[:10] for offset, _ in found.pages]
    assert starts == ["The first ", "The second", "The third "]


def test_footnotes_follow_the_paragraph_with_which_their_page_ends() -> None:
    first = beside(set_page([FULL] * 5), set_line("1 AIR 1978 SC 597", 650, size=8))
    second = set_page(["session at Patna.", "The appeal is dismissed and he shall surrender now."], 2)
    found = running_text(without_furniture(read_pages([first, second])))
    assert found.text.split("\n") == [
        " ".join([*[FULL] * 5, "session at Patna."]),
        "[1] AIR 1978 SC 597",
        "The appeal is dismissed and he shall surrender now.",
    ]


def test_nothing_printed_is_no_text() -> None:
    assert running_text([]) == PagedText("", ())
    assert running_text(without_furniture(read_pages([Print(1, 842, ())]))).text == ""

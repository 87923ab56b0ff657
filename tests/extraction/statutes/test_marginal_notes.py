"""A provision known by its marginal note alone, or by that and what it says."""

import pytest

from extraction.statutes.marginal_notes import noted, plain


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Punishment for murder.", "punishment for murder"),
        ("Dowry-death", "dowry death"),
        ("  “Common intention”  ", "common intention"),
        ("", ""),
    ],
)
def test_a_heading_without_its_print(printed: str, bare: str) -> None:
    assert plain(printed) == bare


@pytest.mark.parametrize(
    ("heading", "text", "provision"),
    [
        ("Criminal misconduct by a public servant", "Any text", ("Prevention of Corruption Act, 1988", "13")),
        ("CRIMINAL MISCONDUCT BY A PUBLIC SERVANT.", "", ("Prevention of Corruption Act, 1988", "13")),
        ("Criminal mis-conduct by public servant", "", ("Prevention of Corruption Act, 1988", "13")),
        ("Definitions", "“industrial dispute” means any dispute", ("Industrial Disputes Act, 1947", "2")),
        ("Definitions.", "In this Act and all Central Acts and Regulations", ("General Clauses Act, 1897", "3")),
    ],
)
def test_a_note_is_told_by_its_words_and_where_several_share_it_by_the_text(
    heading: str, text: str, provision: tuple[str, str]
) -> None:
    found = noted(heading, text)
    assert found
    assert (found.act.title, found.number) == provision


@pytest.mark.parametrize("heading", ["", "Punishment", "Short title, extent and commencement of nothing"])
def test_a_note_like_none_of_the_table_is_of_no_provision(heading: str) -> None:
    assert noted(heading, "Whoever does this") is None

"""The name by which a text calls an act, where a footnote gives it."""

import pytest

from extraction.records import Paragraph
from tests.support.reading import read_mentions

OIL = "bihar-lamp-oil-act-1921"


@pytest.mark.parametrize(
    "text",
    [
        "The Bihar Lamp Oil Act, 1921[1] is older than the Arms Act, 1959. Section 4 of the Act governs.\n"
        "[1] Hereinafter ‘the Act’.",
        "The Bihar Lamp Oil Act, 1921[1] is older than the Arms Act, 1959. Section 4 of the Oil Act governs.\n"
        "[1] For short, “the Oil Act”.",
        "The Bihar Lamp Oil Act, 1921[1] is older than the Arms Act, 1959. Section 4 of the Act of 1921 governs.\n"
        "[1] Hereinafter shortly referred to as the “Act, 1921”",
        "Section 4 of the 1921 Act[1] governs, not the Arms Act, 1959.\n[1] The Bihar Lamp Oil Act, 1921.",
    ],
)
def test_a_note_names_the_act(text: str) -> None:
    body = text.index("\n[1]")
    found = read_mentions(text, [Paragraph("1", 0, body), Paragraph(None, body, len(text))], "A v. B").provisions
    assert [p.provision for p in found] == [f"{OIL}/section-4"]


@pytest.mark.parametrize(
    ("mark", "note"),
    [("[31]", "[31]"), ("^31", "^31"), ("³¹", "³¹"), (" [^31]", "[^31]:")],
    ids=["bracket", "caret", "raised", "markdown"],
)
def test_a_mark_between_a_section_and_its_act(mark: str, note: str) -> None:
    text = (
        f"The Arms Act, 1959 is strict. Sections 5{mark}, 6{mark} and 9{mark} of the Bihar Lamp Oil Act, 1921 not.\n"
        f"{note} Their words are few."
    )
    found = read_mentions(text, [Paragraph("1", 0, len(text))], "A v. B").provisions
    assert [p.provision for p in found] == [f"{OIL}/section-{number}" for number in (5, 6, 9)]

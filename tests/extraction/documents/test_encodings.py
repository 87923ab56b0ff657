"""Text files come in the encodings that word processors and web sites save."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.documents.encodings import EncodingError, decode

TEXT = "Ratan Lal v State of Bihar\n\n1. The “sub-section” isn’t naïve – § 3.\n2. Dismissed.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


def test_windows_1252_is_read_and_noted() -> None:
    assert decode(TEXT.encode("cp1252")) == (TEXT, ("not valid UTF-8: read as Windows-1252",))


def test_damaged_utf_8_keeps_the_rest() -> None:
    text, notes = decode(TEXT.encode() + b"\xff")
    assert text == TEXT + "\ufffd"
    assert notes == ("1 characters are not valid UTF-8 and were replaced",)


def test_half_a_character_of_utf_16_is_noted() -> None:
    text, notes = decode(TEXT.encode("utf-16") + b"a")
    assert text == TEXT + "\ufffd"
    assert "UTF-16" in notes[0]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 20, b"\x7fELF\x02\x01\x01" + b"\0" * 300, b"PK\x03\x04\x14\0\x08"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(EncodingError, match="binary"):
        decode(data)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x7E), min_size=4))
def test_plain_ascii_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except EncodingError:
        return
    assert "\0" not in text

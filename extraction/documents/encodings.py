"""Bytes to text: UTF-8, UTF-16 with or without a mark, and Windows-1252, the encodings that judgments are saved in."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MULTIBYTE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x9f\ufffd]")
_SAMPLE = 65_536  # bytes that tell the encoding; all of a long file would take as long as reading it
_MOSTLY = 0.1  # control characters in so large a share are no text
_MOSTLY_HIGH = 0.3  # text in English has few bytes above 127; with more the file is in another script or none


class EncodingError(ValueError):
    """Bytes that are no text; the message says so and how to mend it."""


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file without its byte-order mark, and notes on what could not be read as it stands.

    Raises EncodingError for what looks binary.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly_or_replaced(data[len(mark) :], encoding)
    if unmarked := _unmarked_utf16(data):
        return _strictly_or_replaced(data, unmarked)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data)
    _refuse_binary(text)
    return text, ()


def _strictly_or_replaced(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    _refuse_binary(text)
    return text, _replaced(text, len(data.decode(encoding, errors="ignore")), encoding)


def _replaced(text: str, kept: int, encoding: str) -> tuple[str, ...]:
    count = len(text) - kept
    return (f"{count} characters are not valid {encoding.upper()[:6].rstrip('-')} and were replaced",) if count else ()


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _not_utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Damaged UTF-8 where other characters are whole in it; otherwise Windows-1252."""
    if _MULTIBYTE.search(data):
        return _strictly_or_replaced(data, "utf-8")
    if sum(byte > 127 for byte in data[:_SAMPLE]) > _MOSTLY_HIGH * len(data[:_SAMPLE]):
        raise EncodingError("the file is not text (it looks binary); save it as plain text")
    text = data.decode("cp1252", errors="replace")
    _refuse_binary(text)
    return text, ("not valid UTF-8: read as Windows-1252",)


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    if "\0" in sample or len(_CONTROL.findall(sample)) > _MOSTLY * len(sample):
        raise EncodingError("the file is not text (it looks binary); save it as plain text")

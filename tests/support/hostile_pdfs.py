"""PDF files made to hold up or end whoever reads them."""

import zlib
from collections.abc import Sequence

FONT = b"/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
_LINE = b"BT /F 10 Tf 72 700 Td (The appeal is dismissed.) Tj ET\n"


def pdf(objects: Sequence[bytes]) -> bytes:
    """A PDF file of numbered objects, the first of them its catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(out),
    )


def one_page(content: bytes, resources: bytes = FONT, *more: bytes, box: bytes = b"0 0 595 842") -> bytes:
    """A file with one page, whose content is the fourth object (a stream); `more` are the fifth and on."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> >>" % (box, resources)
    return pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, content, *more]
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object; `entries` go into its dictionary."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def packed(content: bytes, times: int = 1) -> bytes:
    """A stream object compressed so many times over."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%s]" % (b" /FlateDecode" * times))


def _form(draws: bytes, number: int) -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s /XObject << /X %d 0 R >> >>"
    return stream(draws, entries % (FONT, number))


def doubling(depth: int = 28) -> bytes:
    """Forms that each draw the next one twice."""
    forms = [_form(b"/X Do /X Do", 6 + place) for place in range(depth - 1)]
    last = _form(_LINE, 5)
    return one_page(stream(b"/X Do"), FONT + b"/XObject << /X 5 0 R >>", *forms, last)


def drawing_itself() -> bytes:
    """A form that draws itself, twice, beside a line of text."""
    return one_page(stream(_LINE + b"/X Do"), FONT + b"/XObject << /X 5 0 R >>", _form(b"/X Do /X Do", 5))


def pages_in_a_loop() -> bytes:
    """A tree of pages whose branch is its own root."""
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def many_pages() -> bytes:
    """A file of one page that says it has a thousand million."""
    return one_page(stream(_LINE)).replace(b"/Count 1 ", b"/Count 1000000000 ")


def bomb(lines: int = 1_000_000) -> bytes:
    """A small file with millions of lines on its page."""
    return one_page(packed(_LINE * lines, 2))


def blank_bomb(megabytes: int = 350) -> bytes:
    """A small file whose page is hundreds of megabytes of blanks, packed twice."""
    packer, blanks = zlib.compressobj(1), b" " * (1 << 20)
    once = b"".join([*(packer.compress(blanks) for _ in range(megabytes)), packer.flush()])
    return one_page(stream(zlib.compress(once, 9), b"/Filter [/FlateDecode /FlateDecode]"))


def nested(depth: int = 2_000_000) -> bytes:
    """Arrays in arrays in arrays."""
    return one_page(stream(b"[" * depth), FONT, b"[" * depth)

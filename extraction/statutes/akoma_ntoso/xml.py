"""XML parsed without what a hostile file can do with it: no entities of its own, nothing fetched, bounds on size."""

import re
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

_DECLARED = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\b|[\w.-]+:?akomaNtoso\b|akomaNtoso\b)", re.IGNORECASE)
_ROOT = re.compile(r"\s*(?:<!--(?:(?!-->).){0,2000}-->\s*)?<([A-Za-z_][\w.:-]{0,80})(\s[^<>]{0,4000})?>", re.DOTALL)
_LONGEST = 20_000_000
_DEEPEST = 200


_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlError(ValueError):
    """XML cannot be read; the message says what is wrong and how to mend it."""


def is_xml(text: str) -> bool:
    """Whether a text, no web page, is XML: by its declaration, its namespace, or one element around all of it."""
    if _DECLARED.match(text):
        return True
    root = _ROOT.match(text)
    return root is not None and (
        "xmlns" in (root[2] or "") or re.search(rf"</{re.escape(root[1])}\s*>\s*\Z", text[-200:]) is not None
    )


def xml_text(text: str) -> str:
    """A text with U+FFFD for the characters that XML does not have."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def parse_xml(text: str) -> Element:
    """The root of XML; raises XmlError for what is malformed, declares entities, is too long or nested too deeply."""
    if len(text) > _LONGEST:
        raise XmlError(
            f"XML of more than {_LONGEST // 1_000_000} million characters; give each act in a file of its own"
        )
    try:
        root: Element = fromstring(text)
    except DefusedXmlException as error:
        raise XmlError(
            "XML that declares entities, which are not expanded; write out what they stand for and take them out"
        ) from error
    except ParseError as error:
        line, column = error.position
        reason = str(error).partition(":")[0]
        raise XmlError(f"malformed XML at line {line}, column {column + 1} ({reason}); correct it there") from error
    if _is_deep(root):
        raise XmlError(f"XML nested more than {_DEEPEST} deep; an act is chapters of sections")
    return root


def _is_deep(root: Element) -> bool:
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True

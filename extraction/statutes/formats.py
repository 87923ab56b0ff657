"""Telling what a text is by its content, whatever its file is called."""

import json
import re

from extraction.records import DocumentFormat
from extraction.statutes.akoma_ntoso.kinds import checked
from extraction.statutes.akoma_ntoso.xml import XmlError, is_xml
from extraction.statutes.bills import is_bill
from extraction.statutes.printed.section_starts import is_act_text
from extraction.statutes.rows import rows_from_json
from extraction.text.characters import is_unicode

_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class FormatError(ValueError):
    """A text is of no format that can be read; the message says what is wrong and how to mend it."""


def recognise(text: str) -> DocumentFormat:
    """The format of `text`: an act in JSON, Akoma Ntoso or running text, one provision, else a judgment.

    Raises FormatError for malformed JSON and XML, for JSON without provisions, XML of another kind, and a Bill.
    """
    if re.match(r"Title:[^\n]*\n+Desc:", text):
        return "excerpt"
    if re.match(r"\s*(?:\{|\[\s*[\[{\]\"])", text):
        return _json_format(text)
    if is_xml(text):
        return _xml_format(text)
    if is_bill(text):
        raise FormatError("this is a Bill and not the law; take the Act as it was passed and published")
    return "act-text" if is_act_text(text) else "judgment"


def _xml_format(text: str) -> DocumentFormat:
    try:
        checked(text)
    except XmlError as error:
        raise FormatError(str(error)) from error
    return "act-xml"


def _json_format(text: str) -> DocumentFormat:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"malformed JSON at {where} ({error.msg.lower()}); correct it there") from error
    except RecursionError as error:
        raise FormatError("JSON nested too deeply; an act is a list of its provisions") from error
    if _HALF.search(text) and not is_unicode(json.dumps(data, ensure_ascii=False)):
        raise FormatError("JSON with half a character (a lone surrogate such as \\ud83d); write the character itself")
    if not rows_from_json(data):
        raise FormatError(
            "JSON of an unknown shape; an act is a list of objects with a number (section or article), title and text"
        )
    return "act-json"

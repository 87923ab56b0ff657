"""Chapters and parts of an act in Akoma Ntoso: what each is called, and which are none."""

import re
from xml.etree.ElementTree import Element

from extraction.statutes.akoma_ntoso.text import running_text
from extraction.text.spacing import one_line

HEAD = frozenset(("num", "heading", "subheading", "crossHeading", "toc"))
"""What stands at the head of a division, and between its provisions."""

_NAMED = frozenset(
    (
        *("book", "tome", "title", "subtitle", "part", "subpart", "chapter", "subchapter", "division", "subdivision"),
        *("section", "article"),
    )
)
_NUMBER = re.compile(r"(?:[IVXLC]+|\d{1,3}|[A-Z])[- ]?[A-Z]{0,2}")
_GOES_ON = re.compile(r"[a-z,;]|States\b")  # "Chapter II of the ...", "Part B States", as they were called until 1956
_SENTENCE = re.compile(r"[.;:,—]\s*$|[.;]\s")
_LONGEST = 150  # characters of a heading that no mark-up names as one
_ENDS = " .*:-–—―"


def label(division: Element) -> str:
    """A division as it is called, "Chapter II: Wells"; nothing for a container without number and heading."""
    number = one_line(_words(division, "num"))
    number = re.sub(rf"^{division.tag}\b", "", number, flags=re.IGNORECASE).strip(_ENDS)
    numbered = f"{division.tag.capitalize() if division.tag in _NAMED else ''} {number}".strip() if number else ""
    return ": ".join(part for part in (numbered, _heading(division)) if part)


def parsed_label(name: str) -> tuple[str, str, str]:
    """The element, number and heading of a division that is called so."""
    numbered, _, heading = name.partition(": ")
    tag, _, number = numbered.partition(" ")
    if tag.lower() in (*_NAMED, "order") and _NUMBER.fullmatch(number):
        return tag.lower(), number, heading
    return "hcontainer", "", name


def is_words(division: Element) -> bool:
    """Whether a division is none: where a line began "Chapter shall" or "Part B States", its head was made of that.

    Nor is an article around sections that has no number: its heading is a line like any other.
    """
    if division.tag not in _NAMED:
        return False
    if division.find("num") is None:
        return division.tag == "article" and division.find("heading") is not None
    number = re.sub(rf"^{division.tag}\b", "", _words(division, "num"), flags=re.IGNORECASE).strip(_ENDS)
    return not _NUMBER.fullmatch(number) or bool(_GOES_ON.match(_words(division, "heading")))


def head_words(division: Element) -> str:
    """The head of a division that is none, as it stands in its sentence."""
    number = _words(division, "num")
    numbered = f"{division.tag.capitalize()} {number} " if number else ""
    return numbered + _words(division, "heading")


def unmarked_heading(division: Element) -> Element | None:
    """The first words in a division, where they are its heading: a few, and no sentence."""
    if division.tag not in _NAMED or division.find("heading") is not None:
        return None
    first = next((child for child in division if child.tag not in HEAD), None)
    if first is None or first.tag != "paragraph" or first.find("num") is not None:
        return None
    words = one_line(running_text(first))
    return first if words.isupper() or (0 < len(words) < _LONGEST and not _SENTENCE.search(words)) else None


def _heading(division: Element) -> str:
    first = unmarked_heading(division)
    return (one_line(running_text(first)) if first is not None else _words(division, "heading")).strip(_ENDS)


def _words(division: Element, name: str) -> str:
    return one_line(" ".join(running_text(child) for child in division if child.tag == name))

"""Characters put right: text encoded twice, ligatures, capitals of other scripts, what is unseen, stray marks."""

import html
import re
import unicodedata

from ftfy import fix_encoding
from ftfy.badness import is_bad

from extraction.text.dumps import laid_out

_TWICE = re.compile(r"[ÃÂâàðå][\u0080-\u00ff\u0152-\u017e\u02c6\u02dc\u2013-\u2122]")
_LIGATURES = re.compile(r"[\ufb00-\ufb06]")
_PARTING = re.compile(r"(?<=\d)[\u00ad\u200b](?=[A-Za-z])")
_UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]|(?<=[A-Za-z0-9])[\u200c\u200d](?=[A-Za-z0-9])")
"""Soft hyphens, marks of direction, spaces without width; joiners are letters' own in Indian scripts."""

_ENTITY = re.compile(r"&(?:amp;)*(?:amp|nbsp|quot|apos|shy|hellip|[lr][sd]quo|[mn]dash|#\d{2,4}|#x[0-9a-fA-F]{2,4});")
"""A character that was escaped for the web, once or again ("&amp;amp;")."""
_MARKED_UP = re.compile(r"\s*(?:<|\{|\[\s*[\[{\"])")
"""How XML and JSON begin, in which what is escaped must stay so."""
# "68O" alone is a section's number, "6O5" and "AIR 196O" are of a scan.
_SCANNED = re.compile(
    r"[A-Z]l[A-Z]|\bl[nN]\s[A-Z]|\bl(?:[A-Z]+\b|ndia)|\bA[l1]R\b"
    r"|\b\d+O(?:\d+\b|\b(?:(?<=(?:AIR|ct,|de,)\s\d{3}O)|(?<=[(\[][12]\d\dO)))"
)
_AS_READ = (
    (re.compile(r"\bl(?=[A-Z]+\b)|(?<=[A-Z])l(?=[A-Z])|(?<=\bA)[l1](?=R\b)|\bl(?=ndian?\b|n\s[A-Z])"), "I"),
    (re.compile(r"(?<=[A-Z])0(?=[A-Z]{2})"), "O"),
    (re.compile(r"(?<![A-Za-z])(?<=\d)O(?=[\dO]*\b)"), "0"),
)
"""What a scan takes for one another: a great I for a small l, a great O for a naught."""
_EMPHASIS = re.compile(r"(?<=[\d)\]] )([*_]{1,3})(?P<reporter>[A-Z][A-Za-z. ()]{1,25})\1(?= \d)")
_STAR_PAGE = re.compile(r"(?<=\d{4} )\*\d{1,4} (?=[A-Z]{2})")
"""Marks of Markdown around a reporter, and the page of a report that begins within a citation (as a star page)."""


_ALIKE = str.maketrans("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТУХ", "ABEZHIKMNOPTYXABESIJKMHOPCTYX")
_CAPITAL = r"[\u0391-\u03a7\u0405-\u0425]"
_AMONG_LATIN = re.compile(rf"(?<![\u0370-\u04ff]){_CAPITAL}(?:[.&]?{_CAPITAL}){{0,2}}(?![\u0370-\u04ff])")
"""Greek and Cyrillic capitals alone, read where a scan has English ones that look alike: "31 Ν.Μ. 220"."""


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its characters put right, and a note on lines that were encoded twice ("â€œ" for a quote).

    A line is decoded again only where it is surely so.
    """
    lines = text.split("\n") if _TWICE.search(text) else []
    again = {at: fix_encoding(line) for at, line in enumerate(lines) if _TWICE.search(line) and is_bad(line)}
    fixed = [at for at, line in again.items() if line != lines[at]]
    if fixed:
        text = "\n".join(again.get(at, line) for at, line in enumerate(lines))
    if not _MARKED_UP.match(text):
        text = _ENTITY.sub(lambda found: html.unescape(html.unescape(found[0])), text)
    for confused, meant in _AS_READ if _SCANNED.search(text) else ():
        text = confused.sub(meant, text)
    text = _AMONG_LATIN.sub(lambda found: found[0].translate(_ALIKE), text)
    text = _LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = _UNSEEN.sub("", _PARTING.sub(" ", text))
    text = laid_out(_STAR_PAGE.sub("", _EMPHASIS.sub(r"\g<reporter>", text)))
    return text, (f"{len(fixed)} lines were encoded twice, and are decoded",) if fixed else ()

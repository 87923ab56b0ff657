"""How acts are printed, made one: the sections at the start of lines, as "1. Short title.—", in Markdown or not."""

import re

from extraction.statutes.front import enacting_words
from extraction.statutes.printed.side_notes import beside

_HEADING = re.compile(r"^(?P<level>#{1,6})[ \t]*(?P<text>[^\n]*?)[ \t#]*$", re.MULTILINE)
_SECTION = re.compile(r"\**(?:Section\s+)?(?P<number>\d{1,3}[A-Z]{0,3})\b\s*[.:)–—-]*\s*(?P<heading>.*?)[\s.:–—*-]*")
_SCHEDULE = re.compile(r"(?:THE |The )?(?:[A-Za-z]+ )?SCHEDULE\b.*", re.IGNORECASE)
_CHAPTER = re.compile(r"(?:chapter|part)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\([A-Za-z\d]{1,5}\)[.\s]*")
_LINE = re.compile(r"\s*(?P<before>[^\n#][^\n—]*)(?P<dash>—)?")
_SENTENCE = re.compile(r"\(|[^\n]*\bshall\b")  # no heading: a section that has none begins so
_BLANKS = re.compile(r"\s*")
_BOLD = re.compile(
    r"^\*\*(?:Section\s+)?(?P<number>\d{1,3}(?:-?[A-Z]{1,3})?)\.\s*(?P<heading>[^*\n]{2,250}?)[\s.:–—-]*\*\*[\s.:–—-]*",
    re.MULTILINE,
)
_AT_MARGIN = re.compile(r"^1\.[ \t]", re.MULTILINE)
_INDENTED = re.compile(r"^[ \t]+1\.[ \t]*[A-Z(]", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_HYPHENED = re.compile(r"^(\d{1,3})-([A-Z]{1,2}\.\s)", re.MULTILINE)
_IN_CAPITALS = re.compile(r"^(\d{1,3}[A-Z]{0,2}\. [A-Z][A-Z ,'’&()/-]{1,150}[A-Z)])\.[ \t]+(?=[A-Z(\"“])", re.MULTILINE)
# A law site's line over each section: "Section 12 in The Ferries Act, 1951".
_OF_SITE = re.compile(r"^Section \d{1,3}[A-Z]{0,3} in (?:The )?[^\n]{5,150}$\n?", re.MULTILINE)
_RUNNING_HEAD = re.compile(r"^[^a-z\n]{0,80}\bGAZETTE OF [A-Z]+\b[^a-z\n]{0,80}$\n?", re.MULTILINE)
# Old acts: "Section 3. Boats to be registered. Every hackney boat shall be registered."
_MARGINAL = re.compile(
    r"^(?i:section|sec\.)[ \t]+(\d{1,3}[A-Z]{0,3}\. (?!(?:This|These|In|The following)\b)[A-Z]"
    r"(?:(?!\b(?:shall|may|is|are)\b)[^.\n—–]){2,150})\.[ \t]+(?=[A-Z(\"“])",
    re.MULTILINE,
)
# Law sites: "Section 3: Boats" or "3. Boats", and the text from the next line.
_NAMED = re.compile(
    r"^(?i:section|sec\.|§)[ \t]*(?P<number>\d{1,3}[A-Z]{0,3})\b[ \t]*[.:)–—-]*[ \t]*\n?[ \t]*"
    r"(?P<heading>(?![(\[\d])(?:(?!\bshall\b)[^\n]){2,200}?)[ \t]*(?:[.:][ \t]*[-–—]*|[-–—]+)?[ \t]*$\n(?!\s*[a-z])",
    re.MULTILINE,
)
_BARE = re.compile(
    r"^(?P<number>\d{1,3}[A-Z]{0,3})\.[ \t]+(?P<heading>[A-Z“\"‘'\[](?:(?!\bshall\b)[^\n]){2,200}?(?<![,;:.—–-])):?"
    r"[ \t]*$\n(?!\s*[a-z])",
    re.MULTILINE,
)
_DASHED = re.compile(r"^(?:\d{1,2}\[)?\d{1,3}[A-Z]{0,3}\.[ \t]*[^\n]{2,250}?(?:\.\s?[-–—]|[—–])", re.MULTILINE)
_ON_TITLE = re.compile(r"(?:Short )?(?:title|name)\b", re.IGNORECASE)
_CENTRED = re.compile(
    r"^[ \t]{8,}(?=(?:CHAPTER|Chapter|PART|Part) [IVXLC\d]|(?:(?:THE|The) )?(?:[A-Za-z]+ )?(?:SCHEDULE|Schedule)\b)",
    re.MULTILINE,
)
_FEWEST = 3  # numbered headings: fewer are a judgment's parts, or begin with an abbreviation


def plain_act(text: str) -> str:
    """The text of an act without indents, running heads and Markdown, its headings before a dash."""
    text = _OF_SITE.sub("", _RUNNING_HEAD.sub("", _plain_markdown(text)))
    text = beside(text)
    if _INDENTED.search(text) and not _AT_MARGIN.search(text):
        text = _INDENT.sub("", text)
    text = _HYPHENED.sub(r"\1\2", _CENTRED.sub("", text))
    for heading in (_IN_CAPITALS, _MARGINAL):
        text = heading.sub(r"\1.—", text) if len(heading.findall(text)) >= _FEWEST else text
    return _with_dashes(text)


def _with_dashes(text: str) -> str:
    """The text with a dash after each heading that only the end of its line parts from what it heads.

    Bare numbers are of sections under enacting words, or where the first is on the act's title; few have a dash then,
    while a list of sections above such as have one is as long as they are many.
    """
    dashed = len(_DASHED.findall(text))
    if len(_NAMED.findall(text)) >= max(_FEWEST, dashed):
        return _NAMED.sub(r"\g<number>. \g<heading>.—\n", text)
    bare = list(_BARE.finditer(text))
    on_title = any(match["number"] == "1" and _ON_TITLE.match(match["heading"]) for match in bare)
    if len(bare) < max(_FEWEST, 4 * dashed) or not (on_title or enacting_words(text)):
        return text
    return _BARE.sub(r"\g<number>. \g<heading>.—\n", text)


def _plain_markdown(text: str) -> str:
    """The text with "1. Short title.—" for the heading of a section; any other text as it is.

    Sections whose number and heading are in bold are read where no heading is one.

    Sections are all on the level of the first. A heading below them is a clause, and joins the line after it; one
    above them that is of no chapter is left out.
    """
    headings = list(_HEADING.finditer(text))
    numbered = [m for m in headings if _SECTION.fullmatch(m["text"])]
    level = next((len(m["level"]) for m in numbered if _number(m) == "1"), 0)
    if sum(len(m["level"]) == level for m in numbered) < _FEWEST:
        bold = len(_BOLD.findall(text)) >= _FEWEST
        return _HEADING.sub(r"\g<text>", _BOLD.sub(r"\g<number>. \g<heading>.—", text)) if bold else text
    parts, end = [], 0
    for index, match in enumerate(headings):
        if match.start() < end:
            continue
        parts.append(text[end : match.start()])
        after = headings[index + 1] if index + 1 < len(headings) else None
        written, end = _written(text, match, after, level)
        parts.append(written)
    return "".join([*parts, text[end:]])


def _number(match: re.Match[str]) -> str:
    section = _SECTION.fullmatch(match["text"])
    return section["number"] if section else ""


def _written(text: str, match: re.Match[str], after: re.Match[str] | None, level: int) -> tuple[str, int]:
    """A heading as plain text, and where the text goes on after it."""
    depth, section = len(match["level"]), _SECTION.fullmatch(match["text"])
    if depth == level and section:
        heading, end = section["heading"], match.end()
        if not heading and after and len(after["level"]) == level + 1 and not text[end : after.start()].strip():
            heading, end = after["text"], after.end()
        if not heading and (line := _LINE.match(text, end)) and (line["dash"] or not _SENTENCE.match(line["before"])):
            heading, end = line["before"], line.end()
        if not heading:
            return f"{section['number']}. ", _past_blanks(text, end)
        return f"{section['number']}. {heading.rstrip(' .:–—-*')}.—\n", end
    if _CLAUSE.fullmatch(match["text"]):
        return f"{match['text'].strip()} ", _past_blanks(text, match.end())
    if depth > level or depth == 1 or _SCHEDULE.fullmatch(match["text"]) or _CHAPTER.match(match["text"]):
        return match["text"], match.end()
    return "", match.end()


def _past_blanks(text: str, at: int) -> int:
    blanks = _BLANKS.match(text, at)
    return blanks.end() if blanks else at

"""Where a text names an act: in full, by an abbreviation, by a name the text itself gave it, or as "the Act"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extraction.provisions.acts import acts_named
from extraction.text.spacing import one_line

ActForm = Literal["full", "abbreviation", "pointing"]

_HEAD = re.compile(
    r"[ACORS](?<!\w.)(?:(?<=A)(?:ct|CT|dhiniyam)|(?<=C)(?:ode|ODE|onstitution|ONSTITUTION)|(?<=O)rdinance|"
    r"(?<=R)(?:egulations?|EGULATIONS?|ules|ULES)(?!\s{1,3}\d{1,3}(?!\d))|(?<=S)(?:anhita|amhita|ANHITA))\b"
)
_YEAR_AFTER = re.compile(
    r"\s?,?\s?(?:of\s|\()?(?P<year>(?:1[789]|20)\d\d)\b\)?|\s?\(\s?\d{1,3}\s+of\s+(?P<number>\d{4})\)"
)
_NUMBER_AFTER = re.compile(r"\s(?:[Nn]o\.?\s?)?(?P<number>\d{1,3}\sof\s(?:1[89]|20)\d\d)\b")
_INDIA_AFTER = re.compile(r"\s+of\s+India\b")
_OTHER_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?(?!India|Bench|Committee)[A-Z][a-z]")
_SMALL = r"of|and|for|the|in|to|on|by|from|with|or|due|into|&|,"
_SMALL_WORD = re.compile(_SMALL, re.IGNORECASE)
_BACK_WORD = re.compile(
    rf"(?:([A-Z][\w'’.&/-]*)|(\d{{4}})|(?:{_SMALL})|(\((?:[a-z]{{2,8}}\s)?[A-Z][^()\n]{{0,110}}\)))[ \n]?$"
)
_POINTER = re.compile(
    r"\b(the said|the aforesaid|the same|the|said|this|that|such|aforesaid|the present|The|This|That"
    r"|(?:the\s|The\s)?(?:principal|parent|Principal|Parent))\s+$"
)
_CODE_OF = re.compile(r"\s+of\s+(?:Criminal|Civil)\s+Procedure\b", re.IGNORECASE)
_OUTSIDE = re.compile(r"\b(?:by|on|to|in|from|with|under) the $")
_AMENDED_BY = re.compile(
    r"\b(?:amend|insert|substitut|introduc|omitt|add|delet|repeal|replac|brought)\w*\s(?:in\s)?(?:by|vide|through|under)\s(?:the\s)?$"
)
_ROMAN_OF = re.compile(r"[IVXL]+\sof\b")
_LETTERS_OF = re.compile(r"[A-Z](?![\w&]|\.\s?[A-Z]\.|\s&)|[A-Z]{2,3}\sof\b")  # not "133 MV Act", "13 P.C. Act"
_NUMBERED = re.compile(r"\d\s?-?\s?$")  # "Section 120 B of the", "6-\nC of the"
_JOINT = re.compile(r"(?:,| and| or| under| by| in| to| of| the)\s(?=[A-Z])")
_AND = re.compile(r"[\s,]+(?:and|or)$")
_TAIL = re.compile(r"\w+(?:\s+of\s+(?:Criminal|Civil)\s+Procedure\b)?(?:\s?,?\s?(?:1[789]|20)\d\d\b)?")
_DATED_NOUN = re.compile(r"\d{4}\s(?:Act|Code|Ordinance|Rules|Regulations)")
_NICKNAME = re.compile(
    r"[\s,]{0,3}\(?\s?(?:hereinafter|hereafter|for short|in short|for brevity|for the sake of brevity|briefly|shortly)?"
    r"[^()\"'“‘`\n;.]{0,60}[\"'“‘`]{1,2}\s?(?:the\s+|The\s+)?"
    r"(?P<quoted>(?:[A-Z\d]|principal\s|parent\s)[\w.&/ -]{1,40}?)\s?[\"'”’`]{1,2}"
    r"|\s?,?\s?\(\s?(?:(?:hereinafter|hereafter|for short|in short|for brevity)[^()\n]{0,50}?\b(?:the\s+)?|the\s)"
    r"(?P<bare>(?:(?:[A-Z\d][\w.&/-]*|principal|parent)\s){0,4}(?:Act|Code|Ordinance|Rules|Regulations)"
    r"(?:(?:\sof|,)?\s\d{4})?|[A-Z][A-Z.]{2,9})(?:,?\s(?:hereinafter|hereafter|for\s(?:short|brevity)|in\sshort))?\s?\)"
)
_ACRONYMS = (
    *("TADA", "POTA", "PMLA", "SARFAESI", "COFEPOSA", "SAFEMA", "NDPS", "FERA", "FEMA", "MISA", "UAPA", "AFSPA"),
    *("MCOCA", "BNSS", "BNS", "BSA", "IBC", "POCSO", "SICA", "RERA"),
)
_NOT_TITLE = frozenset(
    {
        "In",
        "Under",
        "See",
        "The",
        "A",
        "An",
        "Section",
        "Sections",
        "Sec",
        "S",
        "Ss",
        "Art",
        "Article",
        "Articles",
        "Of",
        "By",
        "If",
        "When",
        "Where",
        "As",
        "And",
        "Both",
        "But",
        "Thus",
        "Since",
        "Further",
        "Clause",
        "Chapter",
        "Part",
        "Order",
        "Rule",
        "Schedule",
        "Parliament",
        "This",
        "That",
        "Any",
        "Such",
        "Every",
        "Act",
        "Code",
        "Ordinance",
        "Vide",
        "Rep",
        "Repealed",
        "Omitted",
        "Inserted",
        "Ins",
        "Subs",
        "Substituted",
        "Amended",
        "Chapters",
        "Later",
        "After",
        "Therefore",
        "Scheme",
        "Sub",
        "Parts",
        "Sch",
        "Rules",
        "Regulations",
        "Para",
        "Pursuant",
        "However",
        "Also",
    }
)


@dataclass(frozen=True, slots=True)
class ActMention:
    """An act named at `text[start:end]`; `name` as written ("Evidence Act, 1872"), `nickname` if one is given there.

    `pointing` mentions ("the Act", "that Code") name no act of their own; `name` is then the noun alone. `amending`:
    the act is named for what it did to another ("as amended by the Finance Act, 2015").
    """

    start: int
    end: int
    name: str
    form: ActForm
    nickname: str | None = None
    pointer: str = ""
    amending: bool = False


def _abbreviated_pattern() -> str:
    # "B.N.S." and "B.S.A." are initials too: "B.N.S. Rao".
    no_name = r"(?!\s(?!The|In|It|He|She)[A-Z][a-z])"
    spelled = [
        r"(?<=I)\.?\s?P\.?\s?C\b\.?",
        r"(?<=[Cc])[Rr](?:l|i|im)?\.?\s?[Pp]\.?\s?C\b\.?(?:\s?ode)?",
        r"(?<=C)\.?\s?P\.?\s?C\b\.?",
        rf"(?<=B)\.\s?N\.\s?S\.(?:\s?S\b\.?|{no_name})",
        rf"(?<=B)\.S\.A\b\.?{no_name}",
        *(rf"(?<={name[0]}){name[1:]}\b" for name in _ACRONYMS),
        *(rf"(?<={name[0]})\.{'[.]'.join(name[1:])}\b\.?" for name in _ACRONYMS if len(name) > 3),
    ]
    firsts = "".join(sorted({"c", *(name[0] for name in _ACRONYMS)}))
    return rf"[{firsts}](?<![A-Za-z.].)(?:{'|'.join(spelled)})(?!\s(?:Act|Code)\b)"


ABBREVIATED = _abbreviated_pattern()
"""A pattern for the abbreviations that stand without "Act": IPC, Cr.P.C., TADA."""
_ABBREVIATED = re.compile(ABBREVIATED)


def find_acts(text: str) -> list[ActMention]:
    """Every mention of an act in `text`, in order."""
    found = [*_titled(text), *_abbreviated(text)]
    found.sort(key=lambda m: (m.start, -m.end))
    kept: list[ActMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _abbreviated(text: str) -> Iterator[ActMention]:
    for match in _ABBREVIATED.finditer(text):
        end = match.end()
        dated = _YEAR_AFTER.match(text, end)
        year = dated["year"] if dated else None
        if dated and year:
            end = dated.end()
        yield ActMention(match.start(), end, match.group() + (f", {year}" if year else ""), "abbreviation")


def _titled(text: str) -> Iterator[ActMention]:
    for head in _HEAD.finditer(text):
        noun = head.group().capitalize()
        start, end = _title_start(text, head.start()), head.end()
        if noun == "Constitution":
            if start < head.start() and text[start : head.start()].strip() not in ("Indian",):
                continue
            if _OTHER_COUNTRY.match(text, end):
                continue
            yield _constitution(text, head)
            continue
        if noun == "Code" and (procedure := _CODE_OF.match(text, end)):
            end = procedure.end()
        if start == head.start() and end == head.end():
            yield _pointing(text, head, noun)
            continue
        if _DATED_NOUN.fullmatch(text, start, end):
            yield ActMention(start, end, f"{noun}, {text[start : start + 4]}", "pointing", None, "dated")
            continue
        mention = _full(text, start, end)
        if noun != "Regulation" or mention.name[-1].isdigit():
            yield mention


def _constitution(text: str, head: re.Match[str]) -> ActMention:
    india = _INDIA_AFTER.match(text, head.end())
    return ActMention(head.start(), india.end() if india else head.end(), "Constitution of India", "abbreviation")


def _pointing(text: str, head: re.Match[str], noun: str) -> ActMention:
    numbered = _NUMBER_AFTER.match(text, head.end())
    if numbered:
        return ActMention(head.start(), numbered.end(), f"{noun} {numbered['number']}", "pointing", None, "numbered")
    pointer = _POINTER.search(text, max(0, head.start() - 20), head.start())
    dated = _YEAR_AFTER.match(text, head.end())
    if dated and dated["year"]:
        return ActMention(head.start(), dated.end(), f"{noun}, {dated['year']}", "pointing", None, "dated")
    return ActMention(head.start(), head.end(), noun, "pointing", None, pointer[1].lower() if pointer else "")


def _full(text: str, start: int, end: int) -> ActMention:
    name = text[start:end]
    dated = _YEAR_AFTER.match(text, end)
    if dated and dated["year"]:
        name, end = f"{name}, {dated['year']}", dated.end()
    nickname = _NICKNAME.match(text, end)
    given = (nickname["quoted"] or nickname["bare"]) if nickname else None
    amending = _AMENDED_BY.search(text, max(0, start - 40), start) is not None
    return ActMention(start, end, one_line(name), "full", given, amending=amending)


def _title_start(text: str, end: int) -> int:
    """Where the title whose last word starts at `end` begins: capitalised words and the small words among them."""
    floor, at, start = max(0, end - 160), end, end
    while match := _BACK_WORD.search(text, max(floor, at - 114), at):
        word, year, bracketed = match.groups()
        if year:
            return match.start() if at == end else start
        if at == end and not word and not bracketed:
            return end
        if word and word.isupper() and _SMALL_WORD.fullmatch(word):
            at = match.start()
            continue
        if word == "Of" and re.search(r"[A-Z]\w*\s$", text[max(floor, match.start() - 20) : match.start()]):
            at = match.start()
            continue
        ends = word and (_in_print(word) in _NOT_TITLE or (word.endswith(".") and len(word) > 5))
        if ends and not text.startswith(" &", match.end(1)):
            break
        if word and (_ROMAN_OF.match(text, match.start()) or _letters(text, match.start())):
            break
        if bracketed and not _within_title(text, match.start(), floor):
            break
        if _OUTSIDE.search(text, max(floor, match.start() - 8), match.end()):
            break
        at = match.start()
        if word or bracketed:
            start = at
    return _trimmed(text, start, end)


def _in_print(word: str) -> str:
    """A word as running text has it, where a heading has capitals: "UNDER" as "Under"."""
    plain = word.rstrip(".,")
    return plain.capitalize() if plain.isupper() else plain


def _letters(text: str, at: int) -> bool:
    """Whether a word at a place is the letters of a section's or rule's number: "Rule 18 BBB"."""
    return _LETTERS_OF.match(text, at) is not None and _NUMBERED.search(text, max(0, at - 3), at) is not None


def _within_title(text: str, at: int, floor: int) -> bool:
    """Whether a bracket belongs to a title: a capitalised word stands before it."""
    return re.search(r"[A-Z][\w'’.-]*[ \n]?$", text[floor:at]) is not None


def _trimmed(text: str, start: int, end: int) -> int:
    """Where the next act begins, if one of both is known: "Constitution and the Code of Civil Procedure"."""
    joints = list(_JOINT.finditer(text, start, end + 1))
    tail = _TAIL.match(text, end)
    for candidate in [start, *(joint.end() for joint in joints[:7])]:
        if tail and acts_named(text[candidate : tail.end()]):
            return candidate
    ends = (joint.end() for joint in joints if acts_named(_AND.sub("", text[start : joint.start()])))
    return max(ends, default=start)

"""What consolidated acts note on their amendments: "Subs. by Act 26 of 1955, s. 117", "Omitted by s. 7, ibid."."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extraction.provisions.acts import act_from_title, act_numbered
from extraction.records import ActRecord

_DONE = (
    r"(?:Subs(?:tituted)?|Ins(?:erted)?|[Oo]mitted|[Aa]dded|Rep(?:ealed)?|rep(?:ealed)?|subs(?:tituted)?|ins(?:erted)?"
    r"|[Rr]enumbered)"
)
_YEAR = r"(?:1[789]\d\d|20\d\d)"
_NUMBER = r"\d{1,3}\s?of\s?\d{4}"
_BY = (
    r"by\s+(?:(?P<ibid>(?:[Ss](?:s|ecs?|ections?)?\.?\s*\d[\w\s,()]{0,30}?)?,?\s*ibid\b)"
    rf"|(?:the\s+)?A\.\s?O\.\s*(?P<adapted>{_YEAR})"
    r"|(?:Act\s+)?(?:[Tt]he\s+)?(?P<title>[A-Z][\w'’&,.() -]{3,150}?\b(?:Act|Code|Order|Ordinance|Regulation)"
    rf",?\s*{_YEAR})(?:\s*,?\s*\((?:Act\s+)?(?P<number>{_NUMBER})\))?"
    rf"|(?:the\s+)?(?:Central\s+)?Act\s+(?:No\.?\s*)?(?P<bare>{_NUMBER}))"
)
_IN_FOOTNOTE = re.compile(rf"\b{_DONE}\.?\s+{_BY}")
_IN_TEXT = re.compile(rf"(?:^|(?<=[\]—–.,\[\d-])|(?<=[\]—–.,\d-] ))\s*\[?{_DONE}\.?\s+{_BY}", re.MULTILINE)
_SUBJECT = r"(?:The|Certain|Original|Sub|Clause|Cl|Proviso|Section|Explanation)\b"
_EXTENDED = (
    r"(?:This|The) (?:Act|Code|Regulation) has (?:also )?been (?:extended|applied)\b|For (?:the )?Statement of Obj"
)
_FOOTNOTE = re.compile(
    r"^[ \t]*(?:\[\^(?P<reference>\d{1,3})\]:[ \t]*|\[?(?P<mark>\d{1,3})[\].]?[ \t]+"
    rf"(?={_EXTENDED}|[^\n]{{0,200}}?\bvide\s+[Nn]oti(?:fication|fn\.)|(?:{_DONE}\.?\s+by\b|{_SUBJECT}[^\n]{{0,400}}?\b{_DONE}\.?\s+by\b)))(?P<note>[^\n]*)$",
    re.MULTILINE,
)
_RULE = re.compile(r"^-{3,}\s*\Z", re.MULTILINE)  # of Markdown, above its footnotes
_BEFORE_SECTION = re.compile(r"(?:\s*\([^()]{1,20}\))?\s*,\s*")
_MARK = re.compile(r"\[\^?(\d{1,3})\](?!:)|(?<![\w.(])(\d{1,3})(?=\[|\*[ ]?\*)")
_ORDERS = {"1937": "Government of India (Adaptation of Indian Laws) Order, 1937"}
_REPEALED = re.compile(
    r"\s*(?:\d{1,3}[A-Z]*\.\s*)?(?:\d{0,2}\[?\[[^\]]{0,200}\.?\]\s*[.\s—–-]*)?[\[(]?(?:Rep(?:ealed)?\b|Omitted\b|\*(?:\s?\*)+\s*\Z)",
    re.IGNORECASE,
)
_CHAPTER_GONE = re.compile(r"(?:[^\n]{0,80}\n){1,6}(?:Repealed|Omitted)\.?")
_GONE = re.compile(r"\W*(?:Repealed|Omitted)\W*")
_FORMER = re.compile(r"\d{0,2}\[+\s*(?:\d{1,3}[A-Z]*\.\s*)?(?P<heading>[^\]\n]{3,200}?)\.?\s*\]")
_QUOTE = 300  # characters to either side of what is quoted


@dataclass(frozen=True, slots=True)
class AmendmentNote:
    """One amendment that a text notes: by which act, and the words that say so."""

    act: ActRecord
    quote: str


def is_note(line: str) -> bool:
    """Whether a numbered line is a footnote on an amendment."""
    return _FOOTNOTE.match(line) is not None


def without_footnotes(text: str) -> str:
    """A text without the lines that are footnotes on amendments."""
    return _RULE.sub("", re.sub(r"\n{3,}", "\n\n", _FOOTNOTE.sub("", text))).strip()


def placed_footnotes(text: str) -> list[tuple[int, str]]:
    """The footnotes on amendments, each with the offset of the mark in the text that it belongs to.

    That is the last one of its number above it; a footnote without a mark is left out.
    """
    events = [(m.start(), m["reference"] or m["mark"], m["note"].strip()) for m in _FOOTNOTE.finditer(text)]
    events += [(m.start(), m[1] or m[2], "") for m in _MARK.finditer(text)]
    marks: dict[str, int] = {}
    placed: list[tuple[int, str]] = []
    for offset, mark, note in sorted(events, key=lambda event: (event[0], not event[2])):
        if not note:
            marks.setdefault(mark, offset)
        elif mark in marks:
            placed.append((marks.pop(mark), note))
    return placed


def is_of_note(text: str, start: int) -> bool:
    """Whether a provision named at an offset is of the act that a note names: "Rep. by Act 58 of 1960, s. 2"."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return any(_BEFORE_SECTION.fullmatch(line, match.end()) for match in _IN_FOOTNOTE.finditer(line))


def is_repealed(heading: str, text: str) -> bool:
    """Whether a provision is repealed or omitted as a whole: it has no words but those that say so."""
    return bool(_REPEALED.match(text) or _CHAPTER_GONE.fullmatch(text)) or bool(_REPEALED.match(heading) and not text)


def is_gone(heading: str) -> bool:
    """Whether a heading is nothing but the word "Repealed" or "Omitted"."""
    return _GONE.fullmatch(heading) is not None


def heading_of(heading: str, text: str) -> str:
    """A provision's heading; of one headed "[Repealed]", the one that its text gives in brackets."""
    former = _FORMER.match(text) if is_gone(heading) else None
    return former["heading"].strip() if former else heading


class NoteReader:
    """Reads the notes of an act's provisions in their order: "ibid." means the act that was named last.

    "Act 9 of 1972" means the act to which one of the `texts` gives that number after its title.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._last: ActRecord | None = None
        titled = (m for text in texts for m in _IN_FOOTNOTE.finditer(text) if m["title"] and m["number"])
        self._numbered = {_spaced(m["number"]): act_from_title(m["title"]) for m in titled}

    def read(self, text: str, footnotes: str = "") -> Iterator[AmendmentNote]:
        """The amendments that a provision's text and footnotes note; one whose act cannot be told is passed over."""
        yield from self._read(text, _IN_TEXT)
        yield from self._read(footnotes, _IN_FOOTNOTE)

    def _read(self, text: str, pattern: re.Pattern[str]) -> Iterator[AmendmentNote]:
        for match in pattern.finditer(text):
            act = self._last if match["ibid"] else self._act(match)
            if act is not None:
                self._last = act
                yield AmendmentNote(act, _quote(text, match))

    def _act(self, match: re.Match[str]) -> ActRecord:
        if match["adapted"]:
            return act_from_title(_ORDERS.get(match["adapted"], f"Adaptation of Laws Order, {match['adapted']}"))
        number = _spaced(match["number"] or match["bare"] or "")
        known = act_numbered(number) or self._numbered.get(number)
        return known or act_from_title(match["title"] or f"Act {number}")


def _spaced(number: str) -> str:
    return re.sub(r"\s*of\s*", " of ", number)


def _quote(text: str, match: re.Match[str]) -> str:
    """The line that has the note, or as much of it around the note as fits a quotation."""
    start = text.rfind("\n", 0, match.start() + 1) + 1
    end = text.find("\n", match.end())
    end = len(text) if end < 0 else end
    start = max(start, match.start() - _QUOTE)
    return text[start : min(end, match.end() + _QUOTE)].strip()

"""Several judgments in one file: where each begins, told from what one judgment quotes, annexes and repeats."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.citations.citations import is_citation
from extraction.citations.courts import opens_with_court
from extraction.judgments.cause_title import parts_sides
from extraction.judgments.headers import is_case_title
from extraction.judgments.heads.head_lines import is_number
from extraction.judgments.labelled_head import read_labels
from extraction.judgments.opinions.closing import signs
from extraction.judgments.preamble import read_preamble
from extraction.parties.likeness import RESEMBLING, same_parties
from extraction.parties.titles import VERSUS
from extraction.records import SourceDocument, part_name
from extraction.text.dates import find_date

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PARTS = re.compile(rf"(?<![A-Za-z]){VERSUS}", re.IGNORECASE)
_HEADING = re.compile(r"#\s")
_OPENS = re.compile(
    r"\W*(?:(?:non[ -]?)?reportable\b.{0,40}|\d{4}\s?INSC\s?\d+\W*|\d{4}:[A-Z-]+:\d+\S*)\W*", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"\b(?:annexures?|appendix|enclosures?|exhibits?|schedule|(?:true|certified) (?:typed )?(?:copy|translation)"
    r"|copy of|translation of|record of proceedings)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:dismissed|allowed|disposed of|quashed|set aside|decreed|acquitted|rejected|granted|refused|remanded|remitted"
    r"|no order as to costs|order(?:ed)? accordingly|no costs)\b|\b(?:court master|assistant registrar|sd/-)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[ \t]*(\d{1,3})[.)]?\s+\S", re.MULTILINE)
_SMALL = re.compile(r"\b[a-z]{2,}\b")
_OF_PROSE = 3  # small words of a line: names, numbers and roles of a head have fewer
_LONG = 150  # characters: a line of a head is shorter, one of prose is longer or ends a sentence
_SENTENCE = re.compile(
    r"(?:.*\b[a-z]{2,}\b){2}.*[.;:]\W*|\W*\d{1,3}[.)]\s(?:.*\b[a-z]{2,}\b){2}.*",
)
_DATE = 40  # characters of a line that gives a date and no number of a case
_NEAR = 3  # lines from a title to its court
_HEAD_LINES = 40  # lines above the parties in which a head begins
_ENDING = 12  # lines above a head in which the judgment before it ends
_REACH = 5_000  # characters above a head in which the last paragraph before it is numbered
_FEWEST = 120  # characters below the parties: less is no judgment


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int


def judgments_in(document: SourceDocument) -> tuple[SourceDocument, ...]:
    """The judgments of a file as documents of their own, the second called "NAME~2"; itself where it is one."""
    starts = _starts(document.text)
    bounds = [*starts[1:], len(document.text)]
    if len(starts) == 1:
        return (document,)
    return tuple(
        replace(
            document,
            name=part_name(document.name, number),
            text=document.text[start:end],
            pages=_pages(document.pages, start, end),
        )
        for number, (start, end) in enumerate(zip(starts, bounds, strict=True), 1)
    )


def _pages(pages: Sequence[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the pages of a stretch of the text begin in it."""
    within = [(max(offset, start) - start, number) for offset, number in pages if offset < end]
    return tuple(dict(within).items())


def _starts(text: str) -> list[int]:
    """Where each judgment of a text begins, the first at its top."""
    starts = [0]
    if len(_PARTS.findall(text)) < 2:
        return starts
    lines = [_Line(m.group(), m.start()) for m in _LINE.finditer(text)]
    last, numbers = 0, set[int]()
    for index, head in _heads(lines):
        numbers.add(_number_above(text, starts[-1], lines[head].start))
        if head > last and _begins(text, lines, head, index, starts) and not _goes_on(lines[index:], numbers):
            starts.append(lines[head].start)
            numbers.clear()
        last = index
    return starts


def _heads(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Lines that name the sides of a case, each with the line at which the head around it begins."""
    last = 0
    for index, line in enumerate(lines):
        if len(line.text) > _LONG or not _PARTS.search(line.text):
            continue
        if parts_sides(line.text) or _HEADING.match(line.text) or _is_title(lines, index):
            yield index, _head_line(lines, last, index)
            last = index


def _is_title(lines: Sequence[_Line], index: int) -> bool:
    """Whether a line is a title "A v. B" as reports and sites print it: dated, by its court, or below its citation."""
    line = lines[index].text.strip()
    if _DONE.search(line) or not is_case_title(line):
        return False
    above = [other.text.strip() for other in lines[max(0, index - _NEAR) : index]]
    below = [other.text.strip() for other in lines[index : index + 1 + _NEAR]]
    in_court = any(opens_with_court(n) and len(_SMALL.findall(n)) < _OF_PROSE for n in (*above, *below))
    reported = any(map(is_citation, above)) and any(map(is_number, below[1:]))
    return _is_dated(line) or in_court or reported


def _is_dated(title: str) -> bool:
    """Whether a title has the date behind it ("A vs B on 5 February, 2026")."""
    return find_date(title.rpartition(" on ")[2]) is not None


def _head_line(lines: Sequence[_Line], last: int, index: int) -> int:
    """The first line of the head around the parties: a court, a number, a heading, else what follows the signatures."""
    if _HEADING.match(lines[index].text):
        return index
    low = index
    while low - 1 > last and index - low < _HEAD_LINES and not _is_prose(lines[low - 1].text):
        low -= 1
    opening = (i for i in range(low, index) if _opens(lines[i].text))
    return next(opening, _below_signatures(lines, low, index))


def _is_prose(line: str) -> bool:
    ends = _SENTENCE.fullmatch(line) or _DONE.search(line)
    return len(line) > _LONG or (bool(ends) and not is_number(line))


def _opens(line: str) -> bool:
    bare = line.strip()
    numbered = is_number(bare) and not (len(bare) < _DATE and find_date(bare))
    return opens_with_court(bare) or numbered or bool(_OPENS.fullmatch(bare)) or is_citation(bare)


def _below_signatures(lines: Sequence[_Line], low: int, index: int) -> int:
    """The line after the last signature above the parties, and after the place and the date below it."""
    texts = [line.text.strip() for line in lines[low:index]]
    signed = [at for at in range(len(texts)) if signs(texts, at)]
    at = signed[-1] + 1 if signed else 0
    while at < len(texts) and (find_date(texts[at]) or texts[at].endswith((";", ":", ","))):
        at += 1
    return low + at


def _begins(text: str, lines: Sequence[_Line], head: int, index: int, starts: Sequence[int]) -> bool:
    """Whether a head begins another judgment: the one before is ended, this one is of others, and a text follows."""
    start = lines[head].start
    foreign = any(_FOREIGN.search(line.text) for line in lines[max(0, head - 2) : index])
    if foreign or _is_quoted(text, starts[-1], start):
        return False
    labelled = _HEADING.match(lines[head].text) and read_labels(text[start:])
    if not labelled and not _is_ended(lines, head):
        return False
    if len(text[lines[index].start :].strip()) < _FEWEST:
        return False
    return not any(_same_case(text[at:start], text[start:]) for at in starts)


def _is_ended(lines: Sequence[_Line], head: int) -> bool:
    """Whether a judgment ends above a line: with a signature, or with words that dispose of the case."""
    above = [line.text.strip() for line in lines[max(0, head - _ENDING) : head]]
    if not any(len(_SMALL.findall(line)) >= _OF_PROSE for line in above):
        return False
    last = next((line for line in reversed(above) if _is_prose(line)), "")
    return bool(_DONE.search(last)) or any(signs(above, at) for at in range(len(above)))


def _is_quoted(text: str, start: int, head: int) -> bool:
    """Whether a head stands within a quotation that is open above it."""
    return text.count("“", start, head) > text.count("”", start, head) or text[head : head + 1] in "\"'“‘>"


def _number_above(text: str, start: int, head: int) -> int:
    """The number of the last paragraph above a head; 0 where none is numbered."""
    return max((int(m[1]) for m in _NUMBER.finditer(text, max(start, head - _REACH), head)), default=0)


def _goes_on(lines: Sequence[_Line], numbers: set[int]) -> bool:
    """Whether a paragraph goes on, below a signature, from one of the `numbers` above heads: these are quoted there."""
    texts = [line.text.strip() for line in lines]
    signed = False
    for at, text in enumerate(texts):
        number = _NUMBER.match(text)
        if signed and number and int(number[1]) > 1 and int(number[1]) - 1 in numbers:
            return True
        signed = signs(texts, at) or (signed and not number)
    return False


def _same_case(text: str, other: str) -> bool:
    """Whether two texts have heads of one case: the same parties, on whatever side, or one that names none."""
    one, two = read_preamble(text, ""), read_preamble(other, "")
    if not (one.petitioner and one.respondent and two.petitioner and two.respondent):
        return True
    return same_parties(one.petitioner, one.respondent, two.petitioner, two.respondent) >= RESEMBLING

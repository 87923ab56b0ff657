"""What stands before a judgment's first paragraph: title, court, date, number, bench, author, citations."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.citations.citations import find_citations
from extraction.citations.courts import court_labelled, court_named
from extraction.judgments.closing import read_closing
from extraction.judgments.coram import read_coram
from extraction.judgments.headers import Header, read_header
from extraction.judgments.judges import full_name, judge_name, judge_names
from extraction.judgments.labelled_head import Labels, read_labels, without_labels
from extraction.parties.titles import VERSUS, case_title, read_title
from extraction.records import Citation
from extraction.text.dates import find_date
from extraction.text.web_furniture import body_end

_OPINION = re.compile(
    r"\s*(?:\d{1,2}\.\s*)?(?P<judge>[A-Z][A-Za-z.’' -]{2,40}?),?\s*(?:C\.?\s?J\.?(?:\s?I\.?)?|J\.)"
    r"\s*(?:[:—–]|\.?-|\s(?=[A-Z])|\n)"
)
_ON_DATE = re.compile(
    rf"^(?P<title>[^\n]{{3,300}}? {VERSUS} [^\n]{{2,300}}?) on (?P<date>\d{{1,2}} \w+,? \d{{4}})\s*$", re.M
)
_HEADING = re.compile(r"^# +(?P<title>[^\n]+)$", re.MULTILINE)
_BRACKETED = re.compile(r"\s*\((?P<alias>[^()]{4,})\)\s*$")
_REPORTABLE = re.compile(r"\b(?:NON[ -]?)?REPORTABLE\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"^[ \t]*(?:CIVIL|CRIMINAL|WRIT|SPECIAL LEAVE|TRANSFER(?:RED)?|ARBITRATION|CONTEMPT|REVIEW|CURATIVE|ORIGINAL"
    r"|SUO MOTU)\b[^\n]{0,80}?\bNOS?\b[^\n]{1,120}$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_LINES = 12
_NAME = re.compile(r"[A-Z][A-Za-z.’' ]{2,60}")


@dataclass(frozen=True, slots=True)
class Preamble:
    """The facts of a judgment's head; `start` and `end` bound its body. `title` is "A v. B"."""

    title: str
    petitioner: str
    respondent: str
    citations: tuple[Citation, ...]
    court: str | None
    date: str | None
    case_number: str | None
    bench: tuple[str, ...]
    authors: tuple[str, ...]
    bench_size: int | None
    aliases: tuple[str, ...]
    start: int
    end: int

    @property
    def year(self) -> int | None:
        """The year of decision."""
        return int(self.date[:4]) if self.date else None


def read_preamble(text: str, name: str) -> Preamble:
    """Read a judgment's head, whatever its source; what it does not say is empty or None.

    A text without any title goes by `name`.
    """
    labels = read_labels(text)
    return _labelled(text, labels, name) if labels else _headed(text, read_header(text), name)


def _labelled(text: str, labels: Labels, name: str) -> Preamble:
    head = text[: labels.end]
    entry = _ON_DATE.search(head)
    (petitioner, respondent), aliases = _labelled_parties(labels, head, entry)
    dates = (find_date(printed) for printed in [*labels.lines("decided"), entry["date"] if entry else ""])
    date = next((found for found in dates if found), None)
    year = int(date[:4]) if date else None
    authors = _judges(labels.lines("author"), year) or _opening_judge(text, labels.end, year)
    listed = _bench(labels.values.get("bench", []), year)
    authors = tuple(full_name(author, listed) for author in authors)
    bench = tuple(dict.fromkeys([*listed, *authors]))
    strength = re.search(r"\d+", labels.first("strength"))
    return Preamble(
        title=case_title(petitioner, respondent) or name,
        petitioner=petitioner,
        respondent=respondent,
        citations=_citations(labels.lines("citations")),
        court=court_labelled(labels.first("court")) or court_named(head),
        date=date,
        case_number=labels.first("case_number") or None,
        bench=bench,
        authors=authors,
        bench_size=int(strength.group()) if strength else len(bench) if listed else None,
        aliases=(*_listed(labels.lines("aliases")), *aliases),
        start=labels.end,
        end=body_end(text),
    )


def _headed(text: str, header: Header, name: str) -> Preamble:
    petitioner, respondent = read_title(header.title)
    closing = read_closing(text, header.end, body_end(text))
    date = header.date or closing.date
    year = int(date[:4]) if date else None
    head = text[: header.end]
    sitting = read_coram(head, year) or closing.judges
    named = judge_names(header.judges, year) or _opening_judge(text, header.end, year)
    authors = tuple(full_name(author, sitting) for author in named)
    return Preamble(
        title=case_title(petitioner, respondent) or name,
        petitioner=petitioner,
        respondent=respondent,
        citations=_own_citations(head),
        court=court_named(header.court),
        date=date,
        case_number=header.case_number or _number_line(head),
        bench=tuple(dict.fromkeys([*sitting, *authors])),
        authors=authors,
        bench_size=len(sitting) or None,
        aliases=(),
        start=header.end,
        end=closing.start,
    )


def _own_citations(head: str) -> tuple[Citation, ...]:
    """The citations of the judgment itself: those that have a line of its head to themselves."""
    lines = (_REPORTABLE.sub("", line).strip() for line in head.split("\n")[:_HEAD_LINES])
    own = (line for line in lines if line and sum(f.end - f.start for f in find_citations(line)) > 0.8 * len(line))
    return _citations(list(own))


def _number_line(head: str) -> str | None:
    match = _NUMBER.search(head)
    return " ".join(match.group().split()) if match else None


def _labelled_parties(
    labels: Labels, head: str, entry: re.Match[str] | None
) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The parties by the first reading of the head that names any, and the name in brackets after them, if any."""
    heading = _HEADING.search(head)
    printed = (
        heading["title"] if heading else "",
        labels.first("title"),
        entry["title"] if entry else "",
        f"{labels.first('petitioner')} v. {labels.first('respondent')}",
        read_header(without_labels(head)).title,
    )
    for title in printed:
        bracketed = _BRACKETED.search(title)
        parties = read_title(title[: bracketed.start()] if bracketed else title)
        if any(parties):
            return parties, (bracketed["alias"].strip(),) if bracketed else ()
    return ("", ""), ()


def _bench(lists: Sequence[Sequence[str]], year: int | None) -> tuple[str, ...]:
    """The fullest of the lists of judges; a list of bare names ends where its commas end."""
    return max((_judges(_names(lines), year) for lines in lists), key=len, default=())


def _names(lines: Sequence[str]) -> list[str]:
    """The lines of a list whose names stand between lines of a single comma, and no line after it."""
    if "," not in lines:
        return list(lines)
    names: list[str] = []
    for line, before in zip(lines, [",", *lines], strict=False):
        if line != "," and before != ",":
            break
        names.extend([line] if line != "," and _NAME.fullmatch(line) else [])
    return names


def _judges(lines: Sequence[str], year: int | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for line in lines for name in judge_names(line, year)))


def _opening_judge(text: str, start: int, year: int | None) -> tuple[str, ...]:
    """The judge whose name opens the opinion ("SARKARIA, J.: ...")."""
    match = _OPINION.match(text, start, start + 200)
    name = judge_name(match["judge"], year) if match else None
    return (name,) if name else ()


def _citations(lines: Sequence[str]) -> tuple[Citation, ...]:
    found = {f.citation.key: f.citation for line in lines for f in find_citations(line)}
    return tuple(found.values())


def _listed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for line in lines for part in line.split(";") if part.strip())

"""What stands before a judgment's first paragraph: title, court, date, number, bench, author, citations."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.citations.courts import court_labelled, court_named
from extraction.judgments.coram import read_coram, whole_bench
from extraction.judgments.court_head import CourtHead, read_court_head, sitting_court
from extraction.judgments.first_opinion import opening_judge
from extraction.judgments.head_dates import date_under_heading, last_date, pronounced_on
from extraction.judgments.headers import Header, read_header
from extraction.judgments.heads.own_numbers import citations_in, court_of, number_line, own_citations
from extraction.judgments.heads.party_names import first_party
from extraction.judgments.judges import full_name, judge_names
from extraction.judgments.labelled_head import Labels, read_labels, without_labels
from extraction.judgments.opinions.closing import Closing, read_closing
from extraction.judgments.opinions.reading import read_opinions, writers
from extraction.parties.titles import VERSUS, case_title, is_versus, read_title
from extraction.records import Citation, Opinion
from extraction.text.dates import find_date
from extraction.text.spacing import one_line
from extraction.text.web_furniture import body_end

_ENTRY_REACH = 500  # characters of a law site's title, broken over lines, that may tell the date
_ON_DATE = re.compile(
    rf"^(?P<title>[^\n]{{3,300}}? {VERSUS} [^\n]{{2,300}}?) on (?P<date>\d{{1,2}} \w+,? \d{{4}})(?:\s*$|\b)", re.M
)
_HEADING = re.compile(r"^# +(?P<title>[^\n]+)$", re.MULTILINE)
_BRACKETED = re.compile(r"\s*\((?P<alias>[^()]{4,})\)\s*$")
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
    opinions: tuple[Opinion, ...] = ()

    @property
    def year(self) -> int | None:
        """The year of decision."""
        return int(self.date[:4]) if self.date else None


def read_preamble(text: str, name: str) -> Preamble:
    """Read a judgment's head, whatever its source; what it does not say is empty or None.

    A text without any title goes by `name`.
    """
    labels, printed = read_labels(text), read_court_head(text)
    if labels:
        return _labelled(text, labels, printed, name)
    return _headed(text, read_header(text), printed, name)


def _labelled(text: str, labels: Labels, printed: CourtHead | None, name: str) -> Preamble:
    start = max(labels.end, printed.end) if printed else labels.end
    head = text[:start]
    closing = read_closing(text, start, body_end(text))
    entry = _site_entry(head)
    (petitioner, respondent), aliases = _labelled_parties(labels, head, entry, printed)
    decided = next(filter(None, map(find_date, labels.lines("decided"))), None)
    date = decided or _date(text, start, entry, printed, closing)
    year = int(date[:4]) if date else None
    seated = printed.bench if printed else read_coram(without_labels(head), year)
    listed = whole_bench(_bench(labels.values.get("bench", []), year), seated, closing.judges)
    below = printed.end if printed else start
    written = opening_judge(text, start, year, listed) or opening_judge(text, below, year, listed)
    speaking = _speaking(text, start, closing.start, _judges(labels.lines("author"), year) or written, listed, year)
    own = _each_once([*citations_in(labels.lines("citations")), *own_citations(head)])
    strength = re.search(r"\d+", labels.first("strength"))
    return Preamble(
        title=case_title(petitioner, respondent) or name,
        petitioner=petitioner,
        respondent=respondent,
        citations=own,
        court=court_labelled(labels.first("court"))
        or (printed.court if printed else None)
        or court_named(head)
        or court_of(own),
        date=date,
        case_number=labels.first("case_number")
        or (printed.case_number if printed else None)
        or number_line(text, start),
        bench=speaking.bench,
        authors=speaking.authors,
        bench_size=int(strength.group()) if strength else len(speaking.bench) if listed else None,
        aliases=(*_listed(labels.lines("aliases")), *aliases, *(printed.connected if printed else ())),
        start=start,
        end=closing.start,
        opinions=speaking.opinions,
    )


def _headed(text: str, header: Header, printed: CourtHead | None, name: str) -> Preamble:
    start = printed.end if printed else header.end
    head = text[:start]
    closing = read_closing(text, start, body_end(text))
    petitioner, respondent = printed.parties if printed else read_title(header.title)
    date = _date(text, start, _site_entry(head), printed, closing) or header.date
    year = int(date[:4]) if date else None
    listed = whole_bench(printed.bench if printed else _listed_above(text, header, year), closing.judges)
    written = judge_names(header.judges, year) or opening_judge(text, start, year, listed)
    speaking = _speaking(text, start, closing.start, written, listed, year)
    own = own_citations(head)
    return Preamble(
        title=case_title(petitioner, respondent) or name,
        petitioner=petitioner,
        respondent=respondent,
        citations=own,
        court=(printed.court if printed else None)
        or court_named(header.court)
        or court_of(own)
        or sitting_court(head.split("\n")),
        date=date,
        case_number=(printed.case_number if printed else None) or header.case_number or number_line(text, start),
        bench=speaking.bench,
        authors=speaking.authors,
        bench_size=len(speaking.bench) if printed or listed else None,
        aliases=printed.connected if printed else (),
        start=start,
        end=closing.start,
        opinions=speaking.opinions,
    )


def _listed_above(text: str, header: Header, year: int | None) -> tuple[str, ...]:
    """The bench that a head lists, be it below its title and its day."""
    return read_coram(text[: header.end], year) or read_coram(text[: header.reach], year)


def _date(
    text: str, start: int, entry: re.Match[str] | None, printed: CourtHead | None, closing: Closing
) -> str | None:
    """The day of decision: by a law site, by the court's head, under its heading, under the signatures, at the end."""
    site = find_date(entry["date"]) if entry else None
    said = printed.date if printed else pronounced_on(text[:start].split("\n"))
    return site or said or date_under_heading(text[start:]) or closing.date or last_date(text[start:])


def _each_once(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    return tuple({citation.key: citation for citation in citations}.values())


@dataclass(frozen=True, slots=True)
class _Speaking:
    """Who sat, who wrote, and the opinions where there are several."""

    bench: tuple[str, ...]
    authors: tuple[str, ...]
    opinions: tuple[Opinion, ...]


def _speaking(
    text: str, start: int, end: int, written: Sequence[str], listed: tuple[str, ...], year: int | None
) -> _Speaking:
    """Who speaks in text[start:end], where the head names the judges `listed` and those who have `written`.

    Each is called as the bench names him in full; a judge who sat alone wrote.
    """
    opening = tuple(dict.fromkeys(full_name(judge, listed) for judge in written))
    opinions = read_opinions(text, start, end, opening, listed, year)
    authors = writers(opinions) or opening
    bench = whole_bench(listed, authors, [opinion.judge for opinion in opinions])
    return _Speaking(bench, authors or (listed if len(listed) == 1 else ()), opinions)


def _site_entry(head: str) -> re.Match[str] | None:
    """The line that a law site prints over a judgment ("A vs B on 5 February, 2026"), be it broken over lines."""
    return _ON_DATE.search(head) or _ON_DATE.match(one_line(head[:_ENTRY_REACH]))


def _labelled_parties(
    labels: Labels, head: str, entry: re.Match[str] | None, printed: CourtHead | None
) -> tuple[tuple[str, str], tuple[str, ...]]:
    """The parties by the first reading of the head that names any, and the name in brackets after them, if any.

    A court's own cause title is whole where a law site's line is cut.
    """
    if printed:
        return printed.parties, ()
    heading = _HEADING.search(head)
    titles = (
        heading["title"] if heading else "",
        labels.first("title"),
        entry["title"] if entry else "",
        f"{_side(labels, 'petitioner')} v. {_side(labels, 'respondent')}",
        read_header(without_labels(head)).title,
    )
    for title in titles:
        bracketed = _BRACKETED.search(title)
        parties = read_title(title[: bracketed.start()] if bracketed else title)
        if any(parties):
            return parties, (bracketed["alias"].strip(),) if bracketed else ()
    return ("", ""), ()


def _side(labels: Labels, name: str) -> str:
    """The first party under a label."""
    lines = next(iter(labels.values.get(name, [])), [])
    return first_party(list(itertools.takewhile(lambda line: not is_versus(line), lines)))


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


def _listed(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for line in lines for part in line.split(";") if part.strip())

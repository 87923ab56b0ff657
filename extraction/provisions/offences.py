"""How a procedure code classifies offences: the rows of its schedule, each on a section of the penal code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extraction.provisions.acts import act_named
from extraction.records import ActRecord, Offence, ProvisionMention
from extraction.text.spacing import CELL

_UNDER = re.compile(
    r"^\W*(?:[IVX]+\W+)?OFFENCES UNDER (?:THE )?(?P<act>[^\n\t]{4,80}?)\W*$", re.IGNORECASE | re.MULTILINE
)
_PART = re.compile(r"(?:PART )?[IVX]+\W")
_HEAD = re.compile(r"\bcognizable\b[^\t]*\t[^\t]*\bbailable\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?P<number>\d{1,3}[A-Z]{0,3})(?P<clause>(?:\s*\([^()\s]{1,5}\))*)")
_DITTO = re.compile(r"(?:ditto|do)\.?", re.IGNORECASE)
_COLUMNS = 6  # section, offence, punishment, cognizable or not, bailable or not, by what court triable


@dataclass(frozen=True, slots=True)
class ClassifiedOffence:
    """An offence, and the place of its row in the schedule's text."""

    offence: Offence
    start: int
    end: int

    def mention(self, text: str) -> ProvisionMention:
        """The naming of the section by its row."""
        told = self.offence
        row = text[self.start : self.end]
        return ProvisionMention(
            self.start, self.end, row, told.provision, "section", told.number, told.clause or None, None, quote=row
        )


def classified_act(schedule: str) -> ActRecord | None:
    """The act whose offences a schedule classifies; None where it is no such schedule."""
    under = _UNDER.search(schedule) if _HEAD.search(schedule) else None
    return act_named(under["act"]) if under else None


def classified_offences(schedule: str) -> Iterator[ClassifiedOffence]:
    """The offences that a schedule classifies, row by row; what is said of other laws' offences names no section.

    A row without a number is of the section above; "Ditto" says what the row above does.
    """
    act: ActRecord | None = None
    above = [""] * _COLUMNS
    start = 0
    for line in schedule.split("\n"):
        cells = [cell.strip() for cell in line.split(CELL)]
        if len(cells) == 1 and (under := _UNDER.search(line) or _PART.match(line)):
            act = act_named(under["act"]) if under.re is _UNDER else None
        elif act and len(cells) == _COLUMNS:
            above = [cells[0] or above[0], *map(_told, cells[1:], above[1:])]
            for offence in _offences(act, above):
                yield ClassifiedOffence(offence, start, start + len(line))
        start += len(line) + 1


def _told(cell: str, above: str) -> str:
    """What a cell says, without its full stop: what stands above where it says "Ditto"."""
    return above if _DITTO.fullmatch(cell) else cell.rstrip(".")


def _offences(act: ActRecord, cells: list[str]) -> Iterator[Offence]:
    """The offence of a row, once for each section that its first cell names."""
    for match in _NUMBER.finditer(cells[0]):
        clause = re.sub(r"\s", "", match["clause"])
        yield Offence(f"{act.id}/section-{match['number']}", match["number"], clause, *cells[1:])

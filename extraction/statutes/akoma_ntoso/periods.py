"""The dates that the mark-up of an act gives: of its assent, and between which days a wording was in force."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from xml.etree.ElementTree import Element

from extraction.statutes.rows import Row
from extraction.text.dates import find_date

Period = tuple[str | None, str | None]
"""From which day to which; None where it is open or not said."""

_ASSENT = re.compile(r"assent|enact", re.IGNORECASE)
_FIRST_ACT = 1800  # the oldest Regulations that are still law


def assent(act: Element) -> str | None:
    """The day on which an act was assented to, by its preface or by what identifies it."""
    printed = [e.get("date") or find_date("".join(e.itertext()), _FIRST_ACT) for e in act.iterfind("preface//docDate")]
    named = [e for e in act.iterfind("meta/identification//FRBRdate") if _ASSENT.search(e.get("name", ""))]
    return next(filter(None, map(_day, (*printed, *(e.get("date") for e in named)))), None)


@dataclass(frozen=True, slots=True)
class Periods:
    """The days of the events that an act's mark-up lists, and the periods between them, each by its id."""

    events: dict[str, str]
    groups: dict[str, Period]
    repealed: str | None

    def of(self, element: Element) -> Period:
        """When an element was in force: by the period that it names (3.0), or by its own start and end (2.0)."""
        if period := element.get("period"):
            return self.groups.get(_target(period), (None, None))
        return self._event(element.get("start")), self._event(element.get("end"))

    def _event(self, reference: str | None) -> str | None:
        return self.events.get(_target(reference)) if reference else None


def periods(act: Element) -> Periods:
    """What the mark-up of an act says of its life."""
    listed = [e for name in ("eventRef", "event") for e in act.iterfind(f"meta/lifecycle/{name}")]
    events = {_id(e): day for e in listed if (day := _day(e.get("date")))}
    repeals = [events[_id(e)] for e in listed if e.get("type") == "repeal" and _id(e) in events]
    found = Periods(events, {}, max(repeals, default=None))
    for group in act.iterfind("meta/temporalData/temporalGroup"):
        intervals = [found.of(interval) for interval in group.iter("timeInterval")]
        if intervals:
            found.groups[_id(group)] = (intervals[0][0], intervals[-1][1])
    return found


def with_versions(rows: Iterable[Row]) -> list[Row]:
    """The rows, of several dated wordings of one provision the latest alone, with the earlier ones as its versions."""
    ordered = sorted(enumerate(rows), key=lambda pair: (pair[1].kind, pair[1].number))
    kept: list[tuple[int, Row]] = []
    for _, group in groupby(ordered, key=lambda pair: (pair[1].kind, pair[1].number)):
        same = list(group)
        if len(same) == 1 or not all(row.in_force_from or row.in_force_to for _, row in same):
            kept += same
            continue
        *former, (place, latest) = sorted(same, key=lambda pair: _age(pair[1]))
        kept.append((place, replace(latest, versions=tuple(_version(row) for _, row in former))))
    return [row for _, row in sorted(kept, key=lambda pair: pair[0])]


def version_parts(version: str) -> tuple[Period, str]:
    """The period and the text of an earlier wording."""
    period, _, text = version.partition(" ")
    begun, _, ended = period.partition("/")
    return (begun or None, ended or None), text


def _age(row: Row) -> tuple[str, bool, str]:
    return row.in_force_from or "", row.in_force_to is None, row.in_force_to or ""


def _version(row: Row) -> str:
    return f"{row.in_force_from or ''}/{row.in_force_to or ''} {row.text}"


def _id(element: Element) -> str:
    return element.get("eId") or element.get("id") or ""


def _target(reference: str) -> str:
    return reference.removeprefix("#")


def _day(written: str | None) -> str | None:
    try:
        return date.fromisoformat((written or "")[:10]).isoformat()
    except ValueError:
        return None

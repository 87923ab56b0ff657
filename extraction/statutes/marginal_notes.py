"""Which provision a marginal note is of, where the text of its act is not at hand."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz

from extraction.provisions.acts import act_from_title, act_named
from extraction.records import ActRecord

_ALIKE = 88.0  # one slip in eight letters, as scans have; fewer would join notes that differ in one word


@dataclass(frozen=True, slots=True)
class NotedProvision:
    """A section of an act, its marginal note, and a phrase (in small letters) that only its text has, if needed."""

    act: ActRecord
    number: str
    note: str
    says: str


def plain(heading: str) -> str:
    """A heading in small letters, without punctuation."""
    return " ".join(re.findall(r"[a-z0-9]+", heading.lower()))


def noted(heading: str, text: str) -> NotedProvision | None:
    """The provision that a heading and text are, by the table of marginal notes."""
    wanted, said = plain(heading), plain(text)
    fitting = [p for p in _table() if p.says in said and fuzz.ratio(p.note, wanted) >= _ALIKE]
    return max(fitting, key=lambda p: fuzz.ratio(p.note, wanted), default=None)


@cache
def _table() -> tuple[NotedProvision, ...]:
    acts: Mapping[str, Mapping[str, str | Mapping[str, str]]] = tomllib.loads(
        files("extraction").joinpath("data/marginal_notes.toml").read_text(encoding="utf-8")
    )
    return tuple(
        _entry(act_named(title) or act_from_title(title), number, given)
        for title, numbers in acts.items()
        for number, given in numbers.items()
    )


def _entry(act: ActRecord, number: str, given: str | Mapping[str, str]) -> NotedProvision:
    if isinstance(given, str):
        return NotedProvision(act, number, plain(given), "")
    return NotedProvision(act, number, plain(given["note"]), plain(given["says"]))

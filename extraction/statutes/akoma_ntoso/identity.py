"""Which act a file of Akoma Ntoso holds: its title, year and number, and the State whose law it is."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from xml.etree.ElementTree import Element

from extraction.provisions.acts import act_from_title, act_named
from extraction.records import ActRecord
from extraction.text.spacing import one_line

_ADDRESS = re.compile(
    r"/in(?:-(?P<state>[a-z]+))?/act/(?:[a-z]+/)*(?P<year>\d{4})(?:-\d\d-\d\d)?(?:/0*(?P<number>\d+))?"
)
_PLACEHOLDER = "/in/act/1900/1"
_UNION = ("union", "")
_REMARK = re.compile(r"\s*(?:\[incomplete\]|\(as passed by .*\))\s*$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=\b(?:1[789]|20)\d\d)\d$")
_DATED = re.compile(r"\b\d{4}")
_ENDS = " .,;]*"


def identified(act: Element) -> ActRecord:
    """The record of an act's element; a State's act whose title does not say whose it is has the State after it."""
    address = _address(act)
    title = _title(act)
    if address and not _DATED.search(title) and act_named(title) is None:
        title = f"{title}, {address['year']}"
    state = address["state"] or "" if address else ""
    if state not in _UNION and not _names(title, state):
        title = f"{title} [{_state_names(state)[0]}]"
    record = act_from_title(title)
    if record.number is None and address and address["number"] and int(address["number"]):
        return replace(record, number=f"{address['number']} of {address['year']}")
    return record


def _address(act: Element) -> re.Match[str] | None:
    found = act.find("meta/identification/FRBRWork/FRBRuri")
    value = found.get("value", "") if found is not None else ""
    return None if value == _PLACEHOLDER else _ADDRESS.search(value)


def _title(act: Element) -> str:
    """The title with its year, from what identifies the act or from its preface."""
    aliases = (e.get("value", "") for e in act.findall("meta/identification/FRBRWork/FRBRalias"))
    printed = ("".join(e.itertext()) for name in ("shortTitle", "docTitle") for e in act.iter(name))
    titles = [title for written in (*aliases, *printed) if (title := _clean(written))]
    dated = (title for title in titles if _DATED.search(title) or act_named(title))
    return next(dated, titles[0] if titles else "Act without a title")


def _clean(title: str) -> str:
    plain = _NOTE_MARK.sub("", _REMARK.sub("", one_line(title)).rstrip(" .,;*"))
    return plain if "[" in plain else plain.rstrip(_ENDS)


def _names(title: str, state: str) -> bool:
    return any(name.lower() in title.lower() for name in _state_names(state))


def _state_names(code: str) -> tuple[str, ...]:
    return _states().get(code, (code.upper(),))


@cache
def _states() -> dict[str, tuple[str, ...]]:
    raw = tomllib.loads((files("extraction") / "data" / "states.toml").read_text(encoding="utf-8"))
    return {code: tuple(names) for code, names in raw["states"].items()}

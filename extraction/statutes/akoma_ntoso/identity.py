"""Which act a file of Akoma Ntoso holds: its title, year and number, and the State whose law it is."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from extraction.provisions.acts import act_from_title, act_named
from extraction.records import ActRecord
from extraction.statutes.akoma_ntoso.addresses import Work, work
from extraction.statutes.akoma_ntoso.states import state_names
from extraction.text.spacing import one_line

_REMARK = re.compile(r"\s*(?:\[incomplete\]|\(as passed by .*\))\s*$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=\b(?:1[789]|20)\d\d)\d$")
_DATED = re.compile(r"\b\d{4}")
_NUMBER = re.compile(r"\bN[Oo]\.?\s*(?P<number>\d{1,3})\.?\s+[Oo][Ff]\s+(?P<year>\d{4})\b")
_ENDS = " .,;]*"


def identified(act: Element, called: str) -> ActRecord:
    """The record of an act's element, which is `called` so where nothing in it gives a title.

    A State's act whose title does not say whose it is has the State after it.
    """
    at = _address(act)
    title = _title(act) or called
    if at and not _DATED.search(title) and act_named(title) is None:
        title = f"{title}, {at.year}"
    if at and at.state and not _names(title, at.state):
        title = f"{title} [{state_names(at.state)[0]}]"
    record = act_from_title(title)
    number = record.number or (at.numbered if at else _printed_number(act))
    return replace(record, number=number, state=state_names(at.state)[0] if at and at.state else None)


def _address(act: Element) -> Work | None:
    found = act.find("meta/identification/FRBRWork/FRBRuri")
    return work(found.get("value", "")) if found is not None else None


def _title(act: Element) -> str:
    """The title with its year, from what identifies the act or from its preface; empty where neither has one."""
    aliases = (e.get("value", "") for e in act.iterfind("meta/identification/FRBRWork/FRBRalias"))
    printed = ("".join(e.itertext()) for name in ("shortTitle", "docTitle") for e in act.iter(name))
    titles = [title for written in (*aliases, *printed) if (title := _clean(written))]
    dated = (title for title in titles if _DATED.search(title) or act_named(title))
    return next(dated, titles[0] if titles else "")


def _printed_number(act: Element) -> str | None:
    printed = ("".join(e.itertext()) for name in ("docNumber", "longTitle") for e in act.iterfind(f"preface//{name}"))
    found = next((match for text in printed if (match := _NUMBER.search(text))), None)
    return f"{int(found['number'])} of {found['year']}" if found else None


def _clean(title: str) -> str:
    plain = _NOTE_MARK.sub("", _REMARK.sub("", one_line(title)).rstrip(" .,;*"))
    return plain if "[" in plain else plain.rstrip(_ENDS)


def _names(title: str, state: str) -> bool:
    return any(name.lower() in title.lower() for name in state_names(state))

"""What an address of Akoma Ntoso means: "/akn/in-ka/act/1961/9/eng@1961-05-03/~sec_3__subsec_1"."""

import re
from dataclasses import dataclass

from extraction.provisions.acts import act_from_title, act_named, act_numbered
from extraction.records import ActRecord, ProvisionKind
from extraction.slugs import slug
from extraction.statutes.akoma_ntoso.states import state_code

_WORK = re.compile(r"/in(?:-(?P<state>[a-z]+))?/act/(?:[a-z]+/)*(?P<year>\d{4})(?:-\d\d-\d\d)?(?:/0*(?P<number>\d+))?")
_KINDS: tuple[ProvisionKind, ...] = ("section", "article", "rule", "regulation")
_PLACEHOLDER = re.compile(r"(?:/akn)?/in/act/1900/1(?!\d)")
_PART = re.compile(
    r"(?:^|__|\.)(?P<kind>sec(?:tion)?|art(?:icle)?|rule|regulation)[_-](?P<number>\d{1,4}-?[A-Z]{0,4})(?![a-z])", re.I
)
SHORT = {
    **{"section": "sec", "article": "art", "schedule": "att", "order": "ord", "chapter": "chp"},
    **{"subchapter": "subchp", "division": "dvs", "subdivision": "subdvs", "subsection": "subsec"},
    **{"clause": "cl", "subclause": "subcl", "alinea": "al"},
}
"""What ids call elements; those that are not here go by their name."""
_TITLED = re.compile(r"\b(?:Act|Code|Ordinance|Sanhita|Adhiniyam|Regulation|Order)\b.{0,3}\b(?:1[789]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Work:
    """An act by its address: of a State by its code (empty for the Union's), year, and number if it has one."""

    state: str
    year: str
    number: str | None

    @property
    def numbered(self) -> str | None:
        """Number and year as acts are numbered: "45 of 1860"."""
        return f"{self.number} of {self.year}" if self.number and int(self.number) else None


def work(address: str) -> Work | None:
    """The act of India that an address is of; None also for the address that stands for an unknown one."""
    found = None if _PLACEHOLDER.search(address) else _WORK.search(address)
    if found is None:
        return None
    return Work("" if found["state"] in (None, "union") else found["state"], found["year"], found["number"])


def written_address(act: ActRecord) -> str:
    """The address of an act: by year and number, else by year and title."""
    number, _, year = (act.number or "").partition(" of ")
    code = state_code(act.state) if act.state else None
    place = f"in-{code}" if code else "in"
    return f"/akn/{place}/act/{year or act.year or 'undated'}/{number or slug(act.short_title)}"


def own_part(kind: ProvisionKind, number: str) -> str:
    """The id of a provision in its own act: "sec_3", "ord_7__rule_11", "att_1"."""
    if kind == "order-rule":
        return f"{SHORT['order']}_{number.replace('-rule-', '__rule_')}"
    return f"{SHORT.get(kind, kind)}_{number}"


def part(address: str) -> tuple[ProvisionKind, str] | None:
    """The section or article that an address ends in: of "#sec_3__subsec_1", section 3."""
    found = _PART.search(re.split(r"[#~]", address)[-1])
    if found is None:
        return None
    kind = found["kind"].lower()
    return next((full for full in _KINDS if full.startswith(kind)), "section"), found["number"].upper()


def act_at(address: str, words: str = "") -> ActRecord | None:
    """The act at an address: a known one by its number, else by the words that name it with its year."""
    at = work(address)
    known = act_numbered(at.numbered) if at and at.numbered and not at.state else None
    return known or act_named(words) or (act_from_title(words) if _TITLED.search(words) else None)

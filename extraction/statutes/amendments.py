"""What an amending act does to another: "In section 2 of the principal Act, ... shall be substituted"."""

import re
from collections.abc import Iterator, Sequence

from extraction.provisions.acts import act_from_title
from extraction.records import ActRecord, Amendment, ProvisionKind
from extraction.statutes.rows import Row, clean_number
from extraction.text.spacing import one_line

_ACT = r"(?P<title>[A-Z][\w'’&,() -]{3,150}?\b(?:Act|Code|Constitution of India)(?:,?\s*(?:1[789]|20)\d\d)?)"
_PRINCIPAL = re.compile(
    rf"\b(?:[Ii]n|[Oo]f|[Tt]o)\s+(?:the\s+)?{_ACT}(?:\s*\([^()]{{0,40}}\))?\s*,?\s*"
    r"\(hereinafter[^()]{0,60}?referred\s+to\s+as\s+[“\"']?the\s+principal\s+Act"
)
_OF = r"of\s+(?:the\s+)?(?:(?P<principal>principal\s+Act)|(?P<constitution>Constitution\b)|" + _ACT + r")"
_NUMBER = r"(?P<kind>[Ss]ection|[Aa]rticle)\s+(?P<number>\d{1,3}[A-Z]{0,3})"
_DONE = r"shall\s+be\s+(?:substituted|inserted|omitted|added|renumbered)"
_CHANGED = re.compile(
    rf"\b(?P<place>[Ii]n|[Ff]or|[Aa]fter|[Bb]efore|)\s*\b{_NUMBER}\s+{_OF}(?P<rest>.{{0,1500}}?{_DONE})", re.DOTALL
)
_NEW = re.compile(r"namely\s*:?[\s—–-]*[“\"']?\s*(?P<number>\d{1,3}[A-Z]{1,3})\.")
_QUOTE = 400  # characters kept of a note


def principal_act(rows: Sequence[Row]) -> ActRecord | None:
    """The act that an amending act calls the principal Act."""
    for row in rows:
        if match := _PRINCIPAL.search(row.text):
            return act_from_title(one_line(match["title"]))
    return None


def amendments_made(rows: Sequence[Row], act: ActRecord) -> Iterator[Amendment]:
    """The provisions of other acts that the sections of `act` change, each with the words that do so.

    What is inserted after a provision amends the new one, if its number is given, and not the one before it.
    """
    principal = principal_act(rows)
    for row in rows:
        for match in _CHANGED.finditer(row.text):
            changed = _changed_act(match, principal)
            number = _changed_number(row.text, match)
            if changed is None or changed.id == act.id or number is None:
                continue
            kind: ProvisionKind = "article" if match["kind"].lower() == "article" else "section"
            quote = one_line(match.group())[:_QUOTE]
            yield Amendment(act.id, f"{changed.id}/{kind}-{number}", kind, number, quote)


def _changed_act(match: re.Match[str], principal: ActRecord | None) -> ActRecord | None:
    if match["principal"]:
        return principal
    title = "Constitution of India" if match["constitution"] else one_line(match["title"])
    return act_from_title(title)


def _changed_number(text: str, match: re.Match[str]) -> str | None:
    if match["place"].lower() not in ("after", "before"):
        return clean_number(match["number"])
    new = _NEW.search(text, match.end(), match.end() + 60)
    return clean_number(new["number"]) if new else None

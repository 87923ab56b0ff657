"""When an act came into force, as its first sections say."""

import re
from collections.abc import Sequence

from extraction.statutes.rows import Row
from extraction.text.dates import find_date
from extraction.text.numerals import ordinal

_BEGINS = re.compile(
    r"\b(?:It|This Act|The Act|and)\s+(?:(?:shall|is)\s+)?(?:be\s+)?(?:deemed\s+to\s+have\s+)?(?:come|comes|came)"
    r"\s+into\s+(?:force|operation|effect)\s+(?:(?P<assent>at\s+once|immediately|forthwith)"
    r"|(?:on|from|with\s+effect\s+from)\s+(?:and\s+from\s+)?(?:the\s+)?(?P<day>(?!such\b)[^.;:()]{6,60}))",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b([a-z]+(?:-[a-z]+)?)(?=\s+day\s+of\b)", re.IGNORECASE)
_FIRST_ACT = 1800  # the oldest Regulations that are still law
_SECTIONS = 3  # at the head of an act: its title, extent and commencement


def commenced(rows: Sequence[Row], assented: str | None) -> str | None:
    """The day from which an act is in force, ISO, by one of its first sections; "at once" is the day of assent.

    None where a notification is to say it.
    """
    for row in rows[:_SECTIONS]:
        if match := _BEGINS.search(row.text):
            return assented if match["assent"] else find_date(_DAY.sub(_figures, match["day"]), _FIRST_ACT)
    return None


def _figures(day: re.Match[str]) -> str:
    return str(ordinal(day[1]) or day[1])

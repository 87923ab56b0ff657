"""Numbers of provisions written in words: "section ninety", "article three hundred and seventy"."""

import re

from extraction.text.numerals import IN_WORDS, cardinal

_WRITTEN = re.compile(rf"\b((?:sections?|articles?)\s+)({IN_WORDS})\b", re.IGNORECASE)


def in_figures(text: str) -> str:
    """The text with these numbers in figures: "section ninety" becomes "section 90"."""
    return _WRITTEN.sub(lambda found: f"{found[1]}{cardinal(found[2])}", text)

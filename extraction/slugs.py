"""Names as parts of readable ids, and back."""

import re

_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on", "or", "at"))


def slug(text: str) -> str:
    """Lower-case words of `text` joined by hyphens: the form every readable id is made of."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


def spelled(slugged: str) -> str:
    """A name as its slug has it: "p-n-bhagwati" -> "P.N. Bhagwati"; the same from whichever document it came."""
    parts = [
        w.upper() + "." if len(w) == 1 else w if w in _SMALL and i else w.capitalize()
        for i, w in enumerate(slugged.split("-"))
    ]
    text = ""
    for part in parts:
        text += part if part.endswith(".") and text.endswith(".") else f" {part}"
    return text.strip()

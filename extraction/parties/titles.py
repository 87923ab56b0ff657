"""Titles of cases: who is against whom, without the tail of others, in a readable form."""

import re

_VERSUS = re.compile(r"\s+(?:v|vs|Vs|versus|Versus)\b\.?\s*(?=\S)|(?<![A-Z]\.)\s+(?:V|VS|VERSUS)\b\.?\s+(?=\S)")
_OTHERS = re.compile(
    r"[\s,;]*(?:(?:\band|&)\s*(?:\d+\s+|two\s+|three\s+|four\s+)?(?:others?|another|anr|ors?)\b"
    r"|(?<=[\s,.&;])(?:ors|anr)\b|(?<=\s)others(?=\s*(?:etc.*)?$))(?!\s+of\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_TAIL = re.compile(
    r"[\s,;:]*(?:\(?\s*(?:with|and) connected\b.*|\(\s*with\b.*|\betc\.?|\b(?:represented|rep\.?) by\b.*"
    r"|\(?\bdead\)?\s+(?:by|through)\b.*|\bby (?:his |her |their )?(?:LRs?|legal representatives)\b.*"
    r"|,\s*(?:through|thr\.)\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DANGLING = re.compile(r"(?:[\s,;&(/]+(?:(?:and|of|the|with|or|by)(?![\w.]))?)+$", re.IGNORECASE)
_NUMBERING = re.compile(r"^\s*(?:\(\d{1,2}\)|\d{1,2}\s*[.)])\s*(?=\D)")
_COURTESY = re.compile(r"^(?:(?:The|Shri|Sri|Smt|Mr|Mrs|Ms|Miss|Sh|M/[sS])(?:\.\s*|\s+))+(?=\S)", re.IGNORECASE)
_INITIALS = re.compile(r"\b([A-Z])\.\s+(?=[A-Z]\.)")
_SMALL = {"of", "and", "the", "in", "for", "on", "by", "to", "at", "alias", "through"}
_ACRONYMS = {"CIT", "CBI", "LIC", "ONGC", "SEBI", "RBI", "DDA", "BSES", "SAIL", "IAS", "UT"}
_ABBREVIATIONS = {"LTD", "PVT", "BROS", "DR", "MR", "MRS", "MS", "CO", "NO", "MD", "ST", "RE"}
_FULL = {
    re.compile(r"\bU\.\s?O\.\s?I\b\.?|\bUOI\b", re.IGNORECASE): "Union of India",
    re.compile(r"\bGovt\b\.?", re.IGNORECASE): "Government",
}


def split_title(title: str) -> tuple[str, str]:
    """Petitioner and respondent of "A v. B", cleaned; a title without opponents is all petitioner."""
    petitioner, _, respondent = _at_versus(" ".join(title.split()))
    return clean_party(petitioner), clean_party(respondent)


def case_title(petitioner: str, respondent: str) -> str:
    """The title that two parties make: "A v. B", or A alone."""
    return f"{petitioner} v. {respondent}" if respondent else petitioner


def clean_party(printed: str) -> str:
    """A party's name without "and others", "& Anr.", "etc." and representatives, in readable case."""
    name = _NUMBERING.sub("", " ".join(printed.split()))
    name = _COURTESY.sub("", name.split(";")[0])
    name = _OTHERS.sub("", name) or name
    while (shorter := _DANGLING.sub("", _TAIL.sub("", name)).strip()) and shorter != name:
        name = shorter
    name = readable_case(_closed(_INITIALS.sub(r"\1.", name.strip(" \t,;:-–—*#&"))))
    for pattern, full in _FULL.items():
        name = pattern.sub(full, name)
    return name


def readable_case(name: str) -> str:
    """Names printed in capitals as they are usually written, with "of" and "and" small."""
    shouting = not re.search(r"[a-z]{2}", name)
    words = name.split(" ")
    return " ".join(_readable_word(word, shouting, first=not index) for index, word in enumerate(words))


def _readable_word(word: str, shouting: bool, first: bool) -> str:
    if word.lower() in _SMALL and not first:
        return word.lower()
    if not shouting or "." in word[:-1] or word in _ACRONYMS:
        return word
    letters = re.sub(r"\W", "", word)
    if letters not in _ABBREVIATIONS and (len(letters) <= 2 or not re.search(r"[AEIOUY]", letters)):
        return word
    return re.sub(r"[A-Z][A-Z'’]*", lambda m: m.group()[0] + m.group()[1:].lower(), word)


def _at_versus(title: str) -> tuple[str, str, str]:
    match = _VERSUS.search(title)
    return (title[: match.start()], match.group(), title[match.end() :]) if match else (title, "", "")


def _closed(name: str) -> str:
    """The name without a last full stop, unless that ends an abbreviation or initials."""
    if name.endswith(".") and not re.search(r"(?:\b[A-Z]|\b(?:Ltd|Co|Corpn|Inc|Jr|Sr|No|Bros|Pvt|Anr))\.$", name):
        return name[:-1]
    return name


_SMALL_VERSUS = re.compile(r"\s+(?:v|vs|[Vv]ersus)\b\.?\s+")


_GREAT_VERSUS = re.compile(r"\s+(?:V|VS|Vs|vS|VERSUS)\b\.?\s+")
"""A great "V." may be an initial: it parts the names where no small one does."""


def split_parties(name: str) -> tuple[str, str]:
    """Petitioner and respondent of "A v. B"; the respondent is empty where there is no "v."."""
    sign = _SMALL_VERSUS if _SMALL_VERSUS.search(f"{name} ") else _GREAT_VERSUS
    petitioner, *rest = sign.split(f"{name.strip()} ", maxsplit=1)
    return petitioner.strip(), rest[0].strip() if rest else ""

"""Titles of cases: where "v." parts two names, and a party's name as it is to be read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extraction.parties.phrases import REPRESENTED
from extraction.text.sentences import abbreviates
from extraction.text.spacing import one_line

VERSUS_WORDS = frozenset({"v", "vs", "versus"})
VERSUS = r"(?i:vs?|versus)\b\.?"
"""The word between two parties, for patterns that have it among others."""
_SIGN = re.compile(
    r"[Vv](?:(?<=[\w.,)\]'\"’”`&@*/] .)(?:s|ersus|S|/s|ERSUS)?\b(?: ?\.(?=\s)|\.?(?=[\s(A-Z]))"
    r"|(?:(?<=[–—].)|(?<=[–—-]\s.))(?:s|ersus|S|/s|ERSUS)?\b\.?\s?[–—-]{1,3}(?=\s?[\"“'‘(A-Z0-9])"
    r"|(?<=[a-z)]\.v)(?<![\s(\"“]m\.v)s?\.?(?=\s)|(?<=-v)[.s]?-)"
)
_STRAY = re.compile(r"^(?:\W*\b(?:v|[Vv][Ss]|(?i:versus))\b)+\W*|(?:\s+(?:v|[Vv][Ss]|(?i:versus))\b\W*)+$")
"""A sign with no party before or after it; a great "V." there is an initial."""
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.?$")
_BEFORE_INITIAL = re.compile(r"\s?[A-Z]\.")
_LETTER, _WORD = re.compile(r"[^\W\d_]"), re.compile(r"[^\W\d_]{3}")
_AROUND = " \t\n,;:-–—*_\"'“”‘’#&"
_QUOTES = re.compile(r"[\"“”]|(?<![\w.])['‘](?=\w['’](?:\W|$))|(?<=\s['‘]\w)['’](?!\w)")
"""Quotes within a name; an apostrophe is the name's own, but around a letter that hides somebody ("Victim 'X'")."""
_OTHERS = re.compile(
    r"[\s,;]*(?:(?:\band|&)\s*(?:\d+\s+|two\s+|three\s+|four\s+)?(?:others?|oths?|another|anr|ors?)\b"
    r"|(?<=[\s,.&;])(?:ors|oths?|anr)\b|(?<=\s)others(?=\s*(?:etc.*)?$)|^(?:others?|another|ors|anr)(?=\W*$))"
    r"\.?(?!\s+of\b)(?P<series>\s*\([IVX\d]{1,4}\))?.*$",
    re.IGNORECASE | re.DOTALL,
)
DEAD = (
    r"(?i:\s\(?(?:since\s)?(?:dead|deceased|died|D)\)?\s*(?:by|through|thr\.?)\s(?:(?:his|her|their|proposed)\s)?"
    r"(?:L\.?\s?R\.?s?\b\.?|legal\s(?:heirs|representatives?))(?:\s*(?:&|and)\s(?:ors?|others|anr|another)\b\.?)?)"
)
"""Who stands for a party that died ("Om Prakash (Dead) by LRs v. ...") is no part of the name, which goes on before."""
_TAIL = re.compile(
    r"[\s,;:]*(?:\(?\s*(?:with|and) connected\b.*|\(\s*with\b.*|\betc\.?|\b(?:represented|rep\.?) by\b.*"
    r"|\(?\bdead\)?\s+(?:by|through)\b.*|\bby (?:his |her |their )?(?:LRs?|legal representatives)\b.*"
    rf"|{DEAD}.*|\(?{REPRESENTED}.*|\(?\bsince\s(?:deceased|dead)\)?|\((?:deceased|dead|died|minor)\)"
    r"|(?:,\s*|\(\s?)(?:through|thr\.)\s.*)$",
    re.IGNORECASE | re.DOTALL,
)
_DANGLING = re.compile(r"(?:[\s,;&(/\[{@-]+(?:(?:and|of|the|with|or|by|a)(?![\w.]))?)+$", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-z]{2})[,.]?\d{1,3}$")
"""A footnote's mark that a quotation brought along without its note: "Union of India245"."""
_NUMBERING = re.compile(r"^\s*(?:\(\d{1,2}\)|\d{1,2}\s*[.)])\s*(?=\D)")
_COURTESY = re.compile(
    r"^(?:in the case of\s+|(?!(?:Shri|Sri)\.?\s+(?:Kant|Chand|Niwas|Pal|Nath)\b)"
    r"(?:The|Shri|Sri|Smt|Mr|Mrs|Ms|Miss|Sh|M/[sS])(?:\.\s*|\s+))+(?=\S)",
    re.IGNORECASE,
)
"""Courtesy titles; "Shri Kant" is a name."""
_INITIALS = re.compile(r"\b([A-Z])\.\s+(?=[A-Z]\.)")
_SMALL = {"of", "and", "the", "in", "for", "on", "by", "to", "at", "alias", "through"}
_ACRONYMS = {"CIT", "CBI", "LIC", "ONGC", "SEBI", "RBI", "DDA", "BSES", "SAIL", "IAS", "UT"}
_ACRONYM = 5  # letters: "ADM", "SEBI", "BCCI" stay great; longer words in capitals are names
_ABBREVIATIONS = {"LTD", "PVT", "BROS", "DR", "MR", "MRS", "MS", "CO", "NO", "MD", "ST", "RE"}
_FULL = {
    re.compile(r"\bU\.\s?O\.\s?I\b\.?|\bUOI\b", re.IGNORECASE): "Union of India",
    re.compile(r"\bGovt\b\.?", re.IGNORECASE): "Government",
}


def versus_signs(text: str) -> Iterator[re.Match[str]]:
    """Every word or letter in running text that may part two parties, a great "V" among them: see `surely_versus`."""
    return _SIGN.finditer(text)


def surely_versus(sign: re.Match[str]) -> bool:
    """Whether a sign parts two parties whatever stands around it; a great "V." may be an initial."""
    return sign[0].rstrip(".–—- ") != "V"


def beside_initial(sign: re.Match[str]) -> bool:
    """Whether an initial stands before a sign or right after it ("K. V. Rajan", "V. K. Rajan"); "U.P. V." is none."""
    return bool(_INITIAL.search(sign.string, 0, sign.start() - 1) or _BEFORE_INITIAL.match(sign.string, sign.end()))


def has_versus(text: str) -> bool:
    """Whether some "v." parts two parties in a text."""
    return any(surely_versus(sign) or not beside_initial(sign) for sign in versus_signs(text))


def is_versus(line: str) -> bool:
    """Whether nothing but a "Versus" stands on a line."""
    return re.sub(r"[\W_]", "", line).lower() in VERSUS_WORDS


def split_title(title: str) -> tuple[str, str]:
    """Petitioner and respondent of "A v. B" as written; a title without opponents is all petitioner.

    A great "V." parts the names where no small one does, and one beside an initial where nothing else does and a word
    is before it: "STATE OF U. P. V. RAM LAL", but not "K. V. RAJAN".
    """
    line = f", {' '.join(title.split())} "
    signs = list(versus_signs(line))
    doubtful = [sign for sign in signs if _WORD.search(line, 0, sign.start())]
    sign = (
        next(filter(surely_versus, signs), None)
        or next((sign for sign in doubtful if not beside_initial(sign)), None)
        or next(iter(doubtful), None)
    )
    if sign is None:
        return line[2:-1], ""
    return line[2 : sign.start()].rstrip(" -"), line[sign.end() :].strip()


def read_title(printed: str) -> tuple[str, str]:
    """Petitioner and respondent of "A v. B", cleaned; a title that names only one of them is all petitioner.

    In a title all in capitals a short name is no acronym.
    """
    parties = split_title(printed)
    if " ".join(parties).isupper():
        parties = readable_case(parties[0]), readable_case(parties[1])
    cleaned = (clean_party(_STRAY.sub("", party)) for party in parties)
    named = [name for name in cleaned if _LETTER.search(name)]
    if len(named) > 1:
        return named[0], named[1]
    return named[0] if named and not is_versus(named[0]) else "", ""


def case_title(petitioner: str, respondent: str) -> str:
    """The title that two parties make: "A v. B", or A alone."""
    return f"{petitioner} v. {respondent}" if respondent else petitioner


@lru_cache(maxsize=65536)
def clean_party(printed: str) -> str:
    """A party's name without "and others", "& Anr.", "etc." and representatives, in readable case."""
    name = _NUMBERING.sub("", _QUOTES.sub("", one_line(printed)).strip(_AROUND))
    name = _COURTESY.sub("", name.split(";")[0])
    name = _OTHERS.sub(r"\g<series>", name)
    while (shorter := _DANGLING.sub("", _TAIL.sub("", name)).strip()) and shorter != name:
        name = shorter
    name = _closed(_INITIALS.sub(r"\1.", _balanced(_GLUED.sub("", name.strip(_AROUND + "[]")))))
    name = name if name.isupper() and len(name) <= _ACRONYM else readable_case(name)
    for pattern, full in _FULL.items():
        name = pattern.sub(full, name)
    return name


def _balanced(name: str) -> str:
    """The name without a bracket that closes nothing at its end, or that nothing closes."""
    if name.endswith(")") and name.count(")") > name.count("("):
        name = name[:-1]
    return name[: name.rindex("(")].rstrip() if name.count("(") > name.count(")") else name


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


def _closed(name: str) -> str:
    """The name without a last full stop, unless that belongs to an abbreviation or initials."""
    return name[:-1] if name.endswith(".") and not abbreviates(name[:-1].rpartition(" ")[2]) else name

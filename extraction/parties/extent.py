"""Names in running text: how far a party's name reaches to either side, and which of its words tell it apart."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from extraction.text.sentences import abbreviates

_TOKEN = re.compile(r"\S+")
_REACH = 240
_LONGEST = 28
_OPENERS = "([{\"'“‘`*_<"
_CLOSERS = ")]}\"'”’`*_>"
_NAME_START = re.compile(r"[A-Z@&]|\d{1,2}(?:st|nd|rd|th)\b|m/s", re.UNICODE)
_OTHERS = re.compile(
    r"[\s,]*(?:&|and|And|AND)?\s*\b(?:others?|ors?|oths?|anr|another|etc|ant)\b\.?(?:\s*etc\.?)*\s*$|[\s,.&@:;(\[{-]+$|\s+and$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"(?:the|this)\s(?:Court|Bench|Supreme|High|Full|Constitution|Privy|House|Division|Apex)\b")
_TITLES = re.compile(r"^(?:(?:the|in the case of)\s+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word lists (see data/names.toml), lower-case but for the given names."""

    connectors: frozenset[str]
    stops: frozenset[str]
    caseless: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The word lists, read once."""
    raw = tomllib.loads((files("extraction") / "data" / "names.toml").read_text(encoding="utf-8"))
    return Vocabulary(**{name: frozenset(words.split()) for name, words in raw.items()})


def name_before(text: str, end: int, floor: int, short: bool = False) -> int | None:
    """Start of the name that ends at `end`, not before `floor`; None where no name stands there.

    A `short` name ("Maneka Gandhi" in "Maneka Gandhi's case") reaches across no comma and no "and".
    """
    tokens = list(_TOKEN.finditer(text, max(floor, end - _REACH), end))
    start: int | None = None
    depth = 0
    for count, token in enumerate(reversed(tokens[-_LONGEST:])):
        word = token.group()
        if count and _closes(word, depth, short):
            break
        inside = depth > 0
        depth += word.count(")") - word.count("(")
        opened = depth < 0 or word[0] in '[{"“‘`'
        core = word.lstrip(_OPENERS) if opened else word
        kind = "connector" if inside else _kind(core.strip(_OPENERS + _CLOSERS + ",;:"), short)
        if kind == "stop":
            break
        if kind == "name":
            start = token.start() + len(word) - len(core)
        if opened or (short and core == "The") or _new_line(text, token, floor):
            break
    return start


def _closes(word: str, depth: int, short: bool) -> bool:
    """Whether the end of `word` closes what stands to its right off from it."""
    if word[-1] in ';:?!"”' or (short and word[-1] == ","):
        return True
    if word[-1] in ")]" and (depth or word[-1] == "]" or short):
        return word[-1] == "]" or short
    return word[-1] == "." and not abbreviates(word[:-1]) and not (word[0].isupper() and len(word) <= 4)


def _new_line(text: str, token: re.Match[str], floor: int) -> bool:
    before = text[max(floor, token.start() - 3) : token.start()]
    return "\n" in before


def _kind(core: str, short: bool) -> str:
    """What a word is to a name: "name", "connector" or "stop"."""
    words = vocabulary()
    plain = core.lower()
    if short and plain in ("and", "by", "on", "through", "as", "its", "his", "her", "their", "for"):
        return "stop"
    if not core:
        return "connector"
    if plain.rstrip(".") in words.stops and len(plain.rstrip(".")) > 1 and core not in words.given:
        return "stop"
    if core[0].isupper() or plain == "state" or _NAME_START.match(core):
        return "name"
    return "connector" if plain in words.connectors or (core[0].isdigit() and len(core) <= 3) else "stop"


def name_after(text: str, start: int, ceiling: int) -> int | None:
    """End of the name that begins at `start`, not after `ceiling`; None where no name stands there."""
    end: int | None = None
    comma: int | None = None
    previous = ""
    for count, token in enumerate(_TOKEN.finditer(text, start, min(ceiling, start + _REACH))):
        word = token.group()
        if (
            count > _LONGEST
            or (word[0] in '[{"“' and count)
            or (count and "\n\n" in text[token.start() - 2 : token.start()])
        ):
            break
        if word[0] == "(" and not _bracketed_name(text, token.start(), ceiling):
            break
        if count and _SPEAKS.match(text, token.start()):
            return _cut(text, end, comma)
        core = word.strip(_OPENERS + _CLOSERS + ",;:")
        kind = "name" if previous == "of" and core.isalnum() else _kind(core, short=False)
        previous = core.lower()
        if kind == "stop" and not (count == 0 and core.lower() == "the"):
            return _cut(text, end, comma)
        if kind == "name" or core.lower().rstrip(".") in ("others", "ors", "anr", "another", "etc"):
            end = token.start() + len(word.rstrip(',;:"”'))
        if word[-1] in ";:?" or (
            word[-1] == "." and not abbreviates(word[:-1].rstrip(")")) and _starts_anew(text, token.end())
        ):
            return end
        if word[-1] == "," and comma is None:
            comma = end
    else:
        return end if ceiling <= start + _REACH else _cut(text, end, comma)
    return end


def _starts_anew(text: str, at: int) -> bool:
    return re.match(r"\s+[A-Z\"“]", text[at : at + 4]) is not None


def _cut(text: str, end: int | None, comma: int | None) -> int | None:
    """Cut a name at its first comma when running text, not a citation, follows it."""
    if (
        comma is None
        or end is None
        or re.match(r"\s*,\s*(?:&|and|[Oo]rs|[Oo]thers|[Ee]tc|[Aa]nr)", text[comma : comma + 12])
    ):
        return end
    return comma


def _bracketed_name(text: str, at: int, ceiling: int) -> bool:
    """Whether a bracket within a name holds a name, as in "Willie (William) Slaney" or "S. (Dead) by LRs"."""
    close = text.find(")", at, min(ceiling, at + 60))
    return close > 0 and re.match(r"\(\s?(?:[A-Z(]|dead|by|since|p\))(?!upra|ee\b|ide\b)", text[at:close]) is not None


@lru_cache(maxsize=65536)
def clean_party(name: str) -> str:
    """A party's name without "& Ors.", "and another", a leading "The" and stray punctuation."""
    name = re.sub(r"\s+", " ", name).strip(" ,;:-*_\"'“”‘’")
    if name.endswith(")") and name.count(")") > name.count("("):
        name = name[:-1]
    whole = name
    for _ in range(4):
        shorter = _OTHERS.sub("", name)
        if shorter == name:
            break
        name = shorter
    if whole.startswith(f"{name}.") and abbreviates(name.rpartition(" ")[2]):
        name += "."
    name = _TITLES.sub("", name)
    if name.count("(") > name.count(")"):
        name = name[: name.rindex("(")].rstrip()
    return name


@lru_cache(maxsize=65536)
def party_words(name: str) -> tuple[str, ...]:
    """The lower-case words of a name, initials left out."""
    plain = re.sub(r"['’]s\b", "", name.lower())
    return tuple(w for w in re.findall(r"[a-z0-9]+", plain) if len(w) > 1)


@lru_cache(maxsize=65536)
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name that few other parties share."""
    common = vocabulary().common
    return tuple(w for w in party_words(name) if w not in common)

"""How far a party's name reaches to either side in running text."""

import re
from collections.abc import Sequence

from extraction.parties.phrases import calls_a_ship, joined
from extraction.parties.titles import DEAD
from extraction.parties.words import vocabulary
from extraction.text.sentences import abbreviates

_TOKEN = re.compile(r"[^\s\[]+|\[[^\s\[]*")
_REACH = 240  # characters to either side of the "v."
_LONGEST = 28  # words of a party: "Union of India through Secretary, Ministry of ..." is long, a sentence longer
_PROSE = 48  # characters: a line so long is prose, a shorter one a heading or an entry
_OPENERS = "([{\"'“‘`*_<"
_CLOSERS = ")]}\"'”’`*_>"
_QUOTES = '"“'
_OPENS_PARTY = frozenset(("the", "their", "its", "his"))  # "Dock Labour v. Their Employers"
_DASHES = " –—-"
_NAME_START = re.compile(r"[A-Z@&]|\d{1,3}-?[A-Z]|\d{1,2}(?:st|nd|rd|th)\b|m/s|m\.?[vt]\.?$", re.UNICODE)
_FIGURE = re.compile(
    r"(?:;|\b(?:[Ii]n|[Oo]n|upon|of|[Ss]ee|by|and|with|from|cit(?:ed|es|ing)|follow(?:ed|s|ing)))[ ]"
    r"(?P<figure>\d{1,3})[ ]$"
)
"""A number that a name may begin with ("in 5 Star Mills"); elsewhere it is a note's mark, or numbers what follows."""
_POINTS = re.compile(
    r"\b(?:paras?|paragraphs?|pages?|p|pp|at|nos?|sections?|articles?|rules?|notes?|clauses?|items?)\.?[ ]\d+[ ]$",
    re.IGNORECASE,
)
_DEAD = re.compile(rf"{DEAD}\s*$")
_DEAD_AFTER = re.compile(DEAD)
_DEAD_REACH = 80
_OWN_MOTION = re.compile(r"\bCourt [Oo]n [Ii]ts [Oo]wn [Mm]otion\s*$")
_NUMBERED = frozenset(("no.", "no", "nos.", "ward", "circle", "range"))
_MORE = frozenset(("others", "ors", "anr", "another", "etc"))
_FIRM = frozenset(("co", "company", "sons", "bros", "brothers", "associates"))
_BRACKETED = re.compile(
    r"\(\s?(?:[A-Z(]|dead|deceased|died|by|since|through|thr\b|rep\b|represented|minor|p\b)(?!upra|ee\b|ide\b)"
)
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_ANEW = re.compile(r"\s+[A-Z\"“]")
_SPEAKS = re.compile(r"(?:the|this)\s(?:Court|Bench|Supreme|High|Full|Constitution|Privy|House|Division|Apex)\b")


def name_before(text: str, end: int, floor: int, short: bool = False) -> int | None:
    """Start of the name that ends at `end`, not before `floor`; None where no name stands there.

    A `short` name ("Maneka Gandhi" in "Maneka Gandhi's case") reaches across no comma and no "and".
    """
    end -= len(text[floor:end]) - len(text[floor:end].rstrip(_DASHES))
    dead = _DEAD.search(text, max(floor, end - _DEAD_REACH), end)
    end = dead.start() if dead else end
    within = [] if short else list(joined(text, max(floor, end - _REACH), end))
    tokens = list(_TOKEN.finditer(text, max(floor, end - _REACH), end))
    own_motion = _OWN_MOTION.search(text, max(floor, end - _REACH), end)
    if own_motion:
        return own_motion.start()
    start: int | None = None
    depth = 0
    after = ""
    for count, token in enumerate(reversed(tokens[-_LONGEST:])):
        word = token.group()
        if count and _closes(word, depth, short):
            break
        inside = depth > 0 or (word[-1] == ")" and "(" not in word)
        depth += word.count(")") - word.count("(")
        opened = depth < 0 or (word[0] in '[{"“‘`' and not calls_a_ship(text, token.start()))
        core = word.lstrip(_OPENERS) if opened else word
        plain = core.strip(_OPENERS + _CLOSERS + ",;:")
        joins_firm = plain in ("and", "&") and after.lower().rstrip(".") in _FIRM
        kind = "connector" if inside or joins_firm else _kind(plain, short)
        after = plain
        if kind == "stop" and not _inside(token, within):
            break
        if kind == "name":
            start = token.start() + len(word) - len(core)
        if opened or (short and core == "The") or _new_line(text, token, floor):
            break
    return start if start is None or short else _with_figure(text, start, floor)


def _inside(token: re.Match[str], within: Sequence[tuple[int, int]]) -> bool:
    return any(start < token.end() and token.start() < end for start, end in within)


def _with_figure(text: str, start: int, floor: int) -> int:
    """The start of a name with the number that it begins with."""
    figure = _FIGURE.search(text, max(floor, start - 12), start)
    return start if figure is None or _POINTS.search(text, max(floor, start - 24), start) else figure.start("figure")


def _closes(word: str, depth: int, short: bool) -> bool:
    """Whether the end of `word` closes what stands to its right off from it."""
    if word[-1] in ';:?!"”' or (short and word[-1] == ","):
        return True
    if word[-1] in ")]" and (depth or word[-1] == "]" or short):
        return word[-1] == "]" or short
    return word[-1] == "." and not _shortened(word[:-1]) and not (word[0].isupper() and len(word) <= 4)


def _new_line(text: str, token: re.Match[str], floor: int) -> bool:
    """Whether a word begins a line, and that before it is no line of prose that runs on to it."""
    before = text[max(floor, token.start() - 3) : token.start()]
    if "\n" not in before:
        return False
    line = text.rfind("\n", 0, token.start() - 1) + 1
    runs_on = before[-1] == "\n" and before[-2:-1].isalpha() and text[line : line + 1].strip()
    return not (runs_on and token.start() - line > _PROSE)


def _kind(core: str, short: bool) -> str:
    """What a word is to a name: "name", "connector" or "stop"."""
    words = vocabulary()
    plain = core.lower()
    if short and core == "&":
        return "connector"
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
    within = list(joined(text, start, min(ceiling, start + _REACH)))
    for count, token in enumerate(_TOKEN.finditer(text, start, min(ceiling, start + _REACH))):
        word = token.group()
        if (
            count > _LONGEST
            or (word[0] in '[{"“' and count and not calls_a_ship(text, token.start()))
            or (count and "\n\n" in text[token.start() - 2 : token.start()])
        ):
            break
        if word[0] == "(" and not _bracketed_name(text, token.start(), ceiling):
            break
        if count and (dead := _DEAD_AFTER.match(text, token.start() - 1, ceiling)):
            return dead.end()
        if count and _SPEAKS.match(text, token.start()):
            return _cut(text, end, comma)
        core = word.strip(_OPENERS + _CLOSERS + ",;:")
        names = (previous == "of" and core.isalnum()) or (previous in _NUMBERED and core[:1].isdigit())
        kind = "name" if names else _kind(core, short=False)
        previous = core.lower()
        opens = count == 0 and core.lower() in _OPENS_PARTY
        if kind == "stop" and not opens and not _inside(token, within):
            return _cut(text, end, comma)
        if (
            kind == "name"
            or (word.rstrip(",")[-1:] == ")" and _inside(token, within))
            or core.lower().rstrip(".") in ("others", "ors", "anr", "another", "etc")
        ):
            end = token.start() + len(word.rstrip(',;:"”'))
        if (word[-1] in ";:?" and not _inside(token, within)) or (
            word[-1] == "." and not _shortened(word[:-1].rstrip(")")) and _starts_anew(text, token.end())
        ):
            return end
        if word[-1] == "," and comma is None:
            comma = end
    else:
        return end if ceiling <= start + _REACH else _cut(text, end, comma)
    return end


def _shortened(word: str) -> bool:
    """Whether a full stop after a word of a name belongs to it: an abbreviation, or a word without a vowel ("Wvg.")."""
    return abbreviates(word) or (word.isalpha() and not _VOWEL.search(word))


def _starts_anew(text: str, at: int) -> bool:
    return _ANEW.match(text, at) is not None


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
    return (
        close > 0
        and re.match(
            r"\(\s?(?:[A-Z(]|dead|deceased|died|by|since|through|thr\b|rep\b|represented|minor|p\))(?!upra|ee\b|ide\b)",
            text[at:close],
        )
        is not None
    )

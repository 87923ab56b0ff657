"""Which act each mention means, read in the order of the document as a reader would."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.parties.words import PLACES, vocabulary
from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import act_by_id, act_from_title, act_named, act_numbered, acts_named, noun_of
from extraction.records import ActRecord
from extraction.slugs import slug

_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_NEAR = 1500  # characters since the act was named: "the said Act" of a later page may be another
_AMENDING = re.compile(r"\bAmend(?:ment|ing)\b|^Finance\b")
_WORD = re.compile(r"\w*[a-z]{2}")
_MADE = re.compile(r"-(?:rules|regulations)(?:-\d{4})?$")  # made under the act of the same title
_OTHERWISE = {"Act": "Adhiniyam"}
_UNTELLING = frozenset(
    {
        "repealed",
        "amending",
        "amended",
        "amendment",
        "principal",
        "state",
        "central",
        "parent",
        "new",
        "old",
        "said",
        "repealing",
        "original",
        "present",
        "impugned",
        "local",
        "special",
        "general",
        "main",
        "earlier",
        "former",
        "latter",
        "parliamentary",
    }
)


@dataclass(slots=True)
class _Reader:
    """What a document has said so far: names it gave to acts, acts it named with their year, the last of each noun.

    `full` are the acts that it names in full anywhere.
    """

    year: int | None
    nicknames: dict[str, ActRecord] = field(default_factory=dict)
    dated: dict[str, ActRecord] = field(default_factory=dict)
    full: frozenset[ActRecord] = frozenset()
    last: dict[str, tuple[int, ActRecord]] = field(default_factory=dict)


def read_acts(mentions: Sequence[ActMention], year: int | None) -> list[ActRecord | None]:
    """The act of each mention, None where "the Act" could be any; `year` is the judgment's, if known."""
    reader = _Reader(year, full=frozenset(act for m in mentions if (act := _in_full(m))))
    acts = [_read(mention, reader) for mention in mentions]
    ruling = _ruling(mentions, acts)
    return [
        act or (ruling.get(mention.name) if mention.form == "pointing" else None)
        for mention, act in zip(mentions, acts, strict=True)
    ]


def _read(mention: ActMention, reader: _Reader) -> ActRecord | None:
    act = _pointed(mention, reader) if mention.form == "pointing" else _named(mention, reader)
    if act is None:
        return None
    if mention.nickname:
        reader.nicknames[_called(mention.nickname)] = act
    if mention.form != "pointing":
        noun = noun_of(act)
        if noun not in reader.last or not _yields(mention, act):
            reader.last[noun] = (mention.end, act)
        if _YEAR.search(mention.name):
            reader.dated.pop(act.id, None)
            reader.dated[act.id] = act
    return act


def _yields(mention: ActMention, act: ActRecord) -> bool:
    """Whether "the Act" or "the Code" means another if it can: not what amends, and not the Penal Code."""
    amends = act_by_id(act.id) is None and _AMENDING.search(act.title) is not None
    return mention.amending or amends or act.short_title.endswith("Penal Code")


def _called(name: str) -> str:
    """The key of a name that a text gives to an act: "Act of 1996" and "1996 Act" are one, "MSMED Act" and "MSMED"."""
    words = [word for word in slug(name).split("-") if word not in ("of", "the")]
    return "-".join(sorted(word for word in words if word != "act" or len(words) == 1))


def _named(mention: ActMention, reader: _Reader) -> ActRecord | None:
    if nicknamed := _nicknamed(mention.name, reader):
        return nicknamed
    known = acts_named(mention.name)
    if len(known) > 1 and (seen := [act for act in reader.dated.values() if act in known]):
        return seen[-1]
    full = [act for act in known if act in reader.full]
    if len(full) == 1:
        return full[0]
    if len({act.short_title.removeprefix("Indian ").split()[0] for act in known}) > 1:
        return None  # "IT Act": of information technology, or income tax
    if known:
        return act_named(mention.name, reader.year)
    return _unknown(mention, reader)


def _in_full(mention: ActMention) -> ActRecord | None:
    """The only act that a mention can mean, by its title."""
    known = acts_named(mention.name) if mention.form == "full" and _WORD.match(mention.name) else ()
    return known[0] if len(known) == 1 else None


def _nicknamed(name: str, reader: _Reader) -> ActRecord | None:
    """The act to which the text gave the name; a year that is written with it is the act's own."""
    given = reader.nicknames.get(_called(name))
    if given is None and (year := _YEAR.search(name)):
        undated = reader.nicknames.get(_called(_YEAR.sub("", name)))
        return undated if undated and str(undated.year) == year[0] else None
    return given


def _unknown(mention: ActMention, reader: _Reader) -> ActRecord | None:
    """An act that is in no table: one the document named in full before, or a new one if its title tells enough."""
    name = slug(mention.name)
    if _YEAR.search(mention.name):
        return act_from_title(mention.name) if _tells(name) else None
    for act in reversed(reader.dated.values()):
        if f"-{slug(act.short_title)}".endswith(f"-{name}"):
            return act
    return act_from_title(mention.name) if _tells(name) and name.count("-") >= 2 else None


def _tells(name: str) -> bool:
    """Whether a title's words tell it from others: more than a place, "Amendment" or "State", or those of an act."""
    if (made := _MADE.sub("", name)) != name and acts_named(f"{made} act"):
        return True
    words = [w for w in name.split("-") if len(w) > 1]
    dated = words[-1].isdigit()
    telling = {w for w in words if not w.isdigit()} - {words[-2 if dated else -1]} - _UNTELLING
    return bool(telling - vocabulary().caseless) or (dated and len(telling) > 1 and bool(telling - PLACES))


def _pointed(mention: ActMention, reader: _Reader) -> ActRecord | None:
    if mention.pointer == "numbered":
        return act_numbered(mention.name.partition(" ")[2]) or _dated(mention, reader)
    if mention.pointer == "dated":
        return _dated(mention, reader)
    last = reader.last.get(mention.name)
    near = last is not None and mention.start - last[0] < _NEAR
    if (
        last
        and near
        and mention.pointer in ("that", "the said", "the same", "said", "the aforesaid", "aforesaid", "such")
    ):
        return last[1]
    for name in (f"{mention.pointer} {mention.name}", mention.name):
        if given := reader.nicknames.get(_called(name)):
            return given
    return last[1] if last and near else None


def _dated(mention: ActMention, reader: _Reader) -> ActRecord | None:
    year = mention.name[-4:]
    if given := reader.nicknames.get(_called(mention.name)):
        return given
    of_year = [act for act in reversed(reader.dated.values()) if str(act.year) == year]
    noun = mention.name.partition(" ")[0].rstrip(",")
    return next((act for act in of_year if noun_of(act) in (noun, _OTHERWISE.get(noun))), None)


def _ruling(mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]) -> dict[str, ActRecord]:
    """The act that "the Act" or "the Code" means where nothing else says so: the one most named, by far."""
    counts: dict[str, Counter[ActRecord]] = defaultdict(Counter)
    for mention, act in zip(mentions, acts, strict=True):
        if act is not None and mention.form != "pointing":
            counts[noun_of(act)][act] += not _yields(mention, act)
    ruling: dict[str, ActRecord] = {}
    for noun, counted in counts.items():
        top = counted.most_common(1)
        if top and top[0][1] and top[0][1] >= 0.6 * counted.total():
            ruling[noun] = top[0][0]
    return ruling

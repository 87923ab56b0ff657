"""Which act each mention means, read in the order of the document as a reader would."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.parties.words import vocabulary
from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import act_from_title, act_named, acts_named
from extraction.records import ActRecord, slug

_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_NEAR = 1500  # characters since the act was named: "the said Act" of a later page may be another
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
    """What a document has said so far: names it gave to acts, acts it named with their year, the last of each noun."""

    year: int | None
    nicknames: dict[str, ActRecord] = field(default_factory=dict)
    dated: dict[str, ActRecord] = field(default_factory=dict)
    last: dict[str, tuple[int, ActRecord]] = field(default_factory=dict)


def read_acts(mentions: Sequence[ActMention], year: int | None) -> list[ActRecord | None]:
    """The act of each mention, None where "the Act" could be any; `year` is the judgment's, if known."""
    reader = _Reader(year)
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
        reader.nicknames[slug(mention.nickname)] = act
    if mention.form != "pointing":
        reader.last[_noun(act)] = (mention.end, act)
        if _YEAR.search(mention.name):
            reader.dated.pop(act.id, None)
            reader.dated[act.id] = act
    return act


def _noun(act: ActRecord) -> str:
    for noun in ("Code", "Ordinance", "Constitution"):
        if noun in act.title:
            return noun
    return "Act"


def _named(mention: ActMention, reader: _Reader) -> ActRecord | None:
    nicknamed = reader.nicknames.get(slug(mention.name))
    if nicknamed and not _YEAR.search(mention.name):
        return nicknamed
    known = acts_named(mention.name)
    if len(known) > 1 and (seen := [act for act in reader.dated.values() if act in known]):
        return seen[-1]
    if known:
        return act_named(mention.name, reader.year)
    return _unknown(mention, reader)


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
    """Whether a title's words tell it from others: more than a place, "Amendment" or "State"."""
    words = [w for w in name.split("-") if not w.isdigit() and len(w) > 1]
    return len(words) > 1 and not set(words[:-1]) <= _UNTELLING | vocabulary().caseless


def _pointed(mention: ActMention, reader: _Reader) -> ActRecord | None:
    if mention.pointer == "dated":
        return _dated(mention, reader)
    last = reader.last.get(mention.name)
    near = last is not None and mention.start - last[0] < _NEAR
    if last and near and mention.pointer in ("that", "the said", "said", "the aforesaid", "aforesaid", "such"):
        return last[1]
    given = reader.nicknames.get(slug(mention.name))
    if given is not None:
        return given
    return last[1] if last and near else None


def _dated(mention: ActMention, reader: _Reader) -> ActRecord | None:
    year = mention.name[-4:]
    given = reader.nicknames.get(slug(f"{year} {mention.name[:-6]}")) or reader.nicknames.get(slug(mention.name))
    if given:
        return given
    return next((act for act in reversed(reader.dated.values()) if str(act.year) == year), None)


def _ruling(mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]) -> dict[str, ActRecord]:
    """The act that "the Act" or "the Code" means where nothing else says so: the one most named, by far."""
    counts: dict[str, Counter[ActRecord]] = {"Act": Counter(), "Code": Counter(), "Ordinance": Counter()}
    for mention, act in zip(mentions, acts, strict=True):
        if act is not None and mention.form != "pointing" and _noun(act) in counts:
            counts[_noun(act)][act] += 1
    ruling: dict[str, ActRecord] = {}
    for noun, counted in counts.items():
        top = counted.most_common(1)
        if top and top[0][1] >= 0.6 * counted.total():
            ruling[noun] = top[0][0]
    return ruling

"""The acts that texts name: one record an act, found by any of its names."""

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from extraction.records import ActRecord, ProvisionKind
from extraction.slugs import slug, spelled
from extraction.text.spacing import one_line

_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_DATED = re.compile(r"[\s,(]*(?:of\s+)?(?:1[789]|20)\d\d\)?\s*$")
_LEADING = re.compile(r"^(?:the|our|said|indian(?=\s+constitution))\s+", re.IGNORECASE)
MADE_OF: dict[ProvisionKind, str] = {"rule": "Rules", "regulation": "Regulations"}
"""What is made under acts, by the kind of provision that it has in place of sections."""
CONSTITUTION = "constitution-of-india"
"""The id of the Constitution of India."""
_NOUNS = (*MADE_OF.values(), "Constitution", "Code", "Ordinance", "Sanhita", "Adhiniyam")
# Words of the titles of the codes of 2023 as they are misspelt.
_SPELLINGS = {
    **dict.fromkeys(("bhartiya", "bharathiya", "bhartia", "bharatia"), "bharatiya"),
    **dict.fromkeys(("nagrik", "nagarika"), "nagarik"),
    **dict.fromkeys(("nyay", "nayaya"), "nyaya"),
    **dict.fromkeys(("suraksa", "surksha"), "suraksha"),
    **dict.fromkeys(("samhita", "sanhitha", "sanghita"), "sanhita"),
    **dict.fromkeys(("saksha", "sakshaya", "sakshy"), "sakshya"),
    **dict.fromkeys(("adhiniyum", "adhinyam"), "adhiniyam"),
}
_LAST_SCHEDULED = 183  # articles: the Indian Limitation Act, 1908
_ISATION = re.compile(r"ization\b")
_MISSPELT = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b")


@dataclass(frozen=True, slots=True)
class _Table:
    by_id: dict[str, ActRecord]
    by_number: dict[str, ActRecord]
    by_name: dict[str, tuple[ActRecord, ...]]
    in_force: dict[str, int]
    last: dict[str, int]


def name_key(name: str) -> str:
    """What spellings of an act's name share, letters and digits only: "Cr. P. C." and "CrPC" have one key."""
    plain = _LEADING.sub("", name.strip().lower().replace("&", " and "))
    plain = _MISSPELT.sub(lambda match: _SPELLINGS[match.group()], _ISATION.sub("isation", plain))
    return re.sub(r"[^a-z0-9]|\b(?:the|of)\b|(?<=[a-z]{4})s\b", "", plain)


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("extraction") / "data" / "acts.toml").read_text(encoding="utf-8"))
    by_id: dict[str, ActRecord] = {}
    by_name: dict[str, list[ActRecord]] = defaultdict(list)
    in_force: dict[str, int] = {}
    last: dict[str, int] = {}
    for item in raw["acts"]:
        act = _record(item["title"], item.get("number"), tuple(item.get("aliases", ())))
        by_id[act.id] = act
        in_force[act.id] = item.get("from", act.year or 0)
        if "last" in item:
            last[act.id] = item["last"]
        for key in _keys(act):
            by_name[key].append(act)
    by_number = {act.number: act for act in by_id.values() if act.number}
    return _Table(by_id, by_number, {key: tuple(acts) for key, acts in by_name.items()}, in_force, last)


def _record(title: str, number: str | None = None, aliases: tuple[str, ...] = ()) -> ActRecord:
    title = re.sub(r"\s*&\s*", " and ", title)
    return ActRecord(slug(title), title, _DATED.sub("", title), number, year_of_title(title), aliases)


def year_of_title(title: str) -> int | None:
    """The year in an act's title, the last one where there are several ("Arms Act, 1959")."""
    years = _YEAR.findall(title)
    return int(years[-1]) if years else None


def _keys(act: ActRecord) -> list[str]:
    names = [act.title, act.short_title, *act.aliases]
    if act.title.startswith("Indian "):
        names += [act.title.removeprefix("Indian "), act.short_title.removeprefix("Indian ")]
    elif act.year is not None:
        names += [f"Indian {act.title}", f"Indian {act.short_title}"]
    return list(dict.fromkeys(name_key(name) for name in names))


def noun_of(act: ActRecord) -> str:
    """What an act is by its title: "Act", "Code", "Rules" ...; an Adhiniyam and a Sanhita too are what they say."""
    return next((noun for noun in _NOUNS if noun in act.title), "Act")


def kind_in(act: ActRecord) -> ProvisionKind:
    """What an act is divided into: sections, the Constitution into articles, Rules into rules."""
    if act.id == CONSTITUTION:
        return "article"
    return next((kind for kind, noun in MADE_OF.items() if noun == noun_of(act)), "section")


def all_aliases() -> set[str]:
    """The other names of all known acts, as the table has them."""
    return {alias for act in _table().by_id.values() for alias in act.aliases}


def act_by_id(id: str) -> ActRecord | None:
    """The known act of that id."""
    return _table().by_id.get(id)


def act_title(id: str) -> str:
    """The title of the act of that id: as the table has it, else as the id spells it ("toll-act-1950")."""
    if known := act_by_id(id):
        return known.title
    name, _, year = id.rpartition("-")
    return f"{spelled(name)}, {year}" if name and re.fullmatch(r"\d{4}", year) else spelled(id)


def act_numbered(number: str) -> ActRecord | None:
    """The known act of that number and year ("45 of 1860", the spaces as they come)."""
    return _table().by_number.get(re.sub(r"\s*of\s*", " of ", number.strip()))


def acts_named(name: str) -> tuple[ActRecord, ...]:
    """Every known act that `name` can mean: acts of several years share a name without a year."""
    return _table().by_name.get(name_key(name)) or _other_year(name)


def _other_year(name: str) -> tuple[ActRecord, ...]:
    """Acts of the name without its year, where the year given is the one of the act or is a misprint by one."""
    years = _YEAR.findall(name)
    if not years or not _DATED.search(name):
        return ()
    undated = _table().by_name.get(name_key(_DATED.sub("", name)), ())
    return tuple(act for act in undated if act.year is not None and abs(act.year - int(years[-1])) <= 1)


def act_named(title: str, year: int | None = None) -> ActRecord | None:
    """The known act of any name ("IPC", "Cr.P.C.", "Evidence Act, 1872"); in `year`, the one then in force."""
    acts = acts_named(title)
    if year is None or len(acts) < 2:
        return acts[0] if acts else None
    table = _table()
    in_force = [act for act in acts if table.in_force[act.id] <= year]
    return max(in_force, key=lambda act: table.in_force[act.id]) if in_force else acts[0]


def in_range(act: ActRecord, number: str) -> bool:
    """Whether the act can have a section or article of that number ("302", "21A"), as far as its length is known."""
    figures = re.match(r"\d+", number)
    last = _table().last.get(act.id)
    return last is None or figures is None or int(figures.group()) <= last


def in_schedule(number: str) -> bool:
    """Whether an article of that number can be of an act: the Limitation Acts have articles in a schedule."""
    return number.isdigit() and int(number) <= _LAST_SCHEDULED


def act_from_title(title: str) -> ActRecord:
    """The known act of that title, or a new record whose id is the slug of the title."""
    known = act_named(title)
    return known if known is not None else _record(_ISATION.sub("isation", _LEADING.sub("", one_line(title))))

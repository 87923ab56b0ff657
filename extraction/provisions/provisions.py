"""Provisions that a text or a user names, each with the act it belongs to."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import act_by_id, in_range
from extraction.provisions.grammar import ProvisionGroup, WrittenNumber
from extraction.records import ActRecord, ProvisionKind, ProvisionMention

_AFTER = re.compile(
    r"(?:,?\s?\(?[Pp]arts?[\s-]{0,2}[IVX\d]{1,4}\)?)?(?:,?\s?(?:[Ee]xplanation|[Pp]roviso))?[\s,(]{0,3}"
    r"(?:(?:of|under|in|to|from|vide)\s{1,2})?(?:(?:the|The|said|aforesaid|that|this|our|such|old|new|then|repealed|"
    r"unamended|amended|erstwhile)\s{1,2}){0,3}"
)
_BEFORE = re.compile(
    r"[\s,:(-]{1,3}(?:(?:such\sas|namely|viz\.?|like|i\.\s?e\.?|including|particularly|especially|in\sparticular)[\s,:-]{1,3})?"
)
_CHAIN = re.compile(
    r"\s?,?\s?(?:and|or|&|read\s+with|r/w\.?|r\.w\.|as\s+well\s+as|along\s+with|/|,|and\s+also|and\s+of|and\s+under|under)?\s?(?:of\s)?(?:the\s)?"
)
_ELSEWHERE = re.compile(
    r"\s?(?:of|in)\s(?:the\s)?(?:[A-Z][\w-]*\s){0,5}(?:Convention|Covenant|Declaration|Treaty|Charter|Agreement|Association|"
    r"Statute|Rules|Regulations|Memorandum|Protocol|Bye-laws|Scheme|Schedule|Limitation)\b|\s[Oo]f\s[Aa]ssociation"
)
CONSTITUTION = "constitution-of-india"
_CIVIL_PROCEDURE = "code-of-civil-procedure-1908"
_CANDIDATES = 5  # acts named most that may own a section without an act
_RULING_SHARE = 0.7  # of the namings: an act named as often is what the judgment is about
_SAID_REACH = 400  # characters since the provision: "the said section" of a later paragraph may be another
_THEREOF = re.compile(r"\s{1,2}(?:thereof|[Ii]bid)\b")


@dataclass(frozen=True, slots=True)
class _Named:
    """A group with the act the text names for it.

    `elsewhere`: it belongs to no act at all (a treaty, rules); `unknown`: to one that is named but not known.
    """

    group: ProvisionGroup
    act: ActRecord | None
    elsewhere: bool = False
    unknown: bool = False


def provisions_of(
    text: str,
    groups: Sequence[ProvisionGroup],
    mentions: Sequence[ActMention],
    acts: Sequence[ActRecord | None],
    home: ActRecord | None = None,
) -> list[ProvisionMention]:
    """The provisions of all `groups` (offsets into `text`), in order.

    `acts` are the acts of `mentions`, one each. Without `home` an act is inferred from the rest of the
    document; with it (a provision's own text), provisions of no named act are the home act's.
    """
    named = _chained(text, [_name(text, group, mentions, acts) for group in groups])
    usual = _usual(named)
    found: list[ProvisionMention] = []
    latest: dict[ProvisionKind, list[ProvisionMention]] = {}
    for item in named:
        group = item.group
        if item.elsewhere:
            continue
        if group.numbers:
            made = [_mention(text, item, number, home, usual) for number in group.numbers]
            latest[group.kind] = made
        else:
            made = [_again(text, group, earlier) for earlier in latest.get(group.kind, []) if _near(group, earlier)]
        found += made if group.numbers or len(made) == 1 else []
    return found


def _near(group: ProvisionGroup, earlier: ProvisionMention) -> bool:
    return earlier.provision is not None and group.start - earlier.end < _SAID_REACH


def _again(text: str, group: ProvisionGroup, earlier: ProvisionMention) -> ProvisionMention:
    """ "The said section": the one provision named before it."""
    return replace(earlier, start=group.start, end=group.end, text=text[group.start : group.end], clause=None)


def provisions_typed(
    text: str, groups: Sequence[ProvisionGroup], mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]
) -> list[ProvisionMention]:
    """The provisions in a few typed words: each of the act beside it, else of the only act there is."""
    named = [_name(text, group, mentions, acts) for group in groups]
    only = {act for act in acts if act is not None}
    named = [n if n.act or len(only) != 1 else _Named(n.group, next(iter(only))) for n in named]
    return [_mention(text, n, number, None, _Usual({}, None, ())) for n in named for number in n.group.numbers]


def _name(text: str, group: ProvisionGroup, mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]) -> _Named:
    before, after = _neighbours(group, mentions)
    if after is not None and _AFTER.fullmatch(text, group.end, mentions[after].start):
        return _Named(group, acts[after], unknown=acts[after] is None and mentions[after].form == "full")
    if before is not None and _THEREOF.match(text, group.end):
        return _Named(group, acts[before])
    if _ELSEWHERE.match(text, group.end):
        return _Named(group, None, elsewhere=True)
    if before is not None and mentions[before].form != "pointing":
        end = mentions[before].end
        if _BEFORE.fullmatch(text, end, group.start):
            return _Named(group, acts[before])
    return _Named(group, None)


def _neighbours(group: ProvisionGroup, mentions: Sequence[ActMention]) -> tuple[int | None, int | None]:
    """Indexes of the last mention before and the first one after the group."""
    low, high = 0, len(mentions)
    while low < high:
        middle = (low + high) // 2
        if mentions[middle].start < group.end:
            low = middle + 1
        else:
            high = middle
    return (low - 1 if low else None), (low if low < len(mentions) else None)


def _chained(text: str, named: list[_Named]) -> list[_Named]:
    """Groups joined by "and", "read with" or a comma share the act that one of them names."""
    for step in (range(len(named) - 2, -1, -1), range(1, len(named))):
        for index in step:
            other = index + 1 if step.step < 0 else index - 1
            first, second = (named[index], named[other]) if step.step < 0 else (named[other], named[index])
            if named[index].act or named[index].elsewhere or named[index].unknown or not named[other].act:
                continue
            if first.group.kind == second.group.kind and _CHAIN.fullmatch(text, first.group.end, second.group.start):
                named[index] = _Named(named[index].group, named[other].act)
    return named


@dataclass(frozen=True, slots=True)
class _Usual:
    """How a document uses sections: the act of each number, the act that rules it, the acts it names most."""

    by_number: dict[str, ActRecord]
    ruling: ActRecord | None
    frequent: tuple[str, ...]


def _usual(named: Sequence[_Named]) -> _Usual:
    counts: Counter[ActRecord] = Counter()
    numbers: dict[str, Counter[ActRecord]] = defaultdict(Counter)
    for item in named:
        if item.act is not None and item.group.kind == "section":
            counts[item.act] += 1
            for number in item.group.numbers:
                numbers[number.number][item.act] += 1
    top = counts.most_common(_CANDIDATES)
    ruling = top[0][0] if top and top[0][1] >= _RULING_SHARE * counts.total() else None
    by_number = {number: acts.most_common(1)[0][0] for number, acts in numbers.items()}
    return _Usual(by_number, ruling, tuple(act.id for act, _ in top))


def _mention(text: str, item: _Named, number: WrittenNumber, home: ActRecord | None, usual: _Usual) -> ProvisionMention:
    kind = item.group.kind
    act = item.act or (None if item.unknown else _inferred(item.group, number, home, usual))
    if act is not None and kind in ("article", "section"):
        kind = "article" if act.id == CONSTITUTION else "section" if kind == "section" else kind
        counted = kind == "section" or act.id == CONSTITUTION
        act = act if not counted or in_range(act, number.number) else None
    shown = text[number.start : number.end]
    provision = f"{act.id}/{'order' if kind == 'order-rule' else kind}-{number.number}" if act else None
    return ProvisionMention(
        number.start,
        number.end,
        shown,
        provision,
        kind,
        number.number,
        number.clause,
        None,
        () if provision else usual.frequent,
    )


def _inferred(group: ProvisionGroup, number: WrittenNumber, home: ActRecord | None, usual: _Usual) -> ActRecord | None:
    if home is not None:
        return None if home.id == CONSTITUTION and group.kind == "section" else home
    if group.kind == "article" or (group.kind == "schedule" and int(number.number) >= 5):
        return act_by_id(CONSTITUTION)
    if group.kind == "order-rule":
        return act_by_id(_CIVIL_PROCEDURE)
    if group.kind == "schedule":
        return None
    return usual.by_number.get(number.number) or usual.ruling

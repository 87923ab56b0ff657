"""Provisions that a text or a user names, each with the act it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import CONSTITUTION, in_range
from extraction.provisions.bare_sections import NamedSections, Sections, table
from extraction.provisions.correspondence import replaces
from extraction.provisions.grammar import ProvisionGroup, WrittenNumber
from extraction.provisions.named_groups import NamedGroup, named_group, named_groups
from extraction.provisions.usual import NOTHING_USUAL, Usual, candidates, inferred, usual_of
from extraction.records import ActRecord, ProvisionKind, ProvisionMention

_SAID_REACH = 400  # characters since the provision: "the said section" of a later paragraph may be another
_BRACKETED = re.compile(r"\(((?![IVX]+\))[A-Z]{1,2})\)")
_SMALL = re.compile(r"\d-?([a-e])(?![a-z])")
_ROMAN = re.compile(r"\([ivx]+\)")
_LAST_LETTER = "E"  # of the sections of most acts; a clause goes on: "25(K)"
# The number up to which definitions stand, whose clauses are many: "2(C)".
_DEFINING: dict[ProvisionKind, int] = {"section": 4, "rule": 2, "regulation": 2, "order-rule": 0}


def provisions_of(
    text: str,
    groups: Sequence[ProvisionGroup],
    mentions: Sequence[ActMention],
    acts: Sequence[ActRecord | None],
    home: ActRecord | None = None,
    year: int | None = None,
) -> list[ProvisionMention]:
    """The provisions of all `groups` (offsets into `text`), in order.

    `acts` are the acts of `mentions`, one each. Without `home` an act is inferred from the rest of the
    document; with it (a provision's own text), provisions of no named act are the home act's. `year` is the
    judgment's: from 2024 on, sections of no named act can be of the codes of that year.
    """
    named = named_groups(text, groups, mentions, acts)
    usual = usual_of(
        [(n.group, n.act) for n in named if n.act],
        [(mention.end, act) for mention, act in zip(mentions, acts, strict=True)],
        year,
        sections_of(text, named, mentions, acts),
    )
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


def sections_of(
    text: str, named: Sequence[NamedGroup], mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]
) -> Sections:
    """The sections of a text whose act it names, from which the act of the others is told."""
    sections = [
        NamedSections(n.group.start, n.group.end, tuple(number.number for number in n.group.numbers), n.act, n.pointed)
        for n in named
        if n.act is not None and n.group.kind == "section"
    ]
    by_name = [(m.end, act) for m, act in zip(mentions, acts, strict=True) if act is not None and m.form != "pointing"]
    return Sections(text, sections, by_name)


def _near(group: ProvisionGroup, earlier: ProvisionMention) -> bool:
    return earlier.provision is not None and group.start - earlier.end < _SAID_REACH


def _again(text: str, group: ProvisionGroup, earlier: ProvisionMention) -> ProvisionMention:
    """ "The said section": the one provision named before it."""
    return replace(earlier, start=group.start, end=group.end, text=text[group.start : group.end], clause=None)


def provisions_typed(
    text: str, groups: Sequence[ProvisionGroup], mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]
) -> list[ProvisionMention]:
    """The provisions in a few typed words: each of the act beside it, else of the only act there is."""
    named = [named_group(text, group, mentions, acts) for group in groups]
    only = {act for act in acts if act is not None}
    named = [n if n.act or len(only) != 1 else NamedGroup(n.group, next(iter(only))) for n in named]
    return [_mention(text, n, number, None, NOTHING_USUAL) for n in named for number in n.group.numbers]


def _read_small(shown: str, number: WrittenNumber, act: ActRecord) -> WrittenNumber:
    """ "Section 127b" is clause (b) of section 127 where judgments name that section of the act and no 127B.

    So is "127b(ii)": a section whose number has a letter has sub-sections in figures.
    """
    small, known = _SMALL.search(shown), table().acts.get(act.id, {})
    figures = number.number[:-1]
    within = figures in known or _ROMAN.match(number.clause or "") is not None
    if small is None or number.number in known or not within:
        return number
    return replace(number, number=figures, clause=f"({small[1]}){number.clause or ''}")


def _lettered(number: WrittenNumber, kind: ProvisionKind, act: ActRecord) -> WrittenNumber:
    """ "Section 127(B)" is section 127B, unless judgments name section 127 of the act and no 127B."""
    bracketed, figures = _BRACKETED.match(number.clause or ""), number.number.rpartition("-")[2]
    if bracketed is None or not figures.isdigit() or int(figures) <= _DEFINING.get(kind, 0) or replaces(act.id):
        return number
    letter, known = f"{number.number}{bracketed[1]}", table().acts.get(act.id, {}) if kind == "section" else {}
    if letter not in known and (number.number in known or bracketed[1][:1] > _LAST_LETTER):
        return number
    return replace(number, number=letter, clause=(number.clause or "")[bracketed.end() :] or None)


def _mention(
    text: str, item: NamedGroup, number: WrittenNumber, home: ActRecord | None, usual: Usual
) -> ProvisionMention:
    kind = item.group.kind
    act = item.act or (None if item.unknown else inferred(item.group, number, home, usual))
    if act is not None and kind in ("article", "section"):
        kind = "article" if act.id == CONSTITUTION else "section" if kind == "section" else kind
        counted = kind == "section" or act.id == CONSTITUTION
        act = act if not counted or in_range(act, number.number) else None
    shown = text[number.start : number.end]
    number = _read_small(shown, number, act) if act is not None and kind == "section" else number
    number = _lettered(number, kind, act) if act is not None and kind in _DEFINING else number
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
        () if provision else candidates(kind, number.number, usual),
    )

"""Provisions that a text or a user names, each with the act it belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import CONSTITUTION, MADE_OF, in_range, noun_of
from extraction.provisions.bare_sections import NamedSections, Sections, table
from extraction.provisions.correspondence import replaces
from extraction.provisions.grammar import ProvisionGroup, WrittenNumber
from extraction.provisions.usual import NOTHING_USUAL, Usual, candidates, inferred, usual_of
from extraction.records import ActRecord, ProvisionKind, ProvisionMention

_AFTER = re.compile(
    r"(?:,?\s?\(?[Pp]arts?[\s-]{0,2}[IVX\d]{1,4}\)?)?(?:,?\s?(?:[Ee]xplanation|[Pp]roviso))?[\s,(]{0,3}"
    r"(?:(?:of|under|in|to|from|vide)\s{1,2})?(?:(?:the|The|said|aforesaid|that|this|our|such|old|new|then|repealed|"
    r"unamended|amended|erstwhile)\s{1,2}){0,3}"
)
_BEFORE = re.compile(
    r"[\s,:(-]{1,3}(?:(?:such\sas|namely|viz\.?|like|i\.\s?e\.?|including|particularly|especially|in\sparticular)[\s,:-]{1,3})?"
)
_SCHEDULE_OF = (
    r"(?:,?\s(?:(?:of|in|to|under)\s)?(?:[Tt]he\s)?(?:(?:First|Second|Third|1st|2nd)\s)?[Ss]chedule(?:\s(?:I{1,3}|\d)\b)?"
    r"(?:\s(?:appended|annexed|attached))?)"
)
_AFTER_ARTICLE = re.compile(rf"{_SCHEDULE_OF}?{_AFTER.pattern}")
_CHAIN = re.compile(
    r"(?:\s{1,2}thereof)?\s?,?\s?(?:and|or|&|read\s+with|r/w\.?|r\.w\.|as\s+well\s+as|along\s+with|/|,|and\s+also|and\s+of|and\s+under|under)?\s?(?:of\s)?(?:the\s)?"
)
_ELSEWHERE = re.compile(
    r"\s?(?:of|in|under|to)\s(?:the\s)?(?:(?!Indian\b)[A-Z0-9][\w.-]*\s){0,5}(?:Convention|Covenant|Declaration|Treaty|Charter|"
    r"Agreement|Association|Statute|Rules|Regulations|Memorandum|Protocol|Bye-laws|Scheme|Schedule|Limitation|Model\sLaw|"
    r"Bill\sof\sRights|Basic\sLaw|(?<=[\w.]\s)Constitution(?!\sof\sIndia)|Constitution\sof\s(?:the\s)?(?!India)[A-Z])"
    r"|\s[Oo]f\s[Aa]ssociation"
    r"|\s?,?\s?(?:of\s)?(?:the\s)?(?:ICCPR|ICESCR|UDHR|CEDAW|E\.?C\.?H\.?R\b|U?N?CRC|UNCLOS|UNCRPD|CRPD|TRIPS|GATT|VCLT|UNCAC|"
    r"Universal\sDeclaration|(?:[A-Z][\w.-]*\s){1,4}(?:Convention|Covenant|Treaty))"
)
_SAID_REACH = 400  # characters since the provision: "the said section" of a later paragraph may be another
_OF_TREATY = re.compile(r"\b(?:DTAA|OECD|Treaty|Convention|Covenant|Model Law)\b[^.;:]{0,30}$")
_BRACKETED = re.compile(r"\(([A-E])\)")
_LETTERED = 5  # sections before it hold definitions, whose clauses are many: "2(C)"
_THEREOF = re.compile(r"[\s,]{1,3}(?:thereof|[Ii]bid)\b")


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group with the act the text names for it.

    `elsewhere`: it belongs to no act at all (a treaty, rules); `unknown`: to one that is named but not known;
    `pointed`: to one that is pointed to ("of the Act").
    """

    group: ProvisionGroup
    act: ActRecord | None
    elsewhere: bool = False
    unknown: bool = False
    pointed: bool = False


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


def named_groups(
    text: str, groups: Sequence[ProvisionGroup], mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]
) -> list[NamedGroup]:
    """The groups, each with the act that the text names for it."""
    named: list[NamedGroup] = []
    end = 0
    for group in groups:
        named.append(_name(text, group, mentions, acts, end))
        end = group.end
    return _chained(text, named)


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
    named = [_name(text, group, mentions, acts) for group in groups]
    only = {act for act in acts if act is not None}
    named = [n if n.act or len(only) != 1 else NamedGroup(n.group, next(iter(only))) for n in named]
    return [_mention(text, n, number, None, NOTHING_USUAL) for n in named for number in n.group.numbers]


def _name(
    text: str,
    group: ProvisionGroup,
    mentions: Sequence[ActMention],
    acts: Sequence[ActRecord | None],
    earlier: int = 0,
) -> NamedGroup:
    """A group with the act named beside it; the group before it ends at `earlier`."""
    before, after = _neighbours(group, mentions)
    until_act = _AFTER_ARTICLE if group.kind == "article" else _AFTER
    if after is not None and until_act.fullmatch(text, group.end, mentions[after].start):
        return _of(group, mentions[after], acts[after])
    if group.bare:
        return NamedGroup(group, None, elsewhere=True)
    if before is not None and _THEREOF.match(text, group.end):
        return _of(group, mentions[before], acts[before])
    if _ELSEWHERE.match(text, group.end) or (
        group.kind == "article" and _OF_TREATY.search(text, max(0, group.start - 60), group.start)
    ):
        return NamedGroup(group, None, elsewhere=True)
    if before is not None and mentions[before].form != "pointing":
        # "S. 313 CrPC. Section 9", "S. 138 N.I. Act, u/s. 7": the act is of the group before it.
        taken = _AFTER.fullmatch(text, earlier, mentions[before].start) if earlier else None
        if (
            not taken
            and _BEFORE.fullmatch(text, mentions[before].end, group.start)
            and _is_of(group.kind, acts[before])
        ):
            return NamedGroup(group, acts[before])
    return NamedGroup(group, None)


def _of(group: ProvisionGroup, mention: ActMention, act: ActRecord | None) -> NamedGroup:
    """A group of an act that its words name, known or not."""
    if act is None:
        return NamedGroup(group, None, unknown=mention.form == "full" or mention.pointer == "dated")
    if not _is_of(group.kind, act):
        return NamedGroup(group, None, elsewhere=True)
    return NamedGroup(group, act, pointed=mention.form == "pointing")


def _is_of(kind: ProvisionKind, act: ActRecord | None) -> bool:
    """Whether an act has provisions of the kind: rules have rules, acts have none, and sections only they have."""
    if act is None:
        return False
    if kind == "section":
        return noun_of(act) not in MADE_OF.values()
    return kind not in MADE_OF or MADE_OF[kind] == noun_of(act)


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


def _chained(text: str, named: list[NamedGroup]) -> list[NamedGroup]:
    """Groups joined by "and", "read with" or a comma share the act that one of them names."""
    for step in (range(len(named) - 2, -1, -1), range(1, len(named))):
        for index in step:
            other = index + 1 if step.step < 0 else index - 1
            first, second = (named[index], named[other]) if step.step < 0 else (named[other], named[index])
            if named[index].act or named[index].elsewhere or named[index].unknown:
                continue
            if not (named[other].act or (named[other].elsewhere and named[other].group.kind == "article")):
                continue
            if first.group.kind == second.group.kind and _CHAIN.fullmatch(text, first.group.end, second.group.start):
                named[index] = replace(named[other], group=named[index].group)
    return named


def _lettered(number: WrittenNumber, act: ActRecord) -> WrittenNumber:
    """ "Section 127(B)" is section 127B, unless judgments name section 127 of the act and no 127B."""
    bracketed = _BRACKETED.match(number.clause or "")
    if bracketed is None or not number.number.isdigit() or int(number.number) < _LETTERED or replaces(act.id):
        return number
    letter, known = f"{number.number}{bracketed[1]}", table().acts.get(act.id, {})
    if letter not in known and number.number in known:
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
    number = _lettered(number, act) if act is not None and kind == "section" else number
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
        () if provision else candidates(kind, number.number, usual),
    )

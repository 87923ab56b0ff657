"""Which act a text names for the provisions that it writes together: beside them, or in the sentence around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from extraction.provisions.act_mentions import ActMention
from extraction.provisions.acts import CONSTITUTION, MADE_OF, in_schedule, noun_of
from extraction.provisions.grammar import ProvisionGroup, up_to
from extraction.records import ActRecord, ProvisionKind

# Up to six blanks: where a footnote's mark stood ("Section 72[12] of the Mines Act").
_AFTER = re.compile(
    r"(?:,?\s?\(?[Pp]arts?[\s-]{0,2}[IVX\d]{1,4}\)?)?(?:,?\s?(?:[Ee]xplanation|[Pp]roviso))?[\s,(]{0,8}"
    r"(?:(?:of|OF|under|UNDER|in|IN|to|from|vide)\s{1,2})?"
    r"(?:(?:the|The|THE|said|same|aforesaid|that|this|our|such|old|new|then|repealed|unamended|amended|erstwhile|principal|parent)\s{1,2}){0,3}"
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
    r"(?:\s{1,2}thereof)?\s{0,7},?\s?(?:and|or|&|(?:up\s?)?to|till|through|read\s+with|r/w\.?|r\.w\.|"
    r"as\s+well\s+as|along\s+with|/|,|and\s+also|and\s+of|and\s+under|under)?\s?(?:of\s)?(?:the\s)?"
)
_ELSEWHERE = re.compile(
    r"\s?(?:of|in|under|to)\s(?:(?:the|its|their|this)\s)?(?:(?!Indian\b)[A-Z0-9][\w.-]*\s){0,5}(?:DTAA|Articles\sof|Convention|Covenant|"
    r"Declaration|Treaty|Charter|Agreement|Association|Statute|Rules|Regulations|Memorandum|Protocol|Bye-laws|Scheme|Schedule|Limitation|Model\sLaw|"
    r"Bill\sof\sRights|Basic\sLaw|(?<=[\w.]\s)Constitution(?!\sof\sIndia)|Constitution\sof\s(?:the\s)?(?!India)[A-Z])"
    r"|\s[Oo]f\s[Aa]ssociation"
    r"|\s?,?\s?(?:of\s)?(?:the\s)?(?:ICCPR|ICESCR|UDHR|CEDAW|E\.?C\.?H\.?R\b|U?N?CRC|UNCLOS|UNCRPD|CRPD|TRIPS|GATT|VCLT|UNCAC|"
    r"Universal\sDeclaration|(?:[A-Z][\w.-]*\s){1,4}(?:Convention|Covenant|Treaty))"
)
_OF_TREATY = re.compile(r"\b(?:DTAA|OECD|Treaty|Convention|Covenant|Model Law)\b[^.;:]{0,30}$")
_STOP = re.compile(r"[.?!][\"'”’]?\s+[A-Z]")
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


def named_groups(
    text: str, groups: Sequence[ProvisionGroup], mentions: Sequence[ActMention], acts: Sequence[ActRecord | None]
) -> list[NamedGroup]:
    """The groups, each with the act that the text names for it."""
    named: list[NamedGroup] = []
    end = 0
    for group in groups:
        named.append(named_group(text, group, mentions, acts, end))
        end = group.end
    named = list(_continued(text, list(_ranged(text, list(_recalled(_chained(text, named)))))))
    return named if any("Rules" in mention.name for mention in mentions) else list(_of_orders(named))


def named_group(
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
    if before is not None and mentions[before].form != "pointing" and not mentions[before].amending:
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
        return NamedGroup(group, None, unknown=mention.form == "full" or mention.pointer in ("dated", "numbered"))
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


def _recalled(named: Sequence[NamedGroup]) -> Iterator[NamedGroup]:
    """An article "of the Act" is of the act named for its number elsewhere: "Article 136 of the Limitation Act"."""
    articles = [item for item in named if item.group.kind == "article" and item.act and item.act.id != CONSTITUTION]
    by_name = {number: item.act for item in articles if not item.pointed for number in _numbers(item)}
    for item in named:
        acts = {by_name.get(number) for number in _numbers(item)} if item.pointed and item in articles else set()
        yield replace(item, act=acts.pop()) if len(acts) == 1 and None not in acts else item


def _of_orders(named: Sequence[NamedGroup]) -> Iterator[NamedGroup]:
    """A rule in a text that names no rules is of the order named last before it: "Rule 97", "Order XXI Rule 1"."""
    order = ""
    for item in named:
        group = item.group
        if group.kind == "order-rule" and group.numbers:
            order = group.numbers[-1].number.rpartition("-rule-")[0]
        elif group.kind == "rule" and order and not (item.elsewhere or item.unknown):
            numbers = tuple(replace(n, number=f"{order}-rule-{n.number}") for n in group.numbers)
            item = replace(item, group=replace(group, kind="order-rule", numbers=numbers))
        yield item


def _ranged(text: str, named: Sequence[NamedGroup]) -> Iterator[NamedGroup]:
    """Groups whose introducing word is written twice are one range: "section 24 to section 27"."""
    for item, after in zip_longest(named, named[1:]):
        if after is None or item.group.kind != after.group.kind or item.act != after.act:
            yield item
            continue
        yield replace(item, group=up_to(text, item.group, after.group))


def _continued(text: str, named: list[NamedGroup]) -> Iterator[NamedGroup]:
    """An article is of the act of the one before it in its sentence: the Limitation Act has articles too."""
    constitutional = {number for item in named if item.act and item.act.id == CONSTITUTION for number in _numbers(item)}
    before: NamedGroup | None = None
    for item in named:
        if before and _can_continue(before, item) and not _STOP.search(text, before.group.end, item.group.start):
            possible = not constitutional.intersection(_numbers(item)) and all(map(in_schedule, _numbers(item)))
            item = replace(item, act=before.act) if possible else item
        yield item
        before = item


def _can_continue(before: NamedGroup, item: NamedGroup) -> bool:
    """Whether an article that nothing is named for follows one of an act that is not the Constitution."""
    unnamed = not (item.act or item.elsewhere or item.unknown)
    articles = before.group.kind == item.group.kind == "article"
    return unnamed and articles and before.act is not None and before.act.id != CONSTITUTION


def _numbers(item: NamedGroup) -> list[str]:
    return [number.number for number in item.group.numbers]

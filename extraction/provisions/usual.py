"""Which act a provision of no named act belongs to, as the rest of the document uses its numbers."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extraction.provisions.acts import CONSTITUTION, MADE_OF, act_by_id, in_range, in_schedule, noun_of
from extraction.provisions.bare_sections import OFFENCES, Sections
from extraction.provisions.grammar import ProvisionGroup, WrittenNumber
from extraction.records import ActRecord, ProvisionKind

_CIVIL_PROCEDURE = "code-of-civil-procedure-1908"
_CRIMINAL_PROCEDURE = "code-of-criminal-procedure-1973"
_SUCCESSOR = {
    _CRIMINAL_PROCEDURE: "bharatiya-nagarik-suraksha-sanhita-2023",
    "indian-penal-code-1860": "bharatiya-nyaya-sanhita-2023",
    "indian-evidence-act-1872": "bharatiya-sakshya-adhiniyam-2023",
}
_CODES_REPLACED = 2024
_OF_CONSTITUTION = range(5, 13)  # schedules that few acts have: the Constitution has twelve
_TREATIES = ("DTAA", "Double Tax", "Convention", "Covenant", "Treaty")
_LONGEST_TREATY = 111  # articles, none with a letter: the Charter of the United Nations
_OUR = re.compile(r"\b[Oo]ur\s(?:own\s)?$")
_NEAR = 1500  # characters since rules were named: "rule 4" of a later page may be of others
# Powers of criminal courts that judgments name by their number alone: quashing and bail under the old code and the new.
_PROCEDURAL = frozenset({"438", "439", "482", "483", "528"})
_CANDIDATES = 5  # acts named most that may own a section without an act
_RULING_SHARE = 0.7  # of the namings: an act named as often is what the judgment is about


@dataclass(frozen=True, slots=True)
class Usual:
    """How a document uses numbers: the act of each (None: of an old code and its successor), the rules it names most,
    the acts it names most; `year` is the judgment's, if known.

    `constitution`: articles of no named act are of the Constitution; `made` are the rules it names and where.
    """

    by_number: dict[tuple[ProvisionKind, str], ActRecord | None]
    ruling: dict[ProvisionKind, ActRecord]
    sections: Sections
    constitution: bool
    made: dict[ProvisionKind, list[tuple[int, ActRecord]]]
    frequent: tuple[str, ...]
    year: int | None


NOTHING_USUAL = Usual({}, {}, Sections("", (), ()), True, {}, (), None)
"""Of a text too short to have a use of its own."""


def usual_of(
    named: Sequence[tuple[ProvisionGroup, ActRecord]],
    acts: Sequence[tuple[int, ActRecord | None]],
    year: int | None,
    sections: Sections,
) -> Usual:
    """The use that a document makes of numbers, from those whose act it names; it names `acts`, up to a place each."""
    counts: dict[ProvisionKind, Counter[ActRecord]] = defaultdict(Counter)
    numbers: dict[tuple[ProvisionKind, str], Counter[ActRecord]] = defaultdict(Counter)
    for group, act in named:
        counts[group.kind][act] += 1
        for number in group.numbers:
            numbers[group.kind, number.number][act] += 1
    named_there = any(act is not None and act.id == CONSTITUTION for _, act in acts)
    made = {
        kind: [(end, act) for end, act in acts if act is not None and noun_of(act) == noun]
        for kind, noun in MADE_OF.items()
    }
    for kind in MADE_OF:
        counts[kind] = counts[kind] or Counter(act for _, act in made[kind])
    by_number = {key: None if _of_both_codes(acts) else acts.most_common(1)[0][0] for key, acts in numbers.items()}
    ruling = {kind: foremost for kind in MADE_OF if (foremost := _foremost(counts[kind]))}
    if not named_there and len(counts["article"]) == 1:
        ruling["article"] = next(iter(counts["article"]))
    frequent = tuple(act.id for act, _ in counts["section"].most_common(_CANDIDATES))
    constitution = named_there or not any(word in sections.text for word in _TREATIES)
    return Usual(by_number, ruling, sections, constitution, made, frequent, year)


def _foremost(counts: Counter[ActRecord]) -> ActRecord | None:
    top = counts.most_common(1)
    return top[0][0] if top and top[0][1] >= _RULING_SHARE * counts.total() else None


def _of_both_codes(acts: Iterable[ActRecord]) -> bool:
    ids = {act.id for act in acts}
    return any(old in ids and new in ids for old, new in _SUCCESSOR.items())


def candidates(kind: ProvisionKind, number: str, usual: Usual) -> tuple[str, ...]:
    """The acts a section left open can be of: those named most, from 2024 on the codes of 2023 beside the old."""
    if kind != "section" or usual.year is None or usual.year < _CODES_REPLACED:
        return usual.frequent
    named = (_CRIMINAL_PROCEDURE,) if number in _PROCEDURAL else usual.frequent
    both = dict.fromkeys(id for old in named for id in (old, _SUCCESSOR.get(old, old)))
    return tuple(id for id in both if (act := act_by_id(id)) is None or in_range(act, number))


def inferred(group: ProvisionGroup, number: WrittenNumber, home: ActRecord | None, usual: Usual) -> ActRecord | None:
    """The act of a provision for which the text names none: of its kind, else of its number, else the ruling one."""
    kind = group.kind
    if home is not None:
        return home if _is_own(kind, home) else None
    if kind == "section":
        return _of_section(number, usual)
    if (kind, number.number) in usual.by_number:
        return usual.by_number[kind, number.number]
    if kind == "article":
        return _of_article(group, number, usual)
    if kind == "schedule" and int(number.number) in _OF_CONSTITUTION:
        return act_by_id(CONSTITUTION) if usual.constitution else None
    if kind == "order-rule":
        return act_by_id(_CIVIL_PROCEDURE)
    return usual.ruling.get(kind) or _made_before(kind, number.start, usual)


def _of_article(group: ProvisionGroup, number: WrittenNumber, usual: Usual) -> ActRecord | None:
    """The Constitution, unless a text that does not name it has articles of another act, or of a treaty."""
    other = usual.ruling.get("article")
    if other is not None and in_schedule(number.number):
        return other
    own = not number.number.isdigit() or int(number.number) > _LONGEST_TREATY
    own = own or _OUR.search(usual.sections.text, max(0, group.start - 10), group.start) is not None
    return act_by_id(CONSTITUTION) if usual.constitution or own else None


def _made_before(kind: ProvisionKind, start: int, usual: Usual) -> ActRecord | None:
    """The rules that the text named last, not far before."""
    made = usual.made.get(kind, [])
    index = bisect_right(made, start, key=lambda named: named[0]) - 1
    return made[index][1] if index >= 0 and start - made[index][0] < _NEAR else None


def _is_own(kind: ProvisionKind, home: ActRecord) -> bool:
    """Whether a provision of the kind, named in an act's own text, is the act's."""
    if kind in MADE_OF:
        return noun_of(home) == MADE_OF[kind]
    return home.id != CONSTITUTION or kind != "section"


def _of_section(number: WrittenNumber, usual: Usual) -> ActRecord | None:
    """The act of a section; open where it is of an old code and its successor, or can be a power of either."""
    key: tuple[ProvisionKind, str] = ("section", number.number)
    if key in usual.by_number and usual.by_number[key] is None:
        return None
    act = usual.sections.act_of(number.start, number.end, number.number)
    if act is None or key in usual.by_number or number.number not in _PROCEDURAL:
        return act
    both = usual.year is None or usual.year >= _CODES_REPLACED
    return (
        None
        if act.id in OFFENCES or (both and act.id in (_CRIMINAL_PROCEDURE, _SUCCESSOR[_CRIMINAL_PROCEDURE]))
        else act
    )

"""Which act a section of no named act belongs to: a small linear model over the acts that the document names.

Its weights, and how often judgments name each section of an act, are in data/sections.toml, learnt by
benchmarks/learn_sections.py from sections whose act is named.
"""

import math
import re
import tomllib
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from extraction.provisions.acts import CONSTITUTION, MADE_OF, act_by_id, act_named, in_range, noun_of
from extraction.records import ActRecord

Signals = dict[str, float]
PENAL_CODE = "indian-penal-code-1860"
"""An offence is named by its section alone, so this act can be meant where no act is named."""
OFFENCES = frozenset({PENAL_CODE, "bharatiya-nyaya-sanhita-2023"})
"""The codes of offences; no power of a court is in them."""
_OF_OFFENCE = re.compile(
    r"\bf\.?i\.?r\b|\bcharged?\b|convict|acquit|crime no|offences?\s(?:punishable\s)?(?:under|u/s?s)|punishable\sunder",
    re.IGNORECASE,
)
_BEFORE = 80  # characters before a section that can tell of an offence
_RULING = 0.7  # of the sections: what a judgment is about is named as often
_UNUSUAL = -1.5  # in a judgment on the Penal Code "section 161" is of another act: 0.2 of what chance would have
_MOST_NAMED, _LATEST = 6, 2  # candidates: the acts with most sections, and the acts named last before the section
_SOON = 300  # characters after a text's first section: "section 120B. Both are of the Penal Code."
_EVERYWHERE = 100  # the same for all acts together
_SCARCE = 0.3  # namings of a number that was never counted
_FADING = {"before": 800, "after": 800, "named": 1500}  # characters over which nearness is lost
_NEAR = 8  # numbers apart over which it is lost


@dataclass(frozen=True, slots=True)
class Table:
    """How often judgments name the sections of each act, and a number of any act; and the weights of the signals."""

    acts: Mapping[str, Mapping[str, int]]
    totals: Mapping[str, int]
    numbers: Counter[str]
    total: int
    weights: Mapping[str, float]

    def telling(self, act: str, number: str) -> float:
        """How much likelier a number is in an act than in any (log), 0 where the act is not known.

        The more different sections of an act are named, the likelier are others (Witten and Bell 1991).
        """
        counts = self.acts.get(act)
        if not counts:
            return 0.0
        anywhere = (self.numbers[number] + _SCARCE) / (self.total + _EVERYWHERE)
        here = (counts.get(number, 0) + len(counts) * anywhere) / (self.totals[act] + len(counts))
        return max(-3.0, min(4.0, math.log(here / anywhere)))


@cache
def table() -> Table:
    """The table, read once."""
    raw = tomllib.loads((files("extraction") / "data" / "sections.toml").read_text(encoding="utf-8"))
    return table_of({act: dict(_counted(line)) for act, line in raw["namings"].items()}, raw["weights"])


def _counted(line: str) -> list[tuple[str, int]]:
    return [(number, int(count)) for number, _, count in (item.partition("=") for item in line.split())]


def table_of(namings: Mapping[str, Mapping[str, int]], weights: Mapping[str, float]) -> Table:
    """A table of what is counted act by act."""
    numbers: Counter[str] = Counter()
    for counts in namings.values():
        numbers.update(counts)
    totals = {act: sum(counts.values()) for act, counts in namings.items()}
    return Table(namings, totals, numbers, numbers.total(), weights)


@dataclass(frozen=True, slots=True)
class NamedSections:
    """Sections at `text[start:end]` whose act the text names, or points to ("of the Act")."""

    start: int
    end: int
    numbers: tuple[str, ...]
    act: ActRecord
    pointed: bool = False


class Sections:
    """The sections of a document whose act it names, and the acts it names (where each mention ends), ascending."""

    def __init__(self, text: str, named: Sequence[NamedSections], acts: Sequence[tuple[int, ActRecord]]) -> None:
        self.text, self.named = text, named
        self.acts = [(end, act) for end, named in acts if (act := _with_sections(named))]
        self.starts, self.ends = [n.start for n in named], [n.end for n in named]
        self.act_ends = [end for end, _ in self.acts]
        self.counts = Counter(n.act for n in named)
        self.pointed = Counter(n.act for n in named if n.pointed)
        self.by_number: dict[str, Counter[ActRecord]] = defaultdict(Counter)
        self.numbers: dict[ActRecord, set[str]] = defaultdict(set)
        for sections in named:
            for number in sections.numbers:
                self.by_number[number][sections.act] += 1
                self.numbers[sections.act].add(number)

    def act_of(self, start: int, end: int, number: str) -> ActRecord | None:
        """The act of a section at `text[start:end]`, if any: the clear one, else the likeliest."""
        if clear := self.clear(number):
            return clear
        acts = [act for act in self.candidates(start) if in_range(act, number)]
        weights = table().weights
        signals = [NOTHING, *(self.signals(act, start, end, number, table()) for act in acts)]
        odds = [math.exp(sum(weights[name] * value for name, value in signal.items())) for signal in signals]
        best = max(range(len(odds)), key=odds.__getitem__)
        return acts[best - 1] if best and odds[best] >= 0.5 * sum(odds) else None

    def clear(self, number: str) -> ActRecord | None:
        """The only act named with a number, or for one that is not named the act of most sections by far."""
        if named := self.by_number.get(number):
            return next(iter(named)) if len(named) == 1 else None
        for act, count in self.counts.most_common(1):
            usual = in_range(act, number) and table().telling(act.id, number) > _UNUSUAL
            return act if usual and count >= _RULING * self.counts.total() else None
        return None

    def candidates(self, start: int) -> list[ActRecord]:
        """The acts that a section at a place can be of."""
        most = [act for act, _ in self.counts.most_common(_MOST_NAMED)]
        last = bisect_right(self.act_ends, start)
        latest = [act for _, act in self.acts[max(0, last - _LATEST) : last]]
        if not (most or latest):
            latest = [act for end, act in self.acts[:1] if end - start < _SOON]
        penal = act_by_id(PENAL_CODE) if _OF_OFFENCE.search(self.text, max(0, start - _BEFORE), start) else None
        return list(dict.fromkeys([*most, *latest, *([penal] if penal else [])]))

    def signals(self, act: ActRecord, start: int, end: int, number: str, known: Table) -> Signals:
        """What speaks for an act, by name."""
        named = self.by_number.get(number, Counter())
        figures = _figures(number)
        own = self.numbers.get(act, set())
        apart = min((abs(figures - _figures(other)) for other in own), default=None)
        return {
            "number": math.log1p(named[act]),
            "number_alone": named[act] / named.total() if named else 0.0,
            "figures": float(any(other != number and _figures(other) == figures for other in own)),
            "near": math.exp(-apart / _NEAR) if apart is not None else 0.0,
            "before": self._before(act, start),
            "after": self._after(act, end),
            "named": self._named(act, start),
            "sections": math.log1p(self.counts[act]),
            "meant": self.pointed[act] / self.pointed.total() if self.pointed else 0.0,
            "share": math.log((self.counts[act] + 0.5) / (len(self.named) + 1)),
            "usual": known.telling(act.id, number),
            "out_of_range": float(not in_range(act, number)),
            "offence": float(
                act.id in OFFENCES and _OF_OFFENCE.search(self.text, max(0, start - _BEFORE), start) is not None
            ),
            "without_sections": float(not own),
        }

    def _before(self, act: ActRecord, start: int) -> float:
        index = bisect_right(self.ends, start) - 1
        return _fading("before", start - self.ends[index]) if index >= 0 and self.named[index].act == act else 0.0

    def _after(self, act: ActRecord, end: int) -> float:
        index = bisect_left(self.starts, end)
        near = index < len(self.starts) and self.named[index].act == act
        return _fading("after", self.starts[index] - end) if near else 0.0

    def _named(self, act: ActRecord, start: int) -> float:
        index = bisect_right(self.act_ends, start) - 1
        return _fading("named", start - self.act_ends[index]) if index >= 0 and self.acts[index][1] == act else 0.0


def _with_sections(act: ActRecord) -> ActRecord | None:
    """The act itself, or for rules the act under which they are made, where it is known by its title."""
    noun = noun_of(act)
    if noun in MADE_OF.values():
        return act_named(f"{act.short_title.partition(noun)[0]}Act")
    return None if act.id == CONSTITUTION else act


NOTHING: Signals = {"none": 1.0}
"""What speaks for no act that is named."""


def _fading(signal: str, distance: int) -> float:
    return math.exp(-distance / _FADING[signal])


def _figures(number: str) -> int:
    return int("".join(takewhile(str.isdigit, number)))

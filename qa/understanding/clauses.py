"""The conditions of a question about a set of cases, provisions or judges, each read from its own words."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from extraction.records import TREATMENTS, Role, Treatment
from extraction.text.numerals import cardinal
from qa.query.cues import side
from qa.query.question import ProvisionName, Question
from qa.query.record import GOOD, About, And, Condition, Is, Kind, Nodes, Not, Or, Related, Stands, Within
from qa.text.stems import STOP_WORDS
from qa.text.treatment_words import treatments

TABLE: dict[str, Any] = tomllib.loads(files("qa").joinpath("data/composed.toml").read_text(encoding="utf-8"))
PASSING = frozenset(TABLE["passing"]["words"].split()) | STOP_WORDS
BEFORE = re.compile(r"(?:\b(?:before|after|during|since|until|by|from|in|on|for|against|under|with|the|an?|of)\s+)+$")
JOINING = re.compile(r"(?:[\s,/&]*(?:and|r/w)?[\s,/&]*)?")
CLOSE = re.compile(r"[\s’']{0,2}(?:[a-z]{1,4}\s)?")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
ROLES: tuple[tuple[str, Role], ...] = (("wrote", "author"), ("dissented", "dissenting"), ("concurred", "concurring"))
BENCHES = (("more_judges", 1), ("fewer_judges", -1), ("least_judges", 0))
ANY_CASE = Nodes("case")


def patterns(section: str) -> dict[str, re.Pattern[str]]:
    """The patterns of a section of the table."""
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in TABLE[section].items()}


CONDITIONS = patterns("conditions")


def kinds_of(words: str) -> tuple[Treatment, ...]:
    """The treatments that words name, the gravest first; none where any citation will do."""
    named = treatments(words)
    return tuple(kind for kind in TREATMENTS if kind in named)


class Clauses:
    """Takes conditions out of what is `left` of a question's masked text, every other character in its place.

    `composes` tells whether one of them is beyond what a question of some kind asks.
    """

    def __init__(self, question: Question) -> None:
        self.question = question
        self.left = question.masked
        self.judges = tuple(judge.id for judge in question.judges)
        self.size = question.bench_size
        self.composes = False

    def conditions(self, kind: Kind) -> tuple[Condition, ...]:
        """All conditions of the nodes of a kind that are asked for."""
        apart = [*self._became(), *self._done_by_bench()] if kind == "case" else []
        denied = list(self._denied(kind))
        found = [*self._named(kind), *denied, *apart]
        if kind == "case":
            found += [*self._bench(), *self._decided(), *self._where_and_when()]
        elif kind == "provision" and self.question.acts and not self.question.provisions:
            found.append(Related("part of", Nodes("act", Is(tuple(self.question.acts)))))
        if kind != "judge":
            found += self._about()
        return tuple(found)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What a pattern finds; its words are read then, the signs of names stay."""
        found = pattern.search(self.left)
        if found:
            self.left = self.left[: found.start()] + re.sub(r"[^§¶]", " ", found.group()) + self.left[found.end() :]
        return found

    def roles(self) -> tuple[Role, ...]:
        """What the judges did who are spoken of."""
        return tuple(role for name, role in ROLES if CONDITIONS[name].search(self.question.masked))[:1]

    def unread(self) -> tuple[str, ...]:
        """The stretches of the question that say something and were not understood."""
        places = [word.span() for word in self._telling()]
        return tuple(self.left[start:end] for start, end in _stretches(self.left, places))

    def _telling(self) -> list[re.Match[str]]:
        """The words left that say something."""
        known = [named.name for named in (*self.question.judges, *self.question.courts, *self.question.doc._.acts)]
        topic = {word.lower() for word in self.question.topic} - PASSING - set(" ".join(known).lower().split())
        return [word for word in WORD.finditer(self.left) if word.group().lower() in topic]

    def _became(self) -> Iterator[Condition]:
        """What became of the cases that are asked for: "and were later overruled", "that are still good law"."""
        for name in ("later", "now"):
            first = re.search("[§¶]", self.left)
            while found := CONDITIONS[name].search(self.left, first.end() if first and name == "later" else 0):
                if name == "later" and (first is None or self._is_of_named(found)):
                    break
                self.left = self.left[: found.start()] + " " * len(found.group()) + self.left[found.end() :]
                self.composes = True
                done = found["done"].lower()
                met: Condition = Stands(GOOD) if done == "good law" else Related("cited by", ANY_CASE, kinds_of(done))
                yield Not(met) if CONDITIONS["denied"].search(found.group()) else met

    def _is_of_named(self, found: re.Match[str]) -> bool:
        """Whether what became of a case is asked of one that is named, or told of it: "has A v. B been followed"."""
        before, said = self.left[: found.start()], found.group()
        if before.rstrip().endswith("§") and CONDITIONS["of_one"].match(said):
            return True
        related = CONDITIONS["citing"].search(before) or treatments(before)
        return not related and not CONDITIONS["joining"].match(said)

    def _done_by_bench(self) -> Iterator[Condition]:
        """ "Overruled by a bench that Bhagwati J. sat on": the judge then belongs to the case that did it."""
        if self.question.cases or not (self.judges or self.size):
            return
        if found := self.take(CONDITIONS["by_bench"]):
            self.composes = True
            parts = (*self._bench(), *self._decided())
            self.judges, self.size = (), None
            bench = Nodes("case", And(parts) if len(parts) > 1 else parts[0])
            yield Related("cited by", bench, kinds_of(found["done"]))

    def _denied(self, kind: Kind) -> Iterator[Condition]:
        """What is not to hold: "but not article 14", "and does not cite A v. B"."""
        while (found := CONDITIONS["negated"].search(self.left)) and found.start():
            others = self._at(found.start("mark"))
            self.left = self.left[: found.start()] + " " * len(found.group()) + self.left[found.end() :]
            if others is not None:
                self.composes = True
                yield Not(self._excluded(kind, others, found.group()))

    def _excluded(self, kind: Kind, others: Nodes, said: str) -> Condition:
        """What is excluded: the named one itself ("other than A v. B"), or a relation to it."""
        if kind == others.kind and others.where is not None and CONDITIONS["itself"].search(said):
            return others.where
        verb = CONDITIONS["denied"].sub("", said)
        merely = CONDITIONS["citing"].search(verb) is not None
        return self._related(kind, others, () if merely else kinds_of(verb) or kinds_of(self.left))

    def _named(self, kind: Kind) -> Iterator[Condition]:
        """The relations to what is named, each a condition; one of them where either will do."""
        places = [sign.start() for sign in re.finditer("[§¶]", self.left)]
        related = [self._related(kind, to, kinds_of(self.left)) for place in places for to in self._each(place)]
        if len(related) > 1 and CONDITIONS["both"].search(self.left):
            self.composes = True
        for other in ("case", "provision"):
            group = tuple(one for one in related if one.to.kind == other)
            if len(group) > 1 and CONDITIONS["either"].search(self.left):
                yield Or(group)
            else:
                yield from group

    def _related(self, kind: Kind, others: Nodes, kinds: tuple[Treatment, ...]) -> Related:
        """How what is asked for stands to what is named."""
        if kind == "judge":
            return Related("decided", others)
        if kind == "provision":
            return Related("referred to by" if others.kind == "case" else "refers to", others)
        if others.kind == "provision":
            return Related("refers to", others)
        return Related("cites" if side(self.left) == "in" else "cited by", others, kinds)

    def _each(self, place: int) -> Iterator[Nodes]:
        """What the sign at a place stands for, one by one."""
        to = self._at(place)
        if to is not None and isinstance(to.where, Is):
            yield from (Nodes(to.kind, Is((name,))) for name in to.where.names)

    def _at(self, place: int) -> Nodes | None:
        """What the sign at a place stands for."""
        sign, before = self.left[place], self.question.masked[:place]
        if sign == "§":
            number = before.count("§")
            node = self.question.cases[number].node if number < len(self.question.cases) else None
            return Nodes("case", Is((node.id,))) if node else None
        groups = _grouped(self.question)
        number = before.count("¶")
        return Nodes("provision", Is(groups[number])) if number < len(groups) and groups[number] else None

    def _bench(self) -> Iterator[Condition]:
        """The size of the bench: at least, at most or just so many."""
        for name, step in BENCHES:
            found = CONDITIONS[name].search(self.left)
            size = cardinal(next(number for number in found.groups() if number)) if found else None
            if size:
                self.take(CONDITIONS[name])
                self.composes = True
                self.size = None
                yield Within("bench size", None, size - 1) if step < 0 else Within("bench size", size + step)
        if self.size:
            yield Within("bench size", self.size, self.size)

    def _decided(self) -> Iterator[Condition]:
        """Who sat, or wrote."""
        if self.judges:
            yield Related("decided by", Nodes("judge", Is(self.judges)), roles=self.roles())

    def _where_and_when(self) -> Iterator[Condition]:
        question = self.question
        if question.courts:
            yield Related("heard in", Nodes("court", Is(tuple(court.id for court in question.courts))))
        if question.years:
            yield Within("year", question.years.low, question.years.high)
        if question.among:
            yield Is(tuple(case.id for case in question.among))

    def _about(self) -> Iterator[Condition]:
        """What is said of a subject: "on anticipatory bail"; beside no name every word left is."""
        found = CONDITIONS["about"].search(self.left)
        words = [word for word in WORD.findall(found["words"]) if word.lower() not in PASSING] if found else []
        if words:
            self.take(CONDITIONS["about"])
            yield About(" ".join(words))
        alone = self.question.intent == "filter" and not (self.question.named_ids() or self.question.among)
        if alone and (rest := [word.group() for word in self._telling()]):
            self.left = ""
            yield About(" ".join(rest))


def _stretches(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words that stand close to each other as one, with the small words before them."""
    at = 0
    while at < len(places):
        start, end = places[at]
        while at + 1 < len(places) and CLOSE.fullmatch(text[end : places[at + 1][0]]):
            at += 1
            end = places[at][1]
        before = BEFORE.search(text[:start])
        yield (before.start() if before else start), end
        at += 1


def _grouped(question: Question) -> list[tuple[str, ...]]:
    """The ids of the provisions by the signs that stand for them: those next to each other have one."""
    groups: list[list[ProvisionName]] = []
    for named in sorted(question.provisions, key=lambda named: named.start):
        between = question.text[groups[-1][-1].end : named.start] if groups else "."
        if groups and JOINING.fullmatch(between):
            groups[-1].append(named)
        else:
            groups.append([named])
    return [tuple(id for named in group for id in named.ids) for group in groups]

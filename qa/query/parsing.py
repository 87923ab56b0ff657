"""Reads the line that people type for a query: `cases that follow "Maneka Gandhi" and are overruled by any case`."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import get_args

from extraction.records import TREATMENTS, Role
from extraction.text.numerals import cardinal
from qa.query.checking import checked
from qa.query.line import Line
from qa.query.record import (
    FACTS,
    GOOD,
    About,
    And,
    Comparison,
    Condition,
    Count,
    Fact,
    Facts,
    HasText,
    Is,
    Kind,
    Nodes,
    Not,
    Or,
    Path,
    Property,
    Query,
    Related,
    Relation,
    Standing,
    Stands,
    Summary,
    Top,
    Whether,
    Within,
)
from qa.query.relations import JOINS, VERBS, singular
from qa.query.words import ENDS

_KINDS: dict[str, Kind] = {
    "case": "case",
    "judgment": "case",
    "judgement": "case",
    "decision": "case",
    "ruling": "case",
    "provision": "provision",
    "section": "provision",
    "article": "provision",
    "act": "act",
    "judge": "judge",
    "court": "court",
}
_FACTS: tuple[Fact, ...] = tuple(dict.fromkeys(fact for facts in FACTS.values() for fact in facts))
_STANDINGS: tuple[Standing, ...] = ("overruled", "reversed", "doubted", *GOOD)
_ROLES: tuple[Role, ...] = get_args(Role)
_UP = ("later", "more", "higher", "after")
_DOWN = ("earlier", "fewer", "less", "lower", "before")


def parse(text: str) -> Query:
    """The query that a line says, its names as typed. Raises `QueryError` with the place of what is wrong."""
    reading = _Reading(text)
    query = reading.query()
    reading.end()
    return checked(query)


class _Reading(Line):
    """Reads a query from left to right."""

    # What is wanted

    def query(self) -> Query:
        if self.take("how many"):
            return Count(self.nodes())
        if self.take("whether there are") or self.take("are there"):
            return Whether(self.nodes())
        if self.take("path from"):
            start = self.other(("case",))
            self.need("to")
            return Path(start, self.other(("case",)))
        if self.take("comparison of"):
            one = self.other(("case",))
            self.need("with", "and")
            return Comparison(one, self.other(("case",)))
        if self.take("summary of"):
            return Summary(self.other(("case",)))
        mark, facts = self.at, tuple(self.facts())
        if facts and self.take("of"):
            return Facts(self.nodes(), facts)
        self.at = mark
        return self.nodes()

    def facts(self) -> Iterator[Fact]:
        while found := self.longest({fact: fact for fact in _FACTS}):
            yield found
            if not (self.take("and") or self.take(",")):
                return

    def nodes(self) -> Nodes:
        top = self.top() if self.take("the") else None
        kind = self.kind()
        if top is None and self.is_name():
            return Nodes(kind, self.names())
        where = self.condition(kind) if self.take("that") or self.take("which") or self.take("who") else None
        return Nodes(kind, where, top)

    def kind(self) -> Kind:
        word = self.word()
        kind = _KINDS.get(word.lower().removesuffix("s"))
        if kind is None:
            self.at -= bool(word)
            raise self.wrong("cases, provisions, acts, judges or courts")
        return kind

    def top(self) -> Top:
        """What follows "the": "5 most cited of the", "first of the"."""
        count = self.number(1)
        for (by, least), word in ENDS.items():
            if self.take(word):
                top = Top("date" if by == "date" else "bench size", count, least)
                break
        else:
            least = self.need("most", "least") == "least"
            top = Top(self.ranking(), count, least)
        self.take("of the")
        return top

    def ranking(self) -> Related:
        """What the most of are wanted: a participle, or a whole condition in brackets."""
        if self.peek("("):
            kind = self.kind_behind_brackets()
            self.need("(")
            by: Condition | None = self.clause(kind)
            self.need(")")
        else:
            qualifiers = self.qualifiers("cited by")
            by = self.qualified("cited by", qualifiers, Nodes("case")) if qualifiers else None
        if not isinstance(by, Related):
            raise self.wrong("what the most are of (cited, followed ...), or a relation in brackets,")
        return by

    def kind_behind_brackets(self) -> Kind:
        """The kind that stands after the brackets and "of the"; the place is as it was."""
        mark = self.at
        self.skip_brackets()
        self.take("of the")
        kind, self.at = self.kind(), mark
        return kind

    # On which conditions

    def condition(self, kind: Kind) -> Condition:
        parts = [self.conjunction(kind)]
        while self.take("or"):
            parts.append(self.conjunction(kind))
        return Or(tuple(parts)) if len(parts) > 1 else parts[0]

    def conjunction(self, kind: Kind) -> Condition:
        parts = [self.single(kind)]
        while self.take("and") or self.take("but"):
            self.take("that") or self.take("which")
            parts.append(self.single(kind))
        return And(tuple(parts)) if len(parts) > 1 else parts[0]

    def single(self, kind: Kind) -> Condition:
        if self.take("not"):
            self.need("(")
            return Not(self.bracketed(kind))
        if self.take("("):
            return self.bracketed(kind)
        return self.clause(kind)

    def bracketed(self, kind: Kind) -> Condition:
        found = self.condition(kind)
        self.need(")")
        return found

    def clause(self, kind: Kind) -> Condition:
        """One condition after "that": a verb and what follows it."""
        if self.take("do not") or self.take("does not") or self.take("did not"):
            return Not(self.having() if self.take("have") else self.active(kind))
        if any(self.take(word) for word in ("are", "is", "were", "was")):
            return Not(self.being(kind)) if self.take("not") else self.being(kind)
        if self.take("have") or self.take("has"):
            return self.having()
        return self.active(kind)

    def having(self) -> Condition:
        if self.take("a text"):
            return HasText()
        self.need("a")
        self.need("bench")
        self.need("of")
        return self.within("bench size")

    def being(self, kind: Kind) -> Condition:
        """What follows "are"."""
        if self.is_name():
            return self.names()
        if self.take("about"):
            return About(self.name())
        if self.take("numbered"):
            return self.within("number")
        if self.take("of"):
            return self.within("date" if "-" in self.ahead() else "year")
        if found := self.take_one("before", "after", "since"):
            return self.since(found)
        for relation in self.relations(kind, passive=True):
            if qualifiers := self.qualifiers(relation):
                self.need(VERBS[relation].by) if VERBS[relation].by else None
                return self.qualified(relation, qualifiers, self.other(self.possible(kind, relation)))
        return self.standing()

    def standing(self) -> Condition:
        now = self.take("now")
        if self.take("good law"):
            return Stands(GOOD)
        found = []
        while word := self.take_one(*_STANDINGS):
            found.append(next(standing for standing in _STANDINGS if standing == word))
            if not (self.peek("or") and self.ahead(1).lower() in _STANDINGS):
                return Stands(tuple(found))
            self.at += 1
        expected = (
            "a standing (good law, overruled, doubted ...)" if now else "what they are: of 1978, cited by, now ..."
        )
        raise self.wrong(expected)

    def active(self, kind: Kind) -> Condition:
        for relation in self.relations(kind, passive=False):
            if qualifiers := self.qualifiers(relation):
                return self.qualified(relation, qualifiers, self.other(self.possible(kind, relation)))
        known = [VERBS[relation].forms[""] for relation in self.relations(kind, passive=False)]
        raise self.wrong(f"what the {kind}s do ({', '.join(known)} ...), are or have")

    def relations(self, kind: Kind, passive: bool) -> list[Relation]:
        found = dict.fromkeys(relation for own, relation, _ in JOINS if own == kind)
        return [relation for relation in found if VERBS[relation].passive == passive]

    def possible(self, kind: Kind, relation: Relation) -> tuple[Kind, ...]:
        return tuple(to for own, known, to in JOINS if (own, known) == (kind, relation))

    def qualifiers(self, relation: Relation) -> list[str]:
        """The treatments or roles of the verbs that follow, joined by "or"; none where no verb of it follows."""
        verbs = VERBS[relation]
        forms = {form: qualifier for qualifier, form in verbs.forms.items()}
        if not verbs.passive:
            forms |= {singular(form): qualifier for form, qualifier in forms.items()} | (verbs.past or {})
        found: list[str] = []
        while (qualifier := self.longest({form: f"={kind}" for form, kind in forms.items()})) is not None:
            found.append(qualifier[1:])
            mark = self.at
            if not self.take("or") or not any(self.peek(form) for form in forms):
                self.at = mark
                break
        return found

    def qualified(self, relation: Relation, qualifiers: Sequence[str], to: Nodes) -> Related:
        if "" in qualifiers:
            return Related(relation, to)
        roles = tuple(role for name in qualifiers for role in _ROLES if role == name)
        return Related(relation, to, tuple(kind for name in qualifiers for kind in TREATMENTS if kind == name), roles)

    def other(self, possible: tuple[Kind, ...]) -> Nodes:
        """What a relation leads to."""
        if self.is_name():
            if len(possible) > 1:
                raise self.wrong(f"{' or '.join(possible)} before the name")
            return Nodes(possible[0], self.names())
        if self.take("("):
            found = self.nodes()
            self.need(")")
            return found
        self.take_one("any", "some")
        return self.nodes()

    # Names and ranges

    def names(self) -> Is:
        found = [self.name()]
        while self.peek("or") and self.is_name(1):
            self.at += 1
            found.append(self.name())
        return Is(tuple(found))

    def within(self, property: Property) -> Within:
        low = self.value(property)
        if self.take("to"):
            return Within(property, low, self.value(property))
        if self.peek("or") and self.ahead(1).lower() in (*_UP, *_DOWN):
            self.at += 1
            return Within(property, low) if self.word().lower() in _UP else Within(property, None, low)
        return Within(property, low, low)

    def since(self, word: str) -> Within:
        """ "before 1978", "after 1978-01-25", "since 1978"."""
        property: Property = "date" if "-" in self.ahead() else "year"
        value, step = self.value(property), {"before": -1, "after": 1, "since": 0}[word]
        if isinstance(value, int):
            value += step
        else:
            value = (self.day(value) + timedelta(days=step)).isoformat()
        return Within(property, None, value) if word == "before" else Within(property, value)

    def day(self, typed: str) -> date:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            self.at -= 1
            raise self.wrong("a day like 1978-01-25") from None

    def value(self, property: Property) -> int | str:
        word = self.word()
        if property == "number":
            return word.upper()
        if property == "date":
            return word
        number = cardinal(word)
        if number is None:
            self.at -= bool(word)
            raise self.wrong("a year" if property == "year" else "a number")
        return number

"""Questions that ask for a fact, a number or a rank, or whose conditions compose: read into a query by exact rules.

What is named was linked before; the rules only say which part each name plays. Where none of them holds, there is no
query, and the question is answered by its kind.
"""

import re
from typing import Any

from extraction.text.numerals import cardinal
from qa.query.question import Question
from qa.query.record import And, Count, Fact, Facts, HasText, Is, Kind, Nodes, Query, Related, Top, parts
from qa.understanding.clauses import ANY_CASE, PASSING, Clauses, kinds_of, patterns

FACTS: dict[Any, Any] = patterns("facts")
WANTED = patterns("wanted")
OF_ITSELF = ("case", "summary", "known_case", "open")
OTHERWISE = ("path", "comparison", "classification", "replacement")
UNLESS_COMPOSED = ("good_law", "between")
IN_FREE_WORDS = ("open", "known_case", "provision_topic")
KINDS: dict[str, Kind] = {"provision": "provision", "article": "provision", "section": "provision", "judge": "judge"}


def composed(question: Question) -> tuple[Query, tuple[str, ...]] | None:
    """The query that a question is, and what it says that was not understood; None where no rule holds."""
    unknown = any(case.node is None for case in question.cases) or any(not named.ids for named in question.provisions)
    if unknown and question.intent != "filter":
        return None
    if facts := _facts(question):
        return facts, ()
    clauses = Clauses(question)
    query, unread = _query(clauses), clauses.unread()
    if query is None or (question.intent in IN_FREE_WORDS and (unread or not _rests_on_something(question, query))):
        return None
    return query, unread


def _rests_on_something(question: Question, query: Query) -> bool:
    """Whether a question without names of cases and provisions still says what makes a set, and not only a subject."""
    [nodes] = parts(query)
    ranked = nodes.top is not None and isinstance(nodes.top.by, Related)
    narrowed = question.judges or question.courts or question.years or question.bench_size or question.acts
    return ranked or bool(narrowed) or not {word.lower() for word in question.topic} - PASSING


def _facts(question: Question) -> Facts | None:
    """Facts of the one case that is named, in the order in which they are asked."""
    named, words = question.named_cases(), question.masked
    if len(named) != 1 or question.provisions or question.judges or question.treatments:
        return None
    places = {fact: found.start() for fact, pattern in FACTS.items() if (found := pattern.search(words))}
    asked: tuple[Fact, ...] = tuple(sorted(places, key=lambda fact: places[fact]))
    of_itself = question.intent in OF_ITSELF or asked == ("citations",)
    if not asked or not of_itself or WANTED["of_others"].search(words):
        return None
    return Facts(Nodes("case", Is((named[0].id,))), asked)


def _query(clauses: Clauses) -> Query | None:
    """The set that is asked for, or how many it has; None where a question of its kind asks no more."""
    question = clauses.question
    if question.intent in OTHERWISE:
        return None
    count = clauses.take(WANTED["count"])
    said = (count["kind"] or count["kinds"] or "").lower() if count else ""
    kind = next((kind for word, kind in KINDS.items() if said.startswith(word)), _kind(question))
    top = _top(clauses, kind)
    conditions = clauses.conditions(kind)
    composes = question.intent == "filter" or (clauses.composes and question.asked == "case")
    if not (composes or ((count or top) and question.intent not in UNLESS_COMPOSED)):
        return None
    if kind == "case" and not any(isinstance(one, Related) for one in [*conditions, *([top.by] if top else [])]):
        conditions = (*conditions, HasText())
    where = And(conditions) if len(conditions) > 1 else conditions[0] if conditions else None
    return Count(Nodes(kind, where, top)) if count else Nodes(kind, where, top)


def _kind(question: Question) -> Kind:
    if WANTED["wrote_most"].search(question.masked):
        return "judge"
    return "provision" if question.asked == "provision" else "case"


def _top(clauses: Clauses, kind: Kind) -> Top | None:
    """The rank that is asked for."""
    if kind == "judge":
        most = clauses.take(WANTED["wrote_most"])
        return Top(Related("decided", ANY_CASE, roles=clauses.roles() or ("author",))) if most else None
    if found := clauses.take(WANTED["most"]):
        kinds = kinds_of(found["how"] or found["last"])
        by = Related("referred to by", ANY_CASE) if kind == "provision" else Related("cited by", ANY_CASE, kinds)
        return Top(by, _number(found, clauses), found["most"] == "least")
    for name, least in (("first", True), ("last", False)):
        if kind == "case" and (found := clauses.take(WANTED[name])):
            return Top("date", _number(found, clauses), least)
    return None


def _number(found: re.Match[str], clauses: Clauses) -> int:
    """How many of a rank are asked for: the number in its words, or before the cases."""
    said = WANTED["number"].search(found.group()) or clauses.take(WANTED["number"])
    return cardinal(said.group()) or 1 if said else 1

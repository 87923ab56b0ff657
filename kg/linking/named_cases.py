"""All cases that a free question names, each with what it leads to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction.light_spacy import Doc
from extraction.reading import read, standing
from extraction.text.dates import find_date
from kg.linking.case_numbers import by_number, filed_numbers
from kg.linking.lookup import Lookup, by_citation, by_name, listed
from kg.linking.name_index import name_index
from kg.linking.name_match import Candidate, TypedName
from kg.linking.spans import CaseSpan, case_spans
from kg.linking.tokens import TokenizedText, read_question
from kg.nodes import Case
from kg.store import Store

_PLAIN_YEAR = re.compile(
    r"\s*,?\s*(?:(?:decided|dated|of)\s+(?:on\s+)?)?(?:\d{1,2}(?:st|nd|rd|th)?[\s.]+\w{3,9}\.?,?\s+)?(?P<year>(?:18|19|20)\d\d)\b"
)
_MANY = 40  # candidates: a doubtful name that answers to more names none of them


@dataclass(frozen=True, slots=True)
class NamedCase:
    """A case named at `text[start:end]` of a question.

    `lookup.found` is it; without, `lookup.candidates` are equally likely; with neither the graph has no such
    case, and `lookup.nearest` are offered instead.
    """

    start: int
    end: int
    text: str
    lookup: Lookup[Case]


def cases_named(store: Store, text: str, doc: Doc | None = None) -> list[NamedCase]:
    """The cases that `text` names, in order, the longest reading of each; words many parties share name none.

    `doc` is what the text was read as before parts of it were blanked.
    """
    doc = doc or read(text)
    question = read_question(text, doc)
    spans = case_spans(name_index(store), question)
    named = [case for span in spans if (case := _named(store, question, span))]
    cited = standing(doc._.citations, doc, text)
    places = [(c.start, c.end, listed(by_citation(store, [c]), "citation")) for c in cited]
    filed = filed_numbers(text)
    places += [(f.start, f.end, listed(by_number(store, text, [f]), "case number")) for f in filed]
    return _with_places(text, sorted(places, key=lambda place: place[0]), named)


def _named(store: Store, question: TokenizedText, span: CaseSpan) -> NamedCase | None:
    lookup = _dated(store, question.text, span)
    if span.doubtful and lookup.found is None and not 0 < len(lookup.candidates) <= _MANY:
        return None
    if lookup.found is None and lookup.candidates:
        lookup = _told_apart(question, span, lookup)
    return NamedCase(span.start, span.end, question.text[span.start : span.end], lookup)


def _dated(store: Store, text: str, span: CaseSpan) -> Lookup[Case]:
    """What the span leads to, with the year behind it; a year out of brackets may belong to something else."""
    after = text[span.end : span.end + 60]
    name = TypedName(span.petitioner, span.respondent)
    bracketed = re.match(r"\s*[(\[](?!\s*(?:after|before|since|from|until|till|between|post|pre)\b)[^)\]]*", after)
    plain = _PLAIN_YEAR.match(after)
    if bracketed and (year := re.search(r"\b(?:18|19|20)\d\d\b", bracketed[0])):
        return by_name(store, replace(name, year=int(year[0]), date=find_date(bracketed[0])))
    if plain:
        lookup = by_name(store, replace(name, year=int(plain["year"]), date=find_date(plain[0])))
        if lookup.candidates:
            return lookup
    return by_name(store, name)


def _told_apart(question: TokenizedText, span: CaseSpan, lookup: Lookup[Case]) -> Lookup[Case]:
    """One candidate, if the question's other words agree with other names of it alone ("oleum gas leak")."""
    said = {w.plain for w in question.words if not span.start <= w.start < span.end and not w.function}
    shared = [len(said & _other_words(candidate)) for candidate in lookup.candidates]
    if max(shared) == 0 or shared.count(max(shared)) > 1:
        return lookup
    chosen = lookup.candidates[shared.index(max(shared))]
    rest = tuple(candidate for candidate in lookup.candidates if candidate is not chosen)
    return Lookup(chosen.node, (replace(chosen, reason="named alike, told apart by other words"), *rest))


def _other_words(candidate: Candidate[Case]) -> set[str]:
    """The words by which a case goes beside those of its title."""
    case = candidate.node
    plain = set(re.findall(r"[a-z]{3,}", " ".join([*case.aliases, *case.documents]).lower()))
    return plain - set(re.findall(r"[a-z]+", case.title.lower())) - {"case"}


def _with_places(text: str, places: Sequence[tuple[int, int, Lookup[Case]]], named: list[NamedCase]) -> list[NamedCase]:
    """The named cases, those with citations or numbers joined with them; such alone are cases of their own."""
    for at, end, known in places:
        before = next((case for case in named if _leads_to(text, case, at)), None)
        if before:
            named.remove(before)
        start = before.start if before else at
        lookup = known if known.candidates or not before else before.lookup
        named.append(NamedCase(start, end, text[start:end], lookup))
    return sorted(named, key=lambda case: case.start)


def _leads_to(text: str, case: NamedCase, start: int) -> bool:
    return case.end <= start and bool(re.fullmatch(r"(?:[\s,:=(\[]|reported in)*", text[case.end : start]))

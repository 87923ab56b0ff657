"""Whether the numbers of a sentence (years, dates, bench sizes, counts, pinpoints) stand in what it speaks of."""

import re
from collections.abc import Collection, Iterable, Sequence

from extraction.light_spacy import Doc
from extraction.provisions.act_resolution import read_acts
from extraction.text.dates import find_date
from extraction.text.numerals import CARDINAL, cardinal
from kg.edges import Cites, Counted, Edge, Pinpointed
from kg.nodes import Act, Case, Provision, of_type
from kg.schema import properties
from qa.evidence import Evidence
from qa.text.masking import blank
from qa.verification.draft import NamedAuthority
from qa.verification.relations import Relation

NUMBER = rf"(\d+|{CARDINAL})"
BENCH = re.compile(
    rf"\b{NUMBER}[\s-]+(?:(?:learned|hon['’]ble|concurring|brother)\s+)*(?:judges?\b|judge[\s-]+bench|member)",
    re.IGNORECASE,
)
COUNTED = re.compile(
    rf"\b{NUMBER}\s+(?:(?:later|earlier|other|subsequent|such|different|reported)\s+)*"
    r"(?:cases?|decisions?|judgments?|rulings?|authorit(?:y|ies)|precedents?|provisions?|articles?|sections?)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\w/.-])(1[789]\d\d|20\d\d)(?![\w/-])")
ATTACHED = re.compile(
    r"(?:['’]s)?\s*(?:[,(]\s*(?:decided\s+)?(?:(?:on|in|of)\s+)?|\s(?:was\s+|is\s+)?(?:decided|delivered)\s+(?:on|in)\s+|\sof\s+)"
    r"(?:(?:\d{1,2}\s+)?[A-Z][a-z]+\s+)?"
)
LOOSE = re.compile(r"\d+(?:[.,/-]\d+)*")
IN_WORDS = re.compile(rf"\b(?:(?!one\b)(?:{CARDINAL}))\b", re.IGNORECASE)


def wrong_figures(
    doc: Doc, masked: str, named: Sequence[NamedAuthority], stated: Sequence[Relation], evidence: Evidence
) -> str | None:
    """The first figure that is not borne out, as a reason; None where all are."""
    benches = [(m.start(), _value(m[1])) for m in BENCH.finditer(masked)]
    for place, size in benches:
        subjects = _subjects(place, named, stated)
        if not any(case.bench_size == size for case in _cases(subjects, evidence)):
            return f"a bench of {size} is not in the evidence"
    for match in COUNTED.finditer(masked):
        if _value(match[1]) not in _counts(named, stated, evidence):
            return f"“{match[0]}” is not the number in the evidence"
    spoken_of = list(_spoken_of(named, evidence))
    rest = COUNTED.sub(_spaces, BENCH.sub(_spaces, masked))
    if (day := find_date(rest)) and not _is_dated(day, spoken_of):
        return f"{day} is not a date of what the sentence speaks of"
    rest = blank(rest, _acts_named(doc, evidence))
    for match in YEAR.finditer(rest):
        if int(match[1]) not in _years(match.start(), rest, named, stated, evidence):
            return f"{match[1]} is not the year of what the sentence speaks of"
    allowed = _digits(spoken_of)
    said = " ".join(spoken_of).lower()
    for match in LOOSE.finditer(YEAR.sub(_spaces, rest)):
        if match[0] not in allowed:
            return f"the number {match[0]} is in no source"
    for match in IN_WORDS.finditer(rest):
        if not re.search(rf"\b{match[0].lower()}\b", said):
            return f"the number {match[0]} is in no source"
    return None


def _acts_named(doc: Doc, evidence: Evidence) -> list[tuple[int, int]]:
    """Where the sentence names, year and all, the act of a provision in the evidence."""
    known = {node.id.partition("/")[0] for node in evidence.nodes.values() if isinstance(node, Provision | Act)}
    acts = zip(doc._.acts, read_acts(doc._.acts, None), strict=True)
    return [(mention.start, mention.end) for mention, act in acts if act and act.id in known]


def _is_dated(day: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has the date, as ISO or in words."""
    return any(day in text or find_date(text) == day for text in texts)


def _spaces(match: re.Match[str]) -> str:
    return "§" * len(match[0])


def _value(said: str) -> int:
    return cardinal(said) or 0


def _subjects(place: int, named: Sequence[NamedAuthority], stated: Sequence[Relation]) -> set[str]:
    """The cases whose bench or date a figure at `place` gives: the deciding case of the relation, else the nearest."""
    deciding = {i for relation in stated for i in relation.subject}
    cases = sorted((n for n in named if n.kind == "case"), key=lambda n: min(abs(n.start - place), abs(n.end - place)))
    return deciding or (set(cases[0].ids) if cases else set())


def _counts(named: Sequence[NamedAuthority], stated: Sequence[Relation], evidence: Evidence) -> set[int]:
    counts = {len([n for n in named if n.kind == kind]) for kind in ("case", "provision")}
    counts |= {len(relation.objects) for relation in stated}
    for relation in stated:
        for target in relation.objects:
            counts.add(len(_citing(target, relation.treatments, evidence)))
    if not stated:
        counts.add(len(evidence.answers))
    return counts


def _citing(targets: Collection[str], treatments: Collection[str], evidence: Evidence) -> set[str]:
    """What cites one of the targets with one of the treatments, or at all where there are none."""
    edges = [e for e in evidence.edges.values() if e.target in targets]
    return {e.source for e in edges if not treatments or (isinstance(e, Cites) and e.treatment in treatments)}


def _years(
    place: int, masked: str, named: Sequence[NamedAuthority], stated: Sequence[Relation], evidence: Evidence
) -> set[int]:
    """The years a year at `place` may be: of the case it is attached to, else of the deciding case."""
    attached = [n for n in named if n.kind == "case" and n.end <= place and ATTACHED.fullmatch(masked[n.end : place])]
    if attached:
        return {y for case in _cases(attached[-1].ids, evidence) for y in _own_years(case)}
    if stated:
        subjects = {i for r in stated for i in r.subject}
        if not subjects:
            wanted = {t for r in stated for target in r.objects for t in target}
            kinds = {t for r in stated for t in r.treatments}
            subjects = _citing(wanted, kinds, evidence)
        return {y for case in _cases(subjects, evidence) for y in _own_years(case)[:1]}
    return {int(d) for d in _digits(_spoken_of(named, evidence)) if len(d) == 4 and d.isdigit()}


def _cases(ids: Iterable[str], evidence: Evidence) -> list[Case]:
    return of_type(Case, (evidence.nodes[id] for id in ids))


def _own_years(case: Case) -> list[int]:
    decided = case.year
    printed = re.findall(r"\b(?:1[789]|20)\d\d\b", " ".join(case.citations))
    return [decided, *map(int, printed)] if decided else [int(y) for y in printed]


def _spoken_of(named: Sequence[NamedAuthority], evidence: Evidence) -> Iterable[str]:
    """Everything the evidence says of the named authorities; of all authorities where none is named."""
    ids = {i for n in named for i in n.ids}
    for node in evidence.nodes.values():
        if not ids or node.id in ids:
            yield from map(str, properties(node).values())
            yield node.id
    for source in evidence.sources.values():
        if not ids or source.node in ids:
            yield f"{source.quote} {source.paragraph or ''}"
    for edge in evidence.edges.values():
        if edge.source in ids or edge.target in ids:
            yield " ".join(_places(edge))


def _places(edge: Edge) -> list[str]:
    """The paragraphs that an edge gives, and how often it is said."""
    paragraphs = edge.paragraphs if isinstance(edge, Pinpointed) else ()
    return [*paragraphs, str(edge.count)] if isinstance(edge, Counted) else []


def _digits(texts: Iterable[str]) -> set[str]:
    whole = {d for text in texts for d in re.findall(r"\d+(?:[.,/-]\d+)*", text)}
    return whole | {part.lstrip("0") for d in whole for part in re.split(r"[.,/-]", d) if part.lstrip("0")}

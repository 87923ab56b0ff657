"""Lets through only what the evidence bears out: every sentence of a draft is checked by code.

A sentence survives if every case and provision it names is in the evidence, each relation it states is an edge there
in that direction, its numbers and dates stand in what it speaks of, its quotations are verbatim in a source, what
else it says is said by a source, and no more strongly than there. What fails is dropped with the reason.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from extraction.light_spacy import Doc
from extraction.reading import read as read_text
from kg.edges import Cites, CitesProvision, Edge, Quoted, RefersTo
from kg.nodes import Act, Case, Chunk, Node, Provision, of_type
from qa.answer import Claim, Dropped
from qa.evidence import Evidence
from qa.text import wording
from qa.text.drafts import MARKER, arriving
from qa.text.masking import blank
from qa.text.stems import squeeze, stems
from qa.verification.draft import (
    NamedAuthority,
    citations,
    cited_sources,
    full_names,
    lone_citations,
    provisions,
    quotations,
    short_names,
    standing_quotations,
    strangers,
)
from qa.verification.figures import wrong_figures
from qa.verification.relations import NEGATION, Relation, relations, unlinked
from qa.verification.strength import overstated
from qa.verification.support import nearest_clauses, saying, supported

QUOTATION_MARK = re.compile(r"[“”\"‘]")


@dataclass(slots=True)
class Verified:
    """What came through, with sources, and what was dropped."""

    claims: list[Claim] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(slots=True)
class Reading:
    """One sentence as verification sees it: `masked` has its names, quotations and citations blanked."""

    text: str
    doc: Doc
    masked: str
    named: list[NamedAuthority]
    cited: list[tuple[int, int, str]]
    relations: list[Relation]
    sources: list[str]


def verify(draft: str, evidence: Evidence) -> Verified:
    """Check `draft` sentence by sentence against `evidence`; nothing in either is taken as an instruction."""
    result = Verified()
    for judged in verified([draft], evidence):
        if isinstance(judged, Claim):
            result.claims.append(judged)
        else:
            result.dropped.append(judged)
    return result


def verified(pieces: Iterable[str], evidence: Evidence) -> Iterator[Claim | Dropped]:
    """The sentences of a draft that arrives in pieces, each judged as soon as it is whole.

    A sentence of the graph's own prose, or a fact that the model was handed, is true as it stands.
    """
    antecedent: frozenset[str] = frozenset()
    own = evidence.told | {claim.text: claim for claim in evidence.claims}
    for sentence in arriving(pieces):
        text = MARKER.sub("", sentence).strip()
        if text in own:
            yield own[text]
            continue
        reading, reason = read(sentence, evidence, antecedent)
        reason = reason or check(reading, evidence)
        sources = [] if reason else carrying(reading, evidence)
        if reason or not (sources or any(relation.negated for relation in reading.relations)):
            yield Dropped(text, reason or "no source carries it")
        else:
            yield Claim(text, sources)
            antecedent = next((n.ids for n in reading.named if n.kind == "case"), antecedent)


def read(sentence: str, evidence: Evidence, antecedent: frozenset[str]) -> tuple[Reading, str | None]:
    """What the sentence names and states; with the reason to drop it where a name is not in the evidence."""
    text = MARKER.sub(lambda m: " " * len(m[0]), sentence)
    doc = read_text(QUOTATION_MARK.sub(" ", text))
    masked = QUOTATION_MARK.sub(" ", blank(text, [(start, end) for start, end, _ in standing_quotations(text)]))
    cited = citations(doc, masked)
    masked = blank(masked, [(start, end) for start, end, _ in cited])
    cases = {i: n for i, n in evidence.nodes.items() if isinstance(n, Case)}
    known = {i: n for i, n in evidence.nodes.items() if isinstance(n, Provision)}
    named: list[NamedAuthority] = []
    for found in (full_names(masked, cases), provisions(doc, masked, known), short_names(masked, cases)):
        fresh = [n for n in found if not any(n.start < o.end and o.start < n.end for o in named)]
        named += fresh
        if n := next((n for n in fresh if not n.ids), None):
            return Reading(text, doc, masked, named, cited, [], []), f"{n.text} is not in the evidence"
        masked = blank(masked, [(n.start, n.end) for n in fresh])
    named += lone_citations(text, named, cited, cases)
    named = _settled(text, sorted(named, key=lambda n: n.start), cited, cases)
    stated = relations(text, masked, named, antecedent)
    reading = Reading(text, doc, masked, named, cited, stated, cited_sources(sentence))
    unknown = strangers(masked, vocabulary(evidence))
    return reading, f"{unknown[0]} is not in the evidence" if unknown else None


def _settled(
    text: str, named: list[NamedAuthority], cited: list[tuple[int, int, str]], cases: dict[str, Case]
) -> list[NamedAuthority]:
    """Names that several cases bear, settled by the citation or year that follows."""
    settled = []
    for n in named:
        if n.kind == "case" and len(n.ids) > 1:
            own = {c for start, _, c in cited if 0 <= start - n.end <= 3}
            after = re.match(r"\s*[,(]\s*(\d{4})\b", text[n.end :])
            fit = frozenset(
                i for i in n.ids if own & set(cases[i].citations) or (after and cases[i].year == int(after[1]))
            )
            n = NamedAuthority(n.start, n.end, n.text, n.kind, fit or n.ids)
        settled.append(n)
    return settled


def check(reading: Reading, evidence: Evidence) -> str | None:
    """Why the sentence must not stand, or None."""
    known = {source.id for source in evidence.sources.values()}
    if unknown := [i for i in reading.sources if i not in known]:
        return f"there is no source [{unknown[0]}]"
    for _, _, quote in quotations(reading.text):
        if not verbatim(quote, evidence):
            return f"the quotation “{quote[:60]}” is in no source"
    if reason := misplaced_citation(reading, evidence):
        return reason
    if not (reading.named or reading.relations or quotations(reading.text)) and len(stems(reading.masked)) < 2:
        return "it says nothing"
    if word := unlinked(reading.masked, reading.relations):
        return f"“{word}” joins no two authorities of the evidence"
    for relation in reading.relations:
        if relation.hedged or not borne_out(relation, evidence):
            return f"no edge of the evidence bears out “{'not ' * relation.negated}{relation.name}”"
    if reason := wrong_figures(reading.doc, reading.masked, reading.named, reading.relations, evidence):
        return reason
    if not supported(reading.masked, reading.named, reading.relations, reading.sources, evidence):
        return "no source says so"
    clauses = nearest_clauses(reading.masked, reading.named, reading.sources, evidence)
    return overstated(reading.masked, reading.relations, clauses, evidence, partial(_matching, evidence=evidence))


def verbatim(quote: str, evidence: Evidence) -> bool:
    """Whether the quotation, blanks and punctuation aside, stands in a source (an ellipsis may leave words out)."""
    parts = [squeeze(part) for part in re.split(r"\.\.\.|…", quote) if squeeze(part)]
    texts = [squeeze(s.quote) for s in evidence.sources.values()]
    texts += [squeeze(n.text or "") for n in of_type(Provision, evidence.nodes.values())]
    texts += [squeeze(wording.title(n)) for n in evidence.nodes.values()]
    return bool(parts) and any(all(part in text for part in parts) for text in texts)


def misplaced_citation(reading: Reading, evidence: Evidence) -> str | None:
    """A reporter citation that is not one of the case named before it."""
    alone = {n.start for n in reading.named}
    for start, _, citation in reading.cited:
        if start in alone:
            continue
        owner = [n for n in reading.named if n.kind == "case" and n.end <= start]
        ids = owner[-1].ids if owner else evidence.nodes.keys()
        cases = of_type(Case, (evidence.nodes[i] for i in ids))
        if not any(citation in case.citations for case in cases):
            return f"{citation} is not a citation of the case named"
    return None


def borne_out(relation: Relation, evidence: Evidence) -> bool:
    """Whether the evidence has (or, where the relation is denied, knows that it has not) an edge for each object."""
    if relation.negated:
        return all(_denied(relation, target, evidence) for target in relation.objects)
    return all(any(_matching(relation, target, evidence)) for target in relation.objects)


def _matching(relation: Relation, target: Iterable[str], evidence: Evidence) -> Iterable[Edge]:
    wanted = set(target)
    for edge in evidence.edges.values():
        if edge.target not in wanted or (relation.subject and edge.source not in relation.subject):
            continue
        if _treats(edge, relation):
            yield edge


def _treats(edge: Edge, relation: Relation) -> bool:
    if isinstance(edge, CitesProvision | RefersTo):
        return not relation.treatments or relation.name in ("followed", "affirmed")
    if not isinstance(edge, Cites):
        return False
    own_words = edge.is_own or not relation.subject
    return not relation.treatments or (edge.treatment in relation.treatments and own_words)


def _denied(relation: Relation, target: frozenset[str], evidence: Evidence) -> bool:
    read_whole = all((i, "in") in evidence.complete for i in target) or (
        bool(relation.subject) and all((i, "out") in evidence.complete for i in relation.subject)
    )
    return read_whole and not any(_matching(relation, target, evidence))


def carrying(reading: Reading, evidence: Evidence) -> list[str]:
    """The ids of the sources that carry the sentence: those it cites, else those of its edges and provisions."""
    if reading.sources:
        return list(dict.fromkeys(reading.sources))
    edges = [e for r in reading.relations if not r.negated for t in r.objects for e in _matching(r, t, evidence)]
    quotes = {(e.source, e.quote) for e in edges if isinstance(e, Quoted)}
    ids = {i for n in reading.named for i in n.ids}
    found = [s.id for key, s in evidence.sources.items() if key in quotes]
    if not found and not NEGATION.search(reading.masked):
        found = [s.id for s in evidence.sources.values() if s.node in ids]
    return found or _quoted_from(reading, evidence) or saying(reading.masked, evidence)


def _quoted_from(reading: Reading, evidence: Evidence) -> list[str]:
    """The ids of the sources, or of the provisions made sources, in which a quotation of the sentence stands."""
    wanted = [squeeze(quote) for _, _, quote in quotations(reading.text) if squeeze(quote)]
    found = [s.id for s in evidence.sources.values() if any(quote in squeeze(s.quote) for quote in wanted)]
    provisions_read = [] if found else of_type(Provision, evidence.nodes.values())
    own = [n for n in provisions_read if any(q in squeeze(n.text or "") for q in wanted)]
    return found or [evidence.cite_provision(node) for node in own]


def _words_of(node: Node) -> list[str]:
    """What is told of a node in words, beside its title."""
    match node:
        case Case():
            return [*node.aliases, node.court or "", *node.authors]
        case Act():
            return [*(node.aliases or ())]
        case Provision():
            return [node.heading or "", node.text or ""]
        case Chunk():
            return [node.text]
    return []


def vocabulary(evidence: Evidence) -> str:
    """All words of the evidence, lower-case, between single blanks: what a capitalised word may come from."""
    texts = [source.quote for source in evidence.sources.values()]
    for node in evidence.nodes.values():
        texts += [wording.title(node), *_words_of(node)]
    joined = " ".join(re.findall(r"[^\W_][\w&’'-]*", " ".join(texts).lower()))
    return f" {re.sub(r'[’]s', '', joined).replace(chr(39) + 's', '')} "

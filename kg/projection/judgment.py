"""Edges and stubs of a case from its judgments: what it cites, who sat, where it was heard."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extraction.citations.courts import court_by_id
from extraction.records import CaseMention, Judgment, ProvisionMention, slug, spelled
from kg.projection.passages import link_chunks
from kg.projection.projection import Projection
from kg.store import Node, Value

_STRENGTH = ("overruled", "reversed", "doubted", "distinguished", "affirmed", "followed", "cited")


_SPEAKERS = ("court", "other", "counsel")


def project_case(case: str, documents: Sequence[tuple[Judgment, Mapping[str, str]]]) -> Projection:
    """Edges and stubs of a case from its judgments, each with the case of every naming id; chunks are not made here."""
    result = Projection()
    cites: dict[str, list[CaseMention]] = defaultdict(list)
    provisions: dict[str, list[ProvisionMention]] = defaultdict(list)
    for judgment, cases in documents:
        targets: list[tuple[int, str]] = []
        for ordinal, reference in enumerate(judgment.references):
            target = cases[f"{judgment.name}@{ordinal}"]
            if not target:
                continue
            targets += [(m.start, target) for m in reference.mentions]
            if target != case:
                cites[target] += reference.mentions
        for mention in judgment.provisions:
            if mention.provision:
                provisions[mention.provision].append(mention)
                targets.append((mention.start, mention.provision))
        link_chunks(result, case, judgment.name, judgment.chunks, targets)
        _hang_people(result, case, judgment)
    for target, mentions in sorted(cites.items()):
        result.add_edge("CITES", case, target, _treatment(mentions))
    for id, named in sorted(provisions.items()):
        result.add_provision(id, named[0].kind, named[0].number)
        result.add_edge("CITES_PROVISION", case, id, _provision_edge(named))
    return result


def _hang_people(result: Projection, case: str, judgment: Judgment) -> None:
    for name in [*judgment.authors, *(j for j in judgment.bench if j not in judgment.authors)]:
        judge = f"judge/{slug(name)}"
        result.stubs.setdefault(judge, Node("Judge", judge, {"name": spelled(slug(name))}))
        result.add_edge("DECIDED_BY", case, judge, {"author": name in judgment.authors})
    if judgment.court:
        court = f"court/{slug(judgment.court)}"
        result.stubs.setdefault(court, Node("Court", court, {"name": court_by_id(slug(judgment.court))}))
        result.add_edge("HEARD_IN", case, court)


def _treatment(mentions: Sequence[CaseMention]) -> dict[str, Value]:
    """One edge from all mentions: the court's own strongest treatment first, and the sentence that says so."""

    def weight(mention: CaseMention) -> tuple[int, int, int]:
        plain = mention.treatment == "cited"
        return (plain, _SPEAKERS.index(mention.by), _STRENGTH.index(mention.treatment))

    best = min(mentions, key=lambda m: (*weight(m), m.start, m.quote))
    return {
        "treatment": best.treatment,
        "by": best.by,
        "confidence": best.confidence,
        "count": len(mentions),
        "paragraphs": _distinct(m.paragraph for m in mentions),
        "pages": _distinct(m.page for m in mentions),
        "quote": best.quote,
        "quote_paragraph": best.paragraph,
        "quote_page": best.page,
    }


def _provision_edge(mentions: Sequence[ProvisionMention]) -> dict[str, Value]:
    return {
        "count": len(mentions),
        "paragraphs": _distinct(m.paragraph for m in mentions),
        "pages": _distinct(m.page for m in mentions),
        "clauses": sorted({m.clause for m in mentions if m.clause}),
        "quote": mentions[0].quote,
    }


def _distinct(places: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(place for place in places if place))

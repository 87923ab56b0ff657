"""Edges and stubs of a case from its judgments: what it cites, who sat, where it was heard."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from extraction.citations.courts import court_by_id
from extraction.records import TREATMENTS, CaseMention, Judgment, ProvisionMention, Role
from extraction.slugs import slug, spelled
from kg.edges import Cites, CitesProvision, DecidedBy, HeardIn
from kg.nodes import Court, Judge
from kg.projection.descriptions import link_descriptions
from kg.projection.passages import link_chunks
from kg.projection.projection import Projection

_SPEAKERS = ("court", "other", "dissent", "counsel")


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
        link_descriptions(result, case, judgment, cases)
        _hang_people(result, case, judgment)
    for target, mentions in sorted(cites.items()):
        result.add_edge(_citation(case, target, mentions))
    for id, named in sorted(provisions.items()):
        result.add_provision(id, named[0].kind, named[0].number)
        result.add_edge(_application(case, id, named))
    return result


def _hang_people(result: Projection, case: str, judgment: Judgment) -> None:
    roles: dict[str, Role] = {opinion.judge: opinion.role for opinion in reversed(judgment.opinions)}
    for name in dict.fromkeys([*judgment.authors, *judgment.bench]):
        judge = f"judge/{slug(name)}"
        result.stubs.setdefault(judge, Judge(judge, name=spelled(slug(name))))
        role = roles.get(name, "author" if name in judgment.authors else "member")
        result.add_edge(DecidedBy(case, judge, role=role))
    if judgment.court:
        court = f"court/{slug(judgment.court)}"
        result.stubs.setdefault(court, Court(court, name=court_by_id(slug(judgment.court))))
        result.add_edge(HeardIn(case, court))


def _citation(case: str, cited: str, mentions: Sequence[CaseMention]) -> Cites:
    """One edge from all mentions: the court's own strongest treatment first, and the sentence that says so."""

    def weight(mention: CaseMention) -> tuple[int, int, int]:
        plain = mention.treatment == "cited"
        return (plain, _SPEAKERS.index(mention.by), TREATMENTS.index(mention.treatment))

    best = min(mentions, key=lambda m: (*weight(m), m.start, m.quote))
    return Cites(
        case,
        cited,
        treatment=best.treatment,
        by=best.by,
        confidence=best.confidence,
        count=len(mentions),
        paragraphs=_distinct(m.paragraph for m in mentions),
        pages=_distinct(m.page for m in mentions),
        quote=best.quote,
        quote_paragraph=best.paragraph,
        quote_page=best.page,
    )


def _application(case: str, provision: str, mentions: Sequence[ProvisionMention]) -> CitesProvision:
    return CitesProvision(
        case,
        provision,
        count=len(mentions),
        paragraphs=_distinct(m.paragraph for m in mentions),
        pages=_distinct(m.page for m in mentions),
        clauses=tuple(sorted({m.clause for m in mentions if m.clause})),
        quote=mentions[0].quote,
    )


def _distinct(places: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for place in places if place))

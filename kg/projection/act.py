"""Nodes and edges of an act from its files."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from extraction.records import ProvisionMention, ProvisionRecord, Statute
from kg.edges import PartOf, RefersTo
from kg.nodes import Act, Provision
from kg.projection.offences import Offences, classified
from kg.projection.passages import chunk_prefix, link_chunks
from kg.projection.projection import Projection


def project_act(act: str, statutes: Sequence[Statute], offences: Offences) -> Projection:
    """Nodes and edges of an act from its files; where two give a provision, the longer text stands.

    `offences` are those under its provisions, as any act classifies them.
    """
    result = Projection()
    names = sorted({name for s in statutes for name in (s.name, *s.copies)})
    record = min(statutes, key=lambda s: (-len(s.provisions), s.act.title)).act
    result.nodes.append(
        Act(
            act,
            title=record.title,
            short_title=record.short_title,
            number=record.number,
            year=record.year,
            aliases=record.aliases,
            state=record.state,
            assented=record.assented,
            in_force_from=record.in_force_from,
            in_force_to=record.in_force_to,
            documents=tuple(names),
        )
    )
    longest: dict[str, ProvisionRecord] = {}
    sources: dict[str, set[str]] = defaultdict(set)
    for statute in statutes:
        for provision in statute.provisions:
            sources[provision.id].update((statute.name, *statute.copies))
            longest[provision.id] = max(
                provision, longest.get(provision.id, provision), key=lambda p: (len(p.text), p.heading)
            )
    for id, provision in longest.items():
        node = Provision(
            id,
            act_id=act,
            kind=provision.kind,
            number=provision.number,
            chapter=provision.chapter or None,
            heading=provision.heading,
            text=provision.text,
            repealed=provision.repealed,
            in_force_from=provision.in_force_from,
            in_force_to=provision.in_force_to,
            versions=provision.versions or None,
            documents=tuple(sorted(sources[id])),
        )
        result.nodes.append(classified(node, offences))
        result.add_edge(PartOf(id, act))
    for statute in statutes:
        for provision in statute.provisions:
            _refer(result, provision.id, provision.mentions)
            prefix = chunk_prefix(statute.name, provision.id)
            targets = [(m.start, m.provision) for m in provision.mentions if m.provision]
            link_chunks(result, provision.id, prefix, provision.chunks, targets)
    return result


def _refer(result: Projection, source: str, mentions: Sequence[ProvisionMention]) -> None:
    counted = Counter(m.provision for m in mentions if m.provision and m.provision != source)
    for mention in mentions:
        if mention.provision in counted:
            target = str(mention.provision)
            result.add_provision(target, mention.kind, mention.number)
            result.add_edge(RefersTo(source, target, count=counted[target], quote=mention.quote))

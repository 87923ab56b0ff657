"""Which acts amend which provisions: from what the amended act notes and what the amending act says."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extraction.records import Amendment, Statute
from kg.edges import Amends, Edge
from kg.projection.projection import Projection


def other_acts(act: str, edges: Iterable[Edge], statutes: Iterable[Statute]) -> list[str]:
    """The acts at the other end of AMENDS `edges` and of what `statutes` say: their files may say the same."""
    ends = {end for edge in edges for end in (edge.source, edge.target.partition("/")[0])}
    said = {end for s in statutes for a in s.amendments for end in (a.act, a.provision.partition("/")[0])}
    return sorted((ends | said) - {act})


def project_amendments(act: str, statutes: Sequence[Statute]) -> Projection:
    """The AMENDS edges that begin at an act or end at a provision of it; of several quotes the shortest stands."""
    said: dict[tuple[str, str], list[Amendment]] = defaultdict(list)
    for statute in statutes:
        for amendment in statute.amendments:
            if act in (amendment.act, amendment.provision.partition("/")[0]):
                said[amendment.act, amendment.provision].append(amendment)
    result = Projection()
    for (source, target), amendments in sorted(said.items()):
        best = min(amendments, key=lambda a: (len(a.quote), a.quote))
        result.add_act(source)
        result.add_provision(target, best.kind, best.number)
        result.add_edge(Amends(source, target, quote=best.quote))
    return result

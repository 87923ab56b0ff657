"""The properties of a case, folded from all its namings."""

from collections import Counter
from collections.abc import Sequence

from kg.identity.cluster import Cluster
from kg.identity.clustering import foremost, year_of
from kg.identity.naming import Naming
from kg.nodes import Case

_RARE = 20  # a citation that fewer than one in so many namings print is taken for a misprint


def case_node(id: str, namings: Sequence[Naming]) -> Case:
    """The `Case` node of all namings found to be it; its own texts speak first, then a court's list."""
    case = Cluster(sorted(namings, key=lambda n: n.content))
    head = foremost(case)
    citations = _citations(case)
    printed = _printed(case, frozenset(citations))
    neutral = [c for c in citations if " INSC " in f" {c} " or c.count(":") == 2]
    return Case(
        id,
        title=head.title,
        citations=(*citations, *printed),
        neutral_citation=neutral[0] if neutral else None,
        court=head.court or _commonest([n.court for n in case.namings if n.court]),
        date=head.date or min((n.date for n in case.known if n.date), default=None),
        year=year_of(case),
        case_number=head.case_number,
        bench_size=head.bench_size,
        documents=tuple(sorted({name for n in case.own for name in (n.document, *n.copies)})),
        has_text=bool(case.own),
        aliases=tuple(sorted({alias for n in case.own for alias in n.aliases})),
        authors=tuple(head.authors),
    )


def _citations(case: Cluster) -> list[str]:
    """Citations by how often they are given; those given in fewer than one naming in twenty are misprints."""
    own = {c.text for n in case.known for c in n.citations}
    counted = Counter(c.text for n in case.namings for c in n.citations)
    kept = [c for c in counted if c in own or counted[c] * _RARE >= len(case.namings)]
    return sorted(kept, key=lambda c: (c not in own, -counted[c], c))


def _printed(case: Cluster, citations: frozenset[str]) -> list[str]:
    """Other prints of the citations, where they tell more; those of fewer than one naming in twenty are misprints."""
    counted = Counter(p for n in case.namings for c in n.citations if c.text in citations for p in c.printed)
    kept = [p for p in counted if counted[p] * _RARE >= len(case.namings)]
    return sorted(kept, key=lambda printed: (-counted[printed], printed))


def _commonest(courts: Sequence[str]) -> str | None:
    counted = Counter(courts)
    return min(counted, key=lambda court: (-counted[court], court)) if counted else None

"""What a schedule of a procedure code says of the offences under a provision: on the provision itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extraction.records import Offence, Statute
from kg.edges import RefersTo
from kg.nodes import Provision

Offences = Mapping[str, Sequence[Offence]]
"""The offences under each provision, in the order of their schedule."""


def classifying_acts(edges: Iterable[RefersTo]) -> list[str]:
    """The acts whose schedules refer to provisions, which may classify the offences under them."""
    return sorted({e.source.partition("/")[0] for e in edges if "/schedule-" in e.source})


def offences_of(statutes: Iterable[Statute]) -> Offences:
    """The offences that statutes classify, by provision; a row that two files of a code give counts once."""
    found: dict[str, list[Offence]] = defaultdict(list)
    for statute in sorted(statutes, key=lambda s: s.name):
        for offence in statute.offences:
            if offence not in found[offence.provision]:
                found[offence.provision].append(offence)
    return found


def classified(node: Provision, offences: Offences) -> Provision:
    """A provision with the offences under it, the same place of each list being of one of them."""
    told = offences.get(node.id, ())
    if not told:
        return node
    return replace(
        node,
        offences=tuple(f"{o.clause} {o.offence}".strip() for o in told),
        punishment=tuple(o.punishment for o in told),
        cognizable=tuple(o.cognizable for o in told),
        bailable=tuple(o.bailable for o in told),
        triable_by=tuple(o.triable_by for o in told),
    )

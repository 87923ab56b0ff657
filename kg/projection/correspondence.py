"""Which provisions of a new code took the place of which of an old one: edges once either code is read."""

from extraction.provisions.correspondence import SOURCE, Replacement
from kg.edges import CorrespondsTo, Replaces
from kg.projection.projection import Projection


def project_replacement(replacement: Replacement) -> Projection:
    """REPLACES and CORRESPONDS_TO of two codes, the new one first, with the stubs of what only the tables name."""
    result = Projection()
    new, old = replacement.new, replacement.old
    result.add_act(new)
    result.add_act(old)
    result.add_edge(Replaces(new, old, date=replacement.date))
    for pair in replacement.pairs:
        ends = [f"{act}/section-{number}" for act, number in ((new, pair.new), (old, pair.old))]
        for end, number in zip(ends, (pair.new, pair.old), strict=True):
            result.add_provision(end, "section", number)
        result.add_edge(CorrespondsTo(*ends, change=pair.change, clauses=pair.clauses, table=SOURCE))
    return result

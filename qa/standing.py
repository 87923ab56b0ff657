"""Whether a case still stands: the gravest thing that any citation records of it, and the warning to give."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.store import Edge, Node, Store
from qa import compose, labels
from qa.answer import Claim
from qa.evidence import Evidence

FINAL = ("overruled", "reversed")
GRAVE = ("overruled", "reversed", "doubted")
NEGATIVE = (*GRAVE, "distinguished")
WEIGHTY = (*NEGATIVE, "affirmed", "followed")
SAID_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Status:
    """Good-law status: `word` is overruled, reversed, doubted, distinguished, followed or "no treatment"."""

    word: str
    edges: tuple[Edge, ...]


def status(edges: Sequence[Edge]) -> Status:
    """The gravest treatment among the citations of a case and the edges that say so.

    An overruling or reversal counts wherever it is recorded, any other treatment only as the citing court's own.
    """
    for word in WEIGHTY:
        found = tuple(e for e in edges if compose.treatment(e) == word and (word in FINAL or compose.is_own(e)))
        if found:
            return Status(word, found)
    return Status("no treatment", ())


def fallen(store: Store, ids: Iterable[str]) -> dict[str, Status]:
    """Of the nodes with these ids, the cases that some case overruled, reversed or doubted."""
    cases = sorted({i for i in ids if "/" not in i})
    edges = store.expand(cases, ["CITES"], "in", {"treatment": list(GRAVE)}) if cases else []
    found = {i: status([e for e in edges if e.target == i]) for i in {e.target for e in edges}}
    return {i: standing for i, standing in sorted(found.items()) if standing.word in GRAVE}


def warning(store: Store, standing: Status) -> str:
    """ "overruled by A v. B (1978)"; "overruled, on the record of A v. B (1978)" where another court did it."""
    nodes = store.nodes(list(dict.fromkeys(edge.source for edge in standing.edges))[:SAID_AT_MOST])
    by = " by " if all(compose.is_own(edge) for edge in standing.edges) else ", on the record of "
    return standing.word + by + labels.join([compose.dated(node) for node in nodes])


def warnings(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The warning for each of the nodes with these ids that is a fallen case."""
    return {case: warning(store, standing) for case, standing in fallen(store, ids).items()}


def warning_claims(evidence: Evidence, claims: Sequence[Claim], found: Mapping[str, Status]) -> list[Claim]:
    """A sentence for each case of `found` that the claims name without saying what became of it."""
    given = []
    for case, standing in found.items():
        node = evidence.nodes[case]
        naming = [claim.text for claim in claims if labels.title(node) in claim.text]
        if naming and not any(_told(text, node, standing.word) for text in naming):
            evidence.link(standing.edges[:SAID_AT_MOST])
            sources = [evidence.cite_edge(edge) for edge in standing.edges[:SAID_AT_MOST]]
            said = f"Warning: {compose.dated(node)} was {warning(evidence.store, standing)}."
            given.append(Claim(said, [source for source in sources if source]))
    return given


def _told(text: str, node: Node, word: str) -> bool:
    """Whether a sentence of the graph's own says that this became of the case."""
    before, named, after = text.partition(labels.title(node))
    suffered = re.match(rf"[^:“]{{0,80}}?\b(?:(?:was|is recorded as) {word}|no longer good law)\b", after)
    return bool(named) and "“" not in before and bool(suffered or re.search(rf"\b{word}\b", before))

"""Whether a case still stands: the gravest thing that any citation records of it, and the warning to give."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.store import Edge, Node, Store
from qa import citation_edges, labels, prose
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
        found = tuple(
            e for e in edges if citation_edges.treatment(e) == word and (word in FINAL or citation_edges.is_own(e))
        )
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
    by = " by " if all(citation_edges.is_own(edge) for edge in standing.edges) else ", on the record of "
    return standing.word + by + labels.join([citation_edges.dated(node) for node in nodes])


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
            said = f"Warning: {citation_edges.dated(node)} was {warning(evidence.store, standing)}."
            given.append(Claim(said, [source for source in sources if source]))
    return given


def disagreements(store: Store, ids: Iterable[str], others: Iterable[str]) -> list[Edge]:
    """Where one of these cases overruled, reversed, doubted or distinguished one of the others, or suffered it."""
    ours, theirs = set(ids), set(others)
    edges = store.expand(sorted(ours | theirs), ["CITES"], "out", {"treatment": list(NEGATIVE)}) if ours else []
    return [
        edge
        for edge in edges
        if citation_edges.treatment(edge) in NEGATIVE
        and ((edge.source in ours and edge.target in theirs) or (edge.source in theirs and edge.target in ours))
    ]


def say_disagreements(evidence: Evidence, ids: Sequence[str]) -> None:
    """Say which of these cases do not agree, in the words of the later one; the gravest few."""
    apart = disagreements(evidence.store, ids, ids)
    evidence.link(apart)
    for edge in citation_edges.strongest(apart)[:SAID_AT_MOST]:
        prose.treatment_sentence(evidence, edge)
        prose.quote_sentences(evidence, [edge])


def say_contrary(evidence: Evidence, subject: Node, found: Status, edges: Sequence[Edge], top: int) -> None:
    """Say which cases follow a fallen one none the less, in the year of its fall or after."""
    years = [year for edge in found.edges if (year := labels.year(evidence.nodes[edge.source]))]
    still = [
        edge
        for edge in edges
        if citation_edges.treatment(edge) in ("followed", "affirmed")
        and citation_edges.is_own(edge)
        and years
        and (labels.year(evidence.nodes[edge.source]) or 0) >= min(years)
        and edge.source not in {fall.source for fall in found.edges}
    ]
    if still:
        names = prose.listing(evidence, [edge.source for edge in still], top)
        sources = [evidence.cite_edge(edge) for edge in still[:top]]
        evidence.say(f"{labels.label(subject)} was none the less followed by: {names}.", sources)
        prose.quote_sentences(evidence, still)


def _told(text: str, node: Node, word: str) -> bool:
    """Whether a sentence of the graph's own says that this became of the case."""
    before, named, after = text.partition(labels.title(node))
    suffered = re.match(rf"[^:“]{{0,80}}?\b(?:(?:was|is recorded as) {word}|no longer good law)\b", after)
    return bool(named) and "“" not in before and bool(suffered or re.search(rf"\b{word}\b", before))

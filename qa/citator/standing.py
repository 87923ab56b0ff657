"""Whether a case still stands: the gravest thing that any citation records of it, and the warning to give."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extraction.records import TREATMENTS
from kg.edges import Cites, strongest
from kg.nodes import Case, Node
from kg.store import Store
from qa import prose
from qa.answer import Claim
from qa.evidence import Evidence
from qa.text import wording

GRAVE = TREATMENTS[: TREATMENTS.index("distinguished")]
NEGATIVE = TREATMENTS[: TREATMENTS.index("affirmed")]
WEIGHTY = TREATMENTS[: TREATMENTS.index("cited")]
SAID_AT_MOST = 3  # cases that are told as the reason


@dataclass(frozen=True, slots=True)
class Status:
    """Good-law status: `word` is overruled, reversed, doubted, distinguished, followed or "no treatment"."""

    word: str
    edges: tuple[Cites, ...]


def status(edges: Sequence[Cites]) -> Status:
    """The gravest that the citations of a case tell of its standing, and the edges that say so."""
    for word in WEIGHTY:
        found = tuple(edge for edge in edges if edge.tells == word)
        if found:
            return Status(word, found)
    return Status("no treatment", ())


def fallen(store: Store, ids: Iterable[str]) -> dict[str, Status]:
    """Of the nodes with these ids, the cases that some case overruled, reversed or doubted."""
    cases = sorted({i for i in ids if "/" not in i})
    edges = store.expand(cases, [Cites], "in", {"treatment": list(GRAVE)}) if cases else []
    found = {i: status([e for e in edges if e.target == i]) for i in {e.target for e in edges}}
    return {i: standing for i, standing in sorted(found.items()) if standing.word in GRAVE}


def warning(store: Store, standing: Status) -> str:
    """ "overruled by A v. B (1978)"; "overruled, on the record of A v. B (1978)" where another court did it."""
    nodes = store.nodes(list(dict.fromkeys(edge.source for edge in standing.edges))[:SAID_AT_MOST])
    by = " by " if all(edge.is_own for edge in standing.edges) else ", on the record of "
    return standing.word + by + wording.join([wording.dated(node) for node in nodes])


def warnings(store: Store, ids: Iterable[str]) -> dict[str, str]:
    """The warning for each of the nodes with these ids that is a fallen case."""
    return {case: warning(store, standing) for case, standing in fallen(store, ids).items()}


def warning_claims(evidence: Evidence, claims: Sequence[Claim], found: Mapping[str, Status]) -> list[Claim]:
    """A sentence for each case of `found` that the claims name without saying what became of it."""
    given = []
    for case, standing in found.items():
        node = evidence.nodes[case]
        naming = [claim.text for claim in claims if wording.title(node) in claim.text]
        if naming and not any(_told(text, node, standing.word) for text in naming):
            evidence.link(standing.edges[:SAID_AT_MOST])
            sources = [evidence.cite_edge(edge) for edge in standing.edges[:SAID_AT_MOST]]
            said = f"Warning: {wording.dated(node)} was {warning(evidence.store, standing)}."
            given.append(Claim(said, [source for source in sources if source]))
    return given


def disagreements(store: Store, ids: Iterable[str], others: Iterable[str]) -> list[Cites]:
    """Where one of these cases overruled, reversed, doubted or distinguished one of the others, or suffered it."""
    ours, theirs = set(ids), set(others)
    edges = store.expand(sorted(ours | theirs), [Cites], "out", {"treatment": list(NEGATIVE)}) if ours else []
    return [
        edge
        for edge in edges
        if edge.effective in NEGATIVE
        and ((edge.source in ours and edge.target in theirs) or (edge.source in theirs and edge.target in ours))
    ]


def say_disagreements(evidence: Evidence, ids: Sequence[str]) -> None:
    """Say which of these cases do not agree, in the words of the later one; the gravest few."""
    apart = disagreements(evidence.store, ids, ids)
    evidence.link(apart)
    for edge in strongest(apart)[:SAID_AT_MOST]:
        prose.treatment_sentence(evidence, edge)
        prose.quote_sentences(evidence, [edge])


def say_contrary(evidence: Evidence, subject: Case, found: Status, edges: Sequence[Cites], top: int) -> None:
    """Say which cases follow a fallen one none the less, in the year of its fall or after."""
    years = [year for edge in found.edges if (year := evidence.case(edge.source).year)]
    still = [
        edge
        for edge in edges
        if edge.effective in ("followed", "affirmed")
        and edge.is_own
        and years
        and (evidence.case(edge.source).year or 0) >= min(years)
        and edge.source not in {fall.source for fall in found.edges}
    ]
    if still:
        names = prose.listing(evidence, [edge.source for edge in still], top)
        sources = [evidence.cite_edge(edge) for edge in still[:top]]
        evidence.say(f"{wording.label(subject)} was none the less followed by: {names}.", sources)
        prose.quote_sentences(evidence, still)


def _told(text: str, node: Node, word: str) -> bool:
    """Whether a sentence of the graph's own says that this became of the case."""
    before, named, after = text.partition(wording.title(node))
    suffered = re.match(rf"[^:“]{{0,80}}?\b(?:(?:was|is recorded as) {word}|no longer good law)\b", after)
    return bool(named) and "“" not in before and bool(suffered or re.search(rf"\b{word}\b", before))

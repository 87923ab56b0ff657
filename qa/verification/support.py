"""Whether what a sentence says, names and relations aside, is said by a source."""

import re
from collections.abc import Iterable, Sequence

from kg.nodes import Case, Chunk, Node, Provision
from qa.evidence import Evidence
from qa.text import wording
from qa.text.language import LANGUAGE
from qa.text.stems import stem, stems
from qa.verification.draft import NamedAuthority
from qa.verification.relations import NEGATION, Relation

SHARE = 0.6  # of a sentence's words that its source must have
ADDED = 0.75  # of the words that the question has not: these are what the draft says of its own
CLAUSE = re.compile(r"(?<=[.;:!?])\s+|\n+")


PLAIN = frozenset(stem(word) for word in LANGUAGE["words"]["plain"].split())


def supported(
    masked: str, named: Sequence[NamedAuthority], stated: Sequence[Relation], cited: Sequence[str], evidence: Evidence
) -> bool:
    """Whether a source shares at least three fifths of the sentence's content words and its negation.

    The sources are those the sentence cites, else those of the authorities it names, else all. Of what a sentence
    adds to relations that edges bear out, three words in four must be the sources' own.
    """
    said = stems(masked)
    if not said:
        return True
    texts = list(_texts(named, cited, evidence))
    best = max((len(said & stems(text)) / len(said) for text in texts), default=0.0)
    if stated:
        added = said - _relation_stems()
        return not added or len(added & stems(" ".join(texts))) >= ADDED * len(added)
    return best >= SHARE and _same_negation(masked, said, texts)


def saying(masked: str, evidence: Evidence) -> list[str]:
    """The ids of the sources that share enough of a sentence's content words to be what it says."""
    said = stems(masked)
    shares = {s.id: len(said & stems(s.quote)) for s in evidence.sources.values()}
    return [i for i, share in shares.items() if said and share >= SHARE * len(said)]


def _relation_stems() -> set[str]:
    forms = [f for r in LANGUAGE["relation"] for v in ("active", "passive", "predicate") for f in r.get(v, ())]
    return {stem(w) for form in forms for w in re.findall(r"[a-z]{3,}", form)} | PLAIN


def _same_negation(masked: str, said: set[str], texts: Iterable[str]) -> bool:
    """Whether the clause of a source nearest to the sentence denies as often as the sentence does.

    "May not be impounded without a hearing" and "may be impounded without a hearing" both deny something.
    """
    nearest = _nearest(said, texts)
    return any(len(NEGATION.findall(masked)) == len(NEGATION.findall(clause)) for clause in nearest)


def nearest_clauses(
    masked: str, named: Sequence[NamedAuthority], cited: Sequence[str], evidence: Evidence
) -> list[str]:
    """The clauses of the sentence's sources that share most of its content words."""
    return _nearest(stems(masked), _texts(named, cited, evidence))


def _nearest(said: set[str], texts: Iterable[str]) -> list[str]:
    clauses = [clause for text in texts for clause in CLAUSE.split(text)]
    shares = [len(said & stems(clause)) for clause in clauses]
    return [clause for clause, share in zip(clauses, shares, strict=True) if share == max(shares)]


def _texts(named: Sequence[NamedAuthority], cited: Sequence[str], evidence: Evidence) -> Iterable[str]:
    ids = {i for n in named for i in n.ids}
    sources = [s for s in evidence.sources.values() if s.id in cited]
    sources = sources or [s for s in evidence.sources.values() if s.node in ids]
    sources = sources or list(evidence.sources.values())
    yield from (source.quote for source in sources)
    yield from (_described(node) for node in evidence.nodes.values() if not ids or node.id in ids)


def _described(node: Node) -> str:
    parts = [wording.title(node)]
    match node:
        case Case():
            parts += [node.court or "", node.case_number or "", *node.authors]
        case Provision():
            parts += [node.heading or "", node.text or ""]
        case Chunk():
            parts.append(node.text)
    return "; ".join(parts)

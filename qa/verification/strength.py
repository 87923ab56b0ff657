"""Whether a sentence claims no more than its sources do: words of quantity, duties and permissions, opposites."""

import re
from collections.abc import Callable, Iterable, Sequence

from kg.edges import Cites, Edge
from qa.evidence import Evidence
from qa.text.language import LANGUAGE
from qa.verification.relations import Relation, cues

_TABLE = LANGUAGE["strength"]


def _words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


SOLE, EVERY, OTHER = (_words(_TABLE[kind]) for kind in ("sole", "every", "other"))
DUTY, LEAVE = _words(_TABLE["duty"]), _words(_TABLE["leave"])
OPPOSITES = [(_words([one]), _words([other])) for one, other in _TABLE["opposites"]]

Matching = Callable[[Relation, frozenset[str]], Iterable[Edge]]


def overstated(
    masked: str, stated: Sequence[Relation], clauses: Sequence[str], evidence: Evidence, matching: Matching
) -> str | None:
    """The word by which a sentence says more than is known, as a reason; None where there is none.

    `clauses` are those of the sources that are nearest to the sentence, `matching` gives the edges that bear a
    relation to a target out.
    """
    borne = [relation for relation in stated if not relation.negated]
    for pattern, holds in ((SOLE, _sole(masked)), (EVERY, _is_of_every)):
        word = pattern.search(masked)
        if word and not _said(pattern, clauses) and not (borne and all(holds(r, evidence, matching) for r in borne)):
            return f"nothing shows “{word[0]}”"
    denied = any(relation.negated for relation in stated)
    if (word := OTHER.search(masked)) and not denied and not any(_has(word[0], clause) for clause in clauses):
        return f"nothing shows “{word[0]}”"
    return _turned(masked, clauses)


def _turned(masked: str, clauses: Sequence[str]) -> str | None:
    """A duty that the source leaves open, a permission that it makes a duty, or the opposite of its word."""
    for own, contrary in ((DUTY, LEAVE), (LEAVE, DUTY), *OPPOSITES, *((b, a) for a, b in OPPOSITES)):
        word = own.search(masked)
        if not word or contrary.search(masked) or _said(own, clauses):
            continue
        if _said(contrary, clauses) or own in (DUTY, LEAVE):
            return f"the source does not say “{word[0]}”"
    return None


def _said(pattern: re.Pattern[str], clauses: Iterable[str]) -> bool:
    return any(pattern.search(clause) for clause in clauses)


def _has(word: str, clause: str) -> bool:
    return bool(re.search(rf"\b{re.escape(word)}\b", clause, re.IGNORECASE))


def _sole(masked: str) -> Callable[[Relation, Evidence, Matching], bool]:
    """What "only" asks for: that nobody else did it or, behind the verb, that nobody else suffered it."""
    word = SOLE.search(masked)
    if word is None:
        return _by_nobody_else
    behind = any(cue.end <= word.start() for cue in cues(masked))
    before, after = masked[: word.start()], masked[word.end() :]
    of_agent = re.search(r"\b(?:by|in)\b[^.;,]*$", before) or re.match(r"\s+(?:by|in)\b", after)
    return _to_nobody_else if behind and not of_agent else _by_nobody_else


def _by_nobody_else(relation: Relation, evidence: Evidence, matching: Matching) -> bool:
    anyone = Relation(relation.name, relation.treatments, frozenset(), relation.objects, False, False)
    return bool(relation.subject) and all(
        all((i, "in") in evidence.complete for i in target)
        and all(edge.source in relation.subject for edge in matching(anyone, target))
        for target in relation.objects
    )


def _to_nobody_else(relation: Relation, evidence: Evidence, matching: Matching) -> bool:
    targets = {i for target in relation.objects for i in target}
    done = [e for e in evidence.edges.values() if e.source in relation.subject and isinstance(e, Cites)]
    alike = [e for e in done if not relation.treatments or e.treatment in relation.treatments]
    read_whole = bool(relation.subject) and all((i, "out") in evidence.complete for i in relation.subject)
    return read_whole and all(e.target in targets for e in alike)


def _is_of_every(relation: Relation, evidence: Evidence, matching: Matching) -> bool:
    """Whether all citations of each target are of the relation's kind, and all were read."""
    anyone = Relation(relation.name, relation.treatments, frozenset(), relation.objects, False, False)
    return all(
        all((i, "in") in evidence.complete for i in target)
        and {e.source for e in matching(anyone, target)}
        == {e.source for e in evidence.edges.values() if isinstance(e, Cites) and e.target in target}
        for target in relation.objects
    )

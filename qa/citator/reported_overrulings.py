"""Overrulings that judgments report in so many words, beyond what the edges record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.parties.titles import split_title
from extraction.parties.words import is_common, telling
from kg.edges import Cites
from kg.nodes import Chunk, Node
from qa.evidence import Evidence
from qa.text import wording
from qa.text.drafts import sentences
from qa.text.treatment_words import OVERRULING

PASSAGES = 40  # passages with "overruled" that are looked at
LEAST_LETTERS = 4  # letters of a name: shorter ones stand in other names
AGENT = re.compile(
    r"\b(?:in|by)\s+(?:the\s+(?:case|decision|judgment)\s+(?:of|in)\s+)?(?:[\w.]+\s+){0,2}$", re.IGNORECASE
)
OF_IT = re.compile(
    r"\b(?:decisions?|judgments?|rulings?|views?|law|ratio|rules?|doctrines?|principles?|propositions?)\b"
    r"(?:\s+(?:of|by)\s+(?:this|the|that)\s+\w+|\s+of\s+\w+"
    r"|\s+(?:laid|set) down|\s+(?:taken|rendered|expressed|given))?\s+in\s+(?:[\w.]+\s+){0,2}$",
    re.IGNORECASE,
)
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|stands?|stood|no longer|not)\b")


@dataclass(frozen=True, slots=True)
class Report:
    """A passage of a citing case that says so, and the other cases that the sentence names."""

    edge: Cites
    passage: Chunk
    others: tuple[str, ...]


def reported(evidence: Evidence, subject: Node, edges: Sequence[Cites], did_it: bool = False) -> list[Report]:
    """Passages of the citing cases with a sentence in which `subject` is overruled, or itself overrules (`did_it`).

    `edges` are the citations of the subject; one passage is given for each citing case.
    """
    names = _told_by(subject)
    citing = {edge.source: edge for edge in edges}
    if not names or not citing:
        return []
    query = " ".join([*names, "overruled"])
    hits = evidence.by_words(query, PASSAGES, Chunk, sorted(citing))
    found: dict[str, Report] = {}
    for hit in hits:
        home = hit.home if hit.home in citing else None
        told = next((s for s in sentences(hit.node.text) if _says(s, names, did_it)), None)
        if home and told and home not in found:
            found[home] = Report(citing[home], hit.node, _others(evidence, home, subject, told))
    return [found[case] for case in citing if case in found]


def may_suffer(subject: Node, sentence: str) -> bool:
    """Whether a sentence speaks of overruling, and not as of something that `subject` did."""
    names = _told_by(subject)
    named = bool(names) and all(name in sentence.lower() for name in names)
    return bool(OVERRULING.search(sentence)) and (not named or _says(sentence, names, did_it=False))


def _told_by(case: Node) -> list[str]:
    """The words that tell the case by: of its petitioner, or of the respondent to a State."""
    parties = [telling(party) for party in split_title(wording.title(case))]
    rare = [[w for w in words if not is_common(w) and len(w) >= LEAST_LETTERS] for words in parties]
    return next((words[:2] for words in rare if words), list(parties[0][:2]))


def _says(sentence: str, names: Sequence[str], did_it: bool) -> bool:
    """Whether a sentence names the case beside a word of overruling, as the one that suffered it or that did it."""
    word = OVERRULING.search(sentence)
    places = [sentence.lower().find(name) for name in names]
    if word is None or min(places) < 0:
        return False
    place = min(places)
    if place > word.end():
        agent = bool(re.search(r"\b(?:in|by)\b", sentence[word.end() : place]))
    else:
        lead = sentence[:place]
        agent = bool(AGENT.search(lead) and not OF_IT.search(lead)) or not PASSIVE.search(
            sentence[place : word.start()]
        )
    return agent == did_it


def _others(evidence: Evidence, citing: str, subject: Node, sentence: str) -> tuple[str, ...]:
    """Other cases cited by the same judgment that the sentence names."""
    targets = [e.target for e in evidence.store.expand([citing], [Cites], "out") if e.target != subject.id]
    said = sentence.lower()
    named = [n for n in evidence.store.nodes(targets) if (told := _told_by(n)) and all(w in said for w in told)]
    return tuple(node.id for node in named)

"""The names of a whole judgment: of its head, read as one, and of its body, sentence by sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extraction.citations.courts import SUPREME, court_named
from extraction.judgments.judges import judge_names
from extraction.judgments.preamble import Preamble
from extraction.ner.reading import Name, find_names
from extraction.parties.titles import case_title, clean_party
from extraction.records import DocumentName
from extraction.text.spacing import one_line

_FREE = frozenset(
    ("COURT", "PETITIONER", "RESPONDENT", "JUDGE", "LAWYER", "WITNESS", "OTHER_PERSON", "ORG", "GPE", "DATE")
)
_LONGEST_HEAD = 6_000  # characters: a head that was taken for too long is tagged by sentences from here on
_SHORT = 1_500  # characters: a text so short is tagged as one


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text with where its sentences start; its first `head` characters are a preamble."""

    text: str
    sentences: Sequence[int]
    head: int

    def spans(self) -> list[tuple[int, int]]:
        """What is tagged at once: the head, then sentence by sentence; a text of up to 1,500 characters as a whole."""
        head = min(self.head, _LONGEST_HEAD)
        starts = [0, *([head] if head else []), *(start for start in self.sentences if start > head)]
        return list(pairwise([*(starts if len(self.text) > _SHORT else [0]), len(self.text)]))


def names_of(texts: Sequence[Pieces]) -> list[list[Name]]:
    """The names in each of some texts, in order."""
    spans = [text.spans() for text in texts]
    read = iter(find_names([t.text[at:to] for t, own in zip(texts, spans, strict=True) for at, to in own]))
    return [
        [replace(name, start=name.start + at, end=name.end + at) for at, _ in own for name in next(read)]
        for own in spans
    ]


def gathered(text: str, names: Sequence[Name]) -> tuple[DocumentName, ...]:
    """Each free name once, with all its places; what the grammar reads (citations, provisions) is left to it."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for name in names:
        if name.label in _FREE:
            places[name.label, one_line(text[name.start : name.end])].append(name.start)
    return tuple(DocumentName(label, printed, tuple(at)) for (label, printed), at in places.items())


def completed(preamble: Preamble, text: str, names: Sequence[Name]) -> Preamble:
    """The preamble, its parties, court and bench taken from the names in the head where its rules are silent.

    Who sits alone is the author, but in the Supreme Court, where one name is only what could be read of the bench.
    """
    head: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.start < preamble.start:
            head[name.label].append(one_line(text[name.start : name.end]))
    if not (preamble.petitioner or preamble.respondent) and head["PETITIONER"] and head["RESPONDENT"]:
        petitioner, respondent = (clean_party(head[label][0]) for label in ("PETITIONER", "RESPONDENT"))
        title = case_title(petitioner, respondent)
        preamble = replace(preamble, title=title, petitioner=petitioner, respondent=respondent)
    if preamble.court is None and head["COURT"]:
        preamble = replace(preamble, court=next(filter(None, map(court_named, head["COURT"])), None))
    if not preamble.bench and head["JUDGE"]:
        bench = tuple(dict.fromkeys(j for name in head["JUDGE"] for j in judge_names(name, preamble.year)))
        preamble = replace(preamble, bench=bench)
    if not preamble.authors and len(preamble.bench) == 1 and preamble.court != SUPREME:
        preamble = replace(preamble, authors=preamble.bench)
    return preamble

"""The names of a whole judgment: of its head, read as one, and of its body, sentence by sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extraction.citations.courts import SUPREME, court_named
from extraction.judgments.judges import judge_names
from extraction.judgments.preamble import Preamble
from extraction.ner.reading import Name, find_names
from extraction.parties.titles import case_title, readable_case
from extraction.records import DocumentName
from extraction.text.sentences import sentence_starts

_FREE = frozenset(
    ("COURT", "PETITIONER", "RESPONDENT", "JUDGE", "LAWYER", "WITNESS", "OTHER_PERSON", "ORG", "GPE", "DATE")
)
_LONGEST_HEAD = 6_000
_SHORT = 1_500


def names_of(text: str, head: int) -> list[Name]:
    """The names in a text whose first `head` characters are a preamble, in order.

    A text of up to 1,500 characters is read as one, whatever it is.
    """
    starts = [0] if len(text) <= _SHORT else _starts(text, min(head, _LONGEST_HEAD))
    stretches = list(zip(starts, [*starts[1:], len(text)], strict=True))
    read = find_names([text[at:to] for at, to in stretches])
    return [
        replace(name, start=name.start + at, end=name.end + at)
        for (at, _), names in zip(stretches, read, strict=True)
        for name in names
    ]


def _starts(text: str, head: int) -> list[int]:
    return [0, *([head] if head else []), *(start for start in sentence_starts(text) if start > head)]


def gathered(text: str, names: Sequence[Name]) -> tuple[DocumentName, ...]:
    """Each free name once, with all its places; what the grammar reads (citations, provisions) is left to it."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for name in names:
        if name.label in _FREE:
            places[name.label, " ".join(text[name.start : name.end].split())].append(name.start)
    return tuple(DocumentName(label, printed, tuple(at)) for (label, printed), at in places.items())


def completed(preamble: Preamble, text: str, names: Sequence[Name]) -> Preamble:
    """The preamble, its parties, court and bench taken from the names in the head where its rules are silent.

    Who sits alone is the author, but in the Supreme Court, where one name is only what could be read of the bench.
    """
    head: dict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.start < preamble.start:
            head[name.label].append(" ".join(text[name.start : name.end].split()))
    if not (preamble.petitioner or preamble.respondent) and head["PETITIONER"] and head["RESPONDENT"]:
        petitioner, respondent = (readable_case(head[label][0]) for label in ("PETITIONER", "RESPONDENT"))
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

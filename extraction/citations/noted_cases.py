"""Cases whose citation stands in a footnote: the name in the text and the citation in the note are one mention."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extraction.citations.cases import FoundCase, name_goes_on
from extraction.citations.citations import FoundCitation
from extraction.citations.dockets import find_dockets
from extraction.citations.unlisted import opening_note
from extraction.parties.extent import name_before
from extraction.parties.titles import clean_party, has_versus
from extraction.parties.words import rare
from extraction.records import Citation
from extraction.text.footnotes import Footnote

_LEAD = 25  # characters before the first citation of a note: "See", "As held in"
_APART = 12  # characters between citations of one note: "; ", " and also "
_BESIDE = 3  # characters before the mark of a note: a stop, a quotation mark, a space
_BRACKET = re.compile(
    r"\s?\((?:\d{1,2}[\s-]{0,2}JJ?\.?|[A-Z][\w.’' -]{0,40}?(?:Bench|Court|Division|Council)[\w ]{0,20})\)\s?$"
)
"""Who sat, told between a name and its mark: "A v. B (5-J.)", "A v. B (Constitution Bench)"."""
_REST = 60  # characters of a name between where it was cut and its mark
_POINTING = re.compile(r"\b(?:see|also|reported|in|at|as)\b", re.IGNORECASE)
_IBID = re.compile(r"\W*(?:ibid|id)\b", re.IGNORECASE)
_NOTE = r"(?:foot\s?)?(?:note|n\b\.?)\s*(?:no\.?\s*)?"
_SUPRA_NOTE = re.compile(
    rf"\b(?:supra|above),?\s+(?:at\s)?{_NOTE}(?P<number>\d{{1,3}})\b"
    rf"|\b{_NOTE}(?P<above>\d{{1,3}}),?\s+(?:supra|above|ante)\b",
    re.IGNORECASE,
)


def with_notes(
    text: str, cases: Sequence[FoundCase], citations: Sequence[FoundCitation], footnotes: Sequence[Footnote]
) -> list[FoundCase]:
    """The cases of a text with what its notes add: citations to the names that bear their marks, and "ibid"."""
    by_end = {case.end: index for index, case in enumerate(cases)}
    found = list(cases)
    of_note: dict[str, tuple[Citation, ...]] = {}
    before: tuple[Citation, ...] = ()
    for note in footnotes:
        index = _bearer(text, note, by_end)
        within = _within(note, citations)
        if index is not None:
            within += opening_note(text, note.start, note.end, within)
        cited = _leading(text, note, within) or _pointed_at(text, note, before, of_note)
        if index is not None:
            cited = cited or _filed(text, note)
        if not cited:
            continue
        of_note[note.number], before = cited, cited
        if index is not None:
            found[index] = _cited(found[index], cited)
        elif short := _short_name(text, note, cases, cited):
            found.append(short)
        elif _IBID.match(text, note.start, note.end):
            found.append(FoundCase(note.start, note.end, "supra", "", "", "", cited, None))
    return sorted(found, key=lambda case: (case.start, case.end))


def _within(note: Footnote, citations: Sequence[FoundCitation]) -> list[FoundCitation]:
    first = bisect_left(citations, note.start, key=lambda found: found.start)
    last = bisect_left(citations, note.end, key=lambda found: found.start)
    return [found for found in citations[first:last] if found.end <= note.end]


def _leading(text: str, note: Footnote, citations: Sequence[FoundCitation]) -> tuple[Citation, ...]:
    """The citations with which a note opens, side by side."""
    taken: list[Citation] = []
    read, at = note.start, note.start + _LEAD
    for found in sorted(citations, key=lambda c: c.start):
        if found.start <= at and not _names(text[read : found.start]):
            taken.append(found.citation)
            read, at = found.end, found.end + _APART
    return tuple(taken)


def _filed(text: str, note: Footnote) -> tuple[Citation, ...]:
    """The number under which a case was filed, in a note that names none ("Order passed in W.P.(C) 12/2019")."""
    said = text[note.start : note.end]
    return () if has_versus(said) else tuple(docket.citation for docket in find_dockets(said)[:1])


def _names(text: str) -> bool:
    """Whether a note names a case before its citation, so that the citation is that one's."""
    return bool(re.search(r"[A-Za-z]{3}", _POINTING.sub("", text)))


def _pointed_at(
    text: str, note: Footnote, before: tuple[Citation, ...], of_note: dict[str, tuple[Citation, ...]]
) -> tuple[Citation, ...]:
    """The citations of the note that a note refers back to ("Ibid.", "supra note 4")."""
    if _IBID.match(text, note.start, note.end):
        return before
    supra = _SUPRA_NOTE.search(text, note.start, note.end)
    return of_note.get(supra["number"] or supra["above"], ()) if supra else ()


def _bearer(text: str, note: Footnote, by_end: dict[int, int]) -> int | None:
    """The case that ends at the mark, or a closing mark of punctuation before it."""
    strength = _BRACKET.search(text, max(0, note.mark_start - 70), note.mark_start)
    for at in (note.mark_start, *([strength.start()] if strength else [])):
        for end in range(at, at - _BESIDE, -1):
            if end in by_end and not re.search(r"\w", text[end:at]):
                return by_end[end]
    before = max((end for end in range(max(0, at - _REST), at) if end in by_end), default=None)
    return by_end[before] if before is not None and name_goes_on(text, before, at) else None


def _cited(case: FoundCase, citations: tuple[Citation, ...]) -> FoundCase:
    known = {citation.key for citation in case.citations}
    added = tuple(citation for citation in citations if citation.key not in known)
    return replace(case, citations=(*case.citations, *added), bare=False)


def _short_name(text: str, note: Footnote, cases: Sequence[FoundCase], cited: tuple[Citation, ...]) -> FoundCase | None:
    """A short name before the mark that is no mention by itself ("in Nokia Networks[13]")."""
    end = note.mark_start
    start = name_before(text, end, max(0, end - 120), short=True)
    if start is None or any(case.start < end and start < case.end for case in cases):
        return None
    name = clean_party(text[start:end])
    return FoundCase(start, end, "short", "", "", name, cited, None) if rare(name) else None

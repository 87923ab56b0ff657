"""Mentions of cases in a stretch of text: party names with their citations, citations alone, short names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extraction.citations.case_names import CauseTitle, find_case_names
from extraction.citations.citations import FoundCitation
from extraction.citations.courts import PRIVY_COUNCIL
from extraction.citations.dockets import docket_of, find_dockets
from extraction.citations.short_forms import ShortName, find_short_names
from extraction.citations.unlisted import find_unlisted
from extraction.parties.extent import name_before
from extraction.parties.short_names import names_a_case
from extraction.parties.titles import clean_party
from extraction.parties.words import rare
from extraction.parties.years import may_be_parallel
from extraction.records import Citation, MentionForm

_UNREPORTED = frozenset({"Indlaw", "INSC", "MANU", "SCC OnLine", "LiveLaw"})
_PINPOINT = r"(?:,?\s?(?:at\s|p\.|pp\.|page|paras?\b|paragraphs?\b)[\s\w.,&()-]{0,24}?|[,.]\s?\d{1,4}(?:-\d{1,4})?)?"
_TO_CITATION = re.compile(
    r"[\s,.:;'’`\"”*_)\]–—-]{0,5}(?:(?:(?:since\s)?reported\s(?:in|at|as)|reported|NC|[Nn]eutral\s[Cc]itation(?:\s[Nn](?:o\.?|umber))?|"
    r"decided\son\s[\w ./-]{4,20}|in|"
    r"(?:which\sis\s)?an?\s(?:\w+\s){0,3}?(?:decision|judge?ment|ruling)\s(?:of|by)\s(?:\w+\s){1,6}?reported\s(?:in|at|as)|"
    r"etc\.?|:)[\s,.:(\[]{1,3})?"
    r"[\s,.:;(\[{=-]{0,6}(?:(?<=[\[(])(?:(?:1[89]|20)|['’‘])\d\d[\])]\s)?(?:L\.?\s?R\.?\s(?=[\[(]))?"
)
_NAME_GOES_ON = re.compile(
    r"(?:[\s,(]{1,2}(?:[Ee]x\.?\sp(?:arte|\.)?|No\.?\s\d|or\s(?:his|her|their)\ssuccessors?\s(?:to|in)\s(?:the\s)?office|[A-Z][\w.&'’/-]*|&|of|and|by|the|for|rep\.?|represented|through|now|known|as)[,)]{0,2}){1,12}"
    r"[\s,;:(\[]{0,4}"
)
_SAME_AS = r"(?:equivalent\sto|also\sreported\s(?:in|as)|corresponding\sto|or|same\sas|S\.?\s?C\.?)"
_BETWEEN = re.compile(
    _PINPOINT + r"(?:\s?\((?:1[789]|20)\d\d\))?"
    r"[\s)\]},.:;=(\[{/|*_-]{0,8}(?:" + _SAME_AS + r"\s)?[\s(\[]{0,3}"
)
_SUPRA = re.compile(_PINPOINT + r"[\s\])},.]{0,4}[(\[]?\s?(?:[Ss]upra|SUPRA|cited\s(?:supra|above))\b[\s)\]]{0,2}")
_OPENS_NAME = re.compile(r",?\s?[(\[]\s?(?:[Ss]ee\s|[Ii]n\s|[Rr]e:?\s)?[\"“'‘*_]{0,2}")
_CLOSES_NAME = re.compile(r"[\"”'’*_.,\s]{0,3}[)\]]")
_CASE_AFTER = re.compile(r"[\s)\],]{0,3}(?:['’]s\s)?[Cc]ase\b")
_DECIDED = re.compile(r"\s?,?\s?(?:\(?\s?decided\son|dated|d/d\.?)\s[\w ./,-]{0,16}?\b((?:1[89]|20)\d\d)\b")
_BRACKETED_YEAR = re.compile(r"\s?[(\[]((?:1[89]|20)\d\d)[)\]]")
_REPORT = re.compile(r"\d[\])]?\s(?=[A-Z][\w. ]{0,20}$)|\b[A-Z][\w.]*\s\d{1,4}\W{0,4}$|^[(\[]")
"""What makes a name before a citation another citation, of an unlisted report: "14 Moo. I. 22; (1880) ..."."""
_COURT = re.compile(r"\b(?:Court|Bench|Council)\b(?! of)")
# characters between a name and its citation: "and others, since reported as" fits, a sentence does not
_NAME_TO_CITATION = 80
_BEFORE_CITATION = re.compile(
    r"(?:['’]s?)?[\s,(\[{:–—-]*(?:[Cc]a[sv]e[\s,(\[:–—-]*)?(?:(?<=[\s(])reported\s(?:in|as|at)[\s:]{1,3}[\[(]?)?$"
)


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case named at `text[start:end]`; `name` is the short name where the parties are not both given.

    A `bare` short name has neither "case" nor "(supra)" nor a citation to show that it is one.
    """

    start: int
    end: int
    form: MentionForm
    petitioner: str
    respondent: str
    name: str
    citations: tuple[Citation, ...]
    year: int | None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class _Chain:
    """Parallel citations that stand side by side."""

    start: int
    end: int
    citations: tuple[Citation, ...]


def find_cases(text: str, citations: Sequence[FoundCitation], marks: Iterable[tuple[int, int]] = ()) -> list[FoundCase]:
    """Every mention of a case in `text`, in order and without overlaps.

    `citations` and the `marks` of footnotes are those of the same text; no name reaches over one.
    """
    dockets = find_dockets(text)
    unlisted = find_unlisted(text, citations)
    fences = sorted([*((c.start, c.end) for c in (*citations, *dockets, *unlisted)), *marks])
    names = find_case_names(text, fences)
    chains = _chains(text, sorted([*citations, *unlisted], key=lambda c: c.start), names)
    found = [_filed(text, case, dockets) for case in _named(text, names, chains)]
    used = {case.end for case in found}
    sure = {c.citation.key for c in citations}
    left = [c for c in chains if c.end not in used and any(citation.key in sure for citation in c.citations)]
    ends = [0, *(end for _, end in fences)]
    found += [
        _cited(text, chain, ends[bisect_right(ends, chain.start) - 1])
        for chain in left
        if not _inside(chain.start, found)
    ]
    found += [_short(text, short) for short in find_short_names(text, sorted((c.start, c.end) for c in found))]
    return [_with_supra(text, case) for case in _apart(found)]


def _chains(text: str, citations: Sequence[FoundCitation], names: Sequence[CauseTitle]) -> list[_Chain]:
    starts = [name.start for name in names]
    chains: list[_Chain] = []
    for found in citations:
        last = chains[-1] if chains else None
        if last and _joins(text, last, found) and bisect_left(starts, last.end) == bisect_left(starts, found.start):
            chains[-1] = _Chain(last.start, found.end, tuple(dict.fromkeys((*last.citations, found.citation))))
        else:
            chains.append(_Chain(found.start, found.end, (found.citation,)))
    return chains


def _joins(text: str, chain: _Chain, found: FoundCitation) -> bool:
    """Whether a citation is of the same case as those just before it."""
    if not _BETWEEN.fullmatch(text, chain.end, found.start):
        return False
    new = found.citation
    if new in chain.citations:
        return True
    if new.reporter in {c.reporter for c in chain.citations} and new.reporter != "SCC":
        return False
    if len(courts_of((*chain.citations, new))) > 1:
        return False
    if new.reporter == "Indlaw":
        return not any(c.decision_year for c in chain.citations)
    return may_be_parallel([c.year for c in (*chain.citations, new) if c.year and not c.decision_year])


def courts_of(citations: Sequence[Citation]) -> set[str]:
    """The courts that citations tell; the Indian Law Reports of a High Court print the Privy Council too."""
    courts = {c.court for c in citations if c.court}
    return courts - {c.court for c in citations if c.reporter == "ILR" and PRIVY_COUNCIL in courts}


def _named(text: str, names: Sequence[CauseTitle], chains: Sequence[_Chain]) -> list[FoundCase]:
    """Each party name with the citations that follow it directly."""
    starts = [chain.start for chain in chains]
    cases: list[FoundCase] = []
    for name in names:
        index = bisect_left(starts, name.end)
        chain = chains[index] if index < len(chains) and chains[index].start - name.end < _NAME_TO_CITATION else None
        if chain and not _leads_to(text, name, chain.start):
            chain = None
        before = chains[index - 1] if index and not (cases and cases[-1].end == chains[index - 1].end) else None
        cases.append(_full(text, name, chain or (_explained(text, before, name) if before else None)))
    return cases


def _explained(text: str, chain: _Chain, name: CauseTitle) -> _Chain | None:
    """The citation right before a name that stands in brackets: "(2015) 3 SCC 12 (A v. B)"."""
    bracketed = _OPENS_NAME.fullmatch(text, chain.end, name.start) and _CLOSES_NAME.match(text, name.end)
    return chain if bracketed else None


def _leads_to(text: str, name: CauseTitle, citation: int) -> bool:
    """Whether nothing but the rest of the name ("State, by Inspector of Police") stands before a citation."""
    return bool(_TO_CITATION.fullmatch(text, name.end, citation)) or name_goes_on(text, name.end, citation)


def name_goes_on(text: str, start: int, end: int) -> bool:
    """Whether nothing but the rest of a name that was cut at `start` stands in `text[start:end]`."""
    return not _COURT.search(text, start, end) and bool(_NAME_GOES_ON.fullmatch(text, start, end))


def _full(text: str, name: CauseTitle, chain: _Chain | None) -> FoundCase:
    citations = chain.citations if chain else ()
    start, end = min(name.start, chain.start if chain else name.start), max(name.end, chain.end if chain else name.end)
    stated = _DECIDED.match(text, end) or (None if chain else _BRACKETED_YEAR.match(text, end))
    return FoundCase(
        start,
        end,
        "parallel" if _is_parallel(citations) else "full",
        name.petitioner,
        name.respondent,
        "",
        citations,
        _year(citations, int(stated[1]) if stated else None),
    )


def _filed(text: str, case: FoundCase, dockets: Sequence[FoundCitation]) -> FoundCase:
    """The mention with the number of the case that stands beside it."""
    docket = docket_of(text, case.start, case.end, dockets)
    return replace(case, citations=(*case.citations, docket.citation)) if docket else case


def _is_parallel(citations: Sequence[Citation]) -> bool:
    return sum(c.reporter not in _UNREPORTED and not c.decision_year for c in citations) > 1


def _year(citations: Sequence[Citation], stated: int | None = None) -> int | None:
    """The year of decision: of a citation that carries it, else as stated, else the earliest in print."""
    decided = [c.year for c in citations if c.decision_year and c.year]
    printed = [c.year for c in citations if c.year]
    return decided[0] if decided else stated or (min(printed) if printed else None)


def _inside(at: int, cases: Sequence[FoundCase]) -> bool:
    return any(case.start <= at < case.end for case in cases)


def _cited(text: str, chain: _Chain, floor: int) -> FoundCase:
    """A chain without parties: alone, or after a short name ("Mohar Rai's case 1968 Indlaw SC 381").

    The citation, or the mark, before it ends at `floor`.
    """
    before = _BEFORE_CITATION.search(text, max(0, chain.start - 30), chain.start)
    name_end = before.start() if before else chain.start
    start = name_before(text, name_end, max(floor, chain.start - 120), short=True)
    name = clean_party(text[start:name_end]) if start is not None else ""
    citations, year = chain.citations, _year(chain.citations)
    told = names_a_case(name) and (rare(name) or " " in name or "." in name)
    if start is None or not told or _REPORT.search(text, max(floor, start - 8), name_end):
        return FoundCase(chain.start, chain.end, "citation_only", "", "", "", citations, year)
    after = _CASE_AFTER.match(text, chain.end)
    return FoundCase(start, after.end() if after else chain.end, "short", "", "", name, citations, year)


def _short(text: str, short: ShortName) -> FoundCase:
    form: MentionForm = "supra" if "supra" in text[short.start : short.end].lower() else "short"
    return FoundCase(short.start, short.end, form, "", "", short.name, (), None, short.bare)


def _with_supra(text: str, case: FoundCase) -> FoundCase:
    """The mention with the "(supra)" that follows it, which makes it one that points back."""
    supra = _SUPRA.match(text, case.end)
    if supra is None:
        return case
    end = supra.end() - (len(supra.group()) - len(supra.group().rstrip()))
    return replace(case, end=end, form="supra", bare=False)


def _apart(cases: Sequence[FoundCase]) -> list[FoundCase]:
    kept: list[FoundCase] = []
    for case in sorted(cases, key=lambda c: (c.start, -c.end)):
        if not kept or case.start >= kept[-1].end:
            kept.append(case)
    return kept

"""What a text cites: cases with their treatment, provisions with their acts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.citations.cases import FoundCase
from extraction.citations.resolution import Group, group
from extraction.grammar import Grammar, read_grammar
from extraction.provisions.act_mentions import find_acts
from extraction.provisions.act_resolution import read_acts
from extraction.provisions.grammar import find_groups
from extraction.provisions.provisions import provisions_of
from extraction.records import ActRecord, CaseMention, CaseReference, Paragraph, ProvisionMention
from extraction.text.sentences import quote_span, sentence_at, sentence_starts
from extraction.treatment.treatment import Judged

_BLOCK = 50_000
_DATE_YEAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)[\s,]+((?:1[89]|20)\d\d)"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]((?:1[89]|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Mentions:
    """The cases, provisions and acts that a text names, with offsets into it."""

    references: tuple[CaseReference, ...]
    provisions: tuple[ProvisionMention, ...]
    acts: tuple[ActRecord, ...]


def read_mentions(text: str, paragraphs: Sequence[Paragraph], title: str) -> Mentions:
    """Cases, provisions and acts named inside `paragraphs` (ascending) of a judgment called `title`."""
    found = Grammar()
    for block, offset in _blocks(text, paragraphs):
        found.add(read_grammar(block), offset, len(block))
    acts = read_acts(found.acts, _year_of(text[: paragraphs[0].start] if paragraphs else ""))
    provisions = provisions_of(text, found.groups, found.acts, acts)
    starts = [paragraph.start for paragraph in paragraphs]
    return Mentions(
        tuple(_reference(text, g, found, paragraphs, starts) for g in group(found.cases, title)),
        tuple(
            replace(p, paragraph=_paragraph(p.start, paragraphs, starts), quote=_sentence(text, found.sentences, p))
            for p in provisions
        ),
        _known(acts),
    )


def read_cross_references(text: str, act: ActRecord) -> Mentions:
    """Provisions that a provision of `act` names: of `act` itself unless another act is named. No cases."""
    mentions = find_acts(text)
    acts = [
        act if m.form == "pointing" and (named is None or m.pointer in ("this", "the")) else named
        for m, named in zip(mentions, read_acts(mentions, None), strict=True)
    ]
    provisions = provisions_of(text, find_groups(text), mentions, acts, home=act)
    sentences = sentence_starts(text)
    return Mentions((), tuple(replace(p, quote=_sentence(text, sentences, p)) for p in provisions), _known(acts))


def _sentence(text: str, starts: Sequence[int], mention: ProvisionMention) -> str:
    start, end = sentence_at(starts, len(text), mention.start, mention.end)
    low, high = quote_span(text, start, end, mention.start, mention.end)
    return text[low:high]


def _blocks(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, int]]:
    """Stretches of whole paragraphs of at most 50,000 characters; a longer paragraph is cut at a space."""
    start = end = -1
    for paragraph in paragraphs:
        if start >= 0 and paragraph.end - start <= _BLOCK and not text[end : paragraph.start].strip():
            end = paragraph.end
            continue
        if start >= 0:
            yield from _cut(text, start, end)
        start, end = paragraph.start, paragraph.end
    if start >= 0:
        yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    while end - start > _BLOCK:
        space = text.rfind(" ", start + _BLOCK // 2, start + _BLOCK)
        stop = space if space > 0 else start + _BLOCK
        yield text[start:stop], start
        start = stop
    if end > start:
        yield text[start:end], start


def _year_of(header: str) -> int | None:
    dates = _DATE_YEAR.findall(header)
    return max(int(first or second) for first, second in dates) if dates else None


def _reference(
    text: str, grouped: Group, found: Grammar, paragraphs: Sequence[Paragraph], starts: Sequence[int]
) -> CaseReference:
    petitioner, respondent = grouped.title_parties
    citations = tuple(grouped.citations.values())
    title = f"{petitioner} v. {respondent}" if respondent else petitioner or citations[0].text
    courts = [c.court for c in citations if c.court]
    mentions = tuple(
        _mention(text, found.cases[i], found.judged[i], _paragraph(found.cases[i].start, paragraphs, starts))
        for i in grouped.mentions
    )
    court = max(courts, key=courts.count) if courts else None
    return CaseReference(title, petitioner, respondent, citations, grouped.year, court, mentions)


def _mention(text: str, case: FoundCase, judged: Judged, paragraph: str | None) -> CaseMention:
    return CaseMention(
        case.start,
        case.end,
        text[case.start : case.end],
        case.form,
        paragraph,
        judged.treatment,
        judged.by,
        text[judged.start : judged.end],
        confidence=judged.confidence,
    )


def _paragraph(at: int, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> str | None:
    index = bisect_right(starts, at) - 1
    return paragraphs[index].number if index >= 0 else None


def _known(acts: Iterable[ActRecord | None]) -> tuple[ActRecord, ...]:
    return tuple(dict.fromkeys(act for act in acts if act is not None))

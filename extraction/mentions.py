"""What a text cites: cases with their treatment, provisions with their acts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.annotations import source, stretches, unmarked
from extraction.citations.cases import FoundCase
from extraction.citations.descriptions import descriptions
from extraction.citations.resolution import Group, group
from extraction.light_spacy import Doc
from extraction.provisions.act_mentions import ActMention
from extraction.provisions.act_resolution import read_acts
from extraction.provisions.acts import MADE_OF, noun_of
from extraction.provisions.provisions import provisions_of
from extraction.records import ActRecord, CaseMention, CaseReference, Description, Paragraph, ProvisionMention
from extraction.text.dates import latest_date
from extraction.text.sentences import quote_span, sentence_at
from extraction.treatment.lists import bridged
from extraction.treatment.treatment import Judged

_DATE_YEAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)[\s,]+((?:1[89]|20)\d\d)"
    r"|\b\d{1,2}[./-]\d{1,2}[./-]((?:1[89]|20)\d\d)\b"
)

_CODES_SINCE = "2024-07-01"


@dataclass(frozen=True, slots=True)
class Mentions:
    """The cases, provisions and acts that a text names, with offsets into it."""

    references: tuple[CaseReference, ...]
    provisions: tuple[ProvisionMention, ...]
    acts: tuple[ActRecord, ...]


def mentions_of(doc: Doc, body: Sequence[Paragraph], title: str) -> Mentions:
    """Cases, provisions and acts named in the `body` (ascending) of a judgment called `title`, read as `doc`."""
    text, sentences = source(doc), _sentences(doc)
    year = _year_of(text[: body[0].start] if body else "")
    named = _acts(doc)
    acts = read_acts(named, year)
    law = _year_of_law(text[: body[0].start] if body else "", year)
    provisions = provisions_of(unmarked(doc), doc._.provisions, named, acts, year=law)
    starts = [paragraph.start for paragraph in body]
    clauses = bridged(sentences, doc._.cases)
    return Mentions(
        tuple(_reference(doc, g, body, starts, clauses) for g in group(doc._.cases, title)),
        tuple(
            replace(p, paragraph=_paragraph(p.start, body, starts), quote=_sentence(text, sentences, p))
            for p in sorted(provisions, key=lambda p: bool(body) and p.start < body[0].start)
        ),
        _known(acts),
    )


def _acts(doc: Doc) -> list[ActMention]:
    """The acts that a text names, but not in the title of a case ("In re The Delhi Laws Act, 1912")."""
    titles = [(case.start, case.end) for case in doc._.cases if case.petitioner]
    starts = [start for start, _ in titles]

    def of_a_title(act: ActMention) -> bool:
        index = bisect_right(starts, act.start) - 1
        return act.form == "full" and index >= 0 and act.start < titles[index][1]

    return [act for act in doc._.acts if not of_a_title(act)]


def cross_references(doc: Doc, act: ActRecord, linked: Sequence[ProvisionMention] = ()) -> Mentions:
    """Provisions that a provision of `act` names: of `act` itself unless another act is named. No cases.

    What its mark-up has `linked` stands instead of what the words there would be read as, and beside the rest of a
    range of which it is one.
    """
    text, mentions = source(doc), doc._.acts
    acts = [
        act if _is_own(m, act) and (named is None or m.pointer in ("this", "the")) else named
        for m, named in zip(mentions, read_acts(mentions, None), strict=True)
    ]
    read = provisions_of(text, doc._.provisions, mentions, acts, home=act)
    provisions = sorted((*linked, *_beside(read, linked)), key=lambda p: p.start)
    return Mentions((), tuple(replace(p, quote=_sentence(text, _sentences(doc), p)) for p in provisions), _known(acts))


def _is_own(mention: ActMention, act: ActRecord) -> bool:
    """Whether a pointing mention can mean the act in which it stands: "the Rules" in an act are others."""
    return mention.form == "pointing" and (mention.name not in MADE_OF.values() or mention.name == noun_of(act))


def _beside(read: Sequence[ProvisionMention], linked: Sequence[ProvisionMention]) -> Iterator[ProvisionMention]:
    for mention in read:
        links = [link for link in linked if link.start < mention.end and mention.start < link.end]
        same = [p.provision for p in read for link in links if link.start < p.end and p.start < link.end]
        if all(link.provision in same and link.provision != mention.provision for link in links):
            yield mention


def _sentences(doc: Doc) -> list[int]:
    """Where sentences start; none goes past the end of a stretch that is read by itself."""
    edges = {edge for text, at in stretches(doc) for edge in (at, at + len(text))}
    return sorted(edges.union(doc._.sentences))


def _sentence(text: str, starts: Sequence[int], mention: ProvisionMention) -> str:
    start, end = sentence_at(starts, len(text), mention.start, mention.end)
    low, high = quote_span(text, start, end, mention.start, mention.end)
    return text[low:high]


def _year_of(header: str) -> int | None:
    dates = _DATE_YEAR.findall(header)
    return max(int(first or second) for first, second in dates) if dates else None


def _year_of_law(header: str, year: int | None) -> int | None:
    """The year whose codes a judgment may apply: before the day in 2024 from which those of 2023 are in force, 2023."""
    decided = latest_date(header)
    early = decided is not None and _CODES_SINCE[:4] == decided[:4] and decided < _CODES_SINCE
    return year - 1 if year and early and str(year) == _CODES_SINCE[:4] else year


def _reference(
    doc: Doc, grouped: Group, paragraphs: Sequence[Paragraph], starts: Sequence[int], sentences: Sequence[int]
) -> CaseReference:
    petitioner, respondent = grouped.title_parties
    citations = tuple(grouped.citations.values())
    title = f"{petitioner} v. {respondent}" if respondent else petitioner or citations[0].text
    courts = [c.court for c in citations if c.court]
    named = [doc._.cases[i] for i in grouped.mentions]
    places = [(case.start, case.end) for case in doc._.cases]
    said = descriptions(source(doc), sentences, places, [places[i] for i in grouped.mentions])
    mentions = tuple(
        _mention(source(doc), case, doc._.treatments[i], _paragraph(case.start, paragraphs, starts), description)
        for i, case, description in zip(grouped.mentions, named, said, strict=True)
    )
    court = max(courts, key=courts.count) if courts else None
    return CaseReference(title, petitioner, respondent, citations, grouped.year, court, mentions)


def _mention(
    text: str, case: FoundCase, judged: Judged, paragraph: str | None, description: Description | None
) -> CaseMention:
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
        description=description,
    )


def _paragraph(at: int, paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> str | None:
    index = bisect_right(starts, at) - 1
    return paragraphs[index].number if index >= 0 else None


def _known(acts: Iterable[ActRecord | None]) -> tuple[ActRecord, ...]:
    return tuple(dict.fromkeys(act for act in acts if act is not None))

"""One document in, all that it says out."""

from extraction.documents.files import DocumentError
from extraction.judgments.catalogued import catalogued
from extraction.judgments.decision_date import day_of_decision
from extraction.judgments.opinions.reading import told_apart
from extraction.judgments.pinpoints import with_pages
from extraction.judgments.preamble import read_preamble
from extraction.judgments.recognition.evidence import reason_against
from extraction.judgments.recognition.several import judgments_in
from extraction.judgments.roles.reading import with_roles
from extraction.judgments.tagged_names import completed, gathered
from extraction.mentions import mentions_of
from extraction.reading import read_judgment
from extraction.records import Extraction, Judgment, SourceDocument
from extraction.statutes.excerpts import read_excerpt
from extraction.statutes.statute import read_statute
from extraction.text.fingerprint import fingerprint
from extraction.text.passages import CHUNK_OVERLAP, CHUNK_SIZE, chunks, paragraphs


def extract_all(
    document: SourceDocument, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP
) -> tuple[Extraction, ...]:
    """Read the document of a file, or each judgment where it has several, as `extract` does.

    Raises DocumentError for a text that is neither a judgment nor an act; what a court's catalogue lists is one.
    """
    unlisted = document.format == "judgment" and document.entry is None
    if unlisted and (reason := reason_against(document.text)):
        raise DocumentError(f"{document.path}: {reason}")
    documents = judgments_in(document) if unlisted else (document,)
    return tuple(extract(part, size, overlap) for part in documents)


def extract(document: SourceDocument, size: int = CHUNK_SIZE, overlap: int = CHUNK_OVERLAP) -> Extraction:
    """Read a document into a Judgment or a Statute, by its format.

    Chunks have at most `size` characters and share about `overlap`; raises ValueError unless
    0 <= overlap < size / 2.
    """
    if document.format == "judgment":
        return _judgment(document, size, overlap)
    if document.format == "excerpt":
        return read_excerpt(document, size, overlap)
    return read_statute(document, size, overlap)


def _judgment(document: SourceDocument, size: int, overlap: int) -> Judgment:
    text = document.text
    preamble = read_preamble(text, document.name)
    if document.entry:
        preamble = catalogued(preamble, document.entry)
    body = paragraphs(text, preamble.start, preamble.end, [opinion.start for opinion in preamble.opinions])
    doc = read_judgment(text, preamble.start, body)
    preamble = completed(preamble, text, doc._.names)
    mentions = mentions_of(doc, body, preamble.title)
    listed = document.entry.date if document.entry else None
    date = listed or day_of_decision(preamble.date, preamble.case_number, mentions.references)
    judgment = Judgment(
        name=document.name,
        title=preamble.title,
        petitioner=preamble.petitioner,
        respondent=preamble.respondent,
        citations=preamble.citations,
        court=preamble.court,
        date=date,
        year=int(date[:4]) if date else None,
        case_number=preamble.case_number,
        bench=preamble.bench,
        authors=preamble.authors,
        bench_size=preamble.bench_size,
        aliases=preamble.aliases,
        references=told_apart(mentions.references, preamble.opinions),
        provisions=mentions.provisions,
        acts=mentions.acts,
        chunks=with_roles(text, chunks(text, body, size, overlap), preamble.opinions),
        fingerprint=fingerprint(text[preamble.start : preamble.end]),
        names=gathered(text, doc._.names),
        opinions=preamble.opinions,
    )
    return with_pages(judgment, document.pages)

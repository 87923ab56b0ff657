"""An act's file read into its provisions, with their cross references and search chunks."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extraction.light_spacy import Doc
from extraction.mentions import cross_references
from extraction.provisions.offences import classified_act, classified_offences
from extraction.reading import read_all
from extraction.records import (
    ActRecord,
    Amendment,
    Paragraph,
    ProvisionMention,
    ProvisionRecord,
    SourceDocument,
    Statute,
)
from extraction.statutes.akoma_ntoso.reading import read_act
from extraction.statutes.amendment_notes import NoteReader, heading_of, is_of_note, is_repealed
from extraction.statutes.amendments import amendments_made
from extraction.statutes.commencement import commenced
from extraction.statutes.front import act_title
from extraction.statutes.naming import which_act
from extraction.statutes.printed.running_text import rows_from_text
from extraction.statutes.rows import Link, Row, provision_id, rows_from_json
from extraction.text.passages import chunks


def read_statute(document: SourceDocument, size: int, overlap: int) -> Statute:
    """All provisions of an act's document; texts under one number are whole, none is dropped.

    `size` and `overlap` of the chunks are in characters; chunk offsets count within the provision's text.
    """
    act, rows, listed = _read(document)
    others: dict[str, ActRecord] = {}
    whole = joined(rows)
    act = replace(act, in_force_from=act.in_force_from or commenced(whole, act.assented))
    docs = read_all(row.text for row in whole)
    provisions = tuple(_provision(row, doc, act, others, size, overlap) for row, doc in zip(whole, docs, strict=True))
    amendments = (*listed, *_noted(whole, act), *amendments_made(whole, act))
    offences = tuple(found.offence for row in whole for found in classified_offences(_schedule(row)))
    others.pop(act.id, None)
    return Statute(
        document.name,
        act,
        provisions,
        tuple(others.values()),
        tuple(dict.fromkeys(amendments)),
        offences=offences,
    )


def joined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the texts of one number in one, none dropped."""
    whole: dict[tuple[str, str], Row] = {}
    for row in rows:
        before = whole.setdefault((row.kind, row.number), row)
        if before is not row and row.text not in before.text:
            heading = before.heading or row.heading
            text = f"{before.text}\n\n{row.text}".strip()
            moved = text.rfind(row.text)
            links = (replace(link, start=link.start + moved, end=link.end + moved) for link in row.links)
            whole[row.kind, row.number] = replace(
                before,
                heading=heading,
                text=text,
                footnotes=f"{before.footnotes}\n{row.footnotes}".strip(),
                links=(*before.links, *links),
            )
    return list(whole.values())


def _read(document: SourceDocument) -> tuple[ActRecord, list[Row], tuple[Amendment, ...]]:
    """An act, its rows, and the amendments that its mark-up lists."""
    if document.format == "act-xml":
        file = read_act(document.text, document.path.stem)
        return file.act, file.rows, file.amendments
    if document.format == "act-json":
        data = json.loads(document.text)
        rows, title = rows_from_json(data), _outer_title(data)
    else:
        rows, title = rows_from_text(document.text), act_title(document.text)
    return which_act(rows, title, document.path.stem), rows, ()


def unwritten(statute: Statute) -> tuple[str, ...]:
    """A note on the provisions that an act's file gives without text, though they are in force; empty without any."""
    names = [f"{p.kind} {p.number}" for p in statute.provisions if not p.text and not p.repealed]
    if not names:
        return ()
    first = ", ".join(names[:5]) + (", ..." if len(names) > 5 else "")
    return (f"{len(names)} of {len(statute.provisions)} provisions have no text in the file ({first}); give it there",)


def _noted(rows: Sequence[Row], act: ActRecord) -> Iterator[Amendment]:
    """The amendments of an act's own provisions that their texts and footnotes note."""
    reader = NoteReader(text for row in rows for text in (row.text, row.footnotes))
    for row in rows:
        for note in reader.read(row.text, row.footnotes):
            if note.act.id != act.id:
                yield Amendment(
                    note.act.id, provision_id(act.id, row.kind, row.number), row.kind, row.number, note.quote
                )


def _outer_title(data: object) -> str | None:
    if isinstance(data, Mapping):
        titles = (data.get(key) for key in ("title", "act", "act_title", "name", "short_title"))
        return next((title for title in titles if isinstance(title, str)), None)
    return None


def _misread(mention: ProvisionMention, text: str, act: ActRecord) -> bool:
    """Whether a mention is taken for the act's own and is of one that a note on an amendment names."""
    return (mention.provision or "").startswith(f"{act.id}/") and is_of_note(text, mention.start)


def _schedule(row: Row) -> str:
    """The text of a schedule; empty for any other provision."""
    return row.text if row.kind == "schedule" else ""


def _provision(
    row: Row, doc: Doc, act: ActRecord, others: dict[str, ActRecord], size: int, overlap: int
) -> ProvisionRecord:
    mentions = cross_references(
        doc, classified_act(_schedule(row)) or act, [_linked(link, row.text) for link in row.links]
    )
    named = [m for m in mentions.provisions if not _misread(m, row.text, act)]
    named += [found.mention(row.text) for found in classified_offences(_schedule(row))]
    others.update({other.id: other for other in mentions.acts})
    passages = chunks(row.text, (Paragraph(None, 0, len(row.text)),), size, overlap) if row.text else ()
    return ProvisionRecord(
        id=provision_id(act.id, row.kind, row.number),
        kind=row.kind,
        number=row.number,
        heading=heading_of(row.heading, row.text),
        text=row.text,
        mentions=tuple(named),
        chunks=passages,
        repealed=is_repealed(row.heading, row.text),
        chapter=row.chapter,
        in_force_from=row.in_force_from,
        in_force_to=row.in_force_to,
        versions=row.versions,
    )


def _linked(link: Link, text: str) -> ProvisionMention:
    provision = provision_id(link.act, link.kind, link.number)
    return ProvisionMention(
        link.start, link.end, text[link.start : link.end], provision, link.kind, link.number, None, None
    )

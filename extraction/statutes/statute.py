"""An act's file read into its provisions, with their cross references and search chunks."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from extraction.light_spacy import Doc
from extraction.mentions import cross_references
from extraction.provisions.acts import act_by_id, act_from_title, act_named
from extraction.reading import read_all
from extraction.records import (
    ActRecord,
    Amendment,
    Paragraph,
    ProvisionKind,
    ProvisionMention,
    ProvisionRecord,
    SourceDocument,
    Statute,
)
from extraction.statutes.akoma_ntoso.reading import read_act
from extraction.statutes.amendment_notes import NoteReader, heading_of, is_of_note, is_repealed
from extraction.statutes.amendments import amendments_made
from extraction.statutes.front import act_title
from extraction.statutes.rows import Row, rows_from_json
from extraction.statutes.running_text import rows_from_text
from extraction.text.passages import chunks
from extraction.text.spacing import one_line

_KINDS = r"(?:Act|Code|Ordinance|Sanhita|Adhiniyam|Constitution of India)"
_CALLED = re.compile(
    r"\b(?:called|cited as|cited for all purposes as),?\s+(?:the\s+)?(?:"
    r"(?P<dated>(?:(?!,? and\b)[^.;\n]){3,120}?,?\s*\d{4})\b"
    rf"|(?P<name>(?:(?!,? and\b)[^.;\n]){{0,120}}?\b{_KINDS}\b(?! of\b)))"
)
_FOOTNOTE = re.compile(r"\d{0,2}(?:\*\s*)+|\d{1,2}\[|\]")


def read_statute(document: SourceDocument, size: int, overlap: int) -> Statute:
    """All provisions of an act's document; texts under one number are joined, none is dropped.

    `size` and `overlap` of the chunks are in characters; chunk offsets count within the provision's text.
    """
    act, rows = _read(document)
    others: dict[str, ActRecord] = {}
    joined = _joined(rows)
    docs = read_all(row.text for row in joined)
    provisions = tuple(_provision(row, doc, act, others, size, overlap) for row, doc in zip(joined, docs, strict=True))
    amendments = (*_noted(joined, act), *amendments_made(joined, act))
    others.pop(act.id, None)
    return Statute(document.name, act, provisions, tuple(others.values()), tuple(dict.fromkeys(amendments)))


def _read(document: SourceDocument) -> tuple[ActRecord, list[Row]]:
    if document.format == "act-xml":
        return read_act(document.text)
    if document.format == "act-json":
        data = json.loads(document.text)
        rows, title = rows_from_json(data), _outer_title(data)
    else:
        rows, title = rows_from_text(document.text), act_title(document.text)
    return which_act(rows, title, document.path.stem), rows


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


def provision_id(act_id: str, kind: ProvisionKind, number: str) -> str:
    """The id of a provision: "constitution-of-india/article-21A", ".../order-7-rule-11", ".../schedule-7"."""
    if number == "Preamble":
        return f"{act_id}/preamble"
    return f"{act_id}/{'order' if kind == 'order-rule' else kind}-{number}"


def which_act(rows: Sequence[Row], title: str | None, stem: str) -> ActRecord:
    """The act that rows are of: by its title, by what its first sections call it, or by its file's name."""
    named = act_named(title) if title else None
    called = _called(rows)
    if found := named or (act_named(called) if called else None):
        return found
    if sum(row.kind == "article" for row in rows) > len(rows) / 2 and (
        constitution := act_by_id("constitution-of-india")
    ):
        return constitution
    if dated := next((name for name in (title, called) if name and re.search(r"\d{4}$", name)), None):
        return act_from_title(dated)
    words = stem.replace("_", " ").replace("-", " ")
    return act_named(words) or act_from_title(title or called or words.title())


def _called(rows: Sequence[Row]) -> str | None:
    """What an act calls itself in the section on its short title, without footnote marks."""
    for row in [*rows[:3], *(row for row in rows[3:] if "short title" in row.heading.lower())]:
        if match := _CALLED.search(_FOOTNOTE.sub("", row.text)):
            return one_line(match["dated"] or match["name"])
    return None


def _outer_title(data: object) -> str | None:
    if isinstance(data, Mapping):
        titles = (data.get(key) for key in ("title", "act", "act_title", "name", "short_title"))
        return next((title for title in titles if isinstance(title, str)), None)
    return None


def _joined(rows: Sequence[Row]) -> list[Row]:
    joined: dict[tuple[str, str], Row] = {}
    for row in rows:
        before = joined.setdefault((row.kind, row.number), row)
        if before is not row and row.text not in before.text:
            heading = before.heading or row.heading
            text = f"{before.text}\n\n{row.text}".strip()
            notes = f"{before.footnotes}\n{row.footnotes}".strip()
            joined[row.kind, row.number] = Row(row.kind, row.number, heading, text, notes)
    return list(joined.values())


def _misread(mention: ProvisionMention, text: str, act: ActRecord) -> bool:
    """Whether a mention is taken for the act's own and is of one that a note on an amendment names."""
    return (mention.provision or "").startswith(f"{act.id}/") and is_of_note(text, mention.start)


def _provision(
    row: Row, doc: Doc, act: ActRecord, others: dict[str, ActRecord], size: int, overlap: int
) -> ProvisionRecord:
    mentions = cross_references(doc, act)
    others.update({other.id: other for other in mentions.acts})
    passages = chunks(row.text, (Paragraph(None, 0, len(row.text)),), size, overlap) if row.text else ()
    return ProvisionRecord(
        id=provision_id(act.id, row.kind, row.number),
        kind=row.kind,
        number=row.number,
        heading=heading_of(row.heading, row.text),
        text=row.text,
        mentions=tuple(m for m in mentions.provisions if not _misread(m, row.text, act)),
        chunks=passages,
        repealed=is_repealed(row.heading, row.text),
    )

"""A court's own list of its judgments: canonical titles, dates and citations for cases whose text is absent."""

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extraction.citations.citations import find_citations
from extraction.citations.courts import SUPREME
from extraction.parties.titles import case_title, read_title, split_title
from extraction.progress import Progress, unheard
from extraction.records import Citation
from extraction.slugs import slug
from extraction.version import extractor_version
from kg.build.change import put_registry, take_out
from kg.identity.naming import Naming
from kg.ledger.documents import Provenance
from kg.ledger.entries import document_id
from kg.nodes import Document
from kg.store import Store, StoreError

COLUMNS = ("title", "petitioner", "respondent", "date", "neutral_citation", "scr_citation")
_PREFIX = "registry:"


@dataclass(frozen=True, slots=True)
class RegistryReport:
    """What an import did: judgments taken in, whether the graph had them already, and a line for each bad row."""

    name: str
    judgments: int
    unchanged: bool
    bad: list[str]


def import_registry(store: Store, path: Path, progress: Progress = unheard) -> RegistryReport:
    """Take a list of judgments (tab-separated, `COLUMNS` in its first line) into the graph, in place of an earlier one.

    A judgment that nothing cites and that has no text is kept in the ledger alone. What was interrupted is taken up
    again by the same call. Raises StoreError for a file that
    cannot be read as such a list.
    """
    name = f"{_PREFIX}{path.stem}"
    rows, bad = read_registry(path, name)
    digest = f"{hashlib.sha256(path.read_bytes()).hexdigest()} {extractor_version()}"
    known = [node.digest for node in store.nodes([document_id(name)]) if isinstance(node, Document)]
    if known != [digest]:
        put_registry(store, name, rows, Provenance(digest, str(path.resolve())), progress)
    return RegistryReport(path.stem, len(rows), known == [digest], bad)


def remove_registry(store: Store, name: str) -> None:
    """Take a list of judgments out again. Raises StoreError for a name that is none."""
    held = sorted(node.name.removeprefix(_PREFIX) for node in store.find(Document, {"kind": "registry"}))
    if name not in held:
        hint = f"; there is {', '.join(held)}" if held else "; none is imported"
        raise StoreError(f"there is no registry {name!r} in the graph{hint}")
    take_out(store, f"{_PREFIX}{name}")


def read_registry(path: Path, name: str) -> tuple[list[Naming], list[str]]:
    """The judgments that a file lists, as namings of document `name`, and a line for each row that cannot be used."""
    bad: list[str] = []
    found: dict[str, Naming] = {}
    for number, row in _rows(path):
        try:
            naming = _naming(row, name)
        except ValueError as problem:
            bad.append(f"{path}, line {number}: {problem}")
            continue
        found[naming.id] = naming
    return [found[id] for id in sorted(found)], bad


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", restkey="more", restval="")
            missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
            if missing:
                raise StoreError(
                    f"{path}: the first line lacks {', '.join(missing)}; it should name {', '.join(COLUMNS)}, "
                    "parted by tabs"
                )
            for row in reader:
                yield reader.line_num, row
    except (UnicodeDecodeError, csv.Error) as error:
        raise StoreError(f"{path}: not a tab-separated list in UTF-8 ({error})") from error


def _naming(row: dict[str, str], name: str) -> Naming:
    """One judgment; ValueError says what a row lacks."""
    if "more" in row:
        raise ValueError(f"more than {len(COLUMNS)} columns")
    first = row["petitioner"] or split_title(row["title"])[0]
    petitioner, respondent = read_title(case_title(first, row["respondent"]))
    if not petitioner:
        raise ValueError("no petitioner")
    citations = (*_citation(row["neutral_citation"]), *_citation(row["scr_citation"]))
    if not citations:
        raise ValueError("no citation")
    date = _date(row["date"])
    title = case_title(petitioner, respondent)
    told = slug(f"{title} {date} {' '.join(c.text for c in citations)}")
    return Naming(
        id=f"{name}@{told}@row",
        document=name,
        own=False,
        title=title,
        petitioner=petitioner,
        respondent=respondent,
        citations=citations,
        year=int(date[:4]),
        court=SUPREME,
        date=date,
        registered=True,
    )


def _citation(text: str) -> tuple[Citation, ...]:
    found = find_citations(text)
    if text.strip() and len(found) != 1:
        raise ValueError(f"not a citation: {text.strip()!r}")
    return tuple(f.citation for f in found)


def _date(text: str) -> str:
    try:
        return datetime.strptime(text.strip(), "%d-%m-%Y").date().isoformat()
    except ValueError:
        raise ValueError(f"not a date (DD-MM-YYYY): {text.strip()!r}") from None

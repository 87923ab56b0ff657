"""Judgments of the open archives beside what their courts' catalogues say of them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from extraction.catalogue.entry import stem_of
from extraction.catalogue.files import read_catalogue
from extraction.documents.files import DocumentFile


def with_entries(
    files: Sequence[DocumentFile], catalogues: Iterable[Path]
) -> tuple[list[DocumentFile], list[str], list[str]]:
    """The files, each of an archive with its entry in a catalogue; what could not be read of these; what is missing.

    An entry without a file makes no case: archives come in parts, and what a missing part says is not known.
    """
    entries, problems = read_catalogue(catalogues)
    joined = [replace(f, entry=entries.get(stem_of(f.path.name))) if _is_archived(f) else f for f in files]
    if not entries:
        return joined, problems, []
    there = {stem_of(file.path.name) for file in joined if file.entry}
    notes = _missing(sorted(entries.keys() - there), "entries of the catalogue have no file here, and are left out")
    bare = [file.name for file in joined if _is_archived(file) and file.entry is None]
    return (
        joined,
        problems,
        notes + _missing(bare, "files have no entry in the catalogue, and are read by their pages alone"),
    )


def _is_archived(file: DocumentFile) -> bool:
    return any(part.startswith("year=") for part in file.path.absolute().parts)


def _missing(names: Sequence[str], what: str) -> list[str]:
    return [f"{what}: {len(names)} (the first: {names[0]})"] if names else []

"""Files of a catalogue: JSON, one judgment or many, loose or in tar archives, and Parquet."""

import importlib.util
import json
import tarfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from extraction.catalogue.entry import read_entry
from extraction.errors import first_line
from extraction.records import CatalogueEntry

_LARGEST = 5_000_000  # bytes of one record in an archive: a card has a few thousand
_INDEX = ".index.json"
"""The end of the name of a list of an archive's files, which says nothing that the archive does not."""
_COLUMNS = (
    *("title", "petitioner", "respondent", "judge", "author_judge", "citation", "case_id", "cnr", "decision_date"),
    *("court", "path", "nc_display", "pdf_link"),
)


class CatalogueError(Exception):
    """A file of a catalogue cannot be read; the message says why and how to mend it."""


def is_catalogue(path: Path) -> bool:
    """Whether a file lies where the open archives keep what they say of judgments: metadata/.../year=2024/..."""
    folders = path.parent.parts
    told = "metadata" in folders or path.name.endswith(_INDEX)
    return told and any(folder.startswith("year=") for folder in folders)


def read_catalogue(paths: Iterable[Path]) -> tuple[dict[str, CatalogueEntry], list[str]]:
    """The entries by the stem of the judgment's file, and what could not be read, a line each."""
    entries: dict[str, CatalogueEntry] = {}
    problems: list[str] = []
    for path in sorted(paths, key=lambda path: (path.suffix != ".parquet", path)):
        if path.name.endswith(_INDEX):
            continue
        try:
            for name, fields in _records(path):
                if found := read_entry(fields, name):
                    entries.setdefault(*found)
        except CatalogueError as error:
            problems.append(f"{path}: {error}")
        except (OSError, ValueError, tarfile.TarError, RecursionError) as error:
            problems.append(f"{path}: it cannot be read ({first_line(error)}); fetch it again")
    return entries, problems


def _records(path: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    if path.suffix == ".parquet":
        yield from (("", row) for row in _rows(path))
    elif path.suffix == ".json":
        yield from _objects(path.name, path.read_bytes())
    else:
        with tarfile.open(path, "r:*") as tar:
            for info in tar:
                file = tar.extractfile(info) if info.isfile() and info.size <= _LARGEST else None
                if file and info.name.endswith(".json"):
                    yield from _objects(info.name, file.read())


def _objects(name: str, data: bytes) -> Iterator[tuple[str, Mapping[str, object]]]:
    read = json.loads(data)
    for record in read if isinstance(read, list) else [read]:
        if isinstance(record, dict):
            yield PurePosixPath(name).name, record


def _rows(path: Path) -> Iterator[Mapping[str, object]]:
    if importlib.util.find_spec("duckdb") is None:
        raise CatalogueError("Parquet needs another package: pip install 'lawgraph[archives]'")
    import duckdb

    try:
        with duckdb.connect() as connection:
            table = connection.read_parquet(str(path))
            columns = [column for column in _COLUMNS if column in table.columns]
            for row in table.select(*columns).fetchall():
                yield dict(zip(columns, row, strict=True))
    except duckdb.Error as error:
        raise CatalogueError(f"it is no whole Parquet file ({first_line(error)}); fetch it again") from error

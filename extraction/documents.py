"""Finding documents in files and folders, and reading one: a file's bytes become text, format and digest."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extraction.errors import LawgraphError
from extraction.formats import DocumentFormat, FormatError, recognise

SUFFIXES = (".txt", ".md", ".json")
_REPLACEMENT = "\ufffd"
_MOSTLY = 0.3
_SAMPLE = 65_536


class DocumentError(LawgraphError):
    """A document cannot be read; the message is one line: which file, what is wrong, how to mend it."""


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file to read and the name its document goes by."""

    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class DocumentListing:
    """What was found: `files` by name, `problems` as one line each, `ignored` files of other kinds."""

    files: tuple[DocumentFile, ...]
    problems: tuple[str, ...]
    ignored: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document's text as offsets count it; `digest` is the SHA-256 of the file's bytes, in hex."""

    name: str
    path: Path
    text: str
    digest: str
    format: DocumentFormat
    notes: tuple[str, ...] = ()


def find_documents(paths: Iterable[str | Path]) -> DocumentListing:
    """List the documents in files and folders (searched to the bottom; hidden files are passed over).

    A file given directly is named by its stem, one in a folder by its path in that folder without suffix.
    """
    taken: dict[str, Path] = {}
    problems: list[str] = []
    ignored: list[Path] = []
    for given in map(Path, paths):
        found = sorted(_candidates(given, problems), key=lambda file: file.path)
        for file in found:
            if file.path.suffix.lower() not in SUFFIXES:
                ignored.append(file.path)
            elif file.name not in taken:
                taken[file.name] = file.path
            elif taken[file.name].resolve() != file.path.resolve():
                problems.append(
                    f"{file.path}: the name '{file.name}' is already taken by {taken[file.name]}; rename one of them"
                )
    files = tuple(DocumentFile(name, taken[name]) for name in sorted(taken))
    return DocumentListing(files, tuple(problems), tuple(ignored))


def load(path: str | Path, name: str) -> SourceDocument:
    """Read one document. Raises DocumentError for what is empty, binary, malformed or of an unknown shape."""
    path = Path(path)
    data = _read_bytes(path)
    text = data.decode("utf-8", errors="replace")
    if not text.strip():
        raise DocumentError(f"{path}: the file is {'empty' if not data else 'blank'}; put the text in or remove it")
    _refuse_binary(path, data, text)
    try:
        format = recognise(text)
    except FormatError as error:
        raise DocumentError(f"{path}: {error}") from error
    return SourceDocument(name, path, text, hashlib.sha256(data).hexdigest(), format, _notes(text, data))


def _candidates(given: Path, problems: list[str]) -> Iterator[DocumentFile]:
    if given.is_file():
        yield DocumentFile(given.stem, given)
    elif given.is_dir():
        yield from _folder(given, problems)
    else:
        problems.append(f"{given}: there is no such file or folder; check the path")


def _folder(root: Path, problems: list[str]) -> Iterator[DocumentFile]:
    def unreadable(error: OSError) -> None:
        reason = (error.strerror or "unreadable").lower()
        problems.append(f"{error.filename}: the folder cannot be opened ({reason}); check its permissions")

    for folder, folders, names in os.walk(root, onerror=unreadable):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in names:
            if not name.startswith("."):
                path = Path(folder, name)
                yield DocumentFile(path.relative_to(root).with_suffix("").as_posix(), path)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise DocumentError(
            f"{path}: the file cannot be read ({reason}); check the path and its permissions"
        ) from error


def _refuse_binary(path: Path, data: bytes, text: str) -> None:
    sample = text[:_SAMPLE]
    if b"\0" in data or sample.count(_REPLACEMENT) > _MOSTLY * len(sample):
        raise DocumentError(f"{path}: the file is not UTF-8 text (it looks binary); save it as plain text")


def _notes(text: str, data: bytes) -> tuple[str, ...]:
    replaced = text.count(_REPLACEMENT) - data.count(_REPLACEMENT.encode())
    return (f"{replaced} characters are not valid UTF-8 and were replaced",) if replaced else ()

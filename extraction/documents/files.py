"""Finding documents in files and folders, and reading one: a file's bytes become text, format and digest."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extraction.catalogue.files import is_catalogue
from extraction.documents.archives import ARCHIVE, Member, contents
from extraction.documents.encodings import EncodingError, decode
from extraction.documents.html import is_html, read_html
from extraction.documents.mending import mended
from extraction.documents.pdf import PdfError
from extraction.documents.pdf_worker import READER
from extraction.documents.reflow import PagedText
from extraction.errors import LawgraphError
from extraction.records import CatalogueEntry, SourceDocument, file_name
from extraction.statutes.formats import FormatError, recognise
from extraction.text.characters import is_unicode

SUFFIXES = (".txt", ".md", ".json", ".pdf", ".html", ".htm", ".xhtml", ".xml")
KINDS_READ = (*SUFFIXES, ARCHIVE)
_SPECIAL = "it is a pipe, a socket or a device and no file; save what it gives to a file and name that"
_PDF_MARK = b"%PDF-"
_MARK_REACH = 1_024  # bytes: PDF readers accept a mark this far in, after a mail's or a server's lines
_TRANSLATED = "regional"
"""The folder in which the open archives keep translations of judgments."""
_LONE_RETURN = re.compile(r"\r(?!\n)")
"""The line end of old systems; put right without moving any character."""


class DocumentError(LawgraphError):
    """A document cannot be read; the message is one line: which file, what is wrong, how to mend it."""


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file to read and the name its document goes by; `entry` is what its court's catalogue says of it.

    The `member` of an `archive` has a path as if the archive were a folder.
    """

    name: str
    path: Path
    archive: Path | None = None
    member: Member | None = None
    entry: CatalogueEntry | None = None

    @property
    def place(self) -> str:
        """Where it lies, by whatever way its folder is reached."""
        return str(self.path.parent.resolve() / self.path.name)

    def names(self) -> Iterator[str]:
        """The name, then those that tell it from files of its name elsewhere: with the folders it lies in."""
        above = Path(self.place).parts[1 : -len(Path(self.name).parts)]
        for depth in range(len(above) + 1):
            yield "/".join((*above[len(above) - depth :], self.name))


@dataclass(frozen=True, slots=True)
class DocumentListing:
    """What was found: `files` by name, `problems` as one line each, `ignored` what is of other kinds (pipes too).

    `catalogues` are files in which a court lists its judgments; what lies in an `unsure` place may not all be found.
    """

    files: tuple[DocumentFile, ...]
    problems: tuple[str, ...]
    ignored: tuple[Path, ...]
    catalogues: tuple[Path, ...] = ()
    unsure: tuple[Path, ...] = ()


def find_documents(paths: Iterable[str | Path]) -> DocumentListing:
    """List the documents in files and folders (searched to the bottom; hidden files are passed over).

    A file given directly is named by its stem, one in a folder by its path in that folder without suffix; where files
    of several folders would have one name, each by what tells them apart.
    """
    found: dict[str, dict[str, DocumentFile]] = {}
    problems: list[str] = []
    ignored: list[Path] = []
    catalogues: list[Path] = []
    unsure: list[Path] = []
    for given in map(Path, paths):
        for file in sorted(_candidates(given, problems, unsure), key=lambda file: file.path):
            if is_catalogue(file.path.absolute()):
                catalogues.append(file.path)
            elif file.path.suffix.lower() not in SUFFIXES or _is_special(file.path):
                ignored.append(file.path)
            elif not is_unicode(file.name):
                problems.append(f"{_shown(file.path)}: the name is not valid UTF-8; rename it")
            elif file_name(file.name) != file.name:
                problems.append(f"{file.path}: a later judgment of a file is called so ('~2' at the end); rename it")
            else:
                found.setdefault(file.name, {}).setdefault(file.place, file)
    files = [file for namesakes in found.values() for file in _told_apart([*namesakes.values()], problems)]
    files.sort(key=lambda f: f.name)
    return DocumentListing(tuple(files), tuple(problems), tuple(ignored), tuple(catalogues), tuple(unsure))


def _told_apart(namesakes: Sequence[DocumentFile], problems: list[str]) -> Iterator[DocumentFile]:
    """Files of one name, by names of their own; of those in one folder the first alone has a name."""
    first: dict[Path, DocumentFile] = {}
    for file in namesakes:
        other = first.setdefault(file.path.parent.resolve(), file)
        if other is not file:
            taken = f"the name '{file.name}' is already taken by {other.path}; rename one of them"
            problems.append(f"{file.path}: {taken}")
    for names in zip(*(file.names() for file in first.values()), strict=False):
        if len(set(names)) == len(names):
            yield from (replace(file, name=name) for file, name in zip(first.values(), names, strict=True))
            return


def load(path: str | Path, name: str, ocr: bool = False) -> SourceDocument:
    """Read one document, whatever its suffix says; `ocr` has the scanned pages of a PDF read by tesseract.

    Raises DocumentError for what is empty, binary, malformed or of an unknown shape.
    """
    return read_document(Path(path), name, read_bytes(Path(path)), ocr)


def read_document(path: Path, name: str, data: bytes, ocr: bool = False) -> SourceDocument:
    """Read a document from the bytes of its file, as `load` does."""
    try:
        paged, notes = _text(data, ocr)
        if not paged.text.strip():
            raise FormatError(f"the file is {'blank' if data else 'empty'}; put the text in or remove it")
        format = recognise(paged.text)
    except (EncodingError, FormatError, PdfError) as error:
        raise DocumentError(f"{path}: {error}") from error
    return SourceDocument(name, path, paged.text, digest(data), format, notes, paged.pages)


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    return hashlib.sha256(data).hexdigest()


def is_pdf(data: bytes) -> bool:
    """Whether bytes are a PDF file, be it with some bytes before its mark."""
    return _PDF_MARK in data[:_MARK_REACH]


def _text(data: bytes, ocr: bool) -> tuple[PagedText, tuple[str, ...]]:
    if is_pdf(data):
        return READER.read(data, ocr)
    text, notes = decode(data)
    text = _LONE_RETURN.sub("\n", text)
    text, mends = mended(read_html(text) if is_html(text) else text)
    return PagedText(text, ()), (*notes, *mends)


def _candidates(given: Path, problems: list[str], unsure: list[Path]) -> Iterator[DocumentFile]:
    if given.is_file():
        yield from _opened(DocumentFile(given.stem, given), problems, unsure)
    elif given.is_dir():
        for file in _folder(given, problems, unsure):
            yield from _opened(file, problems, unsure)
    elif _is_special(given):
        problems.append(f"{given}: {_SPECIAL}")
    else:
        problems.append(f"{_shown(given)}: there is no such file or folder; check the path")


def _opened(file: DocumentFile, problems: list[str], unsure: list[Path]) -> Iterator[DocumentFile]:
    """A file, or the files in it where it is an archive of judgments in English; others are translations."""
    if file.path.suffix.lower() != ARCHIVE or is_catalogue(file.path.absolute()) or _TRANSLATED in file.path.parts:
        yield file
        return
    inside = contents(file.path)
    problems += inside.problems
    if not inside.whole:
        unsure.append(file.path.resolve())
    for member in inside.members:
        name = f"{file.name}/{Path(member.name).with_suffix('').as_posix()}"
        yield DocumentFile(name, file.path / member.name, file.path, member)


def _is_special(path: Path) -> bool:
    """Whether a path is a pipe, a socket or a device, which may never end."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _shown(path: Path) -> str:
    """A path as it can be printed, also where its bytes are no text."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _folder(root: Path, problems: list[str], unsure: list[Path]) -> Iterator[DocumentFile]:
    def unreadable(error: OSError) -> None:
        reason = (error.strerror or "unreadable").lower()
        unsure.append(Path(error.filename).resolve())
        problems.append(f"{error.filename}: the folder cannot be opened ({reason}); check its permissions")

    for folder, folders, names in os.walk(root, onerror=unreadable):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and not _belongs_to_page(f, names))
        for name in names:
            if not name.startswith("."):
                path = Path(folder, name)
                yield DocumentFile(path.relative_to(root).with_suffix("").as_posix(), path)


def _belongs_to_page(folder: str, files: Iterable[str]) -> bool:
    """Whether a folder holds what a browser saved beside a web page: "Judgment_files" beside "Judgment.html"."""
    page = folder.removesuffix("_files")
    return page != folder and any(f"{page}{suffix}" in files for suffix in (".html", ".htm"))


def file_bytes(file: DocumentFile) -> bytes:
    """The bytes of a file, be it in an archive; raises DocumentError where it cannot be read."""
    if file.archive is None or file.member is None:
        return read_bytes(file.path)
    return read_bytes(file.archive, file.member.start, file.member.size)


def read_bytes(path: Path, start: int = 0, size: int = -1) -> bytes:
    """The bytes of a file, or a stretch of them; raises DocumentError where it cannot be read."""
    if _is_special(path):
        raise DocumentError(f"{path}: {_SPECIAL}")
    try:
        with path.open("rb") as file:
            file.seek(start)
            return file.read(size)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise DocumentError(
            f"{path}: the file cannot be read ({reason}); check the path and its permissions"
        ) from error

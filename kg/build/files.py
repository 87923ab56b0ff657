"""The files that the graph was built from: which of them a file is, by its place, its name or its content."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extraction.documents.files import DocumentFile
from extraction.records import file_name
from kg.nodes import Document


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph has of a file: its digest, its place, and the file that it is a copy of, if it is one."""

    digest: str
    origin: str
    copy_of: str = ""

    @property
    def content(self) -> str:
        """The same for files with the same bytes."""
        return content_of(self.digest)


def content_of(digest: str) -> str:
    """The part of a document's digest that tells its bytes, and not how they were read."""
    return digest.partition(" ")[0]


class KnownFiles:
    """The files of a graph by name, kept up while it is built."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Take in the files' nodes; lists of judgments are no files, nor are the later judgments of a file."""
        self._by_name: dict[str, Known] = {}
        self._by_content: dict[str, set[str]] = defaultdict(set)
        for node in documents:
            if node.kind != "registry" and file_name(node.name) == node.name:
                self.note(node.name, Known(node.digest, node.origin, node.copy_of))

    def __iter__(self) -> Iterator[Known]:
        """All that is known of any file."""
        return iter(self._by_name.values())

    def get(self, name: str) -> Known | None:
        """What is known under a name."""
        return self._by_name.get(name)

    def note(self, name: str, known: Known) -> None:
        """Keep what the graph now has under a name."""
        self.forget(name)
        self._by_name[name] = known
        self._by_content[known.content].add(name)

    def forget(self, name: str) -> None:
        """The graph has nothing under a name any more."""
        if known := self._by_name.pop(name, None):
            self._by_content[known.content].discard(name)

    def with_content(self, content: str) -> list[str]:
        """The names under which the graph has a content: first that of the document, then those of its copies."""
        return sorted(self._by_content.get(content, ()))

    def copies_of(self, name: str) -> list[str]:
        """The names of the copies of a document."""
        return [other for other in self.with_content(self._by_name[name].content) if self._by_name[other].copy_of]

    def named(self, files: Sequence[DocumentFile]) -> list[DocumentFile]:
        """The files by the names that they go by in the graph.

        A file keeps the name that it had at this place. Another of its name is another document as long as both are
        there: its folders are then part of its name.
        """
        places = {known.origin: name for name, known in self._by_name.items()}
        settled = {file.place: places[file.place] for file in files if file.place in places}
        taken = set(settled.values())
        for file in files:
            if file.place not in settled:
                free = (name for name in file.names() if name not in taken and not self._elsewhere(name))
                settled[file.place] = next(free, file.name)
                taken.add(settled[file.place])
        return sorted((replace(file, name=settled[file.place]) for file in files), key=lambda file: file.name)

    def gone(self, folders: Iterable[Path], files: Sequence[DocumentFile], unsure: Sequence[Path]) -> dict[str, Path]:
        """The names of files that were built from these folders and are there no more, each with its folder.

        Of what lay in an `unsure` place, which was not listed to its end, nothing is known.
        """
        named = {file.name for file in files}
        roots = sorted(folder.resolve() for folder in folders if folder.is_dir())
        return {
            name: root
            for root in roots
            for name, known in sorted(self._by_name.items())
            if name not in named and _lies_in(known, [root]) and not _lies_in(known, unsure)
            if not Path(known.origin).exists()
        }

    def _elsewhere(self, name: str) -> bool:
        """Whether another file of the name is still where it was."""
        known = self._by_name.get(name)
        return known is not None and _is_there(Path(known.origin))


def _lies_in(known: Known, places: Iterable[Path]) -> bool:
    return any(Path(known.origin).is_relative_to(place) for place in places)


def _is_there(origin: Path) -> bool:
    """Whether a file, or the archive that it was in, is there."""
    return origin.exists() or any(parent.is_file() for parent in origin.parents)

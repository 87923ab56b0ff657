"""The cases that labels speak of, in a built graph or in graphs made of the folders of their texts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from extraction.labels import LabelError
from extraction.progress import Progress
from kg.build.build import build
from kg.nodes import Case, Document
from kg.store import Store
from kg.stores.open import open_store

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LabelledCases:
    """Each label of a document whose folder is there, with its graph and its case, or None where there is none."""

    found: list[tuple[Item, Store, Case | None]]
    left_out: list[str]
    unread: list[str]


@contextmanager
def labelled_cases(
    items: Sequence[Item], texts: Sequence[Path], store: Store | None, progress: Progress
) -> Iterator[LabelledCases]:
    """Look the labels' documents up in `store`, or in graphs built of their folders, which are gone afterwards.

    Raises LabelError where there is no text of any label.
    """
    folders = sorted({_folder(item) for item in items})
    with ExitStack() as stack:
        unread: list[str] = []
        if store is None:
            stores = {}
            for folder in folders:
                if paths := _texts_of(folder, texts):
                    stores[folder] = _built(paths, stack, unread, progress)
        else:
            stores = dict.fromkeys(_folders_of(store).intersection(folders), store)
        if not stores:
            where = ", ".join(map(str, texts)) or "the graph"
            raise LabelError(f"the labels are of {', '.join(folders[:5])}; there is no text of these in {where}")
        cases = {folder: _by_stem(own, folder) for folder, own in stores.items()}
        found = [
            (item, stores[folder], cases[folder].get(PurePosixPath(item["doc"]).name))
            for item in items
            if (folder := _folder(item)) in stores
        ]
        yield LabelledCases(found, [f for f in folders if f not in stores], unread)


def _folder(item: Item) -> str:
    """The folder in which a label's document lies; empty where the label names none."""
    return PurePosixPath(item["doc"]).parent.name


def _texts_of(folder: str, texts: Iterable[Path]) -> list[Path]:
    """What is given of a label's folder: the folder itself, or one of this name below."""
    if not folder:
        return list(texts)
    found = (text if text.resolve().name == folder else text / folder for text in texts)
    return [path for path in found if path.is_dir()]


def _built(paths: Sequence[Path], stack: ExitStack, unread: list[str], progress: Progress) -> Store:
    place = stack.enter_context(TemporaryDirectory(prefix="lawgraph-"))
    store = stack.enter_context(closing(open_store(f"{place}/graph.db", create=True)))
    unread += build(store, paths, progress=progress).failed
    return store


def _folders_of(store: Store) -> set[str]:
    """The names of all folders from which the graph was built, and that of no folder."""
    return {""}.union(*(Path(node.origin).parent.parts for node in store.scan_nodes(Document)))


def _by_stem(store: Store, folder: str) -> dict[str, Case]:
    """The cases that were read from a folder, by the stems of their files."""
    names = defaultdict(list)
    for node in store.scan_nodes(Document):
        if not folder or folder in Path(node.origin).parent.parts:
            names[node.name].append(PurePosixPath(node.name).name)
    return {
        stem: case for case in store.find(Case, {"has_text": True}) for name in case.documents for stem in names[name]
    }

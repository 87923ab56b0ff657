"""Labelled items from JSON lines, and the texts they point into: what measuring and training read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from extraction.documents.files import find_documents
from extraction.errors import LawgraphError


class LabelError(LawgraphError):
    """Labels or their texts cannot be read; the message is one line: which file, which line, what is wrong."""


def read_items(path: Path, needed: Mapping[str, type]) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file, each with the `needed` keys, of these types.

    Raises LabelError for a file that cannot be read, naming the line that is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: the labels cannot be read as text ({error})") from error
    items = [_item(path, number, line, needed) for number, line in enumerate(lines, 1) if line.strip()]
    if not items:
        raise LabelError(f"{path}: there is no label in it; give JSON lines with {', '.join(needed)}")
    return items


def _item(path: Path, number: int, line: str, needed: Mapping[str, type]) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except json.JSONDecodeError as error:
        raise LabelError(f"{path}, line {number}: not JSON ({error.msg})") from error
    wrong = [key for key, kind in needed.items() if not isinstance(item, dict) or not isinstance(item.get(key), kind)]
    if wrong:
        wanted = ", ".join(f"{key} ({needed[key].__name__})" for key in wrong)
        raise LabelError(f"{path}, line {number}: it needs {wanted}")
    return dict(item)


def texts_by_stem(folders: Sequence[Path], stems: Iterable[str]) -> dict[str, Path]:
    """The file of each document, by its stem. Raises LabelError for those that are not in the folders."""
    paths = {file.path.stem: file.path for file in find_documents(folders).files}
    missing = sorted(set(stems) - set(paths))
    if missing:
        shown = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        places = ", ".join(map(str, folders)) or "no folder"
        raise LabelError(f"there is no text of {shown} in {places}; name the folder of texts with --texts")
    return {stem: paths[stem] for stem in stems}


def write_items(path: Path, items: Iterable[Mapping[str, Any]]) -> None:
    """One JSON line an item."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in items)

"""Labelled items from JSON lines, and the texts they point into: what measuring and training read."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args

from extraction.documents.files import find_documents
from extraction.errors import LawgraphError, first_line

_CALLED = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    NoneType: "null",
}


class LabelError(LawgraphError):
    """Labels or their texts cannot be read; the message is one line: which file, which line, what is wrong."""


def read_items(
    path: Path, needed: Mapping[str, type | UnionType], wrong: Callable[[dict[str, Any]], str] = lambda item: ""
) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file, each with the `needed` keys, of these types.

    `wrong` says what else is wrong with an item, "" if nothing is. Raises LabelError for a file that cannot be read,
    naming the line that is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelError(f"{path}: it cannot be read as text ({error})") from error
    items = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            items.append(item := _item(path, number, line, needed))
            if complaint := wrong(item):
                raise LabelError(f"{path}, line {number}: {complaint}")
    if not items:
        raise LabelError(f"{path}: there is nothing in it; give JSON lines with {', '.join(needed)}")
    return items


def _item(path: Path, number: int, line: str, needed: Mapping[str, type | UnionType]) -> dict[str, Any]:
    try:
        item = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise LabelError(f"{path}, line {number}: not JSON ({first_line(error)})") from error
    own = item if isinstance(item, dict) else {}
    wrong = [key for key, kind in needed.items() if key not in own or not isinstance(own[key], kind)]
    if wrong:
        wanted = ", ".join(f"{key} ({_called(needed[key])})" for key in wrong)
        raise LabelError(f"{path}, line {number}: it needs {wanted}")
    return own


def wrong_place(item: Mapping[str, Any]) -> str:
    """What is wrong with the place that a label points at, "" if nothing is."""
    if 0 <= item["start"] < item["end"]:
        return ""
    return "start and end are to count characters of the text, the end after the start"


def _called(kind: type | UnionType) -> str:
    return " or ".join(_CALLED[own] for own in get_args(kind) or (kind,))


def write_items(path: Path, items: Iterable[Mapping[str, Any]]) -> None:
    """One JSON line an item."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def by_document(items: Sequence[Mapping[str, Any]], texts: Sequence[Path]) -> list[tuple[Path, list[int]]]:
    """The file of each labelled document, and the places of its items. Raises LabelError for a missing file."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        places[item["doc"]].append(place)
    paths = {file.path.stem: file.path for file in find_documents(texts).files}
    missing = sorted(set(places) - set(paths))
    if missing:
        shown = ", ".join(missing[:5]) + (f" and {len(missing) - 5} more" if len(missing) > 5 else "")
        folders = ", ".join(map(str, texts)) or "no folder"
        raise LabelError(f"there is no text of {shown} in {folders}; name the folder of texts with --texts")
    return [(paths[doc], own) for doc, own in places.items()]


def read_aliases(path: Path) -> dict[str, str]:
    """For each file of a group that holds one judgment, the file that stands for all; none where there is no `path`.

    Raises LabelError for what is no list of groups.
    """
    if not path.is_file():
        return {}
    try:
        groups = json.loads(path.read_text(encoding="utf-8"))["groups"]
        return {str(name): str(min(group)) for group in groups for name in group}
    except (ValueError, KeyError, TypeError) as error:
        raise LabelError(f'{path}: it should hold {{"groups": [[file, file], ...]}} ({first_line(error)})') from error

"""Which part of the graph the last answer rested on, kept for the user, so that it can be looked at."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from kg.folders import FOLDERS
from kg.store import StoreError

_KEPT = "last_answer.json"


def remember(graph: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Keep the ids of an answer's `graph` (nodes, and edges with `from` and `to`).

    That it cannot be kept does not stand in the way of the answer.
    """
    ids = {str(node["id"]) for node in graph["nodes"]}
    ids |= {str(edge[end]) for edge in graph["edges"] for end in ("from", "to")}
    path = FOLDERS.user_state_path / _KEPT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"nodes": sorted(ids)}, ensure_ascii=False) + "\n", "utf-8")
    except OSError:
        return


def recall() -> list[str]:
    """The ids of the last answer. Raises StoreError where nothing has been asked yet."""
    try:
        kept = json.loads((FOLDERS.user_state_path / _KEPT).read_text("utf-8"))
        return [str(node) for node in kept["nodes"]]
    except (OSError, ValueError, KeyError, TypeError):
        raise StoreError('no answer is kept yet; ask first: lawgraph ask "..."') from None

"""Acts and provisions that are only named."""

from extraction.provisions.acts import act_by_id
from kg.store import Node

_SMALL = frozenset(("of", "and", "the", "for", "in", "to", "on", "or", "at"))


def act_stub(id: str) -> Node:
    """An act that is only named: from the table of acts, else its title as its id has it."""
    known = act_by_id(id)
    if known is None:
        head, _, tail = id.rpartition("-")
        dated = bool(head) and tail.isdigit() and len(tail) == 4
        title = f"{spelled(head)}, {tail}" if dated else spelled(id)
        return Node("Act", id, {"title": title, "year": int(tail) if dated else None, "documents": []})
    return Node(
        "Act",
        id,
        {
            "title": known.title,
            "short_title": known.short_title,
            "number": known.number,
            "year": known.year,
            "aliases": list(known.aliases),
            "documents": [],
        },
    )


def spelled(slugged: str) -> str:
    """A name as its slug has it: "p-n-bhagwati" -> "P.N. Bhagwati"; the same from whichever document it came."""
    parts = [
        w.upper() + "." if len(w) == 1 else w if w in _SMALL and i else w.capitalize()
        for i, w in enumerate(slugged.split("-"))
    ]
    text = ""
    for part in parts:
        text += part if part.endswith(".") and text.endswith(".") else f" {part}"
    return text.strip()


def provision_stub(id: str, kind: str, number: str) -> Node:
    """A provision that is only cited."""
    return Node("Provision", id, {"act_id": id.partition("/")[0], "kind": kind, "number": number, "documents": []})

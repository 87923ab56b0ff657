"""Acts and provisions that are only named."""

from extraction.provisions.acts import act_by_id, act_title, year_of_title
from kg.store import Node


def act_stub(id: str) -> Node:
    """An act that is only named: from the table of acts, else its title as its id has it."""
    known = act_by_id(id)
    if known is None:
        title = act_title(id)
        return Node("Act", id, {"title": title, "year": year_of_title(title), "documents": []})
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


def provision_stub(id: str, kind: str, number: str) -> Node:
    """A provision that is only cited."""
    return Node("Provision", id, {"act_id": id.partition("/")[0], "kind": kind, "number": number, "documents": []})

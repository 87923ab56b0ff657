"""What took the place of a provision, and whose place it took, in words."""

import re

from extraction.provisions.acts import act_title
from extraction.provisions.correspondence import is_omitted
from kg.edges import CorrespondsTo, Replaces
from kg.nodes import Provision
from kg.store import Store
from qa.text import wording

_NOTHING = "nothing"
_CHANGES = {
    "same": "without change",
    "changed": "changed",
    "split": "one of several",
    "merged": "joined with others",
}


def replaced_by(store: Store, node: Provision) -> list[str]:
    """Lines on the sections that took a provision's place, each with its clauses and since when; or that none did.

    A section that was repealed before has no place to take.
    """
    since = {e.source: _since(e) for e in store.expand([node.act_id], [Replaces], "in")}
    lines = [
        f"{wording.provision_title(e.source).replace(' of ', f'{_clauses(e)} of ', 1)} "
        f"({_CHANGES[e.change]}), {since.get(e.source.partition('/')[0], '')}".rstrip(", ")
        for e in sorted(store.expand([node.id], [CorrespondsTo], "in"), key=lambda e: _order(e.source))
    ]
    return lines or [f"{_NOTHING}: {said}" for new, day in since.items() if (said := _uncarried(node, new, day))]


def _uncarried(node: Provision, code: str, day: str) -> str:
    """That a section was not carried over into a code, or no more than that the tables have it nowhere in it."""
    if is_omitted(node.act_id, node.number):
        return f"it was not carried over into the {act_title(code)}, {day}"
    if node.kind != "section" or not node.text or node.repealed:
        return ""
    return f"the comparison tables do not carry it over into the {act_title(code)}, in force {day}"


def sentence_on(store: Store, node: Provision) -> str:
    """What took a provision's place, or that it was not carried over, as the end of a sentence; empty if unknown."""
    lines = replaced_by(store, node)
    if lines and lines[0].startswith(_NOTHING):
        return lines[0].removeprefix(f"{_NOTHING}: ")
    return f"in its place: {'; '.join(lines)}" if lines else ""


def replaces(edge: CorrespondsTo) -> str:
    """A line on the old section whose place a provision took."""
    return f"{wording.provision_title(edge.target)} ({_CHANGES[edge.change]})"


def _since(edge: Replaces) -> str:
    return f"since {wording.day(edge.date)}"


def _clauses(edge: CorrespondsTo) -> str:
    return ", ".join(edge.clauses)


def _order(id: str) -> tuple[int, str]:
    number = re.search(r"-(\d+)\w*$", id)
    return int(number[1]) if number else 0, id

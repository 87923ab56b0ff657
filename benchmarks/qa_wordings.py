"""Many wordings of one question: is a graph asked for the edges that the words mean?

Run: python -m benchmarks.qa_wordings GRAPH.db --seed 1

Each way of asking in `qa_wordings.toml` is put about a case or provision drawn by chance, written in one of the ways
that people write names. Right is the set of what the graph's own edges say, so that the figure is of understanding
alone and not of what was read from the texts.
"""

import random
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from extraction.parties.titles import split_title
from kg.edges import Cites, Edge
from kg.nodes import Case, Node, Provision
from kg.schema import EDGE_TYPES
from kg.store import Store
from kg.stores.open import open_store
from qa.ask import gather
from qa.citator.standing import NEGATIVE
from qa.text import wording

WAYS: dict[str, dict[str, Any]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SHORT = {
    "indian-penal-code-1860": "IPC",
    "code-of-criminal-procedure-1973": "CrPC",
    "code-of-civil-procedure-1908": "CPC",
    "indian-evidence-act-1872": "Evidence Act",
    "constitution-of-india": "Constitution",
}
FEWEST, MOST = 2, 12
Draw = random.Random


def case_name(node: Case, draw: Draw) -> str:
    """A case as somebody may type it."""
    petitioner, respondent = split_title(wording.title(node))
    plain = f"{petitioner} {draw.choice(('v.', 'v', 'vs', 'versus'))} {respondent}"
    return draw.choice((plain, f"{plain} ({node.year})", f"{plain}, {node.year}"))


def provision_name(node: Provision, draw: Draw) -> str:
    """A provision as somebody may type it."""
    kind, number, act = node.kind, node.number, SHORT[node.act_id]
    short = "art" if kind == "article" else "s."
    return draw.choice(
        (f"{kind.title()} {number} {act}", f"{kind.title()} {number} of the {act}", f"{short} {number} {act}")
    )


def named(node: Node, draw: Draw) -> str:
    """A case or a provision as somebody may type it."""
    match node:
        case Case():
            return case_name(node, draw)
        case Provision():
            return provision_name(node, draw)
    return wording.title(node)


def right(store: Store, node: Node, way: dict[str, Any]) -> list[Edge]:
    """The edges that answer, as the graph has them."""
    if not way["edge"]:
        return []
    edges = store.expand([node.id], [EDGE_TYPES[way["edge"]]], way["side"])
    return [e for e in edges if "treatment" not in way or (isinstance(e, Cites) and way["treatment"] == e.effective)]


def fits(store: Store, node: Node, way: dict[str, Any]) -> bool:
    """Whether the question can be put about the node: a few answers; none at all where it is to have none.

    Of treatments that a case only records of others, the answer also has the case that did it.
    """
    if not way["edge"]:
        treated = store.expand([node.id], [Cites], "in")
        return bool(treated) and not any(edge.effective in NEGATIVE for edge in treated)
    found = right(store, node, way)
    if "treatment" in way:
        return 1 <= len(found) <= MOST and all(isinstance(edge, Cites) and edge.is_own for edge in found)
    return FEWEST <= len(found) <= MOST


def is_right(store: Store, question: str, node: Node, way: dict[str, Any]) -> bool:
    """Whether the answer set is that of the edges, or the question is refused where it has no answer."""
    _, evidence = gather(store, question)
    wanted = {edge.source if way["side"] == "in" else edge.target for edge in right(store, node, way)} - {node.id}
    if not way["edge"]:
        return evidence.refusal is not None
    return evidence.refusal is None and set(evidence.answers) == wanted


def drawn(pool: Sequence[Node], fitting: Callable[[Node], bool], draw: Draw) -> Node:
    """A node of the pool that fits."""
    return next(node for node in draw.sample(pool, len(pool)) if fitting(node))


@click.command()
@click.argument("graph")
@click.option("--seed", type=int, default=1, show_default=True)
def main(graph: str, seed: int) -> None:
    """Print how many wordings of each kind are answered right, and those that are not."""
    store, draw = open_store(graph), random.Random(seed)
    cases = [n for n in store.find(Case) if split_title(wording.title(n))[1] and n.year]
    provisions = [n for n in store.find(Provision) if n.text and n.act_id in SHORT]
    provisions = [n for n in provisions if n.kind in ("article", "section")]
    table, wrong = Table("kind", "wordings", "right"), []
    for kind, way in WAYS.items():
        asked = way["asked"].strip().splitlines()
        mistaken = []
        for words in asked:
            pool: Sequence[Node] = provisions if "{p}" in words else cases
            node = drawn(pool, lambda n, way=way: fits(store, n, way), draw)  # type: ignore[misc]
            question = words.format(c=named(node, draw), p=named(node, draw))
            if not is_right(store, question, node, way):
                mistaken.append(question)
        table.add_row(kind, str(len(asked)), str(len(asked) - len(mistaken)))
        wrong += mistaken
    store.close()
    Console(width=100).print(table, *wrong, sep="\n")


if __name__ == "__main__":
    main()

"""Queries drawn at random, on both engines and as Cypher: python -m benchmarks.random_queries GRAPH SERVER [COUNT].

GRAPH is a file, SERVER a Neo4j server that holds the same (`lawgraph push`). Each of COUNT queries (300) names nodes of
the graph; it is answered by the evaluator on both and by its own statement, sent to the server with its parameters.
Told are those whose ids differ, those that do not come back from their words or their JSON, and the milliseconds.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import quantiles

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.store import Store
from kg.stores.neo4j.connection import Connection
from kg.stores.open import open_store
from qa.query.cypher import cypher
from qa.query.evaluate import about, evaluate
from qa.query.interchange import as_json, from_json
from qa.query.parsing import parse
from qa.query.record import Nodes
from qa.query.relations import TYPES
from qa.query.words import line
from tests.support.queries import KINDS, Drawing

_WORDS = ("anticipatory bail", "natural justice", "dowry", "compensation for land", "circumstantial evidence")
_NAMED = 400  # nodes of a kind that queries name: every so many of those by id


def drawn(graph: Store, count: int) -> list[Nodes]:
    """So many different queries."""
    names = {kind: _spread([node.id for node in graph.find(TYPES[kind])]) for kind in KINDS}
    found: dict[Nodes, None] = {}
    drawing = Drawing(names, _WORDS)

    @settings(max_examples=3 * count, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.one_of([drawing.nodes(kind, depth) for kind in ("case", *KINDS) for depth in (1, 2)]))
    def keep(query: Nodes) -> None:
        found.setdefault(query)

    keep()
    return list(found)[:count]


def _spread(ids: Sequence[str]) -> Sequence[str]:
    return ids[:: max(1, len(ids) // _NAMED)]


def timed(answer: Callable[[], list[str]]) -> tuple[list[str], float]:
    """What is answered, and in how many milliseconds."""
    began = time.perf_counter()
    return answer(), 1000 * (time.perf_counter() - began)


def asked(store: Store, query: Nodes) -> list[str]:
    """What the evaluator finds."""
    return [node.id for node in evaluate(store, query).nodes]


def sent(graph: Store, connection: Connection, query: Nodes) -> list[str]:
    """What the query's own statement finds."""
    statement = cypher(query, lambda words: about(graph, words))
    return [id for (id,) in connection.rows(statement.text, **statement.parameters)]


def compare(graph: Store, server: Store, connection: Connection, queries: Sequence[Nodes]) -> None:
    """Print what differs and how long it took."""
    times: dict[str, list[float]] = {"embedded": [], "server": [], "Cypher": []}
    different = lost = empty = 0
    for query in queries:
        ways = (partial(asked, graph, query), partial(asked, server, query), partial(sent, graph, connection, query))
        found = [timed(way) for way in ways]
        for taken, (_, one) in zip(times.values(), found, strict=True):
            taken.append(one)
        ids = [answer for answer, _ in found]
        empty += not ids[0]
        if ids[1:] != ids[:-1]:
            different += 1
            print(f"differs ({', '.join(str(len(answer)) for answer in ids)}): {line(query)}")
        lost += parse(line(query)) != query or from_json(json.dumps(as_json(query))) != query
    print(f"{len(queries)} queries, {empty} of them find nothing; {different} differ, {lost} do not come back")
    for name, taken in times.items():
        cuts = quantiles(taken, n=20)
        print(f"{name}: p50 {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms, most {max(taken):.0f} ms")


def main(graph: str, server: str, count: str = "300") -> None:
    """Draw and compare."""
    here, there, connection = open_store(graph), open_store(server), Connection(server)
    try:
        compare(here, there, connection, drawn(here, int(count)))
    finally:
        for opened in (here, there, connection):
            opened.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

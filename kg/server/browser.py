"""Neo4j Browser with a query filled in."""

import re
from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit

from kg.nodes import Node
from kg.store import StoreError

OVERVIEW = """// The most cited cases and the leading overrulings: who overruled whom, and how they cite each other
MATCH (c:Case)<-[:CITES]-(later:Case)
WITH c, count(later) AS times ORDER BY times DESC, c.id LIMIT 12
WITH collect(c) AS leading
OPTIONAL MATCH (a:Case)-[:OVERRULES]->(b:Case)
WITH leading, a, b, COUNT { (b)<-[:CITES]-() } AS times ORDER BY times DESC, b.id, a.id LIMIT 14
WITH leading, collect(a) AS overruling, collect(b) AS overruled
UNWIND leading + overruling + overruled AS n
RETURN DISTINCT n"""

_NEIGHBOURHOOD = {
    "Case": """// {id}: what it cites and what cites it, the most telling first
MATCH (n:Case {{id: '{id}'}})
OPTIONAL MATCH p = (n)-[e:CITES]-(:Case)
WITH n, p, e ORDER BY e.treatment = 'cited', e.count DESC LIMIT 9
WITH n, collect(p) AS cases
OPTIONAL MATCH q = (n)-[f:CITES_PROVISION]->(:Provision)
WITH n, cases, q, f ORDER BY f.count DESC LIMIT 3
RETURN n, cases, collect(q)""",
    "Provision": """// {id}: its act, the cases that cite it most, and how they cite each other
MATCH (n:Provision {{id: '{id}'}})
OPTIONAL MATCH act = (n)-[:PART_OF]->(:Act)
OPTIONAL MATCH p = (n)<-[e:CITES_PROVISION]-(:Case)
WITH n, act, p, e ORDER BY e.count DESC LIMIT 20
WITH n, act, collect(p) AS cases
OPTIONAL MATCH q = (n)-[:REFERS_TO]-(:Provision)
WITH n, act, cases, q LIMIT 15
RETURN n, act, cases, collect(q)""",
}
_EVIDENCE = """// What the last answer rested on
MATCH (n:LawgraphNode) WHERE n.id IN [{ids}] RETURN n"""
_PLAIN = re.compile(r"[\w.,:()/@ -]+")


def neighbourhood(node: Node) -> str:
    """The Cypher that shows what surrounds a case or provision."""
    return _NEIGHBOURHOOD[node.type].format(id=_plain(node.id))


def evidence(ids: Sequence[str]) -> str:
    """The Cypher that shows these nodes; the Browser joins them by their edges."""
    return _EVIDENCE.format(ids=", ".join(f"'{_plain(id)}'" for id in ids))


def address(store: str, port: int | None, database: str, query: str) -> str:
    """The address that opens Neo4j Browser on the server of `store` with `query` filled in, not yet run.

    `port` is the Browser's, on the same host; None for the usual one.
    """
    parts = urlsplit(store)
    host = parts.hostname or "localhost"
    secure = parts.scheme.partition("+")[2] != ""
    home = f"https://{host}:7473/browser/" if secure else f"http://{host}:{port or 7474}/browser/"
    dbms = f"{parts.scheme}://neo4j@{host}:{parts.port or 7687}"
    wanted = {"dbms": dbms, "db": database, "cmd": "edit", "arg": query}
    return f"{home}?{urlencode(wanted)}"


def _plain(id: str) -> str:
    """An id made of what ids are made of: a link carries no parameters, and nothing in it is escaped."""
    if not _PLAIN.fullmatch(id):
        raise StoreError(f"{id[:60]!r} cannot be put into a link; open the Browser with: lawgraph browse")
    return id

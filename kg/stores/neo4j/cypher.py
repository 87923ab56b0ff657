"""The Cypher of the Neo4j engine: named constants made from the graph schema; values are parameters."""

from kg.schema import EDGE_TYPES, EMBEDDED, HOME, NODE_TYPES, declared
from kg.store import Direction
from kg.stores.neo4j.indexes import NODE

OVERRULES = "OVERRULES"
"""An overruling is a relationship of its own as well, since Neo4j Browser colours relationships by their types only."""

TYPE = f"[label IN labels(n) WHERE label <> '{NODE}'][0]"
PROPERTIES = "[name IN keys(n) WHERE NOT name IN ['id', 'embedding'] | [name, n[name]]]"
"""A node's properties as pairs, without its embedding."""

# Reading

BROWSER = "SHOW SETTINGS 'server.http.advertised_address' YIELD value RETURN value"
VERSION = "MATCH (g:Lawgraph {id: 'graph'}) RETURN g.writes"
COUNT = " UNION ALL ".join(
    [f"MATCH (n:{t.type}) RETURN '{t.type}' AS type, count(n) AS n" for t in NODE_TYPES.values() if not t.ledger]
    + [
        f"MATCH ()-[e:{t.type}]->() RETURN '{t.type}' AS type, count(e) AS n"
        for t in EDGE_TYPES.values()
        if not t.ledger
    ]
)
NODES = f"MATCH (n:{NODE}) WHERE n.id IN $ids RETURN {TYPE}, n.id, {PROPERTIES}"
FIND: dict[str, str] = {t: f"MATCH (n:{t}) WHERE true" for t in NODE_TYPES}
REFRESH = "CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()"
FIND_LISTED = "CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n WITH n WHERE true"
FOUND = f" RETURN {TYPE}, n.id, {PROPERTIES} ORDER BY n.id"
LIMIT = " LIMIT $limit"
_SCAN = "MATCH (n:{type}) WHERE n.id > $last RETURN '{type}', n.id, {properties} ORDER BY n.id LIMIT $limit"
SCAN_NODES: dict[str, str] = {t: _SCAN.format(type=t, properties=PROPERTIES) for t in NODE_TYPES}
SCAN_WITH_VECTORS: dict[str, str] = {
    t: _SCAN.format(type=t, properties=f"{PROPERTIES}, n.embedding") for t in NODE_TYPES
}
SCAN_EDGES: dict[tuple[str, str], str] = {
    (
        t.type,
        source.type,
    ): f"MATCH (a:{source.type})-[e:{t.type}]->(b) WHERE a.id >= $source AND (a.id > $source OR b.id > $target)"
    f" RETURN '{t.type}', a.id, b.id, properties(e) ORDER BY a.id, b.id LIMIT $limit"
    for t in EDGE_TYPES.values()
    for source in t.sources
}
EXPAND: dict[tuple[Direction, str], str] = {
    ("out", t): f"MATCH (n:{NODE})-[e:{t}]->() WHERE n.id IN $ids" for t in EDGE_TYPES
} | {("in", t): f"MATCH (n:{NODE})<-[e:{t}]-() WHERE n.id IN $ids" for t in EDGE_TYPES}
EXPANDED = (
    " RETURN type(e) AS type, startNode(e).id AS source, endNode(e).id AS target, properties(e) AS properties"
    " ORDER BY type, source, target"
)
ENDS = f"MATCH (a:{NODE} {{id: $source}}) MATCH (b:{NODE} {{id: $target}})"
CHAIN = (
    " RETURN [e IN relationships(p) | [type(e), startNode(e).id, endNode(e).id, properties(e)]] AS chain,"
    " [e IN relationships(p) | [endNode(e).id, type(e)]] AS steps ORDER BY steps LIMIT 1"
)

# Searching

_HIT: dict[str, str] = {
    t.type: f"n {{{', '.join(f'.{name}' for name, kind in declared(t).items() if kind != 'vector')}}},"
    f" {f'[(n)-[:{HOME[t.type].type}]->(o) | o.id][0]' if t.type in HOME else 'null'}"
    for t in NODE_TYPES.values()
}
"""What is told of a node that was found: its properties, those it lacks as null, and what it is of."""

_FIRST: dict[str, str] = {
    t: f" WITH n, score LIMIT $k RETURN n.id, {_HIT[t]}, score ORDER BY score DESC, n.id" for t in NODE_TYPES
}
"""The first `k` nodes `n`, each with its `score`: indexes deliver the best first, and no more is read than needed."""

WORDS: dict[str, str] = {
    t: f"CALL db.index.fulltext.queryNodes($index, $query, {{limit: $k}}) YIELD node AS n, score{_FIRST[t]}"
    for t in NODE_TYPES
}
WORDS_WITHIN: dict[str, str] = {
    t: "CALL db.index.fulltext.queryNodes($index, $query) YIELD node AS n, score WHERE "
    f"{f'EXISTS {{ (n)-[:{HOME[t].type}]->(o) WHERE o.id IN $within }}' if t in HOME else 'n.id IN $within'}"
    f"{_FIRST[t]}"
    for t in NODE_TYPES
}
NEAREST: dict[str, str] = {
    t: "CALL db.index.vector.queryNodes($index, $near, $embedding) YIELD node AS n, score"
    f" WITH n, 2 * score - 1 AS score{_FIRST[t]}"
    for t in EMBEDDED
}
_WITHIN: dict[str, str] = {
    t: f"MATCH (o:{NODE})<-[:{HOME[t].type}]-(n:{t}) WHERE o.id IN $within"
    if t in HOME
    else f"MATCH (n:{t}) WHERE n.id IN $within"
    for t in EMBEDDED
}
DOCUMENTS_WITHIN = f"{_WITHIN['Chunk']} RETURN DISTINCT coalesce(n.document, '')"
NEAREST_WITHIN: dict[str, str] = {
    t: f"{_WITHIN[t]} AND size(n.embedding) = size($embedding)"
    " WITH DISTINCT n WITH n, 2 * vector.similarity.cosine(n.embedding, $embedding) - 1 AS score ORDER BY score DESC"
    f"{_FIRST[t]}"
    for t in EMBEDDED
}
ANY_VECTOR: dict[str, str] = {t: f"MATCH (n:{t}) WHERE n.embedding IS NOT NULL RETURN 1 LIMIT 1" for t in EMBEDDED}

# Writing

BEGIN = (
    "MATCH (g:Lawgraph {id: 'graph'}) SET g.writes = g.writes + 1"
    f" WITH g UNWIND $rows AS row MATCH (n:{NODE} {{id: row}}) RETURN n.id, {TYPE}"
)
"""Counts the write and reads what it replaces. The counter's lock makes writers wait for each other."""

TYPES_OF = f"UNWIND $rows AS row MATCH (n:{NODE} {{id: row}}) RETURN n.id, {TYPE}"
DROP_NODES = f"UNWIND $rows AS row MATCH (n:{NODE} {{id: row}}) DETACH DELETE n"
DROP_EDGES: dict[str, str] = {
    t: f"UNWIND $rows AS row MATCH (:{NODE} {{id: row[0]}})-[e:{t}]->(:{NODE} {{id: row[1]}}) DELETE e"
    for t in (*EDGE_TYPES, OVERRULES)
}
_NEW = f"UNWIND $rows AS row CREATE (n:{NODE}:$(row.type)) SET n = row.properties"
_AGAIN = f"UNWIND $rows AS row MATCH (n:{NODE} {{id: row.id}}) SET n = row.properties"
_EMBEDDING = " WITH n, row CALL db.create.setNodeVectorProperty(n, 'embedding', row.embedding)"
WRITE_NODES: dict[tuple[bool, bool], str] = {
    (there, embedded): (_AGAIN if there else _NEW) + (_EMBEDDING if embedded else "")
    for there in (False, True)
    for embedded in (False, True)
}
"""By whether the nodes are there already and whether they have embeddings."""


def _write_edges(type: str, new: bool) -> str:
    joined = EDGE_TYPES["CITES" if type == OVERRULES else type]
    sources, targets = ("|".join(t.type for t in ends) for ends in (joined.sources, joined.targets))
    were = "collect(CASE WHEN overruled THEN [row[0], row[1]] END)" if type == "CITES" and not new else "[]"
    before = ", e.treatment = 'overruled' AS overruled" if were != "[]" else ""
    return (
        f"UNWIND $rows AS row MATCH (a:{NODE} {{id: row[0]}}) MATCH (b:{NODE} {{id: row[1]}})"
        f" {'CREATE' if new else 'MERGE'} (a)-[e:{type}]->(b)"
        f" WITH row, e, a:{sources} AND b:{targets} AS joined{before}"
        f" SET e = row[2] RETURN sum(CASE WHEN joined THEN 1 ELSE 0 END), {were}"
    )


WRITE_EDGES: dict[tuple[str, bool], str] = {
    (t, new): _write_edges(t, new) for t in (*EDGE_TYPES, OVERRULES) for new in (False, True)
}
"""By type and whether the edges are known to be new. They tell how many edges join what their type may join, and which
citations were overrulings before."""

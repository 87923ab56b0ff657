"""The Cypher of the Neo4j engine: one constant for each type, made from the graph schema; values are parameters."""

from kg.schema import EDGE_TYPES, NODE_TYPES
from kg.store import Direction

Ends = tuple[str, str, str]
"""An edge type and the node types at its ends."""

ALL_ENDS: tuple[Ends, ...] = tuple(
    (t.name, source, target) for t in EDGE_TYPES.values() for source in t.source for target in t.target
)
_WITH_VECTOR = frozenset(t.name for t in NODE_TYPES.values() if "vector" in t.properties.values())


def _public(type: str) -> str:
    """The map of a node's properties, without its embedding and what search alone uses."""
    names = [name for name, kind in NODE_TYPES[type].properties.items() if kind != "vector"]
    return "n {" + ", ".join(f".{name}" for name in names) + "}"


# Reading

VERSION = "MATCH (g:Lawgraph {id: 'graph'}) RETURN g.writes"
COUNT = " UNION ALL ".join(
    [f"MATCH (n:{t.name}) RETURN '{t.name}' AS type, count(n) AS n" for t in NODE_TYPES.values() if not t.ledger]
    + [
        f"MATCH ()-[e:{t.name}]->() RETURN '{t.name}' AS type, count(e) AS n"
        for t in EDGE_TYPES.values()
        if not t.ledger
    ]
)
NODES = " UNION ALL ".join(
    f"MATCH (n:{t}) WHERE n.id IN $ids RETURN '{t}' AS type, n.id AS id, {_public(t)} AS properties" for t in NODE_TYPES
)
TYPES = " UNION ALL ".join(
    f"MATCH (n:{t}) WHERE n.id IN $ids RETURN n.id AS id, '{t}' AS type, coalesce(n.length, 0) AS length"
    for t in NODE_TYPES
)
FIND: dict[str, str] = {t: f"MATCH (n:{t}) WHERE true" for t in NODE_TYPES}
FOUND: dict[str, str] = {t: f" RETURN '{t}', n.id, {_public(t)} ORDER BY n.id" for t in NODE_TYPES}
LIMIT = " LIMIT $limit"
SCAN_NODES: dict[str, str] = {
    t: f"MATCH (n:{t}) WHERE n.id > $last RETURN '{t}', n.id, {_public(t)} ORDER BY n.id LIMIT $limit"
    for t in NODE_TYPES
}
SCAN_WITH_VECTORS: dict[str, str] = {
    t: f"MATCH (n:{t}) WHERE n.id > $last RETURN '{t}', n.id, {_public(t)}, n.embedding ORDER BY n.id LIMIT $limit"
    for t in _WITH_VECTOR
}
SCAN_EDGES: dict[tuple[str, str], str] = {
    (
        t.name,
        source,
    ): f"MATCH (a:{source})-[e:{t.name}]->(b) WHERE a.id >= $source AND (a.id > $source OR b.id > $target)"
    f" RETURN '{t.name}', a.id, b.id, properties(e) ORDER BY a.id, b.id LIMIT $limit"
    for t in EDGE_TYPES.values()
    for source in t.source
}
EXPAND: dict[tuple[Direction, str, str], str] = {
    ("out", t.name, label): f"MATCH (n:{label})-[e:{t.name}]->() WHERE n.id IN $ids"
    for t in EDGE_TYPES.values()
    for label in t.source
} | {
    ("in", t.name, label): f"MATCH (n:{label})<-[e:{t.name}]-() WHERE n.id IN $ids"
    for t in EDGE_TYPES.values()
    for label in t.target
}
EXPANDED = (
    " RETURN type(e) AS type, startNode(e).id AS source, endNode(e).id AS target, properties(e) AS properties"
    " ORDER BY type, source, target"
)
START: dict[str, str] = {t: f"MATCH (a:{t} {{id: $source}})" for t in NODE_TYPES}
END: dict[str, str] = {t: f" MATCH (b:{t} {{id: $target}})" for t in NODE_TYPES}
CHAIN = (
    " RETURN [e IN relationships(p) | [type(e), startNode(e).id, endNode(e).id, properties(e)]] AS chain,"
    " [e IN relationships(p) | [endNode(e).id, type(e)]] AS steps ORDER BY steps LIMIT 1"
)

# Searching

CANDIDATES = (
    "CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score"
    " RETURN node.id, score, node.terms"
)
HOLDING = (
    "UNWIND $queries AS query CALL db.index.fulltext.queryNodes($index, query) YIELD node"
    " RETURN query, count(*) AS texts"
)
TEXTS: dict[str, str] = {t: f"MATCH (n:{t}) RETURN count(n)" for t in NODE_TYPES}
WORDS: dict[str, str] = {t: f"MATCH (g:Lawgraph {{id: 'graph'}}) RETURN coalesce(g.words_{t}, 0)" for t in NODE_TYPES}
_HOLDS = " AND any(term IN $terms WHERE n.terms CONTAINS term) RETURN DISTINCT n.id, n.terms"
WITHIN: dict[str, str] = {t: f"MATCH (n:{t}) WHERE n.id IN $within{_HOLDS}" for t in NODE_TYPES}
WITHIN["Chunk"] = " UNION ".join(
    f"MATCH (o:{t})<-[:FROM_DOCUMENT]-(n:Chunk) WHERE o.id IN $within{_HOLDS.replace('DISTINCT ', '')}"
    for t in EDGE_TYPES["FROM_DOCUMENT"].target
)
NEAREST = (
    "CALL db.index.vector.queryNodes($index, $limit, $embedding) YIELD node, score"
    " RETURN node.id, node.embedding, score"
)
NEAREST_OF_ALL = (
    "MATCH (n:Chunk) WHERE size(n.embedding) = $dimensions"
    " WITH n, vector.similarity.cosine(n.embedding, $embedding) AS score ORDER BY score DESC LIMIT $limit"
    " RETURN n.id, n.embedding, score"
)
ANY_VECTOR = "MATCH (n:Chunk) WHERE n.embedding IS NOT NULL RETURN 1 LIMIT 1"
NEAREST_WITHIN = " UNION ".join(
    f"MATCH (o:{t})<-[:FROM_DOCUMENT]-(n:Chunk) WHERE o.id IN $within AND size(n.embedding) = $dimensions"
    " RETURN n.id AS id, n.embedding AS embedding"
    for t in EDGE_TYPES["FROM_DOCUMENT"].target
)

# Writing

COUNT_WRITE = "MATCH (g:Lawgraph {id: 'graph'}) SET g.writes = g.writes + 1"
COUNT_WORDS: dict[str, str] = {
    t: f"MATCH (g:Lawgraph {{id: 'graph'}}) SET g.words_{t} = coalesce(g.words_{t}, 0) + $more" for t in NODE_TYPES
}
DROP_NODES: dict[str, str] = {t: f"MATCH (n:{t}) WHERE n.id IN $rows DETACH DELETE n" for t in NODE_TYPES}
DROP_EDGES: dict[Ends, str] = {
    (
        edge,
        a,
        b,
    ): f"UNWIND $rows AS row MATCH (:{a} {{id: row[0]}})-[e:{edge}{'|OVERRULES' if edge == 'CITES' else ''}]->"
    f"(:{b} {{id: row[1]}}) DELETE e"
    for edge, a, b in ALL_ENDS
}
_EMBED = (
    " WITH n, row WHERE row.embedding IS NOT NULL CALL db.create.setNodeVectorProperty(n, 'embedding', row.embedding)"
)
UPSERT_NODES: dict[str, str] = {
    t: f"UNWIND $rows AS row MERGE (n:{t} {{id: row.id}}) SET n = row.properties{_EMBED if t in _WITH_VECTOR else ''}"
    for t in NODE_TYPES
}
_SHOW_OVERRULING = (
    " WITH a, b, e OPTIONAL MATCH (a)-[o:OVERRULES]->(b) DELETE o"
    " WITH DISTINCT a, b, e WHERE e.treatment = 'overruled' CREATE (a)-[:OVERRULES]->(b)"
)
"""An overruling is a relationship of its own as well, since Neo4j Browser colours relationships by their types only."""

UPSERT_EDGES: dict[Ends, str] = {
    (edge, a, b): f"UNWIND $rows AS row MATCH (a:{a} {{id: row[0]}}) MATCH (b:{b} {{id: row[1]}})"
    f" MERGE (a)-[e:{edge}]->(b) SET e = row[2]{_SHOW_OVERRULING if edge == 'CITES' else ''}"
    for edge, a, b in ALL_ENDS
}

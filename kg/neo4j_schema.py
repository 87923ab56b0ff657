"""Constraints and indexes of a Neo4j graph, made from the graph schema.

Beside its properties a searched node has `terms`, its words as `kg.terms` reads them, and `length`, how many they
are: keyword search ranks by them. The full-text index `<type>_text` reads the properties themselves, for Neo4j's
own tools. One node labelled `Lawgraph` counts writes and holds, for each searched type, the sum of all lengths.
"""

from kg.schema import INDEXED, NODE_TYPES, NodeType

SCHEMA_VERSION = 1
VECTOR_INDEX = "chunk_embedding"

TERMS_INDEX: dict[str, str] = {t.name: f"{t.name.lower()}_terms" for t in NODE_TYPES.values() if t.searched}
"""The full-text index of each searched type that keyword search asks."""

TEXT_INDEX: dict[str, str] = {t.name: f"{t.name.lower()}_text" for t in NODE_TYPES.values() if t.searched}
"""The full-text index of each searched type's own properties."""


def _fulltext(name: str, label: str, properties: tuple[str, ...], analyzer: str) -> str:
    on = ", ".join(f"n.{p}" for p in properties)
    return (
        f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [{on}]"
        f" OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
    )


def _definitions(t: NodeType) -> dict[str, str]:
    """Statements by the name of what they create."""
    low = t.name.lower()
    made = {f"{low}_id": f"CREATE CONSTRAINT {low}_id IF NOT EXISTS FOR (n:{t.name}) REQUIRE n.id IS UNIQUE"}
    for name in (n for n in INDEXED.get(t.name, ()) if t.properties[n] != "strings"):
        made[f"{low}_{name}"] = f"CREATE INDEX {low}_{name} IF NOT EXISTS FOR (n:{t.name}) ON (n.{name})"
    if t.searched:
        made[TERMS_INDEX[t.name]] = _fulltext(TERMS_INDEX[t.name], t.name, ("terms",), "whitespace")
        made[TEXT_INDEX[t.name]] = _fulltext(TEXT_INDEX[t.name], t.name, t.searched, "english")
    return made


DEFINITIONS: dict[str, str] = {
    "lawgraph_id": "CREATE CONSTRAINT lawgraph_id IF NOT EXISTS FOR (n:Lawgraph) REQUIRE n.id IS UNIQUE",
    **{name: statement for t in NODE_TYPES.values() for name, statement in _definitions(t).items()},
}
"""Every constraint and index but the vector index, which needs to know how many dimensions there are."""

CREATE_VECTOR_INDEX = (
    f"CREATE VECTOR INDEX {VECTOR_INDEX} IF NOT EXISTS FOR (n:Chunk) ON (n.embedding) OPTIONS {{indexConfig: "
    "{`vector.dimensions`: $dimensions, `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false}}"
)
DROP_VECTOR_INDEX = f"DROP INDEX {VECTOR_INDEX} IF EXISTS"
VECTOR_DIMENSIONS = (
    f"SHOW VECTOR INDEXES YIELD name, options WHERE name = '{VECTOR_INDEX}'"
    " RETURN options.indexConfig['vector.dimensions']"
)
PRESENT = "SHOW INDEXES YIELD name RETURN name"
AWAIT = "CALL db.awaitIndexes(600)"
IS_EMPTY = "MATCH (n) RETURN count(n) = 0"
SCHEMA_OF_GRAPH = "MATCH (g:Lawgraph {id: 'graph'}) RETURN g.schema"
CREATE_GRAPH = "MERGE (g:Lawgraph {id: 'graph'}) ON CREATE SET g.writes = 0, g.schema = $schema"

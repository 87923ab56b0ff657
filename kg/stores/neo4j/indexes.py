"""Constraints and indexes of a Neo4j graph, made from the graph schema.

Every node is labelled `LawgraphNode` as well, whose index on `id` all reading and writing by id goes through. Beside
its properties a searched node has `terms`, its words as `kg.search.terms` reads them, and `marks`, a hash of each
value by which it is found although the property is a list. `LawgraphCount` nodes hold how many texts of a type hold a
term, how many texts and how many words there are. One node labelled `Lawgraph` counts writes.
"""

from hashlib import blake2b

from kg.schema import INDEXED, NODE_TYPES, NodeType

SCHEMA_VERSION = 2
VECTOR_INDEX = "chunk_embedding"
NODE, COUNT = "LawgraphNode", "LawgraphCount"

WORDS_INDEX: dict[str, str] = {t.name: f"{t.name.lower()}_words" for t in NODE_TYPES.values() if t.searched}
"""The full-text index of each searched type that keyword search and conditions on lists ask."""

TEXT_INDEX: dict[str, str] = {t.name: f"{t.name.lower()}_text" for t in NODE_TYPES.values() if t.searched}
"""The full-text index of each searched type's own properties, for Neo4j's own tools."""

MARKED: dict[str, tuple[str, ...]] = {
    type: tuple(name for name in names if NODE_TYPES[type].properties[name] == "strings")
    for type, names in INDEXED.items()
}
"""The list properties by which nodes of a type are found."""


def mark(name: str, value: str) -> str:
    """What a node bears in `marks` for one value of a list property."""
    return blake2b(f"{name}={value}".encode(), digest_size=8).hexdigest()


def _fulltext(name: str, label: str, properties: tuple[str, ...], analyzer: str) -> str:
    """Such an index is brought up to date beside the transactions that write, not within them."""
    on = ", ".join(f"n.{p}" for p in properties)
    return (
        f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [{on}] OPTIONS {{indexConfig: "
        f"{{`fulltext.analyzer`: '{analyzer}', `fulltext.eventually_consistent`: true}}}}"
    )


def _index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def _unique(label: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"


def _definitions(t: NodeType) -> dict[str, str]:
    """Statements by the name of what they create."""
    low = t.name.lower()
    scalars = [name for name in INDEXED.get(t.name, ()) if t.properties[name] != "strings"]
    made = {f"{low}_{name}": _index(t.name, name) for name in ("id", *scalars)}
    if t.searched:
        made[WORDS_INDEX[t.name]] = _fulltext(WORDS_INDEX[t.name], t.name, ("terms", "marks"), "whitespace")
        made[TEXT_INDEX[t.name]] = _fulltext(TEXT_INDEX[t.name], t.name, t.searched, "english")
    return made


DEFINITIONS: dict[str, str] = {
    **{f"{label.lower()}_id": _unique(label) for label in ("Lawgraph", NODE, COUNT)},
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

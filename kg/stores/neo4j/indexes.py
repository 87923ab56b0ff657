"""Constraints and indexes of a Neo4j graph, made from the graph schema.

Every node is labelled `LawgraphNode` as well, whose index on `id` all reading and writing by id goes through. One node
labelled `Lawgraph` counts writes.
"""

from kg.nodes import Chunk, Node
from kg.schema import EMBEDDED, NODE_TYPES, declared

SCHEMA_VERSION = 4  # raised when nodes, edges or indexes are laid out otherwise; an older graph is refused
NODE = "LawgraphNode"

TEXT_INDEX: dict[str, str] = {t.type: f"{t.type.lower()}_text" for t in NODE_TYPES.values() if t.searched}
"""The full-text index of each searched type."""

VECTOR_INDEX: dict[str, str] = {t: f"{t.lower()}_embedding" for t in EMBEDDED}
"""The vector index of each type that has embeddings."""

LISTED: dict[str, tuple[str, ...]] = {
    t.type: tuple(name for name in t.indexed if declared(t)[name] == "strings")
    for t in NODE_TYPES.values()
    if t.searched
}
"""The list properties by which nodes of a type are found: the full-text index holds them, as no other can."""


def _fulltext(t: type[Node]) -> str:
    """Such an index is brought up to date beside the transactions that write, not within them.

    That of chunks holds their documents, to which a search within some cases is kept.
    """
    names = (*t.searched, *LISTED[t.type], *(["document"] if t is Chunk else []))
    on = ", ".join(f"n.{name}" for name in dict.fromkeys(names))
    return (
        f"CREATE FULLTEXT INDEX {TEXT_INDEX[t.type]} IF NOT EXISTS FOR (n:{t.type}) ON EACH [{on}] OPTIONS "
        "{indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: true}}"
    )


def _index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def _unique(label: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"


def _definitions(t: type[Node]) -> dict[str, str]:
    """Statements by the name of what they create."""
    low = t.type.lower()
    scalars = [name for name in t.indexed if declared(t)[name] != "strings"]
    made = {f"{low}_{name}": _index(t.type, name) for name in ("id", *scalars)}
    if t.searched:
        made[TEXT_INDEX[t.type]] = _fulltext(t)
    return made


DEFINITIONS: dict[str, str] = {
    **{f"{label.lower()}_id": _unique(label) for label in ("Lawgraph", NODE)},
    **{name: statement for t in NODE_TYPES.values() for name, statement in _definitions(t).items()},
}
"""Every constraint and index but the vector indexes, which need to know how many dimensions there are."""

CREATE_VECTOR_INDEX: dict[str, str] = {
    t: f"CREATE VECTOR INDEX {name} IF NOT EXISTS FOR (n:{t}) ON (n.embedding) OPTIONS {{indexConfig: "
    "{`vector.dimensions`: $dimensions, `vector.similarity_function`: 'cosine', `vector.quantization.enabled`: false}}"
    for t, name in VECTOR_INDEX.items()
}
DROP_VECTOR_INDEX: dict[str, str] = {t: f"DROP INDEX {name} IF EXISTS" for t, name in VECTOR_INDEX.items()}
VECTOR_DIMENSIONS: dict[str, str] = {
    t: f"SHOW VECTOR INDEXES YIELD name, options WHERE name = '{name}' RETURN options.indexConfig['vector.dimensions']"
    for t, name in VECTOR_INDEX.items()
}
PRESENT = "SHOW INDEXES YIELD name RETURN name"
AWAIT = "CALL db.awaitIndexes(600)"
IS_EMPTY = "MATCH (n) RETURN count(n) = 0"
SCHEMA_OF_GRAPH = "MATCH (g:Lawgraph {id: 'graph'}) RETURN g.schema"
CREATE_GRAPH = "MERGE (g:Lawgraph {id: 'graph'}) ON CREATE SET g.writes = 0, g.schema = $schema"

"""The graph on a Neo4j server. Only `kg.stores` imports it."""

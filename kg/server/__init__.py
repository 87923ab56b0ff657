"""A Neo4j server on this machine, and its Browser. Others import `server` and `browser`."""

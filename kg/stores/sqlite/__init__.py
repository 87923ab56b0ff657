"""The graph in one SQLite file. Only `kg.stores` imports it."""

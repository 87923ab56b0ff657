"""The graph: what it is kept in, how documents become it, and how what people type is found in it."""

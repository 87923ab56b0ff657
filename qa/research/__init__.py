"""Research tools over the graph: precedents and provisions for facts, and cases like a case."""

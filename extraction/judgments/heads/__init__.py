"""Parts of a judgment's head: what its lines are, the names and roles of its parties, its own numbers."""

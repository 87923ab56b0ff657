"""Documents into the graph and out of it, one transaction each. Others import `build`, `registry` and `splitting`."""

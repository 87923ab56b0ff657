"""Training examples from instruction sets and from the graph. Others import `make`."""

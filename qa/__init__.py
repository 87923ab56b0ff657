"""Questions answered from the graph, every sentence of an answer resting on it."""

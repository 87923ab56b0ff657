"""From extractions and decisions to nodes and edges. Others import `projection`, `case` and `settlement`."""

"""The commands about the graph. Only `cli.py` and the rooms above import it."""

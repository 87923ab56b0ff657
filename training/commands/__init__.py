"""The commands that train. Only `cli.py` imports it."""

"""The commands that ask. Only `cli.py` imports it."""

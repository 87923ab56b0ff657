"""The engines behind the one store interface. Others import `open`, `check`, `push` and `export`."""

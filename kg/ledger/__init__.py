"""What each document says, kept so that identity can be decided again.

Others import `entries`, `documents`, `verdicts`, `merges` and `unresolved`.
"""

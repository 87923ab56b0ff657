"""The root of all errors that a user can mend."""


class LawgraphError(Exception):
    """What was asked cannot be done; the message is one line: what, where, and how to mend it."""

"""The root of all errors that a user can mend, and what others' errors say in a line."""


class LawgraphError(Exception):
    """What was asked cannot be done; the message is one line: what, where, and how to mend it."""


_LONGEST = 200  # characters of another library's message: one line of a wide screen


def first_line(error: BaseException) -> str:
    """The first line of what an error says, for use within one's own line; its kind where it says nothing."""
    return str(error).strip().partition("\n")[0][:_LONGEST].rstrip(" :.") or type(error).__name__

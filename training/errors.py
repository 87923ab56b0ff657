"""What can go wrong in this room through the user's doing."""

from extraction.errors import LawgraphError


class TrainingError(LawgraphError):
    """Data, recipe or model do not fit the training; the message is one line: what, where, and how to mend it."""

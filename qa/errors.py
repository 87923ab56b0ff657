"""What can go wrong in this room through the user's doing."""

from extraction.errors import LawgraphError


class QuestionError(LawgraphError):
    """The question cannot be read; the message is one line that says why and what to do."""


class QueryError(LawgraphError):
    """A query does not hold together; the message is one line that says what is wrong, where, and what to write."""


class ModelError(LawgraphError):
    """The language model cannot be loaded or does not answer; the message is one line with the remedy."""

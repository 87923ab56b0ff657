"""Addresses that users give: none may hold a password or a key, since addresses are shown, logged and kept."""

import re

from extraction.errors import LawgraphError

_USER = re.compile(r"://(?:[^#]*|[^/]*)@|^[^/\\\s]+:[^/\\\s]+@", re.DOTALL)
_KEY = re.compile(r"https?://[^#]*\?")
_SHOWN = re.compile(r"(?P<before>:/{1,2}|(?:^|[\s(\"'=]))(?:(?<=/)\S*|[^\s/\\:@]+:[^\s\\@]+)@(?=\S)")


class AddressError(LawgraphError):
    """An address holds a password or a key; the message says where those belong and does not repeat them."""


def check_store(location: str) -> None:
    """Raise AddressError where the place of a graph holds a user or a password."""
    if _USER.search(location):
        raise AddressError(
            "the graph's address may hold no user and password, since it is shown and kept; "
            "leave them out, and set NEO4J_USERNAME and NEO4J_PASSWORD"
        )


def check_endpoint(model: str) -> None:
    """Raise AddressError where the address of a language model holds a password, or a key behind a "?"."""
    if _USER.search(model) or _KEY.match(model):
        raise AddressError(
            "the model's address may hold no password and no key, since it is shown and kept; "
            "leave them out, as in http://host:port/v1#name, and set OPENAI_API_KEY"
        )


def without_secrets(message: str) -> str:
    """A message with what stands before the host of an address left out."""
    return _SHOWN.sub(r"\g<before>...@", message)

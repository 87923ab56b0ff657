"""spaCy, imported without torch, which thinc below it imports wherever it is installed, for networks not used here.

That takes over a second, longer than to answer a question. Where torch was imported before, spaCy finds it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def _hidden(package: str) -> Iterator[None]:
    """Within, importing the package fails as if it were not installed; one that is imported already is untouched."""
    modules: dict[str, Any] = sys.modules
    if package in modules:
        yield
        return
    modules[package] = None
    try:
        yield
    finally:
        del modules[package]


with _hidden("torch"):
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans, registry
    from spacy.vocab import Vocab

__all__ = ["Doc", "Language", "Span", "Vocab", "filter_spans", "registry", "spacy"]

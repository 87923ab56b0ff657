"""spaCy, imported without torch, which thinc below it imports wherever it is installed, for networks not used here.

That takes over a second, longer than to answer a question. Where torch was imported before, spaCy finds it. Nor is
spaCy's own command line imported, with typer and requests: a quarter of a second for `spacy.info`, not used here.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def _standing_in(name: str, module: ModuleType | None) -> Iterator[None]:
    """Within, importing `name` gives `module`, or fails for None; what is imported already is untouched."""
    modules: dict[str, Any] = sys.modules
    if name in modules:
        yield
        return
    modules[name] = module
    try:
        yield
    finally:
        del modules[name]


_NO_COMMANDS: Any = ModuleType("spacy.cli.info")
_NO_COMMANDS.info = None

with _standing_in("torch", None), _standing_in("spacy.cli.info", _NO_COMMANDS):
    import spacy
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.util import filter_spans, registry
    from spacy.vocab import Vocab

__all__ = ["Doc", "Language", "Span", "Vocab", "filter_spans", "registry", "spacy"]

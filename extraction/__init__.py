"""Documents in, entities and relations out; knows no database.

What other programs import is imported when it is asked for, so that what needs no reading loads no spaCy.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extraction.documents.files import DocumentError, DocumentListing, find_documents, load
    from extraction.extracting import extract, extract_all
    from extraction.records import EXTRACTION, Extraction, Judgment, SourceDocument, Statute
    from extraction.text.passages import CHUNK_OVERLAP, CHUNK_SIZE

__all__ = [
    "CHUNK_OVERLAP",
    "CHUNK_SIZE",
    "EXTRACTION",
    "DocumentError",
    "DocumentListing",
    "Extraction",
    "Judgment",
    "SourceDocument",
    "Statute",
    "extract",
    "extract_all",
    "find_documents",
    "load",
]
_PLACES = ("extraction.records", "extraction.documents.files", "extraction.text.passages", "extraction.extracting")


def __getattr__(name: str) -> Any:
    """One of `__all__`, from where it is defined."""
    if name in __all__:
        for place in map(import_module, _PLACES):
            if hasattr(place, name):
                return getattr(place, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Documents in, entities and relations out; knows no database."""

from extraction.documents import DocumentError, DocumentListing, SourceDocument, find_documents, load
from extraction.records import EXTRACTION, Extraction, Judgment, Statute

__all__ = [
    "EXTRACTION",
    "DocumentError",
    "DocumentListing",
    "Extraction",
    "Judgment",
    "SourceDocument",
    "Statute",
    "find_documents",
    "load",
]

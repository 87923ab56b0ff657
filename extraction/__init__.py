"""Documents in, entities and relations out; knows no database."""

from extraction.documents.files import DocumentError, DocumentListing, find_documents, load
from extraction.extract import CHUNK_OVERLAP, CHUNK_SIZE, extract, extract_all
from extraction.records import EXTRACTION, Extraction, Judgment, SourceDocument, Statute

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

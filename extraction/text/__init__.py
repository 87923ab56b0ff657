"""What any text has: sentences, numbered paragraphs, passages, dates, a fingerprint. Knows no law."""

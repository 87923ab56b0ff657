"""Training of the name tagger that `extraction.ner` ships."""

"""The search by meaning: the encoder in 8 bits, and the table of word pieces that stands in for it on passages."""

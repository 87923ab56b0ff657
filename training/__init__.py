"""Teaching a language model to write grounded answers."""
